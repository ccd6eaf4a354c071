"""How the files of a checklist become one checked object in one language.

`questionnaire.yaml` holds the head and the order of its dimensions; each of those stands in a
file of its name beside it.
"""

import functools
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from assessment.checklist import Checklist, Head, OfficialId, Theme
from content.errors import ContentError, Problem
from content.loader import build
from content.nodes import Tree
from questionnaires.reading import CHECKLISTS, HEAD, UnknownInstrument


class _HeadFile(Head):
    """What questionnaire.yaml holds: of the dimensions, their order."""

    dimensions: tuple[OfficialId, ...] = Field(min_length=1)


@functools.lru_cache(maxsize=16)
def read_checklist(instrument: str, language: str) -> Checklist:
    """The checklist of this id, in this language.

    Raises UnknownInstrument, or ContentError with the problems of its files.
    """
    if instrument not in CHECKLISTS:
        raise UnknownInstrument(instrument)
    return read_checklist_folder(Path(__file__).parent / instrument, language)


def read_checklist_folder(folder: Path, language: str) -> Checklist:
    """The checklist a folder describes; ContentError when something is wrong."""
    head_tree = _tree(folder / HEAD)
    head = build(head_tree, _HeadFile, language)
    stems = sorted(path.stem for path in folder.glob("*.yaml") if path.name != HEAD)
    problems = _misplaced(head_tree, head, stems)
    themes: dict[str, Theme] = {}
    for stem in stems:
        tree = _tree(folder / f"{stem}.yaml")
        try:
            theme = build(tree, Theme, language)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        if theme.id != stem:
            message = f"the file is called '{stem}' and its id is '{theme.id}': use the same name"
            problems.append(_problem(tree, ("id",), message))
        themes[stem] = theme
    if problems:
        raise ContentError(problems)
    return _assemble(head_tree, head, themes)


def _misplaced(tree: Tree, head: _HeadFile, stems: list[str]) -> list[Problem]:
    problems = []
    for index, name in enumerate(head.dimensions):
        if name not in stems:
            message = f"there is no file '{name}.yaml': add it beside this file"
            problems.append(_problem(tree, ("dimensions", index), message))
        elif name in head.dimensions[:index]:
            problems.append(
                _problem(tree, ("dimensions", index), f"'{name}' stands twice: keep one")
            )
    for stem in stems:
        if stem not in head.dimensions:
            message = f"the file '{stem}.yaml' is not used: name it under 'dimensions'"
            problems.append(_problem(tree, ("dimensions",), message))
    return problems


def _assemble(tree: Tree, head: _HeadFile, themes: dict[str, Theme]) -> Checklist:
    values: dict[str, Any] = {name: getattr(head, name) for name in Head.model_fields}
    try:
        return Checklist(**values, dimensions=tuple(themes[name] for name in head.dimensions))
    except ValidationError as error:
        messages = [d["msg"].removeprefix("Value error, ") for d in error.errors()]
        raise ContentError([_problem(tree, ("dimensions",), m) for m in messages]) from None


def _tree(path: Path) -> Tree:
    return Tree.read(path, "/".join(path.parts[-3:]))


def _problem(tree: Tree, loc: tuple[int | str, ...], message: str) -> Problem:
    place = tree.place(loc)
    return Problem(tree.name, place.line, place.path, message)
