"""The catalogue's files are whole, in both languages, and keep their published ids."""

from pathlib import Path

import pytest
import yaml

from catalogue.library import (
    check_catalogue,
    find_clashes,
    read_cases,
    read_networks,
    read_resources,
)
from catalogue.thesaurus import read_thesaurus
from content.languages import LANGUAGES

PUBLISHED = Path(__file__).parent.parent / "published/catalogue.yaml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_there_in_both_languages(language):
    assert len(read_resources(language)) >= 140
    assert len(read_cases(language)) >= 40
    assert len(read_networks(language)) >= 70


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_across_files(language):
    assert check_catalogue(language) == ()


def test_published_ids_never_change():
    published = yaml.safe_load(PUBLISHED.read_text(encoding="utf-8"))
    assert published == {
        "resources": sorted(item.id for item in read_resources("fr")),
        "cases": sorted(item.id for item in read_cases("fr")),
        "networks": sorted(item.id for item in read_networks("fr")),
    }


def test_entries_stand_in_the_file_of_their_theme_or_territory():
    home = Path("catalogue")
    for item in (*read_resources("fr"), *read_cases("fr")):
        folder = "resources" if item in read_resources("fr") else "cases"
        text = (home / folder / f"{item.topics[0]}.yaml").read_text(encoding="utf-8")
        assert f"- id: {item.id}\n" in text
    for network in read_networks("fr"):
        file = home / "networks" / f"{network.territories[0].lower()}.yaml"
        assert f"- id: {network.id}\n" in file.read_text(encoding="utf-8")


def test_texts_differ_from_one_language_to_the_other():
    french = {item.id: item.summary for item in read_resources("fr")}
    same = [item.id for item in read_resources("en") if item.summary == french[item.id]]
    assert same == []


def test_a_size_that_was_not_seen_stays_unknown():
    sizes = {case.id: case.size for case in read_cases("fr")}
    assert sizes["nubo-cloud-cooperatif"] is None
    assert sizes["family-service-rochester-rancongiciel"] == "125 personnes"


def test_an_id_used_twice_an_unknown_place_and_an_unknown_topic_are_named():
    network = read_networks("fr")[0]
    stray = network.model_copy(update={"territories": ("XX",), "topics": ("magic",)})
    said = list(find_clashes((network, stray), {"BE", "BE-BRU"}.__contains__, frozenset()))
    assert any(network.id in line and "2 times" in line for line in said)
    assert any("unknown place 'XX'" in line for line in said)
    assert any("unknown topic 'magic'" in line for line in said)


def test_both_thesauri_know_the_same_topics_and_concepts():
    french, english = read_thesaurus("fr"), read_thesaurus("en")
    assert set(french.topics) == set(english.topics)
    assert len(french.topics) == 27
    assert [(c.id, c.topics) for c in french.concepts] == [
        (c.id, c.topics) for c in english.concepts
    ]


def test_concepts_only_name_labelled_topics():
    thesaurus = read_thesaurus("fr")
    named = {topic for concept in thesaurus.concepts for topic in concept.topics}
    assert named == set(thesaurus.topics)
