"""Beside an action: two resources, one case, one or two bodies to call, from near."""

import pytest

from catalogue.suggest import Shelf
from tests.catalogue.builders import contains, entry


def shelf_of(*entries, language="fr"):
    return Shelf(entries, language, contains)


def ids(hits):
    return [hit.id for hit in hits]


@pytest.fixture(scope="module")
def french(entries):
    return Shelf(entries, "fr", contains)


def test_at_most_two_resources_one_case_and_two_networks(french):
    help_ = french.suggest_for(("digital-strategy", "change-management"), "BE-WAL", ("nonprofit",))
    assert len(help_.resources) == 2
    assert help_.case is not None
    assert 1 <= len(help_.networks) <= 2


def test_a_hacked_walloon_association_is_sent_to_belgian_help(french):
    help_ = french.suggest_for(("cybersecurity",), "BE-WAL", ("nonprofit",))
    assert "safeonweb-campagnes" in ids(help_.resources)
    assert "ccb-belgium" in ids(help_.networks)
    assert help_.case is not None
    assert help_.case.id == "open-thuis-rancongiciel"
    assert not any(hit.note == "rules-differ" for hit in help_.resources)


def test_a_french_association_is_sent_to_french_help(french):
    help_ = french.suggest_for(("cybersecurity",), "FR-HDF", ("nonprofit",))
    assert ids(help_.resources) == ["17cyber", "monaidecyber"]
    assert ids(help_.networks) == ["cybermalveillance-fr"]


@pytest.mark.parametrize(
    ("territory", "expected"),
    [
        ("BE-WAL", {"digitalees-partenariat", "agences-conseil-economie-sociale"}),
        ("BE-BRU", {"socialware-network"}),
        ("FR-HDF", {"pana-fr", "solidatech-fr"}),
        ("CA-QC", {"cqcm-qc", "tiess-qc"}),
    ],
)
def test_generalists_answer_for_a_topic_nobody_has_and_it_is_said(french, territory, expected):
    help_ = french.suggest_for(("website-seo",), territory)
    assert set(ids(help_.networks)) == expected
    assert help_.generalists


def test_specialists_are_not_called_generalists(french):
    assert not french.suggest_for(("gdpr-privacy",), "BE-WAL").generalists


def test_a_body_for_other_legal_forms_comes_later_but_is_not_hidden():
    shelf = shelf_of(
        entry("for-coops", kind="network", subkind="adviser", legal_forms=("cooperative",)),
        entry("for-all", kind="network", subkind="training", topics=("ai", "crm-members")),
    )
    assert ids(shelf.suggest_for(("crm-members",), "BE", ("nonprofit",)).networks) == [
        "for-all",
        "for-coops",
    ]
    assert ids(shelf.suggest_for(("crm-members",), "BE", ("cooperative",)).networks) == [
        "for-coops",
        "for-all",
    ]


def test_one_body_to_call_from_the_results_screen(french, entries):
    call = french.network_to_call("BE-WAL", ("digital-strategy",), ("nonprofit",))
    assert call is not None
    assert call.id == "digitalees-partenariat"
    irish = Shelf(entries, "en", contains).network_to_call("IE", ("crm-members",), ("nonprofit",))
    assert irish is not None
    assert (irish.id, irish.note) == ("techsoup-europe", "generalist")


def test_nobody_is_named_where_nobody_is_known():
    shelf = shelf_of(entry("spain", kind="network", subkind="adviser", territories=("ES",)))
    assert shelf.network_to_call("BE-WAL", ("crm-members",)) is None


def test_a_foreign_service_does_not_stand_above_a_local_guide(french):
    found = french.suggest_for(("online-fundraising",), "BE-WAL", ("nonprofit",)).resources
    assert found[0].id == "monasbl-collectes-de-fonds"
    assert "helloasso" not in ids(found)


def test_pages_from_france_are_marked_and_shown_last():
    shelf = shelf_of(
        entry("from-france", territories=("FR",)),
        entry("in-passing", topics=("ai", "data-management", "crm-members")),
    )
    found = shelf.suggest_for(("crm-members",), "BE-WAL").resources
    assert [(hit.id, hit.note) for hit in found] == [
        ("in-passing", None),
        ("from-france", "rules-differ"),
    ]


def test_easier_pages_come_first_until_the_level_is_reached():
    shelf = shelf_of(entry("hard", subkind="tool", level="advanced"), entry("easy", level="basic"))
    assert ids(shelf.suggest_for(("crm-members",), "BE").resources) == ["easy", "hard"]
    expert = shelf.suggest_for(("crm-members",), "BE", level="advanced")
    assert ids(expert.resources) == ["hard", "easy"]


def test_what_was_already_shown_gives_way_to_something_new():
    shelf = shelf_of(entry("best", subkind="tool"), entry("next"), entry("third"))
    found = shelf.suggest_for(("crm-members",), "BE", seen={"best"}).resources
    assert ids(found) == ["next", "third"]


def test_a_topic_nobody_wrote_about_gives_nothing():
    help_ = shelf_of(entry("members")).suggest_for(("green-it",), "BE")
    assert (help_.resources, help_.case, help_.networks) == ((), None, ())
