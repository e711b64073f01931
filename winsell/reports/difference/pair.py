"""Two states of one deal, and what things are called in the one that knows them."""

from __future__ import annotations

from dataclasses import dataclass

from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Named
from winsell.deal.dossier import NOBODY


@dataclass(frozen=True, slots=True)
class Pair:
    """The two states: names are those of the later one, and of the earlier one for what is gone."""

    before: Moment
    after: Moment

    def person(self, id_: str) -> Named:
        """Name a person, or a source who is nobody of the list."""
        known = self.after.dossier.known_person(id_) is not None or id_ in self.after.deal.sources
        return (self.after if known else self.before).person(id_)

    def rival(self, id_: str) -> Named:
        """Name a competitor."""
        return (self.after if id_ in self.after.deal.competitors else self.before).competitor(id_)

    def seated(self, id_: str) -> Fact:
        """Name who sits in a chair; None if nobody does."""
        return None if id_ == NOBODY else self.person(id_)

    def teller(self, source: str | None) -> Fact:
        """Name a source: a person by name, all else in the words of the file."""
        known = source is not None and (source in self.after.deal.sources or self._knows(source))
        return self.person(source) if source is not None and known else source

    def _knows(self, id_: str) -> bool:
        return any(one.dossier.known_person(id_) is not None for one in (self.before, self.after))

    def event(self, id_: str) -> Named:
        """Name a compelling event."""
        own = next((one.deal.events[id_].name for one in (self.after, self.before) if id_ in one.deal.events), None)
        kind = self.after.playbook.events.get(id_)
        return Named(id_, text=own, label=kind.label if kind else None)

    def sign(self, id_: str) -> Named:
        """Name a sign in the words of how the customer buys."""
        sign = self.after.playbook.signs.get(id_)
        return Named(id_, label=self.after.called(id_, sign.label if sign else None))

    def match(self, id_: str) -> Named:
        """Name a match of the first question."""
        match = self.after.playbook.matches.get(id_)
        return Named(id_, label=match.label if match else None)

    def element(self, id_: str) -> Named:
        """Name an element of how the customer buys."""
        known = {str(key): element for key, element in self.after.playbook.behaviour.items()}
        return Named(id_, label=known[id_].label if id_ in known else None)
