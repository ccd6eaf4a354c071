"""The authors' actions and pathways, read from their YAML files in one language."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

from content.errors import ContentError, Problem
from content.loader import load, load_good
from recommendations.action import Action, ActionFile
from recommendations.pathway import Pathway, PathwayFile

HERE = Path(__file__).parent
ACTIONS = HERE / "actions"
PATHWAYS = HERE / "pathways.yaml"


@lru_cache(maxsize=8)
def read_actions(language: str) -> tuple[Action, ...]:
    """Every action, file by file in the order of their names, in this language ('fr', 'en').

    Raises ContentError with the problems of all files at once.
    """
    return actions_in(ACTIONS, language)


@lru_cache(maxsize=8)
def read_pathways(language: str) -> tuple[Pathway, ...]:
    """The pathways in the order they are tried. Raises ContentError with every problem."""
    return load(PATHWAYS, PathwayFile, language).pathways


def actions_in(folder: Path, language: str) -> tuple[Action, ...]:
    """Every action of the YAML files of a folder. Raises ContentError with every problem."""
    files, problems = load_good(sorted(folder.glob("*.yaml")), ActionFile, language)
    actions = tuple(action for file in files for action in file.actions)
    twice = [i for i, n in Counter(action.id for action in actions).items() if n > 1]
    problems += [Problem(folder.name, 1, i, "this action id stands twice") for i in twice]
    if problems:
        raise ContentError(problems)
    return actions
