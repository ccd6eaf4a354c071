"""What stands beside the core questions: the deep dives (`deep/`) and the consistency checks."""

import difflib
from pathlib import Path

from assessment.consistency import Check, CheckFile
from assessment.model import DeepDive
from content.errors import Problem
from content.nodes import Tree
from questionnaires.trees import asked_before, built, problem, tree_of

DEEP = "deep"
CHECKS = "consistency.yaml"


def read_deep(
    folder: Path,
    language: str,
    dimensions: tuple[str, ...],
    home: dict[str, str],
    problems: list[Problem],
) -> dict[str, DeepDive]:
    """Dimension id to its deep dive, of those dimensions that have a file; {} without the folder.

    `home` is question id to the file that already uses it; it and `problems` are added to.
    """
    found: dict[str, DeepDive] = {}
    for path in sorted((folder / DEEP).glob("*.yaml")):
        tree = tree_of(path, 4)
        dive = built(tree, DeepDive, language, problems)
        if dive is not None:
            problems += _misnamed(tree, dive, path.stem, dimensions)
            problems += asked_before(tree, dive.questions, home)
            found[dive.dimension] = dive
    return found


def read_checks(folder: Path, language: str, problems: list[Problem]) -> tuple[Check, ...]:
    """The consistency checks of an instrument; () without their file."""
    path = folder / CHECKS
    if not path.exists():
        return ()
    tree = tree_of(path)
    file = built(tree, CheckFile, language, problems)
    if file is None:
        return ()
    ids = [check.id for check in file.checks]
    problems += [
        problem(tree, ("checks", place, "id"), f"the check id '{name}' stands twice")
        for place, name in enumerate(ids)
        if name in ids[:place]
    ]
    return file.checks


def _misnamed(tree: Tree, dive: DeepDive, stem: str, dimensions: tuple[str, ...]) -> list[Problem]:
    if dive.dimension not in dimensions:
        near = difflib.get_close_matches(dive.dimension, dimensions, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(dimensions)}"
        return [problem(tree, ("dimension",), f"'{dive.dimension}' is not a dimension: {hint}")]
    if dive.dimension != stem:
        message = f"the file is called '{stem}' and its dimension is '{dive.dimension}': "
        return [problem(tree, ("dimension",), message + "use the same name")]
    return []
