"""The three things every analysis is a function of: what the files say, the company's method, and a day.

No analysis reads a clock or a file. As of a day, what is dated later does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from winsell.base.fact import Named
from winsell.base.label import Label
from winsell.base.scalar import Contact
from winsell.deal.competitor import Competitor
from winsell.deal.deal import Deal
from winsell.deal.dossier import Dossier
from winsell.deal.person import exists
from winsell.playbook.model import Playbook


@dataclass(frozen=True)
class Moment:
    """A deal as of a day, seen with a playbook."""

    dossier: Dossier
    playbook: Playbook
    on: date

    @cached_property
    def deal(self) -> Deal:
        """The deal, each action due when it was due as of the day."""
        deal = self.dossier.deal
        due = {id_: one.due_on(self.on) for id_, one in deal.actions.items() if one.put_off}
        other = {id_: day for id_, day in due.items() if day != deal.actions[id_].due}
        if not other:
            return deal
        moved = {id_: deal.actions[id_].model_copy(update={"due": day}) for id_, day in other.items()}
        return deal.model_copy(update={"actions": {**deal.actions, **moved}})

    @cached_property
    def stage(self) -> str:
        """The stage as of the day; none, or one that the playbook does not know, counts as the first."""
        stage = self.deal.stage.at(self.on).value
        return stage if stage in self.playbook.stages else next(iter(self.playbook.stages))

    def reached(self, due_from: str | None) -> bool:
        """Tell whether the deal has come to a stage."""
        return self.playbook.reached(self.stage, due_from)

    @cached_property
    def competitors(self) -> dict[str, Competitor]:
        """The competitors that are there on the day, doing nothing among them; by id, whatever the file's order."""
        named = sorted(self.deal.competitors.items())
        return {id_: rival for id_, rival in named if exists(rival.since, rival.left, self.on)}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The ids of the persons who are there on the day, in their own order, whatever that of the file."""
        named = [(id_, person) for id_, person in sorted(self.dossier.people.items()) if self._is_of_the_deal(id_)]
        return tuple(id_ for id_, person in named if exists(person.since, person.left, self.on))

    def _is_of_the_deal(self, id_: str) -> bool:
        """Tell whether the deal names a person, or has seated him in a chair by the day."""
        seated = (entry.value for chair in self.deal.chairs.values() for entry in chair.until(self.on))
        return id_ in self.deal.people or id_ in seated

    @property
    def tender_is_out(self) -> bool:
        """Tell whether the tender has been issued: from then on much may not be asked any more (METHOD 16)."""
        return self.reached(self.playbook.tender.issued_from)

    @property
    def bidding_is_on(self) -> bool:
        """Tell whether the tender is out and not awarded: then a lawful bidder asks in public only (METHOD 16)."""
        return self.tender_is_out and not self.reached(self.playbook.tender.awarded_from) and self.outcome is None

    @property
    def bids_are_in(self) -> bool:
        """Tell whether the last day for bids is past and the award is not made: ours can no longer be changed."""
        due = self.deal.bids_due.at(self.on).value
        return self.bidding_is_on and due is not None and due < self.on

    @property
    def by_tender(self) -> bool:
        """Tell whether bids are called for and scored, as is taken until the file says that offers are compared."""
        return self.deal.procurement != "direct" and self.deal.method in (None, "open", "invited")

    def in_its_words(self, code: str) -> str:
        """Return the code of a sentence in the words of how the customer buys: by a tender, or by comparing offers."""
        return code if self.by_tender else f"{code}.offers"

    def called(self, id_: str, label: Label | None) -> Label | None:
        """Return what a stage, sign or tactic is called where the customer issues no tender; else its own label."""
        return label if self.by_tender else self.playbook.tender.otherwise.get(id_, label)

    @property
    def review_days(self) -> tuple[date, ...]:
        """The days of the reviews that took place by this day, in the order of the file."""
        return tuple(review.on for review in self.deal.reviews if review.on <= self.on)

    @property
    def outcome(self) -> str | None:
        """How the deal ended, if it has by this day."""
        return self.deal.outcome.at(self.on).value

    def person(self, id_: str) -> Named:
        """Name a person by alias, else by title; a source who is not among the people by the post given there.

        Of two who are called the same, each has the post or id beside it that tells them apart.
        """
        person, source = self.dossier.known_person(id_), self.deal.sources.get(id_)
        known = (person.name or person.title) if person else None
        if known is not None and id_ in self._apart:
            known = f"{known} ({self._apart[id_]})"
        return Named(id_, text=known or (source.title if source else None))

    @cached_property
    def _apart(self) -> dict[str, str]:
        """What tells those apart who are called the same: the post, or the id where the post does not."""
        alike: dict[str, dict[str, str]] = {}
        for id_, one in self.dossier.people.items():
            if called := one.name or one.title:
                alike.setdefault(called, {})[id_] = (one.title if one.name else None) or id_
        return {
            id_: mark if list(marks.values()).count(mark) == 1 else id_
            for marks in alike.values()
            if len(marks) > 1
            for id_, mark in marks.items()
        }

    def met_elsewhere(self, id_: str) -> Contact | None:
        """Return how well we know a person from other dealings; shown only, it never enters a deal's numbers."""
        account = self.dossier.account
        person = account.people.get(id_) if account else None
        contact = person.contact.at(self.on).value if person else None
        return None if contact == "none" else contact

    def competitor(self, id_: str) -> Named:
        """Name a competitor as the deal does, else as the file about them does."""
        rival, known = self.deal.competitors.get(id_), self.dossier.competitor_files.get(id_)
        return Named(id_, text=(rival.name if rival else None) or (known.name if known else None))

    def stage_name(self, id_: str | None) -> Named | None:
        """Name a stage, with its label if the playbook has one."""
        stage = self.playbook.stages.get(id_) if id_ else None
        return Named(id_, label=self.called(id_, stage.label if stage else None)) if id_ else None

    def caution(self, id_: str) -> Named | None:
        """Return what the law of this procurement says about a sign or tactic; None if it says nothing."""
        caution = self.playbook.cautions.get(self.deal.procurement) if self.deal.procurement else None
        return Named("caution", label=caution.text) if caution is not None and id_ in caution.items else None

    def chair(self, id_: str) -> Named:
        """Name a chair of the decision."""
        chair = self.playbook.chairs.get(id_)
        return Named(id_, label=chair.label if chair else None)

    def strategy(self, id_: str) -> Named:
        """Name a competitive strategy."""
        strategy = self.playbook.strategies.get(id_)
        return Named(id_, label=strategy.label if strategy else None)

    def tactic(self, id_: str) -> Named:
        """Name a tactic."""
        return Named(id_, label=self.called(id_, self.playbook.tactics.get(id_)))

    def teller(self, source: str | None) -> Named | str | None:
        """Name a source: a person of the customer by his name, anything else in the words of the file."""
        return self.person(source) if source and self.dossier.known_person(source) else source
