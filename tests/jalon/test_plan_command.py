"""`jalon plan`: the contract's shape, the same each time, bad wishes refused in one line."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from jalon.__main__ import main

CASES = Path(__file__).parents[1] / "cases"
ON = "2026-11-22"


def answer_file(folder, case="training-association-wallonia", **more):
    read = yaml.safe_load((CASES / f"{case}.yaml").read_text("utf-8"))
    answers = {q: value for group in read["answers"].values() for q, value in group.items()}
    content = {"instrument": "digital-maturity", "answers": answers, "profile": read["profile"]}
    path = folder / "answers.json"
    path.write_text(json.dumps(content | more, default=str), "utf-8")
    return path


@pytest.fixture
def run(tmp_path, capsys):
    def planned(*options, **more):
        code = main(["plan", str(answer_file(tmp_path, **more)), "--on", ON, *options])
        return code, capsys.readouterr()

    return planned


def test_another_program_reads_it_from_standard_output(tmp_path):
    said = subprocess.run(
        [sys.executable, "-m", "jalon", "plan", str(answer_file(tmp_path)), "--on", ON],
        capture_output=True, timeout=60, check=True,
    )  # fmt: skip

    assert json.loads(said.stdout)["steps"]
    assert said.stderr == b""


def plan(said):
    code, (out, err) = said
    assert (code, err) == (0, "")
    return json.loads(out)


def test_it_prints_the_plan_of_the_contract_and_nothing_else(run):
    found = plan(run())

    assert set(found) == {"status", "gap", "steps", "left_out", "totals", "relax"}
    assert found["status"] in ("optimal", "feasible")
    assert 0 <= found["gap"] < 0.05
    assert {"action", "start", "end", "hours", "cost", "aid", "own", "programmes", "why",
            "unlocks"} <= set(found["steps"][0])  # fmt: skip
    assert all(set(left) == {"action", "why"} and left["why"] for left in found["left_out"])
    assert found["relax"] == []


def test_hours_money_and_two_at_once_hold(run):
    found = plan(run("--hours-per-month", "8", "--own-money", "400", "--months", "12"))

    assert found["totals"]["hours"] <= 8 * 12
    assert found["totals"]["own"]["max"] <= 400
    days = [(dt.date.fromisoformat(s["start"]), dt.date.fromisoformat(s["end"]))
            for s in found["steps"]]  # fmt: skip
    assert all(sum(a <= start <= b for a, b in days) <= 2 for start, _ in days)
    assert max(end for _, end in days) < dt.date(2027, 11, 23)


def test_cost_less_aid_is_what_is_left_to_pay(run):
    for step in plan(run())["steps"]:
        cost, aid, own = step["cost"], step["aid"], step["own"]
        assert own["max"] == max(cost["max"] - aid["min"], 0)
        if aid["max"] is not None:
            assert own["min"] == max(cost["min"] - aid["max"], 0)


def test_the_same_file_gives_the_same_plan(run):
    assert run()[1].out == run()[1].out


def test_a_pin_is_in_the_plan_and_a_refusal_is_not(run):
    found = plan(run("--pin", "three-year-costs", "--refuse", "write-an-ai-rule"))
    actions = [step["action"] for step in found["steps"]]

    assert actions[0] == "three-year-costs"
    assert "write-an-ai-rule" not in actions
    assert {"action": "write-an-ai-rule", "why": "vous l’avez écarté."} in found["left_out"]


def test_a_wish_that_does_not_fit_says_what_would_have_to_give(run):
    found = plan(run("--pin", "one-list-of-people", "--hours-per-month", "1", "--months", "6"))

    assert found["status"] == "infeasible"
    (said,) = found["relax"]
    assert "heures par mois" in said
    assert found["steps"]


def test_a_plan_kept_in_the_file_is_read_and_options_win_over_it(run):
    kept = {"hours_per_month": 1, "months": 6, "postpone": {"write-an-ai-rule": "2027-02-01"}}

    assert plan(run(plan=kept))["totals"]["hours"] <= 6
    assert plan(run("--hours-per-month", "10", plan=kept))["totals"]["hours"] > 6


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--pin", "write-an-ai-rul"], "did you mean 'write-an-ai-rule'"),
        (["--refuse", "nothing-such"], "is not an action"),
        (["--hours-per-month", "-1"], "--hours-per-month"),
        (["--own-money", "inf"], "--own-money: 'inf' is not a number"),
        (["--months", "0"], "--months"),
        (["--language", "xx"], "--language"),
    ],
)
def test_a_bad_wish_is_refused_in_one_line(run, options, told):
    code, (out, err) = run(*options)

    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert told in err


@pytest.mark.parametrize(
    "kept", [{"pin": ["nope"]}, {"refuse": ["nope"]}, {"postpone": {"nope": "2027-01-01"}}]
)
def test_an_unknown_action_in_the_files_own_plan_is_refused_in_one_line(run, kept):
    code, (out, err) = run(plan=kept)

    assert (code, out) == (2, "")
    (line,) = err.splitlines()
    assert f"plan.{next(iter(kept))}: 'nope' is not an action; did you mean" in line


def test_a_checklist_has_no_plan(tmp_path, capsys):
    path = tmp_path / "dma.json"
    path.write_text('{"instrument": "dma-sme", "answers": {}}', "utf-8")

    assert main(["plan", str(path)]) == 2
    assert "has no plan" in capsys.readouterr().err
