"""How deep dives and consistency checks are read, and what a curator is told."""

import shutil
from pathlib import Path

import pytest
import yaml

import questionnaires
from content.errors import ContentError, Problem
from questionnaires.reading import read_folder

SOURCE = Path(questionnaires.__file__).parent / "digital-maturity"
CORE_QUESTION = "enter-once"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The core alone, without what stands beside it."""
    copy = Path(shutil.copytree(SOURCE, tmp_path / "questionnaires" / "digital-maturity"))
    shutil.rmtree(copy / "deep", ignore_errors=True)
    (copy / "consistency.yaml").unlink(missing_ok=True)
    return copy


def a_question(new_id: str) -> dict[str, object]:
    """A core question under another id: its shape is right."""
    core = yaml.safe_load((SOURCE / "tools.yaml").read_text(encoding="utf-8"))["questions"]
    return next(q for q in core if q["id"] == CORE_QUESTION) | {"id": new_id}


def add(folder: Path, stem: str, **changes: object) -> Path:
    """A deep dive on tools, changed as said."""
    content = {
        "dimension": "tools",
        "intro": {"fr": "Des outils que l’on peut quitter.", "en": "Tools one can leave."},
        "minutes": 4,
        "questions": [a_question("shared-files"), a_question("export-test")],
    } | changes
    (folder / "deep").mkdir(exist_ok=True)
    path = folder / "deep" / f"{stem}.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        read_folder(folder, "fr")
    return caught.value.problems


def test_without_the_folder_there_is_no_deep_dive(folder: Path) -> None:
    read = read_folder(folder, "fr")
    assert read.deep_dives == ()
    assert read.checks == ()


def test_a_deep_dive_stands_beside_the_core_and_never_in_it(folder: Path) -> None:
    before = [q.id for q in read_folder(folder, "fr").questions()]
    add(folder, "tools")
    read = read_folder(folder, "fr")
    assert [q.id for q in read.questions()] == before
    assert [q.id for q in read.all_questions()] == [*before, "shared-files", "export-test"]
    assert read.question("export-test").id == "export-test"
    assert read.dimension_of("export-test").id == "tools"
    assert read.deep_dive_of("export-test") is read.deep_dive("tools")
    assert read.deep_dive_of(CORE_QUESTION) is None
    assert (read.deep_dives[0].intro, read.deep_dives[0].minutes) == (
        "Des outils que l’on peut quitter.", 4,
    )  # fmt: skip


def test_deep_dives_stand_in_the_order_of_the_dimensions(folder: Path) -> None:
    add(folder, "communication", dimension="communication", questions=[a_question("newsletter")])
    add(folder, "tools")
    add(folder, "strategy", dimension="strategy", questions=[a_question("supplier")])
    found = [dive.dimension for dive in read_folder(folder, "en").deep_dives]
    assert found == ["strategy", "tools", "communication"]


def test_a_mistake_is_told_with_file_line_and_place(folder: Path) -> None:
    path = add(folder, "tools", minuts=4)
    line = next(
        number
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if text.startswith("minuts")
    )
    (problem,) = problems(folder)
    assert problem.file == "questionnaires/digital-maturity/deep/tools.yaml"
    assert (problem.line, problem.place) == (line, "minuts")
    assert "Did you mean 'minutes'" in problem.message


def test_an_id_of_the_core_is_refused_with_its_file(folder: Path) -> None:
    add(folder, "tools", questions=[a_question(CORE_QUESTION)])
    (problem,) = problems(folder)
    assert problem.message == (
        f"the question id '{CORE_QUESTION}' is already used in "
        "questionnaires/digital-maturity/tools.yaml"
    )


def test_an_id_used_in_two_deep_dives_is_refused(folder: Path) -> None:
    add(folder, "strategy", dimension="strategy", questions=[a_question("supplier")])
    add(folder, "tools", questions=[a_question("supplier")])
    (problem,) = problems(folder)
    assert problem.file.endswith("deep/tools.yaml")
    assert "deep/strategy.yaml" in problem.message


def test_a_dimension_we_do_not_have_names_the_nearest(folder: Path) -> None:
    add(folder, "tools", dimension="tool")
    (problem,) = problems(folder)
    assert problem.message == "'tool' is not a dimension: did you mean 'tools'?"


def test_a_file_is_called_like_its_dimension(folder: Path) -> None:
    add(folder, "strategy")
    (problem,) = problems(folder)
    assert "use the same name" in problem.message


def test_a_floor_point_has_no_place_in_a_deep_dive(folder: Path) -> None:
    question = a_question("copies")
    options = [option | {"floor": "present"} for option in question["options"]]
    add(folder, "tools", questions=[question | {"floor": "backup", "options": options}])
    assert any("settles no floor point" in problem.message for problem in problems(folder))


CHECK = """
checks:
  - id: carried-by-nobody
    when:
      - {question: digital-carrier, is: [nobody]}
      - {question: enter-once, is: [once-reused]}
    text: {fr: Vérifiez les deux., en: Check both.}
"""


def test_consistency_checks_are_read_in_the_readers_language(folder: Path) -> None:
    (folder / "consistency.yaml").write_text(CHECK, encoding="utf-8")
    (check,) = read_folder(folder, "en").checks
    assert (check.id, check.text) == ("carried-by-nobody", "Check both.")
    assert check.when[1].options == ("once-reused",)


def test_a_check_that_stands_twice_is_told(folder: Path) -> None:
    (folder / "consistency.yaml").write_text(
        CHECK + CHECK.replace("\nchecks:\n", "", 1), encoding="utf-8"
    )
    (problem,) = problems(folder)
    assert (problem.place, problem.message) == (
        "checks[carried-by-nobody] > id",
        "the check id 'carried-by-nobody' stands twice",
    )


def test_a_mistyped_key_of_a_check_is_told(folder: Path) -> None:
    (folder / "consistency.yaml").write_text(CHECK.replace("is: [nobody]", "iz: [nobody]"))
    assert any(
        "'iz' is not a known key. Known: question, is." in problem.message
        for problem in problems(folder)
    )
