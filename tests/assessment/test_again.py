"""A re-assessment proposes the old answers, and asks anew what they cannot answer any more."""

from assessment.again import next_stage, proposals
from assessment.pages import DONE, page_after, page_to_open, pages
from questionnaires import read
from tests.builders import dimension, question, questionnaire

BACKUP = question("backup", none=0, tested=2)
SIGN_IN = question("sign-in", nobody=0, everyone=2)
SMALL = questionnaire(dimension("safety", BACKUP, SIGN_IN))


def proposed(before, of=SMALL, **more):
    return {one.question.id: one.before for one in proposals(of, before, "core", **more)}


def test_what_was_said_is_proposed_and_what_was_not_is_asked():
    assert proposed({"backup": "none"}) == {"backup": "none", "sign-in": None}


def test_not_knowing_is_an_answer_one_may_still_give():
    assert proposed({"backup": "unknown"})["backup"] == "unknown"


def test_what_does_not_apply_is_proposed_only_where_it_may_be_said():
    allowed = BACKUP.model_copy(update={"may_not_apply": True})
    of = questionnaire(dimension("safety", allowed, SIGN_IN))

    told = proposed({"backup": "not_applicable", "sign-in": "not_applicable"}, of)
    assert told == {"backup": "not_applicable", "sign-in": None}


def test_an_option_that_is_gone_or_no_longer_offered_is_asked_again():
    options = (BACKUP.options[0].model_copy(update={"retired": True}), BACKUP.options[1])
    of = questionnaire(dimension("safety", BACKUP.model_copy(update={"options": options})))

    assert proposed({"backup": "none"}, of) == {"backup": None}
    assert proposed({"backup": "of-old"}, of) == {"backup": None}


def test_a_question_measured_otherwise_now_is_asked_again():
    assert proposed({"backup": "none"}, altered={"backup"})["backup"] is None


def test_the_deep_dives_opened_then_come_back_with_the_core_questions():
    core = read("digital-maturity", "en")
    dive = core.deep_dives[0]
    opened = {dive.questions[0].id: dive.questions[0].options[0].id}

    told = [one.question.id for one in proposals(core, opened, "core")]
    assert [q.id for q in dive.questions] == told[-len(dive.questions) :]
    assert len(told) == len(list(core.questions())) + len(dive.questions)


def test_t1_follows_t0_t2_follows_t1_and_nothing_follows_t2():
    assert [next_stage(stage) for stage in ("T0", "T1", "T2")] == ["T1", "T2", None]


def test_what_actions_may_have_changed_comes_first_and_nothing_comes_twice():
    of = questionnaire(dimension("safety", BACKUP), dimension("people", SIGN_IN))
    found = pages(proposals(of, {}, "core"), {"sign-in"})

    assert [(page.id, page.to_ask({})) for page in found] == [
        (DONE, ("sign-in",)),
        ("safety", ("backup",)),
    ]


def test_one_comes_back_to_the_first_page_where_something_is_left_to_say():
    of = questionnaire(dimension("safety", BACKUP), dimension("people", SIGN_IN))
    found = pages(proposals(of, {}, "core"), ())

    assert page_to_open(found, {"backup": "none"}, None).id == "people"
    assert page_to_open(found, {"backup": "none"}, "safety").id == "safety"
    assert page_to_open(found, {"backup": "none", "sign-in": "nobody"}, "gone").id == "people"
    assert page_after(found, found[0]) == found[1]
    assert page_after(found, found[1]) is None
