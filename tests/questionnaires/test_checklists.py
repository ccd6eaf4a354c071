"""The DMA forms as content: complete in both languages, the same shape, mistakes told well."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import questionnaires
from assessment.checklist import Scale
from content.errors import ContentError
from questionnaires import CHECKLISTS, UnknownInstrument, read_checklist
from questionnaires.checklists import read_checklist_folder

ROOT = Path(questionnaires.__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy that a test may break."""
    return Path(shutil.copytree(ROOT / "dma-sme", tmp_path / "questionnaires" / "dma-sme"))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def problems(folder: Path) -> str:
    with pytest.raises(ContentError) as caught:
        read_checklist_folder(folder, "fr")
    return str(caught.value)


@pytest.mark.parametrize("instrument", CHECKLISTS)
def test_both_languages_have_the_same_questions_items_and_rows(instrument: str) -> None:
    shapes = []
    for language in ("fr", "en"):
        checklist = read_checklist(instrument, language)
        shapes.append(
            [
                (q.id, q.kind, len(q.rows), len(q.steps))
                if isinstance(q, Scale)
                else (q.id, q.kind, len(q.items), sorted(q.negatives))
                for q in checklist.questions()
            ]
        )
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("instrument", CHECKLISTS)
def test_it_says_whose_structure_it_is_and_that_it_is_an_estimate(instrument: str) -> None:
    checklist = read_checklist(instrument, "fr")
    assert "JRC133234" in checklist.attribution
    assert "estimation" in checklist.estimate
    assert "officiel" in checklist.estimate


@pytest.mark.parametrize("instrument", CHECKLISTS)
def test_no_two_items_of_a_question_read_the_same(instrument: str) -> None:
    # Streamlit sends the label back: two that read the same would be taken for each other.
    for language in ("fr", "en"):
        for question in read_checklist(instrument, language).questions():
            said = (
                [*question.rows]
                if isinstance(question, Scale)
                else [item.text for item in question.items]
            )
            assert len(set(said)) == len(said), question.id
            if isinstance(question, Scale):
                assert len(set(question.steps)) == len(question.steps)


@pytest.mark.parametrize("instrument", CHECKLISTS)
def test_short_names_fit_a_phone_and_typography_is_typographic(instrument: str) -> None:
    for language in ("fr", "en"):
        checklist = read_checklist(instrument, language)
        assert [d.short for d in checklist.dimensions if len(d.short) > 24] == []
        assert [t for t in texts(checklist.model_dump()) if re.search(r"'|\"", t)] == []


def test_only_the_sme_form_has_a_negative_item_the_second_of_q7() -> None:
    found = {
        (instrument, question.id, *question.negatives)
        for instrument in CHECKLISTS
        for question in read_checklist(instrument, "fr").questions()
        if not isinstance(question, Scale) and question.negatives
    }
    assert found == {("dma-sme", "q7", 2)}


def test_an_unknown_one_names_the_nearest() -> None:
    with pytest.raises(UnknownInstrument, match="Did you mean 'dma-sme'"):
        read_checklist("dma-smee", "fr")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("green.yaml", "kind: scale", "kind: scael", "green.yaml:"),
        ("green.yaml", "id: green\n", "id: greener\n", "use the same name"),
        ("green.yaml", "id: q10", "id: q2", "the question id 'q2' stands twice"),
        ("questionnaire.yaml", "  - green\n", "", "'green.yaml' is not used"),
        ("questionnaire.yaml", "  - green\n", "  - gren\n", "there is no file 'gren.yaml'"),
        ("questionnaire.yaml", "up_to: 100", "up_to: 90", "levels rise and end at 100"),
        ("data_management.yaml", "negative: true", "negative: false", "a negative item comes with"),
    ],
)
def test_a_mistake_is_told_with_its_file(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert said in problems(folder)
