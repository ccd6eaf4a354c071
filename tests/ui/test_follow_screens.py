"""T0, then T1 in which only what changed is asked; what moved and by what; targets; dates; kit."""

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from recommendations.library import read_actions
from reports.charts.then_now import Then
from storage import assessments
from storage.record import Record
from storage.removal import delete_assessment
from tests.ui.test_plan_screens import fine, kept, opened
from tests.ui.test_screens import QUESTIONNAIRE, all_answers, text_of
from ui import database, following, navigation, visitor

pytestmark = pytest.mark.usefixtures("own_database")

PLAN, NAMED = "one-page-plan", "name-carrier-and-stand-in"
DONE = {"projects": {PLAN: {"state": "done"}, NAMED: {"state": "done"}}}
TOUCHED = ("digital-priorities", "digital-carrier")


def to(at: AppTest, screen: str, **parameters: str) -> AppTest:
    at.switch_page(navigation.path(screen))
    for name, value in parameters.items():
        at.query_params[name] = value
    return fine(at.run())


def record(assessment: str) -> Record:
    return assessments.load(database.engine(), assessment, database.now())


def here(at: AppTest) -> Record:
    named = at.query_params["a"]
    return record(named if isinstance(named, str) else named[0])


def started(plan: dict[str, Any] | None = None, **more: Any) -> AppTest:
    """T1, just begun from a T0 whose answers are all the second option."""
    at = opened("follow_up", DONE if plan is None else plan, **more)
    return to(fine(at.button(key="next").click().run()), "again")


def text_of_question(name: str) -> str:
    return QUESTIONNAIRE.question(name).text.replace("\u00a0", " ")


def labels(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def choice(at: AppTest, question: str) -> Any:
    return next(one for one in at.radio if f".{question}." in (one.key or ""))


def all_still(at: AppTest) -> AppTest:
    return fine(at.button(key="all-still").click().run())


def answered_to_the_end(at: AppTest, changes: dict[str, str]) -> AppTest:
    """T1 whose other answers are those of T0, saved as the screens would."""
    given = {**all_answers(), **changes}
    assessments.save_answers(database.engine(), here(at).id, given, database.now())
    return to(at, "then_and_now")


def test_the_next_assessment_begins_with_who_one_is_and_no_answer() -> None:
    at = started()
    now = here(at)
    before = record(now.follows_id or "")

    assert (now.stage, now.answers) == ("T1", {})
    assert (now.profile, now.worry, now.plan) == (before.profile, before.worry, before.plan)
    assert before.answers == all_answers()


def test_an_assessment_half_answered_is_finished_first() -> None:
    at = opened("follow_up", given={"digital-priorities": "none"})

    assert "Répondez d’abord à toutes les questions" in text_of(at)
    assert "next" not in [button.key for button in at.button]


def test_what_is_begun_is_opened_and_not_begun_twice() -> None:
    at = started()
    at = to(at, "follow_up", a=here(at).follows_id or "")
    assert "Vous avez déjà repris cette évaluation (T1)." in text_of(at)

    at = to(fine(at.button(key="next").click().run()), "follow_up")
    assert here(at).stage == "T1"
    assert [button.label for button in at.button if button.key == "next"] == ["Continuer (T1)"]


def test_what_actions_may_have_changed_comes_first_with_their_names() -> None:
    text = text_of(at := started())

    assert "Ce que vos actions ont pu changer" in text
    assert "Vous avez fait :" in text
    for question in TOUCHED:
        assert text_of_question(question) in text
        assert choice(at, question).value == "changed"
    assert "all-still" not in [button.key for button in at.button]
    assert "2 questions vous seront posées." in text


def test_still_true_keeps_the_old_answer_and_changed_takes_it_back() -> None:
    at = started()
    choice(at, "digital-priorities").set_value("still").run()
    assert here(fine(at)).answers == {"digital-priorities": "talked-about"}
    assert "1 question vous sera posée." in text_of(at)

    choice(at, "digital-priorities").set_value("changed").run()
    assert here(fine(at)).answers == {}


def test_only_what_changed_opens_its_question_with_the_old_answer_marked() -> None:
    at = started()
    choice(at, "digital-priorities").set_value("still").run()
    at = fine(at.button(key="continue").click().run())

    assert text_of_question("digital-carrier") in text_of(at)
    at = to(at, "question")
    assert "vous disiez" in text_of(at)
    marked = [caption for caption in at.radio[0].proto.captions if caption]
    assert len(marked) == 1
    assert marked[0].startswith("Votre réponse du")
    at.radio[0].set_value("named").run()
    at = fine(at.button(key="continue").click().run())
    assert "Étape 2 sur" in text_of(at)
    assert here(at).answers == {"digital-priorities": "talked-about", "digital-carrier": "named"}


def test_one_tap_keeps_a_whole_dimension_and_goes_to_the_next() -> None:
    at = to(started(), "again", d="strategy")
    first = text_of(at)
    at = all_still(at)

    assert text_of(at) != first
    others = {"digital-budget", "change-effects"}
    assert others <= here(at).answers.keys()
    assert here(at).answers.items() <= all_answers().items()
    assert "digital-priorities" not in here(at).answers


def test_after_the_last_page_the_comparison_names_the_actions() -> None:
    at = answered_to_the_end(
        started(), {"digital-priorities": "written", "digital-carrier": "named"}
    )
    text = text_of(at)

    assert "Ce qui a changé, et grâce à quoi" in text
    assert "sur l’ensemble" in text
    for question in TOUCHED:
        assert QUESTIONNAIRE.question(question).short in text
    titles = {action.id: action.title for action in read_actions("fr")}
    assert titles[PLAN] in text
    assert titles[NAMED] in text
    assert "Sans action notée comme faite" not in text


def test_a_change_without_an_action_says_so() -> None:
    at = answered_to_the_end(started({}), {"digital-budget": "purchases-planned"})

    assert "Sans action notée comme faite" in text_of(at)


def test_when_nothing_changed_it_is_said() -> None:
    assert "Aucune réponse n’a changé" in text_of(answered_to_the_end(started(), {}))


def test_the_score_is_kept_with_how_it_was_measured() -> None:
    at = answered_to_the_end(started(), {})

    card = here(at).scorecard or {}
    assert card["measure"]["strategy"]["digital-priorities"].startswith("x")


def test_when_the_questionnaire_changed_the_screen_says_which_lines_compare_and_why() -> None:
    at = started()
    before = record(here(at).follows_id or "")
    fine(to(at, "results", a=before.id))
    card = record(before.id).scorecard or {}
    card["measure"]["strategy"]["digital-priorities"] = "x1 none=0 written=1"
    del card["measure"]["people"]["digital-carrier"]
    assessments.save_scorecard(database.engine(), before.id, card, "0.9", database.now())

    at = answered_to_the_end(to(at, "again", a=_follower(before.id)), {"digital-carrier": "named"})

    text = text_of(at)
    strategy, people = (QUESTIONNAIRE.dimension(d).title for d in ("strategy", "people"))
    assert f"{strategy} ne se compare pas : autres réponses ou autre poids" in text
    assert f"{people} ne se compare pas : question nouvelle" in text
    assert "sur les dimensions qui se comparent" in text or "Aucune réponse n’a changé" in text


def test_a_question_measured_otherwise_is_asked_and_not_proposed() -> None:
    at = started()
    before = record(here(at).follows_id or "")
    fine(to(at, "results", a=before.id))
    card = record(before.id).scorecard or {}
    card["measure"]["strategy"]["digital-budget"] = "x1 none=0 written=1"
    assessments.save_scorecard(database.engine(), before.id, card, "0.9", database.now())

    at = to(at, "again", a=_follower(before.id), d="strategy")

    assert "Cette question sera posée" in text_of(at)
    assert not [one for one in at.radio if ".digital-budget." in (one.key or "")]


def _follower(before: str) -> str:
    found = following.follower_of(database.engine(), before, database.now())
    assert found is not None
    return found


def test_who_may_not_open_the_first_one_answers_without_its_answers() -> None:
    at = started()
    at.session_state["jalon.opened"] = (here(at).id,)
    at = to(at, "again")

    assert "Il n’y a pas d’évaluation d’avant à reprendre ici" in text_of(at)
    assert QUESTIONNAIRE.question("digital-priorities").option("talked-about").text not in text_of(
        at
    )


def test_the_first_one_deleted_leaves_the_second_to_be_answered() -> None:
    at = started()
    delete_assessment(database.engine(), here(at).follows_id or "", database.now())
    at = to(at, "again")

    assert "Elle a été effacée" in text_of(at)
    at = fine(at.button[-1].click().run())
    assert text_of_question("digital-priorities") in text_of(at)


def test_a_target_is_a_level_and_a_day_kept_in_the_plan_and_said_in_words() -> None:
    at = opened("targets")
    levels = next(
        one for one in at.selectbox if one.key.startswith("target.") and "people" in one.key
    )
    levels.set_value("sharing").run()
    target = kept(fine(at))["targets"]["people"]
    assert target["level"] == "sharing"
    assert dt.date.fromisoformat(target["by"]) > database.now().date()
    assert "Drapeau : là où vous voulez être." in text_of(at)
    assert "jalon-goal" in "".join(element.value for element in at.html)

    at = to(at, "follow_up")
    assert "objectif :" in text_of(at)
    assert "pas encore" in text_of(at)
    at = to(at, "targets")
    levels = next(
        one for one in at.selectbox if one.key.startswith("target.") and "people" in one.key
    )
    levels.set_value("").run()
    assert kept(fine(at))["targets"] == {}


def test_a_target_that_is_reached_says_so_on_the_results() -> None:
    plan = {"targets": {"people": {"value": 1, "by": "2030-01-01"}}}

    assert "objectif atteint : 1 sur 100" in text_of(opened("results", plan))


def test_the_dates_are_six_and_twelve_months_after_unless_others_are_chosen() -> None:
    at = opened("follow_up")
    first, second = (one for one in at.selectbox if (one.key or "").startswith("review."))
    today = database.now().date()
    months = [
        12 * (d.value.year - today.year) + d.value.month - today.month for d in (first, second)
    ]
    assert months == [6, 12]

    first.select_index(2).run()
    chosen = next(one for one in at.selectbox if (one.key or "").startswith("review.")).value
    assert kept(fine(at))["reviews"] == {"T1": chosen.isoformat()}
    assert chosen != first.value


def test_what_was_done_and_what_proves_it_stands_in_the_follow_up() -> None:
    plan = {"projects": {PLAN: {
        "state": "done", "did": "Une page, lue au conseil.", "since": "2026-03-01",
        "proof": "PV du 12 mars", "address": "https://exemple.be/pv",
    }}}  # fmt: skip
    at = opened("follow_up", plan)

    text = text_of(at)
    assert "depuis mars 2026" in text
    assert "Une page, lue au conseil." in text
    assert "Preuve : PV du 12 mars" in text
    assert "href='https://exemple.be/pv'" in "".join(element.value for element in at.html)


def test_an_address_that_is_no_page_is_never_a_link() -> None:
    plan = {"projects": {PLAN: {"state": "done", "address": "javascript:alert(1)"}}}
    at = opened("follow_up", plan)

    assert "href='javascript" not in "".join(element.value for element in at.html)


def test_evidence_is_typed_on_the_projects_sheet_once_something_was_done() -> None:
    at = to(opened("roadmap"), "project", p=PLAN)
    assert not [one for one in at.text_input if (one.key or "").endswith("-proof-fr")]

    next(one for one in at.radio if "-state-" in (one.key or "")).set_value("done").run()
    proof = next(one for one in fine(at).text_input if (one.key or "").endswith("-proof-fr"))
    proof.set_value("PV du 12 mars").run()
    address = next(one for one in fine(at).text_input if (one.key or "").endswith("-address-fr"))
    address.set_value("exemple").run()
    written = kept(fine(at))["projects"][PLAN]
    assert (written["proof"], written["address"]) == ("PV du 12 mars", "exemple")
    assert "Cette adresse ne s’ouvrira pas" in text_of(at)


def test_the_kit_holds_an_hour_three_questions_and_no_name_by_choice() -> None:
    at = started()
    profile = {"enterprise": {"name": "Les Tisserands"}}
    assessments.save_profile(database.engine(), here(at).id, profile, database.now())
    answered_to_the_end(at, {"digital-priorities": "written"})
    at = to(at, "intervision")

    text = text_of(at)
    assert "0 à 5 min" in text
    assert "55 à 60 min" in text
    assert "Les Tisserands" in text
    assert "sur l’ensemble" in text
    at.checkbox[0].check().run()
    assert "Les Tisserands" not in text_of(fine(at))


def test_two_dates_are_told_by_the_day_of_their_answers_not_of_their_sheets() -> None:
    at = started()
    now = here(at)
    before = record(now.follows_id or "")
    assessments.save_plan(
        database.engine(), before.id, DONE, database.now() + dt.timedelta(days=40)
    )

    then, later = following.in_order(now, record(before.id))
    assert (then.id, later.id) == (before.id, now.id)
    kept_then = following.then_of(then, later, "fr")
    assert isinstance(kept_then, Then)
    assert kept_then.on == database.now().astimezone(visitor.zone()).date()
    assert {action.id for action in kept_then.done} == {PLAN, NAMED}


def test_a_re_assessment_left_at_its_start_is_taken_up_where_it_asks_what_changed() -> None:
    at = started()
    now = here(at).id
    at = to(at, "landing")
    assert "T1" in text_of(at)

    at = fine(at.button(key=f"open-{now}").click().run())
    assert "Ce que vos actions ont pu changer" in text_of(at)
