"""Every language gets every format, whole and in its own words."""

import re
from pathlib import Path

import pytest

from content.languages import AUTHORS, LANGUAGES, TRANSLATED
from reports.export import FORMATS, export
from reports.pdf import pdf
from tests.reports.pdf_reading import text_of
from tests.reports.test_real_reports import dossier_of

CASE = Path(__file__).parents[1] / "cases" / "federation-wallonia.yaml"


def words_of(language: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text_of(pdf(dossier_of(CASE, language))).lower()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_written_in_every_language(language, kind):
    assert export(dossier_of(CASE, language), kind)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_report_shares_few_words_with_those_of_the_authors(language):
    own = words_of(language)
    for author in AUTHORS:
        shared = len(own & words_of(author)) / len(own)
        # Names of programmes, bodies and addresses are the same everywhere.
        assert shared < 0.4, author
