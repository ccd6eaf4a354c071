"""How the files of a checklist become one checked object in one language.

`questionnaire.yaml` holds the head and the order of its dimensions; each of those stands in a
file of its name beside it.
"""

import functools
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from assessment.checklist import Checklist, Head, OfficialId, Theme
from content.errors import ContentError
from content.loader import build
from content.nodes import Tree
from questionnaires.reading import CHECKLISTS, HEAD, UnknownInstrument
from questionnaires.trees import built, misnamed, misplaced, problem, tree_of


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
    head_tree = tree_of(folder / HEAD)
    head = build(head_tree, _HeadFile, language)
    stems = sorted(path.stem for path in folder.glob("*.yaml") if path.name != HEAD)
    problems = misplaced(head_tree, head.dimensions, stems)
    themes: dict[str, Theme] = {}
    for stem in stems:
        tree = tree_of(folder / f"{stem}.yaml")
        theme = built(tree, Theme, language, problems)
        if theme is not None:
            problems += misnamed(tree, theme.id, stem)
            themes[stem] = theme
    if problems:
        raise ContentError(problems)
    return _assemble(head_tree, head, themes)


def _assemble(tree: Tree, head: _HeadFile, themes: dict[str, Theme]) -> Checklist:
    values: dict[str, Any] = {name: getattr(head, name) for name in Head.model_fields}
    try:
        return Checklist(**values, dimensions=tuple(themes[name] for name in head.dimensions))
    except ValidationError as error:
        messages = [d["msg"].removeprefix("Value error, ") for d in error.errors()]
        raise ContentError([problem(tree, ("dimensions",), m) for m in messages]) from None
