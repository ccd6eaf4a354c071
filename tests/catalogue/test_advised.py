"""What an adviser names first for a concept comes first, in every language."""

from dataclasses import replace

import pytest

from catalogue.advised import read_advice
from catalogue.search import Index
from catalogue.thesaurus import read_thesaurus
from content.languages import LANGUAGES
from reports.library import search_index
from tests.catalogue.builders import contains


def test_every_entry_advised_exists():
    known = {entry.id for entry in search_index().entries}
    assert {entry for entries in read_advice().values() for entry in entries} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_is_about_concepts_people_can_say_in_every_language(language):
    assert set(read_advice()) <= {concept.id for concept in read_thesaurus(language).concepts}


@pytest.mark.parametrize(("language", "said"), [("fr", "la compta"), ("de", "Buchhaltung")])
def test_what_is_advised_comes_before_what_holds_the_same_words(entries, language, said):
    dolibarr = next(entry for entry in entries if entry.id == "dolibarr")
    twins = [replace(dolibarr, id=name, title=name) for name in ("one", "two")]
    thesauri = {code: read_thesaurus(code) for code in LANGUAGES}

    def best(advice):
        return Index(twins, thesauri, contains, advice=advice).search(said, language=language)[0].id

    assert best({"accounting": {"two": 1.0}}) == "two"
    assert best({"accounting": {"one": 1.0}}) == "one"
    assert best({}) == "one"
