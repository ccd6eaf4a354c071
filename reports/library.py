"""Everything we say, in one language: read once, checked, frozen."""

from dataclasses import dataclass
from functools import lru_cache

from assessment.model import Questionnaire
from catalogue.model import Case, Network, Resource
from recommendations.action import Action
from recommendations.eligibility import Words
from recommendations.pathway import Pathway
from recommendations.programme import Programme


@dataclass(frozen=True)
class Library:
    """The content of one language."""

    language: str
    questionnaire: Questionnaire
    actions: tuple[Action, ...]
    pathways: tuple[Pathway, ...]
    programmes: tuple[Programme, ...]
    resources: tuple[Resource, ...]
    cases: tuple[Case, ...]
    networks: tuple[Network, ...]
    words: Words

    def action(self, action_id: str) -> Action:
        """The action of this id; KeyError when there is none."""
        return next(a for a in self.actions if a.id == action_id)
