"""A funding programme as we read it: facts, conditions, source and date."""

import datetime as dt
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assessment.base import Content, Id, Text
from recommendations.action import Need
from recommendations.vocabulary import misfit

Kind = Literal[
    "grant",
    "voucher",
    "subsidised-advice",
    "in-kind",
    "loan",
    "guarantee",
    "equity",
    "tax-relief",
    "prize",
]
Tier = Literal["match", "watch", "archive", "weak"]
Scalar = bool | int | float | str

WhyNotTested = Literal["judgement", "preference", "afterwards", "procedure", "unseen"]
"""Why no field settles a condition: the funder weighs it; it is a priority, not a condition; it
binds during or after the project; it is a step of the application; the page did not say enough."""

OPERATORS = (
    "is", "in", "has_any", "at_least", "at_most", "above", "below", "within", "forms", "sme",
)  # fmt: skip

WITHOUT_FIELD = ("forms", "sme")
"""Operators that know by themselves which facts they read."""

GROUPS = ("all", "any", "not", "readings")

SmeSize = Literal["micro", "small", "medium"]
"""At most this size in the EU sense: a micro-enterprise is also small, a small one also medium."""

Url = Annotated[str, Field(pattern=r"^https?://")]


class Forms(Content):
    """Legal forms and families; what stands in neither list is unknown."""

    accepted: tuple[str, ...] = Field(
        default=(), description="Legal-form codes; 'any' when no restriction was seen."
    )
    families: tuple[str, ...] = Field(default=(), description="Accepted form families; or 'any'.")
    excluded: tuple[str, ...] = Field(default=(), description="Codes or families refused by name.")


class Test(Content):
    """One executable condition: a field and one operator, or all / any / not / readings of others.

    `readings` holds the readings of a source that contradicts itself: what they agree on is
    told, the rest is to check.

    >>> Test.model_validate({"field": "enterprise.fte", "below": 250}).operator
    'below'
    """

    __test__ = False  # pytest: this is a model, not a test class

    all: "tuple[Test, ...] | None" = Field(default=None, min_length=1)
    any: "tuple[Test, ...] | None" = Field(default=None, min_length=1)
    not_: "Test | None" = Field(default=None, alias="not")
    readings: "tuple[Test, ...] | None" = Field(default=None, min_length=2)
    field: str | None = Field(default=None, pattern=r"^(enterprise|project)\.[a-z0-9_]+$")
    is_: Scalar | None = Field(default=None, alias="is", description="The field equals this.")
    in_: tuple[Scalar, ...] | None = Field(default=None, alias="in", min_length=1)
    has_any: tuple[Scalar, ...] | None = Field(
        default=None,
        min_length=1,
        description="The list field holds one of these (prefix match for nace).",
    )
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    within: tuple[str, ...] | None = Field(
        default=None, min_length=1, description="The place field lies inside one of these places."
    )
    forms: Forms | None = Field(default=None, description="The legal-form rule.")
    sme: SmeSize | None = Field(
        default=None, description="The EU SME rule, up to this size (recommendations/sme.py)."
    )

    @cached_property
    def operator(self) -> str:
        """Name of the one operator, or 'all', 'any', 'not', 'readings'."""
        for name in GROUPS:
            if self.operand(name) is not None:
                return name
        return next(name for name in OPERATORS if self.operand(name) is not None)

    def operand(self, name: str) -> object:
        """What stands after this operator in the file, or None."""
        return getattr(self, {"is": "is_", "in": "in_", "not": "not_"}.get(name, name))

    @property
    def inner(self) -> "tuple[Test, ...]":
        """The tests this one combines; none for a single operator."""
        alone = (self.not_,) if self.not_ else ()
        return (*(self.all or ()), *(self.any or ()), *alone, *(self.readings or ()))

    @model_validator(mode="after")
    def _one_form_at_a_time(self) -> Self:
        groups = [name for name in GROUPS if self.operand(name) is not None]
        operators = [name for name in OPERATORS if self.operand(name) is not None]
        if groups and (len(groups) > 1 or operators or self.field):
            raise ValueError("write one of 'all', 'any', 'not', 'readings', alone")
        if not groups and len(operators) != 1:
            raise ValueError(f"write one operator among {', '.join(OPERATORS)}")
        if not groups and operators[0] not in WITHOUT_FIELD and self.field is None:
            raise ValueError("write the 'field' this operator reads, like enterprise.fte")
        if self.field and operators and operators[0] in WITHOUT_FIELD:
            raise ValueError(f"'{operators[0]}' knows which facts it reads: remove 'field'")
        wrong = misfit(self.field, operators[0], self.operand(operators[0])) if self.field else None
        if wrong:
            raise ValueError(wrong)
        return self


class Condition(Content):
    """One condition of the funder, readable always, executable where a field can settle it."""

    id: Id
    text: Text
    test: Test | None = Field(
        default=None, description="Must hold to qualify (exclusions negated)."
    )
    why_not_tested: WhyNotTested | None = Field(
        default=None, description="Why no field can settle it; none while nobody has looked."
    )
    source: Url | None = Field(
        default=None, description="Where this condition stands, if not on the programme's page."
    )

    @property
    def also_looked_at(self) -> bool:
        """Left to the funder: it never changes a verdict. What was not seen stays to check."""
        return self.why_not_tested not in (None, "unseen")

    @model_validator(mode="after")
    def _tested_or_not(self) -> Self:
        if self.why_not_tested and self.test is not None:
            raise ValueError("a condition has either a 'test' or a 'why_not_tested', not both")
        return self


class Opening(Content):
    """When one can apply, as read on the page; availability is computed from it."""

    mode: Literal["permanent", "call", "ended"]
    returns: bool = Field(default=False, description="The call is known to come back.")
    opens_on: dt.date | None = None
    last_day: dt.date | None = Field(default=None, description="Inclusive.")
    status: Literal["open", "closed", "unknown"] = Field(description="As the page said.")
    page_date: dt.date | None = Field(default=None, description="Earliest day the date may mean.")
    page_date_as_seen: str | None = Field(
        default=None, description="'2023', '2026-06' if imprecise."
    )
    note: Text | None = None


class Band(Content):
    """A stepped amount: this much, or this rate, within these bounds."""

    cost_min: Decimal | None = None
    cost_max: Decimal | None = None
    cost_below: Decimal | None = None
    cost_above: Decimal | None = None
    fte_min: Decimal | None = None
    fte_max: Decimal | None = None
    fte_below: Decimal | None = None
    other: str | None = Field(default=None, description="A step no cost or size settles.")
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    rate: Decimal | None = None


class Amount(Content):
    """How much, as seen: null means not seen, never unlimited and never zero."""

    currency: Literal["EUR", "GBP", "CHF", "CAD", "USD"] | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    rate_min: Decimal | None = Field(default=None, ge=0, le=2)
    rate_max: Decimal | None = Field(default=None, ge=0, le=2)
    rate_basis: str | None = Field(default=None, description="'eligible-costs', 'tax-base'…")
    rate_note: Text | None = None
    per: Text | None = Field(default=None, description="'per year', 'over three years'…")
    cost_min: Decimal | None = Field(default=None, description="Smallest eligible project cost.")
    cost_max: Decimal | None = Field(default=None, description="Largest eligible project cost.")
    bands: tuple[Band, ...] = ()
    note: Text | None = None


class Stacking(Content):
    """How it goes with other public money."""

    de_minimis: Literal["yes", "sgei", "no", "unknown"] = Field(
        default="unknown", description="'sgei': the ceiling of services of general interest."
    )
    incompatible_with: tuple[str, ...] = Field(
        default=(), description="Ids of programmes; a text names what is outside our list."
    )
    compatible_with: tuple[str, ...] = ()
    public_aid_cap: Decimal | None = Field(default=None, gt=0, le=1)
    note: Text | None = None


class Ask(Content):
    """Whom to ask when something is to verify, and the exact question to put."""

    who: Text
    question: Text


class Source(Content):
    """Where the facts were read."""

    url: Url
    type: Literal["official", "aggregator", "third-party", "not-stated"]
    others: tuple[str, ...] = ()
    seen_facts: tuple[str, ...] = ()
    confidence: Literal["high", "medium", "low"]
    notes: str | None = Field(default=None, description="For curators, English, not displayed.")


class Programme(Content):
    """One funding programme: who pays, where, for what, for whom, how much, seen where and when."""

    id: Id
    name: Text = Field(description="Official name, not translated.")
    funder: Text
    territory: tuple[str, ...] = Field(min_length=1)
    territory_note: Text | None = None
    kind: Kind
    tier: Tier
    needs: tuple[Need, ...] = Field(description="Empty when it pays for nothing digital.")
    summary: Text
    conditions: tuple[Condition, ...] = Field(min_length=1)
    amount: Amount
    stacking: Stacking
    opening: Opening
    ask: Ask
    unlocks: tuple[Id, ...] = Field(default=(), description="Programmes this one is a gate to.")
    opened_by: tuple[Id, ...] = Field(
        default=(), description="Actions whose result its page takes for the plan it asks for."
    )
    source: Source
