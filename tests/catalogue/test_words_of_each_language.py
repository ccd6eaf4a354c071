"""Stems, compounds, other tongues and kinds: what a typed word stands for."""

import pytest

from catalogue.lexicon import Lexicon
from catalogue.postings import Postings
from catalogue.search import Index
from catalogue.stemming import stem
from catalogue.thesaurus import Concept, Thesaurus
from tests.catalogue.builders import contains, entry


def thesaurus(**changes):
    plain = {
        "topics": {"crm-members": "x", "accounting-erp": "x"},
        "ignore": ("la", "les", "de"),
        "concepts": (Concept(id="money", say=("compta",), topics=("accounting-erp",)),),
    }
    return Thesaurus(**{**plain, **changes})


def index_of(*entries, **thesauri):
    return Index(entries, thesauri or {"fr": thesaurus()}, contains)


def lexicon(language, text):
    return Lexicon(language, Postings(language, lambda: [(0, (text,), 1.0)]))


def ids(hits):
    return [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "adherents", "adherent"),
        ("fr", "piratee", "pirate"),
        ("en", "bookings", "booking"),
        ("es", "asociaciones", "asociacion"),
        ("nl", "verenigingen", "vereniging"),
        ("de", "rechnungen", "rechnung"),
        ("xx", "words", "word"),
    ],
)
def test_forms_of_a_word_have_one_stem(language, one, other):
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "communication", "commun"),
        ("fr", "donnees", "donne"),
        ("en", "cooperative", "cooperate"),
        ("nl", "beleid", "begeleid"),
    ],
)
def test_words_that_only_look_alike_keep_their_own_stems(language, one, other):
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("mitgliederliste", ("mitglieder", "liste")),
        ("vereinsliste", ("verein", "liste")),
        ("vereinsmitgliederliste", ("verein", "mitglieder", "liste")),
        ("listenreich", ()),
        ("liste", ()),
    ],
)
def test_a_compound_is_opened_into_known_words(word, parts):
    assert lexicon("de", "mitglieder liste verein").parts(word) == parts


def test_languages_that_do_not_compound_open_nothing():
    assert lexicon("fr", "porte feuille").parts("portefeuille") == ()


def test_a_text_in_one_language_is_found_by_a_reader_of_another():
    both = {"fr": thesaurus(), "nl": thesaurus(ignore=("het",), concepts=())}
    index = Index(
        [entry("x", languages=("nl",)), entry("y", title="ledenlijst", languages=("nl",))],
        both,
        contains,
    )
    assert ids(index.search("ledenlijst", language="fr")) == ["y"]


def test_a_word_of_no_meaning_in_its_own_language_means_nothing_in_another():
    lesson = Concept(id="training", say=("les",), topics=("crm-members",))
    both = {"fr": thesaurus(), "nl": thesaurus(ignore=("het",), concepts=(lesson,))}
    index = Index([entry("x")], both, contains)
    assert index.search("les", language="fr") == ()
    assert ids(index.search("les", language="nl")) == ["x"]


def test_the_kind_asked_for_comes_first_and_hides_nothing():
    kinds = thesaurus(kinds={"template": ("modèle",)})
    guide = entry("a-guide", texts=("registre des membres",), title="x")
    template = entry("b-template", texts=("registre des membres",), title="x", subkind="template")
    index = index_of(guide, template, fr=kinds)
    assert ids(index.search("modèle de registre")) == ["b-template", "a-guide"]


def test_who_asks_for_money_for_a_course_wants_money():
    kinds = thesaurus(kinds={"course": ("formation",), "aid": ("subside",)})
    course = entry("course", subkind="course", texts=("formation comptable",), title="x")
    aid = entry("aid", kind="programme", subkind="grant", texts=("formation comptable",), title="x")
    index = index_of(course, aid, fr=kinds)
    assert ids(index.search("subside formation comptable")) == ["aid", "course"]


def test_what_is_for_other_legal_forms_comes_later_and_stays():
    ours = entry("z-ours", texts=("fichier",), title="x", legal_forms=("nonprofit",))
    theirs = entry("a-theirs", texts=("fichier",), title="x", legal_forms=("commercial",))
    index = index_of(ours, theirs)
    assert ids(index.search("fichier")) == ["a-theirs", "z-ours"]
    assert ids(index.search("fichier", families=("nonprofit",))) == ["z-ours", "a-theirs"]


def test_german_without_dots_is_german():
    index = index_of(
        entry("x", texts=("x",)), entry("y", title="Förderung", languages=("de",)),
        de=thesaurus(ignore=(), concepts=()),
    )  # fmt: skip
    assert ids(index.search("Foerderung", language="de")) == ["y"]


def test_a_word_nobody_listed_leans_on_the_company_it_keeps():
    company = [
        entry(f"money-{n}", topics=("accounting-erp",), texts=("tirelire",), title="x")
        for n in range(3)
    ]
    near = entry("z-near", topics=("accounting-erp",), texts=("ronde",), title="x")
    far = entry("a-far", texts=("ronde",), title="x")
    found = ids(index_of(*company, near, far).search("tirelire ronde", top=9))
    assert found.index("z-near") < found.index("a-far")
