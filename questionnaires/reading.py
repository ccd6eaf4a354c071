"""How the files of an instrument become one questionnaire in one language.

`questionnaire.yaml` names its dimensions; each stands in a file of that name beside it, its deep
dive in a file of that name under `deep/`; `consistency.yaml` holds the consistency checks.
"""

import difflib
import functools
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from assessment.base import Content, Id, Text
from assessment.model import Dimension, Level, Questionnaire
from content.errors import ContentError, Problem
from content.nodes import Tree
from questionnaires.deep_reading import CHECKS, read_checks, read_deep
from questionnaires.trees import asked_before, built, misnamed, misplaced, problem, tree_of

INSTRUMENTS: tuple[str, ...] = ("digital-maturity", "team-skills")
"""The ids that `read` knows; each is a folder of this package."""

CHECKLISTS: tuple[str, ...] = ("dma-sme", "dma-pso")
"""Those that `checklists.read_checklist` knows."""

HEAD = "questionnaire.yaml"


class UnknownInstrument(KeyError):
    """No instrument has this id; the message names the nearest one."""

    def __init__(self, instrument: str) -> None:
        known = INSTRUMENTS + CHECKLISTS
        near = difflib.get_close_matches(instrument, known, 1)
        hint = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(known)}."
        self.message = f"'{instrument}' is not an instrument. {hint}"
        super().__init__(self.message)

    def __str__(self) -> str:
        # KeyError would show its message between quotes.
        return self.message


class _Head(Content):
    """What questionnaire.yaml holds: everything but the dimensions, of which it has the order."""

    id: Id
    version: Text
    title: Text
    minutes: int = Field(gt=0)
    flash_minutes: int = Field(gt=0)
    levels: tuple[Level, ...] = Field(min_length=1)
    flash: tuple[Id, ...]
    dimensions: tuple[Id, ...] = Field(min_length=1)


@functools.lru_cache(maxsize=32)
def read(instrument: str, language: str) -> Questionnaire:
    """The questionnaire of this id, in this language.

    Raises UnknownInstrument, or ContentError with the problems of all its files.
    """
    if instrument not in INSTRUMENTS:
        raise UnknownInstrument(instrument)
    return read_folder(Path(__file__).parent / instrument, language)


def read_folder(folder: Path, language: str) -> Questionnaire:
    """The questionnaire a folder describes; ContentError holds the problems of all its files."""
    problems: list[Problem] = []
    head_tree = tree_of(folder / HEAD)
    head = built(head_tree, _Head, language, problems)
    found: dict[str, Dimension] = {}
    home: dict[str, str] = {}
    files = sorted(path for path in folder.glob("*.yaml") if path.name not in (HEAD, CHECKS))
    for path in files:
        tree = tree_of(path)
        dimension = built(tree, Dimension, language, problems)
        if dimension is not None:
            problems += misnamed(tree, dimension.id, path.stem)
            problems += asked_before(tree, dimension.questions, home)
            found[dimension.id] = dimension
    stems = tuple(path.stem for path in files)
    if head is not None:
        problems += misplaced(head_tree, head.dimensions, stems)
    dives = read_deep(folder, language, stems, home, problems)
    checks = read_checks(folder, language, problems)
    if head is None or problems:
        raise ContentError(problems)
    in_order = tuple(dives[name] for name in head.dimensions if name in dives)
    return _assemble(head_tree, head, found, {"deep_dives": in_order, "checks": checks})


def _assemble(
    tree: Tree, head: _Head, dimensions: dict[str, Dimension], beside: dict[str, Any]
) -> Questionnaire:
    values: dict[str, Any] = {name: getattr(head, name) for name in type(head).model_fields}
    values |= beside
    values["dimensions"] = tuple(dimensions[name] for name in head.dimensions)
    try:
        return Questionnaire(**values)
    except ValidationError as error:
        messages = [d["msg"].removeprefix("Value error, ") for d in error.errors()]
        raise ContentError([problem(tree, _about(m), m) for m in messages]) from None


def _about(message: str) -> tuple[str, ...]:
    """The key of questionnaire.yaml that a rule on the whole questionnaire speaks of."""
    return next(((key,) for key in ("flash", "levels") if key in message), ("dimensions",))
