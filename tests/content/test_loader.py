"""A broken file tells its author where, what and the remedy, all at once."""

from pathlib import Path

import pytest

from assessment.base import Content, Id, Text
from content.errors import ContentError
from content.loader import load, load_all, load_good


class Sheep(Content):
    """A small model to break."""

    id: Id
    name: Text
    wool: int = 0


class Flock(Content):
    """Several of them."""

    sheep: tuple[Sheep, ...]


def written(folder, text, name="flock.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(folder, text):
    with pytest.raises(ContentError) as raised:
        load(written(folder, text), Flock, "fr")
    return [(p.line, p.place, p.message) for p in raised.value.problems]


def test_the_language_is_chosen_before_anything_is_checked(tmp_path):
    path = written(tmp_path, "sheep:\n  - {id: dolly, name: {fr: Dolly la brebis, en: Dolly}}\n")

    assert load(path, Flock, "fr").sheep[0].name == "Dolly la brebis"
    assert load(path, Flock, "en").sheep[0].name == "Dolly"


def test_every_mistake_of_a_file_is_told_at_once_with_its_line(tmp_path):
    found = problems_of(
        tmp_path,
        "sheep:\n  - id: Black Sheep\n    name: {fr: Noire, en: Black}\n"
        "  - id: dolly\n    name: {en: Dolly}\n    wol: 3\n",
    )

    assert [line for line, _, _ in found] == [2, 5, 6]
    assert found[0][1:] == (
        "sheep[Black Sheep] > id",
        "'Black Sheep' is not an id. Use lowercase words and hyphens, like 'people-list'.",
    )
    assert found[1][2] == "the 'fr' text is missing"
    assert found[2][1:] == (
        "sheep[dolly] > wol",
        "'wol' is not a known key. Did you mean 'wool'?",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sheep: []\nsheep: []\n", "stands twice"),
        ("sheep: &all []\n", "anchors"),
        ("sheep: [\n", "not valid YAML"),
        ("", "empty"),
        ("yes: 1\nsheep: []\n", "quote it"),
    ],
)
def test_the_traps_of_yaml_are_refused_in_words(tmp_path, text, words):
    assert any(words in message for _, _, message in problems_of(tmp_path, text))


def test_a_file_that_is_not_utf8_is_a_problem_not_a_crash(tmp_path):
    path = tmp_path / "flock.yaml"
    path.write_bytes("sheep: [é]".encode("latin-1"))

    with pytest.raises(ContentError, match="UTF-8"):
        load(path, Flock, "fr")


def test_an_empty_value_is_said_to_be_empty(tmp_path):
    found = problems_of(tmp_path, "sheep:\n  - {id: , name: {fr: Dolly, en: Dolly}}\n")

    assert [(line, message) for line, _, message in found] == [(2, "'id' is empty: fill it in.")]


def test_the_problems_of_all_files_come_together(tmp_path):
    bad = [written(tmp_path, "shep: []\n", f"{n}.yaml") for n in "ab"]

    with pytest.raises(ContentError) as raised:
        load_all(bad, Flock, "fr")

    assert {Path(p.file).name for p in raised.value.problems} == {"a.yaml", "b.yaml"}


def test_a_broken_file_is_left_out_and_stops_nobody(tmp_path):
    good = written(tmp_path, "sheep: []\n", "good.yaml")
    bad = written(tmp_path, "shep: []\n", "bad.yaml")

    loaded, problems = load_good([good, bad], Flock, "fr")

    assert loaded == (Flock(sheep=()),)
    assert problems
