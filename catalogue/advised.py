"""What a good adviser names first for a concept, whatever the language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Id
from content.loader import load

_FIRST, _STEP, _LEAST = 1.0, 0.06, 0.4

FILE = Path(__file__).with_name("advised.yaml")

Advice = Mapping[str, Mapping[str, float]]
"""Concept id to entry id to how strongly it is advised, between 0 and 1."""


class Advised(Content):
    """One concept of the thesauri, and the entries to name first, the best one first."""

    concept: Id
    first: tuple[Id, ...] = Field(min_length=1)


class AdvisedFile(Content):
    """Every concept somebody thought of."""

    advised: tuple[Advised, ...]


@cache
def read_advice() -> Advice:
    """All of `advised.yaml`; ContentError with every problem of the file."""
    return {one.concept: _weighed(one) for one in load(FILE, AdvisedFile, "en").advised}


def _weighed(one: Advised) -> dict[str, float]:
    weights = {entry: _FIRST - _STEP * place for place, entry in enumerate(one.first)}
    return {entry: max(weight, _LEAST) for entry, weight in weights.items()}
