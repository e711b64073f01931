"""What stands in the way of reading a folder, or the history of its files."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

FOLDER_PROBLEMS: dict[str, Sentence] = {
    "problem.closed-folder": "the folder could not be looked through ({reason}) - ask whoever owns it, or change its permissions",
    "problem.no-files-in-folder": "there is no deal file in this folder - name another, or make one with `winsell new`",
    "problem.link-leads-out": "the link leads out of {folder} and was not followed - name the file itself to have it read",
    "problem.passed-over": Plural(
        "one file is no deal file and was passed over: {paths} - add `kind:` or `deal:` if it should be one",
        "{count} files are no deal files and were passed over: {paths}[ and {more} more] - add `kind:` or `deal:` if one should be",
        "count",
    ),
    "problem.no-such-revision": "there is no revision {value} - name one that `git log` shows, or a day as YYYY-MM-DD",
    "problem.no-such-revision-shallow": "there is no revision {value} in this clone, which holds the last commits only - run `git fetch --unshallow`, or name a day as YYYY-MM-DD",
    "problem.history-no-git": "there is no git on this machine, so that nothing tells what is new since {revision}: every risk is shown - install git, or name a day as YYYY-MM-DD",
    "problem.history-no-repository": "the deals are not under git, so that nothing tells what is new since {revision}: every risk is shown - name a day as YYYY-MM-DD",
    "problem.history-no-commits": "nothing has been committed yet, so that nothing tells what is new since {revision}: every risk is shown - name a day as YYYY-MM-DD",
    "problem.history-not-trusted": "git does not read a folder that belongs to somebody else ({reason}): every risk is shown - run `git config --global --add safe.directory` with its path if you trust it",
    "problem.history-git-failed": "git could not read the history ({reason}): every risk is shown - see what `git log` says",
    "problem.history-git-slow": "git did not answer in time: every risk is shown - try again, or name a day as YYYY-MM-DD",
    "problem.history-not-in-clone": "this clone left out the text of {revision}: every risk is shown - run `git fetch`, or name a day as YYYY-MM-DD",
    "problem.history-not-valid": "the file was not valid in {revision}, so that nothing tells what is new since: every risk is shown - name another revision, or a day",
}
