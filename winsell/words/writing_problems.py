"""Why a file could not be saved, made or taken back, and what a saved change leaves to do."""

from __future__ import annotations

from winsell.words.plural import Sentence

WRITING_PROBLEMS: dict[str, Sentence] = {
    "problem.create-exists": "there is a file of this name already - choose another name; nothing was changed",
    "problem.create-in-file": "`{folder}` is a file, and no folder - name another folder; nothing was changed",
    "problem.create-long-name": "the name is {size} bytes long, and {limit} is the most - choose a shorter one; a Chinese character takes three",
    "problem.create-no-folder": "there is no folder `{folder}` - make it first, or name another",
    "problem.create-not-portable": "Windows cannot have a file of the name `{name}` - choose another name",
    "problem.create-twin": "`{name}` is there already, and some systems take both names for one - choose another name; nothing was changed",
    "problem.draft-broken": "the answers kept here cannot be read - delete this file, and answer again",
    "problem.save-changed": "changed on disk meanwhile[, this line is now `{text}`] - look at it, and run again; your change was not written",
    "problem.save-failed": "could not be saved ({reason}) - try again; the file is unchanged",
    "problem.save-full": "could not be saved, no space is left on the disk - free some, and try again; the file is unchanged",
    "problem.save-gone": "moved, deleted or replaced meanwhile - look where it is, and run again; your change was not written",
    "problem.save-hard-link": "saved, but another name of the same file (a hard link) keeps the old text - link that name anew",
    "problem.save-held": "could not be saved, another program is holding the file - close it there, and try again; the file is unchanged",
    "problem.save-no-permission": "could not be saved, writing there is not allowed - ask whoever owns the file and its folder; the file is unchanged",
    "problem.save-not-sure": "changed, but the disk did not confirm it ({reason}), and a power cut may lose the change - look at the file, and have the disk checked",
    "problem.save-quota": "could not be saved, your share of the disk is used up - free some space, and try again; the file is unchanged",
    "problem.save-read-only": "the file is read-only - allow writing to it, and try again; the file is unchanged",
    "problem.save-read-only-disk": "could not be saved, the disk is read-only - copy the file to another disk; the file is unchanged",
    "problem.save-taken": "another winsell is writing there - wait until it has ended, and try again; nothing was changed",
    "problem.save-too-big": "the change would make the file larger than 2 MiB - make it shorter; the file is unchanged",
    "problem.saved-untold": "saved, and need not be done again; what it does to the numbers cannot be told - mend what follows here, then look with `winsell screen`",
    "problem.saved-unshown": "saved, and need not be done again; only the output could not be written ({reason}) - look with `winsell screen`",
    "problem.saved-interrupted": "saved before it was interrupted, and need not be done again - look with `winsell screen`",
    "problem.saved-crash": "something went wrong inside winsell after the saving ({kind}) - run `winsell screen` with WINSELL_DEBUG=1, and report it",
    "problem.undo-changed": "the file no longer says what winsell wrote last, and what came after would be lost - change it by hand",
    "problem.undo-none": "nothing is left that winsell could take back - change it by hand",
    "problem.undo-not-kept": "saved, but this change cannot be taken back later ({reason}) - keep a copy of the file, if that matters",
}
