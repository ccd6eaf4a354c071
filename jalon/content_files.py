"""Which files hold what people read, and what each language says of it."""

from functools import cache

from content.languages import AUTHORS, LANGUAGES, ROOT, TRANSLATIONS
from content.translation_checks import Written, author_files, sources_in
from content.translations import Source, Translations, parse_translations

FOLDERS = ("ui", "questionnaires", "recommendations", "catalogue", "reports")
TRANSLATED = tuple(code for code in LANGUAGES if code not in AUTHORS)


@cache
def sources() -> dict[str, dict[Source, Written]]:
    """Content file to the texts its authors wrote."""
    return sources_in(author_files(ROOT, FOLDERS))


def translations(language: str) -> Translations:
    """What this language's file holds; ContentError when its form is wrong."""
    return parse_translations(TRANSLATIONS / f"{language}.yaml", language)
