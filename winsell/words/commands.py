"""Sentences of the commands themselves: help, check, playbook."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "check.file": "{path}",
    "check.problem": "{place}: {problem}",
    "check.invalid": Plural("not valid: one problem", "not valid: {count} problems", "count"),
    "check.valid": "valid",
    "check.clean": "valid, as of {on}; no risks found",
    "check.found": Plural("valid, as of {on}; one risk", "valid, as of {on}; {count} risks", "count"),
    "check.line": "{place}: {code} {fact}",
    "check.summary": "{files} checked, {invalid} not valid, {red} red, {yellow} yellow, {white} white",
    "playbook.valid": "{path}: valid; {id} version {version}, extends {parent}",
    "playbook.valid-alone": "{path}: valid; {id} version {version}, complete in itself",
    "playbook.origin": "{path}: {value}  ({origin})",
    "help.program": "Analyse large B2B deals kept as plain YAML files.",
    "help.screen": "Go, find out first, or drop: the three questions, and why.",
    "help.analyze": "The four points on a day, with their trends and risks.",
    "help.plan": "The five-step line: strategy, tactics, dated work.",
    "help.check": "Is each file valid, and which risks does each deal carry?",
    "help.playbook": "The method in use: stages, signs, weights, strategies.",
    "help.playbook-show": "Show the playbook in use, a company's own laid over its parent.",
    "help.playbook-check": "Is a playbook valid, and do its parts fit together?",
    "help.schema": "The JSON schema of a file, for editors, or of the reports.",
    "help.deal": "A deal file.",
    "help.files": "Deal, account, competitor or playbook files.",
    "help.as-of": "The day to look from: YYYY-MM-DD, YYYY-MM (its last day) or today.",
    "help.playbook-option": "A playbook file instead of the one beside the deal.",
    "help.format": "terminal or json.",
    "help.version": "The version of the program.",
    "help.json": "Short for --format json.",
    "help.fail-on": "End with exit code 1 from which risks on: error (red), warning (yellow) or hint (white).",
    "help.origin": "Say for each value which playbook it comes from.",
    "help.playbook-file": "A playbook file.",
    "help.kind": "deal, account, competitor, playbook or report.",
}
