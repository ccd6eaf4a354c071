"""The words of eligibility: how a verdict reads, and the question behind each field."""

from functools import lru_cache
from pathlib import Path

from content.wording import read_wording
from recommendations.eligibility import Words

HERE = Path(__file__).parent


@lru_cache
def read_words(language: str) -> Words:
    """The words in this language; ContentError when a file is wrong."""
    return Words(
        reasons=read_wording(HERE / "wording.yaml", language).texts,
        questions=read_wording(HERE / "fields.yaml", language).texts,
    )
