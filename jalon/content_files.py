"""Which files hold what people read."""

from functools import cache

from content.languages import AUTHORS, ROOT
from content.translation_checks import Written, author_files, sources_in
from content.translations import Source

FOLDERS = ("ui", "identity", "questionnaires", "recommendations", "catalogue", "network", "reports")


GLOSSARY = "catalogue/glossary.yaml"


@cache
def sources() -> dict[str, dict[Source, Written]]:
    """Content file to the texts its authors wrote."""
    return sources_in(author_files(ROOT, FOLDERS))


def said() -> dict[str, tuple[str, ...]]:
    """Every text we show, by authors' language; the glossary's own entries left out."""
    texts = [source for file, found in sources().items() if file != GLOSSARY for source in found]
    return {code: tuple(text[place] for text in texts) for place, code in enumerate(AUTHORS)}
