"""The search box understands everyday words in each language we speak."""

import pytest

from catalogue.thesaurus import HERE, read_thesaurus
from content.languages import LANGUAGES
from reports.library import search_index

ASKED = [
    ("nl", "wachtwoord vergeten", "BE-VLG", "safeonweb-campagnes"),
    ("nl", "we zijn gehackt", "BE-VLG", "ccb-belgium"),
    ("nl", "gdpr register", "BE-VLG", "monasbl-registre-rgpd"),
    ("nl", "online giften", "BE-VLG", "fundraisers-be"),
    ("nl", "ledenbestand", None, "galette-adherents"),
    ("es", "nos han hackeado", None, "17cyber"),
    ("es", "protección de datos", "ES", "aepd-facilita"),
    ("es", "donaciones en línea", None, "helloasso"),
    ("es", "contabilidad", None, "dolibarr"),
    ("es", "página web accesible", None, "w3c-easy-checks"),
    ("de", "wir wurden gehackt", None, "open-thuis-rancongiciel"),
    ("de", "Datenschutz", "DE", "dina-digitale-nachbarschaft"),
    ("de", "Spenden online", None, "croix-rouge-be-crowdfunding"),
    ("de", "künstliche Intelligenz", None, "pwablo-charte-ia-asbl"),
    ("de", "Buchhaltung", None, "dolibarr"),
]


@pytest.mark.parametrize(("language", "words", "territory", "expected"), ASKED)
def test_everyday_words_find_what_helps(language, words, territory, expected):
    found = search_index().search(words, territory=territory, language=language, top=5)
    assert expected in [hit.id for hit in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own_words_for_the_same_subjects(language):
    assert (HERE / f"{language}.yaml").exists()
    ours, french = read_thesaurus(language), read_thesaurus("fr")
    assert ours.topics.keys() == french.topics.keys()
    assert {c.id for c in ours.concepts} == {c.id for c in french.concepts}
