"""How the files of an instrument are put together, and what a curator is told."""

import shutil
from pathlib import Path

import pytest

import questionnaires
from content.errors import ContentError, Problem
from questionnaires import INSTRUMENTS, UnknownInstrument, read
from questionnaires.reading import read_folder

SOURCE = Path(questionnaires.__file__).parent / "digital-maturity"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy that a test may break."""
    return Path(shutil.copytree(SOURCE, tmp_path / "questionnaires" / "digital-maturity"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        read_folder(folder, "fr")
    return caught.value.problems


def test_every_known_instrument_can_be_read() -> None:
    assert [read(instrument, "en").id for instrument in INSTRUMENTS] == list(INSTRUMENTS)


def test_reading_twice_gives_the_same_object() -> None:
    assert read("digital-maturity", "fr") is read("digital-maturity", "fr")


def test_an_unknown_instrument_names_the_nearest_one() -> None:
    with pytest.raises(UnknownInstrument) as caught:
        read("digital-maturty", "fr")
    assert isinstance(caught.value, KeyError)
    assert str(caught.value) == (
        "'digital-maturty' is not an instrument. Did you mean 'digital-maturity'?"
    )


def test_an_instrument_like_no_other_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownInstrument, match="Known: digital-maturity"):
        read("zzz", "fr")


def test_mistakes_of_all_files_come_at_once_each_in_its_file(folder: Path) -> None:
    replace(folder / "people.yaml", "short:", "shrt:")
    replace(folder / "tools.yaml", "points: 0", "points: -1")
    replace(folder / "questionnaire.yaml", "minutes: 15", "minutes: 0")
    assert {problem.file.rpartition("/")[2] for problem in problems(folder)} == {
        "people.yaml",
        "tools.yaml",
        "questionnaire.yaml",
    }


def test_a_mistake_is_shown_on_its_line(folder: Path) -> None:
    replace(folder / "people.yaml", "proof:", "proofs:")
    lines = (folder / "people.yaml").read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if text.strip() == "proofs:")
    assert any(
        problem.file == "questionnaires/digital-maturity/people.yaml" and problem.line == line
        for problem in problems(folder)
    )


def test_a_dimension_without_a_file_names_the_nearest_file(folder: Path) -> None:
    replace(folder / "questionnaire.yaml", "  - services", "  - service")
    messages = [problem.message for problem in problems(folder)]
    assert messages == [
        "the file 'services.yaml' is not used: name it under 'dimensions'",
        "there is no file 'service.yaml': did you mean 'services'?",
    ]


def test_a_dimension_named_twice_is_refused(folder: Path) -> None:
    replace(folder / "questionnaire.yaml", "  - services", "  - tools\n  - services")
    assert [problem.message for problem in problems(folder)] == ["'tools' stands twice: keep one"]


def test_a_file_and_its_id_have_the_same_name(folder: Path) -> None:
    replace(folder / "tools.yaml", "id: tools", "id: toolbox")
    (problem,) = problems(folder)
    assert (problem.line, problem.place) == (1, "id")


def test_flash_naming_no_question_points_at_flash(folder: Path) -> None:
    replace(folder / "questionnaire.yaml", "  - ai-rule", "  - ai-rules")
    (problem,) = problems(folder)
    assert problem.place == "flash"
    assert "'ai-rules'" in problem.message


def test_a_question_id_used_in_two_files_is_shown_in_the_second(folder: Path) -> None:
    replace(folder / "tools.yaml", "- id: device-updates", "- id: training-share")
    (problem,) = problems(folder)
    assert problem.file == "questionnaires/digital-maturity/tools.yaml"
    assert problem.message == (
        "the question id 'training-share' is already used in "
        "questionnaires/digital-maturity/people.yaml"
    )


def test_a_text_missing_in_one_language_is_a_problem_in_that_language_only(folder: Path) -> None:
    lines = (folder / "tools.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    index = next(n for n, text in enumerate(lines) if text.startswith("      fr:"))
    (folder / "tools.yaml").write_text(
        "".join(lines[:index] + lines[index + 1 :]), encoding="utf-8"
    )
    assert [problem.message for problem in problems(folder)] == ["the 'fr' text is missing"]
    assert read_folder(folder, "en").id == "digital-maturity"
