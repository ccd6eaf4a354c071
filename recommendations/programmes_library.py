"""Reading the programmes: strictly for `check`, and leaving out broken files in production."""

from functools import cache
from pathlib import Path

from content.errors import Problem
from content.loader import load_all, load_good
from recommendations.programme import Programme

PROGRAMMES = Path(__file__).parent / "programmes"


@cache
def read_programmes(language: str) -> tuple[Programme, ...]:
    """Every programme in this language; ContentError holds the problems of all files."""
    return load_all(_files(), Programme, language)


@cache
def read_good_programmes(language: str) -> tuple[tuple[Programme, ...], tuple[Problem, ...]]:
    """The programmes that can be read, and the problems of those that cannot."""
    good, problems = load_good(_files(), Programme, language)
    return good, tuple(problems)


def _files() -> list[Path]:
    return sorted(PROGRAMMES.glob("*.yaml"))
