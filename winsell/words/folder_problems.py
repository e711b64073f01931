"""What stands in the way of reading a folder, or the history of its files."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

FOLDER_PROBLEMS: dict[str, Sentence] = {
    "problem.closed-folder": "the folder could not be looked through ({reason}) - ask whoever owns it, or change its permissions",
    "problem.folder-too-large": "{folders} folders with {count} YAML files, and more to come: that is no folder of deals, and none of it was checked - name the folder of your deals",
    "problem.other-file-system": "the folder is on another file system and was not looked through - name it to have it checked",
    "problem.no-files-in-folder": "there is no deal file in this folder - name another, or make one with `winsell new`",
    "problem.link-leads-out": "the link leads out of {folder} and was not followed - name the file itself to have it read",
    "problem.passed-over": Plural(
        "one file is no deal file and was passed over: {paths} - add `kind:` or `deal:` if it should be one",
        "{count} files are no deal files and were passed over: {paths}[ and {more} more] - add `kind:` or `deal:` if one should be",
        "count",
    ),
    "problem.no-such-revision": "there is no revision {value} - name one that `git log` shows, or a day as YYYY-MM-DD",
    "problem.no-such-revision-shallow": "there is no revision {value} in this clone, which holds the last commits only - run `git fetch --unshallow`, or name a day as YYYY-MM-DD",
    "problem.history-not-valid": "the file was not valid in {revision}, so that nothing tells what is new since: every risk is shown - name another revision, or a day",
}
