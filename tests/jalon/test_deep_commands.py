"""Deep dives at the command line: listed apart, scored beside the core."""

import json

import pytest

from jalon import questions as questions_command
from jalon import score as score_command
from questionnaires import read
from tests.builders import deep_dive, deepened, question

INSTRUMENT = deepened(
    read("digital-maturity", "fr"),
    deep_dive("tools", question("files-here", none=0, all=3), question("exit-tried", no=0, yes=3)),
)
CORE = {"enter-once": "once-reused", "emergency-page": "nothing", "device-updates": "not-followed"}


@pytest.fixture(autouse=True)
def instrument(monkeypatch):
    for command in (questions_command, score_command):
        monkeypatch.setattr(command, "questionnaire_of", lambda *_: INSTRUMENT)


def score_of(path, capsys):
    code = score_command.score(path)
    return code, capsys.readouterr()


def tools_of(card):
    return next(d for d in card["dimensions"] if d["id"] == "tools")


def test_questions_lists_deep_dives_apart_and_never_among_the_questions(capsys):
    questions_command.questions()

    tools = tools_of(json.loads(capsys.readouterr().out))
    assert [q["id"] for q in tools["questions"]] == list(CORE)
    assert [q["id"] for q in tools["deep_dives"]] == ["files-here", "exit-tried"]
    assert tools["deep_dives"][0]["options"][-1] == {"id": "all", "points": 3}


def test_an_answer_file_with_deep_answers_is_refined_and_its_core_score_stays(tmp_path, capsys):
    path = tmp_path / "a.json"
    answers = CORE | {"files-here": "all", "exit-tried": "unknown"}
    path.write_text(json.dumps({"instrument": "digital-maturity", "answers": answers}))

    _, said = score_of(path, capsys)

    tools = tools_of(json.loads(said.out))
    assert tools["value"] == pytest.approx(100 / 3)
    assert tools["refined"] == {
        "value": pytest.approx(50), "low": pytest.approx(40), "high": pytest.approx(60),
        "coverage": pytest.approx(0.8), "level": "established",
    }  # fmt: skip


def test_a_csv_takes_deep_columns_and_an_empty_cell_opens_nothing(tmp_path, capsys):
    path = tmp_path / "many.csv"
    path.write_text("id,enter-once,files-here\na,once-reused,all\nb,once-reused,\n")

    code, said = score_of(path, capsys)

    with_deep, without = (tools_of(json.loads(line)) for line in said.out.splitlines())
    assert code == 0
    assert "refined" in with_deep
    assert "refined" not in without
    assert with_deep["value"] == without["value"] == 100


def test_a_wrong_deep_answer_is_told_on_its_line(tmp_path, capsys):
    path = tmp_path / "many.csv"
    path.write_text("id,files-here\na,al\n")

    code, said = score_of(path, capsys)

    assert code == 1
    assert said.err.startswith(f"{path}:2: files-here: ")
    assert "'all'" in said.err
