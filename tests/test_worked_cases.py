"""Enterprises an adviser can read and correct: the path, the first thing to do, the money.

*may_propose* is met or to check; *never_propose* is never shown on a screen or put in a plan.
"""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from assessment.profile import Profile
from recommendations.planning.solve import Effort
from reports.build import build_dossier
from reports.dossier import Sheet
from reports.library import load_library

CASES = sorted(Path(__file__).parent.joinpath("cases").glob("*.yaml"))


def dossier_of(case, language="fr", effort=None):
    answers = {q: value for group in case["answers"].values() for q, value in group.items()}
    sheet = Sheet(
        answers=answers, date=case["date"], profile=Profile.model_validate(case["profile"])
    )
    return build_dossier(load_library(language), sheet, case["date"], effort)


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request):
    read = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    assert isinstance(read["date"], dt.date)
    return read


def proposed(dossier):
    kept = [p.funding for p in dossier.projects]
    return {m.programme.id for f in kept for m in (*f.fitting, *f.in_kind, *f.loans)}


def test_the_pathway_and_the_first_action_fit_the_enterprise(case):
    dossier = dossier_of(case)

    assert dossier.chosen.pathway.id == case["expect"]["pathway"]
    assert dossier.first_action.id == case["expect"]["first_action"]


def test_programmes_that_may_help_are_met_or_to_check(case):
    verdicts = {m.programme.id: m.verdict for m in dossier_of(case).matches}

    refused = [p for p in case["expect"]["may_propose"] if verdicts[p] == "not_met"]
    assert refused == []


def test_programmes_that_do_not_fit_are_never_proposed(case):
    assert proposed(dossier_of(case)).isdisjoint(case["expect"]["never_propose"])


def test_programmes_behind_a_gate_are_a_later_step_not_an_offer(case):
    dossier = dossier_of(case)
    gates = case["expect"].get("behind_gate", [])

    found = {m.programme.id for m in dossier.matches if m.verdict == "not_met" and m.behind_gate}
    assert found.issuperset(gates)
    assert proposed(dossier).isdisjoint(gates)


def test_never_more_than_two_projects_at_once(case):
    roadmap = dossier_of(case).roadmap

    assert len(roadmap.active) <= 2
    for step in roadmap.steps:
        running = [s for s in roadmap.steps if s.start <= step.start <= s.end]
        assert len(running) <= 2


def test_both_languages_advise_the_same(case):
    french, english = dossier_of(case), dossier_of(case, "en")

    assert [s.project.id for s in french.roadmap.steps] == [
        s.project.id for s in english.roadmap.steps
    ]
    assert french.chosen.pathway.id == english.chosen.pathway.id


def test_the_better_plan_begins_with_the_same_action_as_the_one_made_at_once(case):
    at_once, better = dossier_of(case), dossier_of(case, effort=Effort(nodes=3, dated=4000))

    assert better.first_action == at_once.first_action
