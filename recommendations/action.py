"""What we advise: actions, with their real effort, cost and effect."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from assessment.base import Content, Id, Text
from assessment.model import FloorPoint

Need = Literal[
    "diagnosis",
    "strategy-advice",
    "software-equipment",
    "custom-development",
    "website-ecommerce",
    "communication-marketing",
    "training-skills",
    "cybersecurity",
    "data-privacy",
    "digital-inclusion",
    "ecology",
    "cooperation-mutualisation",
    "innovation-rd",
    "working-capital",
]
"""The funding vocabulary: what a programme pays for, what an action needs."""

Topic = Literal[
    "digital-strategy",
    "governance-participation",
    "change-management",
    "digital-skills",
    "collaboration-tools",
    "infrastructure-equipment",
    "process-automation",
    "crm-members",
    "accounting-erp",
    "website-seo",
    "social-media-marketing",
    "online-fundraising",
    "e-commerce-platform",
    "service-design",
    "digital-inclusion",
    "accessibility",
    "data-management",
    "data-visualisation",
    "gdpr-privacy",
    "cybersecurity",
    "ai",
    "green-it",
    "free-software-commons",
    "interoperability",
    "impact-measurement",
    "cooperation-mutualisation",
    "funding",
]
"""The catalogue's vocabulary: what a resource, a case or a network is about."""

Role = Literal[
    "carrier",
    "access-keeper",
    "privacy-contact",
    "content-editor",
    "tool-lead",
    "helper",
    "buyer",
    "board-sponsor",
]
"""Who an action needs: names of roles, each explained on a job sheet (job_sheets.yaml)."""

LONG_ACTION_HOURS = 20
"""Above this many hours an action is a project in six phases; below, three steps."""


class Effect(Content):
    """*Raises this question to at least this option*: gains come from re-scoring."""

    question: Id
    to: Id


class CostRange(Content):
    """Euros excluding tax, both bounds included."""

    min: Decimal = Field(ge=0)
    max: Decimal = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("'min' is above 'max'")
        return self


class Cost(Content):
    """What an action costs besides the enterprise's own hours, and where the range comes from."""

    one_off: CostRange
    yearly: CostRange
    basis: Text = Field(description="Whose estimate, of what, on which date.")


class FirstStep(Content):
    """What can be done on Monday; always under two weeks."""

    text: Text
    days: int = Field(ge=1, le=13)


class Phases(Content):
    """The six DigitalEES phases, as a checklist."""

    initialise: tuple[Text, ...] = Field(min_length=1)
    needs: tuple[Text, ...] = Field(min_length=1)
    choice: tuple[Text, ...] = Field(min_length=1)
    test: tuple[Text, ...] = Field(min_length=1)
    implement: tuple[Text, ...] = Field(min_length=1)
    last: tuple[Text, ...] = Field(min_length=1)


class Action(Content):
    """One thing to do: what, why, how to start, how long, how much, what it changes."""

    id: Id
    title: Text
    what: Text
    why: Text
    first_step: FirstStep
    hours: int = Field(gt=0, description="The enterprise's own hours, all people together.")
    weeks: int = Field(gt=0, description="From start to end, calendar weeks.")
    cost: Cost
    who: Text
    retired: bool = Field(
        default=False, description="No longer proposed; a plan that names it is still read."
    )
    roles: tuple[Role, ...] = Field(min_length=1, description="Main one first.")
    small: Text = Field(description="The first small version of it.")
    fuller: Text = Field(description="The fuller version, later.")
    free_option: Text | None = Field(
        default=None, description="A free or pooled way, named first wherever one exists."
    )
    running: Text = Field(description="What it goes on costing each year, in time and money.")
    risks: tuple[Text, ...] = Field(min_length=1, description="What makes it fail, as warnings.")
    success: Text = Field(description="What can be seen after three months when it works.")
    prerequisites: tuple[Id, ...] = ()
    raises: tuple[Effect, ...] = Field(min_length=1)
    needs: tuple[Need, ...] = Field(min_length=1, description="Funding vocabulary, main one first.")
    topics: tuple[Topic, ...] = Field(min_length=1, description="Catalogue vocabulary.")
    steps: tuple[Text, Text, Text] | None = None
    phases: Phases | None = None
    floor: FloorPoint | None = Field(
        default=None, description="This action is the safety net's piece for this point."
    )
    goes_online: bool = Field(default=False, description="It moves a service online.")
    non_digital: Text | None = Field(default=None, description="The way kept for who is offline.")

    @model_validator(mode="after")
    def _checklist_fits_the_size(self) -> Self:
        if self.hours > LONG_ACTION_HOURS and (self.phases is None or self.steps is not None):
            raise ValueError(f"over {LONG_ACTION_HOURS} hours, write 'phases' and no 'steps'")
        if self.hours <= LONG_ACTION_HOURS and (self.steps is None or self.phases is not None):
            raise ValueError(f"up to {LONG_ACTION_HOURS} hours, write 'steps' and no 'phases'")
        if self.goes_online and self.non_digital is None:
            raise ValueError("an action that goes online says its 'non_digital' way")
        return self


class ActionFile(Content):
    """The actions of one dimension, as one file holds them."""

    actions: tuple[Action, ...] = Field(min_length=1)
