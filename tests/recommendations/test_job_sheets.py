"""Roles, their job sheets, and what holds them together with questions and actions."""

from typing import get_args

import pytest

from assessment.consistency import Condition
from questionnaires import read
from recommendations.action import Role
from recommendations.job_sheets import JobSheet, missing, read_job_sheets, roles_of
from recommendations.library import read_actions
from recommendations.role_checks import check_consistency, check_job_sheets
from tests.builders import check, deep_dive, dimension, question, questionnaire
from tests.recommendations.builders import action

CORE = questionnaire(
    dimension("people", question("carrier", nobody=0, named=3)),
    dimension("life", question("plan", none=0, written=3)),
    deep=(deep_dive("life", question("sponsor", none=0, board=2)),),
)


def sheet(role: str = "carrier", **missing_when: str) -> JobSheet:
    """sheet("carrier", carrier="nobody"): the role is missing on that answer."""
    conditions = [{"question": q, "is": o.split()} for q, o in missing_when.items()]
    return JobSheet.model_validate(
        {"id": role, "title": f"The {role}", "purpose": "Holds it.", "tasks": ["a", "b", "c"],
         "hours_per_month": {"min": 2, "max": 4},
         "who_could": dict.fromkeys(("staff", "volunteer", "pooled", "supplier"), "w"),
         "first_week": "Begin.", "missing_when": conditions, "topics": ["digital-skills"]}
    )  # fmt: skip


CARRIER = sheet(carrier="nobody")
PLAN = action("write-plan", {"plan": "written"}, roles=["carrier", "board-sponsor"])


def test_a_role_is_missing_on_a_known_answer_only():
    held = {"carrier": CARRIER}

    assert missing(held, PLAN.roles, {"carrier": "nobody"}) == (CARRIER,)
    for answers in ({"carrier": "named"}, {"carrier": "unknown"}, {}):
        assert missing(held, PLAN.roles, answers) == ()


def test_a_role_of_several_actions_is_named_once_and_main_ones_come_first():
    other = action("mend", {"plan": "written"}, roles=["helper", "carrier"])

    assert roles_of((PLAN, other)) == ("carrier", "helper", "board-sponsor")


def test_a_role_without_a_job_sheet_is_told():
    assert list(check_job_sheets((CARRIER,), (PLAN,), CORE)) == [
        "actions[write-plan] > roles: 'board-sponsor' has no job sheet (job_sheets.yaml)"
    ]


def test_a_job_sheet_may_speak_of_a_deep_question_and_names_the_nearest_when_wrong():
    sponsor = sheet("board-sponsor", sponsor="none")
    wrong = sheet("board-sponsor", sponsr="none", plan="non")

    assert list(check_job_sheets((CARRIER, sponsor), (PLAN,), CORE)) == []
    assert list(check_job_sheets((CARRIER, wrong), (PLAN,), CORE)) == [
        "job_sheets[board-sponsor] > missing_when: "
        "'sponsr' is not a question; did you mean 'sponsor'?",
        "job_sheets[board-sponsor] > missing_when: "
        "'non' is not an option of 'plan'; did you mean 'none'?",
    ]


def test_a_role_told_twice_is_told():
    problems = list(check_job_sheets((CARRIER, CARRIER), (), CORE))

    assert problems == ["job_sheets[carrier]: this role stands twice"]


def consistency(*checks):
    return list(check_consistency(CORE.model_copy(update={"checks": checks})))


def test_checks_on_core_and_deep_questions_hold_together():
    assert consistency(check("c", carrier="named", sponsor="none")) == []


def test_a_check_that_names_nothing_of_ours_is_told():
    assert consistency(check("c", carier="named", plan="writen")) == [
        "consistency[c] > when: 'carier' is not a question; did you mean 'carrier'?",
        "consistency[c] > when: 'writen' is not an option of 'plan'; did you mean 'written'?",
    ]


def test_a_check_that_can_never_hold_is_told():
    never = check("c", carrier="named", plan="none").model_copy(
        update={"when": tuple(
            Condition.model_validate(c)
            for c in (
                {"question": "plan", "is": ["none"]},
                {"question": "plan", "is": ["written"]},
            )
        )}
    )  # fmt: skip

    assert consistency(never) == [
        "consistency[c] > when: 'plan' cannot have all these answers at once",
        "consistency[c] > when: name two questions, since one alone contradicts nothing",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_authors_job_sheets_actions_and_checks_hold_together(language):
    instrument = read("digital-maturity", language)
    sheets, actions = read_job_sheets(language), read_actions(language)

    assert list(check_job_sheets(sheets, actions, instrument)) == []
    assert list(check_consistency(instrument)) == []
    assert {s.id for s in sheets} <= set(get_args(Role))
