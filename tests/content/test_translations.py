"""A language is one file; what the authors change makes its translation stale by itself."""

from pathlib import Path

import pytest

from content import loader
from content.errors import ContentError
from content.nodes import Tree
from content.translation_checks import alike, misfilled, sources_in, untranslated, unused
from content.translations import Translations, parse_translations
from content.wording import WordingFile


def words(folder: Path, fr: str = "Commencer", en: str = "Start") -> Path:
    path = folder / "words.yaml"
    path.write_text(f'start: {{fr: "{fr}", en: "{en}"}}\n', encoding="utf-8")
    return path


def dutch(folder: Path, nl: str, fr: str = "Commencer", en: str = "Start") -> Translations:
    path = folder / "nl.yaml"
    path.write_text(f'words.yaml:\n  - {{fr: "{fr}", en: "{en}", nl: "{nl}"}}\n', encoding="utf-8")
    return parse_translations(path, "nl")


def test_a_text_written_in_every_language_leaves_nothing_to_say(tmp_path: Path) -> None:
    sources, known = sources_in([words(tmp_path)]), dutch(tmp_path, "Beginnen")
    assert untranslated(sources, known) == unused(sources, known) == misfilled(known) == []


def test_a_text_nobody_translated_is_missing_where_it_was_written(tmp_path: Path) -> None:
    sources, known = sources_in([words(tmp_path)]), dutch(tmp_path, "")
    [problem] = untranslated(sources, known)
    assert (problem.file, problem.line, problem.place) == ("words.yaml", 1, "start")
    assert "no 'nl' text for 'Commencer'" in problem.message


@pytest.mark.parametrize(
    ("fr", "en"), [("Débuter", "Start"), ("Commencer", "Begin"), ("Commencez", "Go")]
)
def test_a_source_text_changed_since_makes_the_translation_stale(
    tmp_path: Path, fr: str, en: str
) -> None:
    sources, known = sources_in([words(tmp_path, fr, en)]), dutch(tmp_path, "Beginnen")
    [problem] = untranslated(sources, known)
    assert "stale" in problem.message
    assert "nl.yaml:2" in problem.message
    [left] = unused(sources, known)
    assert "no longer write 'Commencer'" in left.message


@pytest.mark.parametrize("nl", ["Hallo", "Dag {naam}"])
def test_a_placeholder_is_kept_as_the_authors_named_it(tmp_path: Path, nl: str) -> None:
    known = dutch(tmp_path, nl, "Bonjour {name}", "Hello {name}")
    [problem] = misfilled(known)
    assert "write {name}" in problem.message


def test_a_text_left_in_english_is_listed_as_alike(tmp_path: Path) -> None:
    known = dutch(tmp_path, "Start an assessment now!", "Commencez", "Start an assessment now")
    assert len(alike(known)) == 1
    assert alike(dutch(tmp_path, "Begin nu met een evaluatie", "Commencez", "Start now")) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("words.yaml:\n  - {fr: a, en: b}\n", "has the keys fr, en, nl"),
        ("words.yaml:\n  - {fr: a, en: b, nl: c, de: d}\n", "has the keys fr, en, nl"),
        ("words.yaml:\n  - {fr: a, en: b, nl: 12}\n", "quote it"),
        ("- fr\n", "name content files"),
        ("words.yaml: [\n", "not valid YAML"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_how(
    tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "nl.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        parse_translations(path, "nl")


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "content.translations.read_texts",
        lambda _language: {"words.yaml": {("Commencer", "Start"): "Beginnen"}},
    )


@pytest.mark.usefixtures("spoken")
def test_content_is_read_in_that_language_and_in_english_while_a_text_is_missing() -> None:
    tree = Tree("start: {fr: Commencer, en: Start}\nstop: {fr: Arrêter, en: Stop}", "words.yaml")
    read = loader.build(tree, WordingFile, "nl").root
    assert read == {"start": "Beginnen", "stop": "Stop"}


def test_what_an_author_forgot_is_a_mistake_in_every_language() -> None:
    tree = Tree("start: {fr: Commencer}", "words.yaml")
    with pytest.raises(ContentError, match="the 'en' text is missing"):
        loader.build(tree, WordingFile, "nl")
