"""What a territory keeps, in which order, and what odd questions get."""

import pytest

from catalogue.search import Index
from catalogue.thesaurus import read_thesaurus
from tests.catalogue.builders import contains, entry

THESAURI = {"fr": read_thesaurus("fr"), "en": read_thesaurus("en")}


def index_of(*entries):
    return Index(entries, THESAURI, contains)


def ids(hits):
    return [hit.id for hit in hits]


def members(entry_id, **more):
    return entry(entry_id, texts=("fichier des adhérents",), **more)


def test_a_territory_keeps_itself_what_contains_it_and_what_it_contains():
    index = index_of(
        members("region", territories=("BE-WAL",)),
        members("country", territories=("BE",)),
        members("union", territories=("EU",)),
        members("world", territories=("INT",)),
        members("sister", territories=("BE-VLG",)),
        members("abroad", territories=("ES",)),
    )
    walloon = {hit.id for hit in index.search("adhérents", "BE-WAL", top=9)}
    assert walloon == {"region", "country", "union", "world"}
    belgian = {hit.id for hit in index.search("adhérents", "BE", top=9)}
    assert belgian == {"region", "country", "union", "world", "sister"}


def test_who_reads_french_also_gets_france_last_and_marked():
    index = index_of(
        members("france", territories=("FR",), title="Adhérents, adhérents et adhérents"),
        members("belgium", languages=("nl",)),
    )
    hits = index.search("adhérents", "BE-WAL", language="fr")
    assert [(hit.id, hit.note) for hit in hits] == [("belgium", None), ("france", "rules-differ")]
    assert ids(index.search("adhérents", "BE-WAL", language="en")) == ["belgium"]


def test_france_is_home_to_a_french_reader_in_france():
    index = index_of(members("france", territories=("FR",)))
    assert [hit.note for hit in index.search("adhérents", "FR-HDF")] == [None]


@pytest.mark.parametrize("query", ["on s'est fait pirater", "RGPD", "subvention", "17cyber"])
def test_for_emergencies_law_and_money_nothing_foreign_stands_above_something_local(index, query):
    notes = [hit.note for hit in index.search(query, "BE-WAL", top=40)]
    assert notes == sorted(notes, key=lambda note: note == "rules-differ")


def test_for_emergencies_the_country_comes_before_the_world():
    index = index_of(
        entry("world", territories=("INT",), topics=("cybersecurity",), subkind="tool"),
        entry("country", territories=("BE",), topics=("cybersecurity", "digital-skills")),
    )
    assert ids(index.search("piratage", "BE-WAL")) == ["country", "world"]


def test_at_equal_match_language_then_official_then_tools_come_first():
    index = index_of(
        members("a-dutch", title="x", languages=("nl",)),
        members("b-copy", title="x", official=False),
        members("c-guide", title="x"),
        members("d-tool", title="x", subkind="tool"),
    )
    found = ids(index.search("adhérents"))
    assert found == ["d-tool", "c-guide", "b-copy", "a-dutch"]


def test_at_equal_match_the_most_recent_comes_first_and_undated_last():
    index = index_of(
        members("a-undated", title="x"),
        members("b-2014", title="x", year=2014),
        members("c-2024", title="x", year=2024),
    )
    assert ids(index.search("adhérents")) == ["c-2024", "b-2014", "a-undated"]


def test_top_limits_the_answers(index):
    assert len(index.search("adhérents", top=2)) == 2
    assert index.search("adhérents", top=0) == ()


def test_programmes_are_searched_like_the_rest():
    index = index_of(
        entry("be-aid", kind="programme", subkind="voucher", topics=("funding",), languages=())
    )
    (hit,) = index.search("subside", "BE-WAL")
    assert (hit.id, hit.kind) == ("be-aid", "programme")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "?!…",
        "🦊🦊",
        "的",
        '"',
        "*",
        "((",
        "a",
        "xqzwv brrrgl",
        "le la les de du",
        "tricot crochet laine",
        "\x00",
    ],
)
def test_a_question_that_says_nothing_gets_nothing(index, query):
    assert index.search(query) == ()


@pytest.mark.parametrize(
    "query",
    [
        'compta" OR "x',
        "compta NEAR vente",
        "compta*",
        "title:compta",
        "NOT compta",
        "compta 🦊",
        "compta; DROP TABLE page",
        "COMPTA\x00\n\t",
    ],
)
def test_operators_and_odd_signs_are_only_words(index, query):
    assert "paheko-oisux-support" in [hit.id for hit in index.search(query, top=10)]


def test_ten_thousand_characters_are_answered(index):
    assert index.search("compta " * 1500)
    assert index.search("z" * 10_000) == ()


def test_an_empty_catalogue_answers_nothing():
    assert index_of().search("compta") == ()


def test_a_language_without_thesaurus_is_still_understood(index):
    assert "open-thuis-rancongiciel" in ids(index.search("ransomware", language="nl"))
