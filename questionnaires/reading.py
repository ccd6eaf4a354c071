"""How the files of an instrument become one questionnaire in one language.

`questionnaire.yaml` names its dimensions; each stands in a file of that name beside it.
"""

import difflib
import functools
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from assessment.base import Content, Id, Text
from assessment.model import Dimension, Level, Questionnaire
from content.errors import ContentError, Problem
from content.loader import build
from content.nodes import Tree

M = TypeVar("M", bound=BaseModel)

INSTRUMENTS: tuple[str, ...] = ("digital-maturity",)
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
    head_tree = _tree(folder / HEAD)
    head = _try(head_tree, _Head, language, problems)
    read_so_far: list[tuple[Tree, Dimension]] = []
    files = sorted(path for path in folder.glob("*.yaml") if path.name != HEAD)
    for path in files:
        tree = _tree(path)
        dimension = _try(tree, Dimension, language, problems)
        if dimension is not None:
            problems += _misnamed(tree, dimension, path.stem)
            problems += _asked_before(tree, dimension, read_so_far)
            read_so_far.append((tree, dimension))
    if head is not None:
        problems += _misplaced(head_tree, head, [path.stem for path in files])
    if head is None or problems:
        raise ContentError(problems)
    return _assemble(head_tree, head, {d.id: d for _, d in read_so_far})


def _tree(path: Path) -> Tree:
    # 'questionnaires/digital-maturity/people.yaml', wherever the program was started.
    return Tree.read(path, "/".join(path.parts[-3:]))


def _try(tree: Tree, model: type[M], language: str, problems: list[Problem]) -> M | None:
    """The object, or None and its problems added to the list."""
    try:
        return build(tree, model, language)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _misnamed(tree: Tree, dimension: Dimension, stem: str) -> list[Problem]:
    if dimension.id == stem:
        return []
    message = f"the file is called '{stem}' and its id is '{dimension.id}': use the same name"
    return [_problem(tree, ("id",), message)]


def _asked_before(
    tree: Tree, dimension: Dimension, before: list[tuple[Tree, Dimension]]
) -> list[Problem]:
    """Questions whose id an earlier file, or an earlier place in this one, already uses."""
    home = {q.id: other.name for other, earlier in before for q in earlier.questions}
    problems = []
    for index, question in enumerate(dimension.questions):
        if question.id in home:
            message = f"the question id '{question.id}' is already used in {home[question.id]}"
            problems.append(_problem(tree, ("questions", index, "id"), message))
        home[question.id] = tree.name
    return problems


def _misplaced(tree: Tree, head: _Head, stems: list[str]) -> list[Problem]:
    """Dimensions named without a file, and files that no dimension names."""
    problems = []
    for index, name in enumerate(head.dimensions):
        if name not in stems:
            near = difflib.get_close_matches(name, stems, 1)
            hint = f"did you mean '{near[0]}'?" if near else "add it beside this file"
            message = f"there is no file '{name}.yaml': {hint}"
            problems.append(_problem(tree, ("dimensions", index), message))
        elif name in head.dimensions[:index]:
            message = f"'{name}' stands twice: keep one"
            problems.append(_problem(tree, ("dimensions", index), message))
    for stem in stems:
        if stem not in head.dimensions:
            message = f"the file '{stem}.yaml' is not used: name it under 'dimensions'"
            problems.append(_problem(tree, ("dimensions",), message))
    return problems


def _assemble(tree: Tree, head: _Head, dimensions: dict[str, Dimension]) -> Questionnaire:
    values: dict[str, Any] = {name: getattr(head, name) for name in type(head).model_fields}
    values["dimensions"] = tuple(dimensions[name] for name in head.dimensions)
    try:
        return Questionnaire(**values)
    except ValidationError as error:
        messages = [d["msg"].removeprefix("Value error, ") for d in error.errors()]
        raise ContentError([_problem(tree, _about(m), m) for m in messages]) from None


def _about(message: str) -> tuple[str, ...]:
    """The key of questionnaire.yaml that a rule on the whole questionnaire speaks of."""
    return next(((key,) for key in ("flash", "levels") if key in message), ("dimensions",))


def _problem(tree: Tree, loc: tuple[int | str, ...], message: str) -> Problem:
    place = tree.place(loc)
    return Problem(tree.name, place.line, place.path, message)
