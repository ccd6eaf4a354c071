"""The words of reports and charts, in the reader's language."""

from pathlib import Path

from content.wording import Wording, read_wording

WORDING = Path(__file__).parent / "wording.yaml"


def words(language: str) -> Wording:
    """The words of wording.yaml; KeyError for a missing key, ContentError for a wrong file."""
    return read_wording(WORDING, language)
