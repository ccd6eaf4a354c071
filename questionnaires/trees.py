"""What the readers of an instrument share: a file as a tree, and how its mistakes are told."""

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from assessment.model import Question
from content.errors import ContentError, Problem
from content.loader import build
from content.nodes import Tree

M = TypeVar("M", bound=BaseModel)


def tree_of(path: Path, parts: int = 3) -> Tree:
    """The tree of a file, called by the last parts of its path wherever the program started.

    'questionnaires/digital-maturity/people.yaml' has three.
    """
    return Tree.read(path, "/".join(path.parts[-parts:]))


def built(tree: Tree, model: type[M], language: str, problems: list[Problem]) -> M | None:
    """The object, or None and its problems added to the list."""
    try:
        return build(tree, model, language)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def asked_before(tree: Tree, questions: Iterable[Question], home: dict[str, str]) -> list[Problem]:
    """Questions whose id an earlier file, or an earlier place in this one, already uses.

    `home` is question id to the name of its file; the questions of this one are added to it.
    """
    problems = []
    for index, question in enumerate(questions):
        if question.id in home:
            message = f"the question id '{question.id}' is already used in {home[question.id]}"
            problems.append(problem(tree, ("questions", index, "id"), message))
        home[question.id] = tree.name
    return problems


def misnamed(tree: Tree, given: str, stem: str) -> list[Problem]:
    """A file whose name is not the id it holds."""
    if given == stem:
        return []
    message = f"the file is called '{stem}' and its id is '{given}': use the same name"
    return [problem(tree, ("id",), message)]


def misplaced(tree: Tree, named: Sequence[str], stems: Sequence[str]) -> list[Problem]:
    """Dimensions named without a file, or twice, and files that no dimension names."""
    problems = []
    for index, name in enumerate(named):
        if name not in stems:
            near = difflib.get_close_matches(name, stems, 1)
            hint = f"did you mean '{near[0]}'?" if near else "add it beside this file"
            message = f"there is no file '{name}.yaml': {hint}"
            problems.append(problem(tree, ("dimensions", index), message))
        elif name in named[:index]:
            message = f"'{name}' stands twice: keep one"
            problems.append(problem(tree, ("dimensions", index), message))
    for stem in stems:
        if stem not in named:
            message = f"the file '{stem}.yaml' is not used: name it under 'dimensions'"
            problems.append(problem(tree, ("dimensions",), message))
    return problems


def problem(tree: Tree, loc: tuple[int | str, ...], message: str) -> Problem:
    """A problem at this place of the file."""
    place = tree.place(loc)
    return Problem(tree.name, place.line, place.path, message)
