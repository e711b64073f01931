"""A company's method as data: stages, questions, events, signs, chairs, weights, thresholds, strategies, tactics.

Code knows shapes (a sign has a stage at which it is due); the playbook holds content (this company's signs). A
playbook `extends` one parent and merges by id (see `merge.py`). The numbers of `five-steps` are reconstructions or
proposals; the method reference says which.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from winsell.base.finding import Severity
from winsell.base.label import Label
from winsell.base.part import Part
from winsell.base.scalar import (
    Amount,
    Attitude,
    Flag,
    Function,
    Grade,
    Id,
    Name,
    Nature,
    Procurement,
    Role,
    Strength,
    Text,
    Version,
    Whole,
    number,
    whole,
)
from winsell.playbook.meeting import Meeting
from winsell.playbook.people import PeopleRules
from winsell.playbook.review import Quiet, ReviewRules
from winsell.playbook.weights import (
    Days,
    FormulaWeights,
    PricedWeights,
    Share,
    SourceDiscounts,
    Weight,
    some_weight,
)

Small = Annotated[float, number(0, 100)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
Condition = Literal[
    "q1-no",
    "veto-unmovable",
    "no-winnable-part",
    "probability-zero",
    "no-compelling-event",
    "deal-lost",
    "account-wanted",
    "we-are-incumbent",
    "probability-even",
    "criteria-fit-us",
    "solution-on-paper",
    "not-behind-on-relation",
    "at-least-equal",
    "behind",
    "criteria-open",
    "criteria-closed",
    "part-we-lead",
]
"""The conditions of the strategy recommender; each is yes, no or unknown of a deal at a date."""


class Stage(Part):
    """A stage of the deal; a deal's own record says when it was entered."""

    label: Label
    note: Label | None = None
    needs: Ids = Field((), max_length=3)
    after: Id | None = None


class Labelled(Part):
    """Anything that needs a name only."""

    label: Label


class DealType(Part):
    """A kind of deal; `questions` names those that it is screened by (all, if absent)."""

    label: Label
    questions: Annotated[Ids, Field(min_length=1)] | None = None


class Grades(Part):
    """How the grade follows from the amount."""

    average: dict[Text, Amount] = Field(default_factory=dict)
    absolute: dict[Text, dict[Grade, Amount]] = Field(default_factory=dict)
    multiples: dict[Grade, Weight]
    lowest: Grade
    partner: Grade
    fast_lane: Annotated[tuple[Grade, ...], Field(strict=False)]
    fast_lane_questions: Annotated[Ids, Field(min_length=1)]


class Question(Part):
    """A screening question and the stage from which it is due."""

    label: Label
    due_from: Id


class Band(Part):
    """An amount range that we like best."""

    low: Amount
    high: Amount


class EventKind(Part):
    """A kind of compelling event."""

    label: Label
    strength: Strength
    nature: Nature


class EventRules(Part):
    """How question 2 is judged."""

    weak_is_enough: Flag
    stale_after_days: Days
    lapsed_after_days: Days
    deadline_critical_from: Id
    suspended_contact_days: Days
    suspended_red_days: Days


class ValueRules(Part):
    """How question 3 is judged."""

    confirm_before: Id


class Caution(Part):
    """Signs and tactics that the law of a kind of procurement restricts, and how they may still be used."""

    items: Ids
    text: Label


class Tender(Part):
    """The stages at which the tender is out and is awarded, and without how many bidders it fails."""

    issued_from: Id
    awarded_from: Id
    bidders_at_least: Whole
    otherwise: dict[Id, Label] = Field(default_factory=dict)


class Sign(Part):
    """A win sign (or a sign of losing): when it is due, is late, is to be looked for again."""

    label: Label
    polarity: Literal["win", "lose"]
    due_from: Id | None = None
    late_after: Id | None = None
    stale_after_days: Days | None = None
    answer: Label | None = None


class Chair(Part):
    """A seat at the decision that somebody must fill."""

    label: Label
    due_from: Id
    role: Role | None = None
    function: Function | None = None
    types: Ids | None = None
    weight: Weight


class ChairRules(Part):
    """An empty chair counts as a person with this influence weight."""

    influence: Weight


class ProbabilityRules(Part):
    """Formula 1 of the win probability; levels 0..100, probabilities 0..1."""

    weights: FormulaWeights
    weights_with_price: PricedWeights
    gamma: Annotated[float, number(high=10, above=0)]
    seats: Annotated[int, whole(1, 20)]
    unknown_own_level: Small
    unknown_competitor_level: Small
    unknown_incumbent_relation: Small
    competitor_floor: Small
    thin_relation_at_most: Small
    unevidenced_high: Small
    unevidenced_low: Small
    top_ranks: Whole
    source_discounts: SourceDiscounts
    source_fresh_days: Days
    ceilings: dict[
        Literal["approver-unknown", "payer-unknown", "opponent-with-veto", "money-or-criteria-unknown", "always"],
        dict[Id, Share],
    ]
    evidence_gap: Share
    targets: Annotated[tuple[Share, ...], Field(strict=False)]
    anchors: Annotated[tuple[Small, ...], Field(strict=False, min_length=1)]
    even_from: Share
    relation_even_within: Small
    criteria_fit_at_least: Share


class Element(Part):
    """An element of project behaviour, its weight, and when not knowing it is late."""

    label: Label
    weight: Weight
    due_from: Id
    critical_from: Id | None = None


class BudgetCheck(Part):
    """Between which multiples of what was paid before an amount is compared with it; beyond, the report asks why."""

    unlike_below: Weight
    unlike_above: Weight


class TrendRules(Part):
    """What counts as a rise, and when the four points disagree."""

    rise_probability: Share
    rise_score: Weight
    rise_rate: Share
    high_probability: Share
    low_insight: Share


class OneMouth(Part):
    """From which share of how many facts one source is too much."""

    share: Share
    facts: Whole


class Strategy(Part):
    """A competitive strategy, its tactics, and what to expect from a competitor who follows it."""

    label: Label
    tactics: Ids
    incumbent_tactics: Ids = ()
    expect: Label | None = None
    answer: Label | None = None


class StrategyRow(Part):
    """A row of the recommender: alternatives, each a list of conditions that must all hold."""

    strategy: Id
    when: Annotated[tuple[Annotated[tuple[Condition, ...], Field(strict=False)], ...], Field(strict=False)]


class RelationStrategy(Part):
    """What to do about a person in a state."""

    label: Label
    state: Attitude | Literal["not-contacted", "unknown", "heard"]
    tactics: Ids


class WorkKind(Part):
    """When an open gap of a kind is white, yellow, red."""

    due_from: Id
    critical_from: Id | None = None


class RuleSettings(Part):
    """Numbers, stage window and severity of one deal-risk rule."""

    from_: Id | None = Field(None, alias="from")
    until: Id | None = None
    hard_from: Id | None = None
    severity: Severity | None = None
    off: Flag | None = None
    days: Days | None = None
    people: Whole | None = None
    times: Annotated[int, whole(1)] | None = None
    points: Small | None = None


class BadRules(Part):
    """When a rule that people rather accept than heed is called a bad one."""

    share: Share
    deals: Whole


TimedWorkId = Literal["person", "opponent", "chair", "competitor", "rival", "event", "source", "value", "tactic"]
"""The kinds of work whose colour follows from the stage, as `work` says."""
WorkKindId = TimedWorkId | Literal["contact", "behaviour", "match", "restart", "strategy", "sign", "answer"]
"""All kinds of work; those beside the timed ones take their colour from what they are about."""
KnowledgeWord = Literal["unknown", "partial", "known", "not-recoverable"]
ElementId = Literal["people", "money", "criteria", "intelligence", "lessons"]


class Playbook(Part):
    """A whole method. `version` is the company's; `winsell` that of the file's form."""

    winsell: Version = 1
    kind: Literal["playbook"]
    id: Id
    version: Name
    name: Label
    extends: Id | None = None
    language: Literal["en", "zh"] | None = None
    stages: dict[Id, Stage] = Field(min_length=1)
    types: dict[Id, DealType]
    grades: Grades
    questions: dict[Literal["q1", "q2", "q3"], Question] = Field(min_length=3)
    matches: dict[Id, Labelled] = Field(min_length=1)
    ideal_amount: dict[Text, Band]
    events: dict[Id, EventKind]
    event_rules: EventRules
    value_rules: ValueRules
    tender: Tender
    cautions: dict[Procurement, Caution]
    signs: dict[Id, Sign]
    chairs: dict[Id, Chair]
    chair_rules: ChairRules
    people: PeopleRules
    probability: ProbabilityRules
    behaviour: dict[ElementId, Element] = Field(min_length=5)
    budget_check: BudgetCheck
    knowledge_values: dict[KnowledgeWord, Share] = Field(min_length=4)
    trend: TrendRules
    one_mouth: OneMouth
    review: ReviewRules
    quiet: dict[Id, Quiet] = Field(default_factory=dict)
    strategies: dict[Id, Strategy]
    strategy_rows: Annotated[tuple[StrategyRow, ...], Field(strict=False)]
    relation: dict[Id, RelationStrategy]
    tactics: dict[Id, Label]
    meeting: Meeting = Meeting.model_construct()
    work: dict[TimedWorkId, WorkKind] = Field(min_length=9)
    gap_effort: dict[
        Literal["us", "person", "competitor-fit", "competitor-relation"], Annotated[float, number(above=0)]
    ] = Field(min_length=4)
    rules: dict[Text, RuleSettings]
    bad_rules: BadRules | None = None

    @field_validator("behaviour")
    @classmethod
    def _elements_count(cls, elements: dict[ElementId, Element]) -> dict[ElementId, Element]:
        some_weight({id_: element.weight for id_, element in elements.items()})
        return elements

    def stage_rank(self, stage: str | None) -> int:
        """Return the place of a stage in the order, 0 = first; a stage that the playbook does not know is the first."""
        order = list(self.stages)
        return order.index(stage) if stage in self.stages else 0

    def reached(self, stage: str, due_from: str | None) -> bool:
        """Tell whether a deal in `stage` has come to `due_from`; None is never come to."""
        return due_from is not None and self.stage_rank(stage) >= self.stage_rank(due_from)
