"""What `winsell review` says: which deals first, the page of a deal, the forecast, the pre-read of a meeting."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "triage.title": Plural(
        "Review: one open deal[ of {owner}][, grade {grades}][, {stage}], {on}",
        "Review: {count} open deals[ of {owner}][, grade {grades}][, {stage}], {on}",
        "count",
    ),
    "triage.nothing": "No open deal here",
    "triage.minutes": Plural(
        "{minutes} minutes, {each} a deal: the first one",
        "{minutes} minutes, {each} a deal: the first {count}",
        "count",
    ),
    "triage.weights": "A sum of at most 100 puts them in order: {weights}",
    "triage.weight": "{what} {points}",
    "triage.weigh-value": "size",
    "triage.weigh-probability": "win probability moved",
    "triage.weigh-risks": "new risks",
    "triage.weigh-promises": "promises due",
    "triage.weigh-silence": "silence",
    "triage.weigh-decision": "decision near",
    "triage.column-line": "Win probability",
    "triage.column-before": "Before",
    "triage.deal": "{number}. {deal}[, {amount}]",
    "triage.why": "{points}[: {parts}][; no number: {status}]",
    "triage.part": "{what} ({points})",
    "triage.grade": "grade {grade}",
    "triage.no-grade": "size unknown",
    "triage.moved": "win probability {points} from {before}",
    "triage.number-came": "a win probability at last",
    "triage.number-gone": "no win probability any more, {value} before",
    "triage.risks-red": "new red risks: {red}",
    "triage.risks-yellow": "new yellow risks: {yellow}",
    "triage.risks-both": "new risks: {red} red and {yellow} yellow",
    "triage.promises-late": "promises late: {late}",
    "triage.promises-due": "promises due: {due}",
    "triage.promises-both": "promises: {late} late and {due} due",
    "triage.silence": Plural("one day of silence", "{days} days of silence", "days"),
    "triage.decision": Plural("decision in one day", "decision in {days} days", "days"),
    "triage.decision-past": Plural("decision day one day past", "decision day {days} days past", "days"),
    "triage.assumed": "Only assumed: nothing is known of any competitor",
    "triage.left-title": "Left out",
    "triage.left": Plural("One deal, for want of time: {deals}", "{count} deals, for want of time: {deals}", "count"),
    "triage.broken": Plural(
        "Could not be read: {path}, one problem", "Could not be read: {path}, {count} problems", "count"
    ),
    "problem.no-such-owner": "no open deal here belongs to {name} - use one of {known}",
    "problem.no-such-grade": "{value} is no grade - use {known}",
    "problem.no-such-stage-here": "there is no stage {value} - use one of {known}",
    "help.review": "Which open deals to look at first, and why; or the one page of a deal.",
    "help.of-owner": "Only the deals of this owner.",
    "help.of-grade": "Only deals of these grades, such as A,B.",
    "help.of-stage": "Only deals in this stage.",
    "help.since-look": "What changed since this day; else since the last review.",
    "help.minutes": "How long you have; else the playbook's.",
    "help.value-grade": "GRADE",
    "help.value-stage": "STAGE",
    "help.value-number": "NUMBER",
}
