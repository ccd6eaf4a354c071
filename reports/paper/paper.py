"""What one paper is made of: a questionnaire, a form, a language, a day."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from assessment.model import Questionnaire
from assessment.scorecard import Form
from content.wording import Wording
from reports.paper.numbered import Asked, numbered
from reports.words import words

PROFILE = ("name", "place", "form", "size")
"""What a paper asks about the enterprise; place and form are chosen in a list."""


@dataclass(frozen=True)
class Lists:
    """Id to words: countries and regions, and legal forms. No two words are the same."""

    places: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> dict[str, str]:
        """The list a fact of the profile is chosen in; {} for what is written freely."""
        return {"place": self.places, "form": self.forms}.get(name, {})


@dataclass(frozen=True)
class Paper:
    """One questionnaire to take away; `site` is where it comes back, '' when nobody knows."""

    questionnaire: Questionnaire
    form: Form
    language: str
    on: dt.date
    lists: Lists
    site: str = ""

    @cached_property
    def word(self) -> Wording:
        """The words around the questions."""
        return words(self.language)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Its questions, numbered."""
        return numbered(self.questionnaire, self.form, self.word)

    @property
    def mark(self) -> str:
        """What a file says of itself: 'jalon|digital-maturity|1.0|core|fr'."""
        q = self.questionnaire
        return "|".join(("jalon", q.id, q.version, self.form, self.language))
