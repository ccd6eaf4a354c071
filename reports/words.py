"""The words of reports and charts, in the reader's language."""

from functools import lru_cache
from pathlib import Path

from content.wording import Wording, read_wording
from identity.site import read_site

WORDING = Path(__file__).parent / "wording.yaml"


@lru_cache
def words(language: str) -> Wording:
    """The words of wording.yaml; KeyError for a missing key, ContentError for a wrong file."""
    return read_wording(WORDING, language).called(read_site(language).brand.name)
