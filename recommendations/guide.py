"""What helps to write a statement of needs: suggestions by kind of project, and what to watch."""

from functools import lru_cache
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from assessment.base import Content, Id, Text
from content.loader import load
from recommendations.action import Action, Need, Topic
from recommendations.specification import Place, Specification, Wanted

GUIDE = Path(__file__).parent / "specifications.yaml"

OTHER = "other"
"""The kind for what no other kind fits."""

BOUGHT: frozenset[Need] = frozenset(
    ("software-equipment", "custom-development", "website-ecommerce", "training-skills",
     "cybersecurity")
)  # fmt: skip
"""What a project needs when suppliers may be asked, provided it costs something."""

Remark = Literal[
    "product",
    "technology",
    "local",
    "size",
    "narrows",
    "many",
    "long",
    "soon",
    "budget",
]
"""What may narrow the choice of suppliers (narrowing.py), or be a slip."""


class Suggestion(Content):
    """A line ready to take. `narrows` says why few suppliers may be able to meet it."""

    id: Id
    text: Text
    place: Literal["must", "later"] = "must"
    narrows: Text | None = None


class Kind(Content):
    """One kind of thing looked for; `actions` first, then `topics`, say when it fits."""

    id: Id
    title: Text
    example: Text = Field(description="The need in one sentence, for somebody else.")
    actions: tuple[Id, ...] = ()
    topics: tuple[Topic, ...] = ()
    suggestions: tuple[Suggestion, ...] = Field(min_length=4)


class Said(Content):
    """A remark and its remedy. `{name}` is the word found, `{count}` a number, `{why}` a reason."""

    text: Text
    remedy: Text


class Names(Content):
    """Words that narrow, in any language; those of `_as_written` count with their capitals only."""

    products: tuple[str, ...]
    products_as_written: tuple[str, ...]
    technologies: tuple[str, ...]
    local: tuple[str, ...]
    size: tuple[str, ...]


class Guide(Content):
    """Everything the helper says, in one language."""

    kinds: tuple[Kind, ...] = Field(min_length=1)
    constraints: tuple[Suggestion, ...] = Field(min_length=1)
    criteria: tuple[Suggestion, ...] = Field(min_length=1)
    remarks: dict[Remark, Said]
    names: Names

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        ids = [one.id for one in self._all()]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise ValueError(f"the suggestion '{twice[0]}' stands twice")
        missing = [name for name in get_args(Remark) if name not in self.remarks]
        if missing:
            raise ValueError(f"the remark '{missing[0]}' is missing")
        if OTHER not in (kind.id for kind in self.kinds):
            raise ValueError(f"the kind '{OTHER}' is missing")
        return self

    def kind(self, kind_id: str) -> Kind:
        """The kind of this id; the general one when there is none."""
        return next((k for k in self.kinds if k.id == kind_id), self._other)

    def suggestion(self, suggestion_id: str | None) -> Suggestion | None:
        """The suggestion of this id, wherever it stands."""
        return next((one for one in self._all() if one.id == suggestion_id), None)

    def told(self, line: Wanted) -> str:
        """The words of a line: a suggestion is said in today's language."""
        found = self.suggestion(line.suggestion)
        return found.text if found else line.text

    def for_action(self, action: Action) -> Kind | None:
        """What this action looks for; None when nothing is bought or built."""
        named = next((k for k in self.kinds if action.id in k.actions), None)
        costs = action.cost.one_off.max + action.cost.yearly.max > 0
        if named or not costs or BOUGHT.isdisjoint(action.needs):
            return named
        fitting = (k for topic in action.topics for k in self.kinds if topic in k.topics)
        return next(fitting, self._other)

    def offered(self, kind: Kind, place: Place) -> tuple[Suggestion, ...]:
        """The suggestions for a part of the statement."""
        if place == "constraint":
            return self.constraints
        return self.criteria if place == "criterion" else kind.suggestions

    def _all(self) -> tuple[Suggestion, ...]:
        own = (one for kind in self.kinds for one in kind.suggestions)
        return (*own, *self.constraints, *self.criteria)

    @property
    def _other(self) -> Kind:
        return next(k for k in self.kinds if k.id == OTHER)


@lru_cache(maxsize=8)
def read_guide(language: str) -> Guide:
    """The guide in this language; ContentError with every problem of the file."""
    return load(GUIDE, Guide, language)


def chosen_kind(guide: Guide, specification: Specification, actions: tuple[Action, ...]) -> Kind:
    """The kind said, else the one the first action that buys something suggests."""
    if specification.kind is not None:
        return guide.kind(specification.kind)
    found = (guide.for_action(action) for action in actions)
    return next((kind for kind in found if kind), guide.kind(OTHER))


def check_guide(guide: Guide, actions: tuple[Action, ...]) -> list[str]:
    """What is wrong between the guide and the actions; empty when all is well."""
    known = {action.id for action in actions}
    return [
        f"recommendations/specifications.yaml\n  kinds[{kind.id}] > actions: "
        f"'{name}' is not an action"
        for kind in guide.kinds
        for name in kind.actions
        if name not in known
    ]
