"""Which files hold what people read."""

from functools import cache

from content.languages import ROOT
from content.translation_checks import Written, author_files, sources_in
from content.translations import Source

FOLDERS = ("ui", "questionnaires", "recommendations", "catalogue", "reports")


@cache
def sources() -> dict[str, dict[Source, Written]]:
    """Content file to the texts its authors wrote."""
    return sources_in(author_files(ROOT, FOLDERS))
