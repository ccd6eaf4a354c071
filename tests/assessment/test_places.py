"""Places: what lies inside what."""

import pytest

from assessment.places import ancestors, contains, known

FLEMISH = ["VAN", "VBR", "VLI", "VOV", "VWV"]
WALLOON = ["WBR", "WHT", "WLG", "WLX", "WNA"]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("BE-WAL", "BE-WAL"),
        ("BE-WAL", "BE-WHT"),
        ("BE", "BE-WHT"),
        ("EU", "BE-BRU"),
        ("INT", "BE-VLG"),
        ("BE-VLG", "BE-VAN"),
        ("FR", "FR-974"),
        ("FR-HDF", "FR-59"),
        ("IT", "IT-CS"),
        ("INT", "CA-QC"),
        ("INT", "GB"),
        ("EU", "IE"),
    ],
)
def test_a_place_contains_itself_and_what_is_inside(outer, inner):
    assert contains(outer, inner)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("BE-WAL", "BE-BRU"),
        ("BE-WAL", "BE-VAN"),
        ("BE-WAL", "BE"),
        ("BE", "EU"),
        ("EU", "GB"),
        ("EU", "CH"),
        ("EU", "CA-QC"),
        ("FR", "BE"),
        ("BE", "INT"),
    ],
)
def test_a_place_contains_neither_its_neighbours_nor_what_is_around_it(outer, inner):
    assert not contains(outer, inner)


def test_the_nearest_place_around_comes_first():
    assert ancestors("BE-WHT") == ("BE-WAL", "BE", "EU", "INT")
    assert ancestors("CH") == ("INT",)


def test_brussels_has_no_provinces_and_wallonia_and_flanders_have_five_each():
    belgian = [f"BE-{code}" for code in FLEMISH + WALLOON]

    assert [contains("BE-VLG", code) for code in belgian] == [True] * 5 + [False] * 5
    assert [contains("BE-WAL", code) for code in belgian] == [False] * 5 + [True] * 5
    assert not any(contains("BE-BRU", code) for code in belgian)


def test_a_subdivision_that_is_not_listed_lies_in_its_country():
    assert contains("EU", "SE-AB")
    assert not contains("EU", "XX")
    assert not known("SE-AB")


def test_a_code_is_known_only_as_it_is_written():
    assert known("BE-WAL")
    assert known("INT")
    assert not known("be-wal")
    assert not known("Wallonie")
