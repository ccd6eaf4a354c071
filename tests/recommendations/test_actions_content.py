"""The authors' actions and pathways, judged as an adviser would judge them."""

import datetime as dt
import re

import pytest

from assessment.floor import floor
from assessment.scorecard import score_card
from content.errors import ContentError
from content.languages import LANGUAGES
from questionnaires import read
from recommendations.checks import check_actions, check_pathways
from recommendations.choice import Situation, choose
from recommendations.library import ACTIONS, actions_in, read_actions, read_pathways
from recommendations.planning.asked import Asked
from recommendations.planning.wished import roadmap
from tests.recommendations.builders import NO_MONEY

ON = dt.date(2026, 11, 22)
CORE = read("digital-maturity", "fr")
SCORED = [question for question in CORE.questions() if question.scored]
FRENCH, ENGLISH = read_actions("fr"), read_actions("en")
PATHS = {language: read_pathways(language) for language in LANGUAGES}
LOWEST = {question.id: question.options[0].id for question in SCORED}
BEST = {question.id: question.options[-1].id for question in SCORED}
AVOIDED = re.compile(
    r"\b(transformation|retards?|lacunes?|gaps?|lag|digitalisation|empower\w*|leverage)\b", re.I
)


def texts_of(content):
    """Every text a piece of content shows, ids and codes aside."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for key, value in content.items():
            if key not in ("id", "rule", "raises", "needs", "topics", "floor", "themes"):
                yield from texts_of(value)
    elif isinstance(content, (list, tuple)):
        for value in content:
            yield from texts_of(value)


def sentences_of(*pieces):
    return [t for piece in pieces for t in texts_of(piece.model_dump(mode="json")) if " " in t]


def situation(**answers):
    return Situation(CORE, answers, score_card(CORE, answers), floor(CORE, answers))


def test_actions_and_questions_hold_together():
    assert check_actions(FRENCH, CORE) == []


def test_pathways_name_known_actions_and_dimensions():
    assert check_pathways(PATHS["fr"], FRENCH, CORE) == []


def test_there_are_sixty_actions_and_six_files_worth_in_each_dimension():
    assert len(FRENCH) >= 60
    for dimension in CORE.dimensions:
        assert len(actions_in_file(dimension.id)) >= 6, dimension.id


def actions_in_file(dimension):
    ids = re.findall(r"^  - id: (\S+)", (ACTIONS / f"{dimension}.yaml").read_text("utf-8"), re.M)
    return [action for action in FRENCH if action.id in ids]


@pytest.mark.parametrize("dimension", [d.id for d in CORE.dimensions])
def test_each_action_first_raises_a_question_of_its_own_file(dimension):
    for action in actions_in_file(dimension):
        assert CORE.dimension_of(action.raises[0].question).id == dimension, action.id


@pytest.mark.parametrize("question", list(LOWEST))
def test_each_question_has_two_ways_up(question):
    ways = [a.id for a in FRENCH if any(e.question == question for e in a.raises)]
    assert len(ways) >= 2, ways


def test_both_languages_say_the_same_actions_in_their_own_words():
    assert [a.id for a in FRENCH] == [a.id for a in ENGLISH]
    assert [a.model_dump(include={"hours", "weeks", "raises"}) for a in FRENCH] == [
        a.model_dump(include={"hours", "weeks", "raises"}) for a in ENGLISH
    ]
    for ours, theirs in zip(FRENCH, ENGLISH, strict=True):
        assert ours.what != theirs.what
        assert ours.why != theirs.why


def test_french_is_set_with_no_break_spaces_and_curly_apostrophes():
    for text in sentences_of(*FRENCH, *PATHS["fr"]):
        assert not re.search(r"(?<!\u00a0)[;:?!»%](\s|$)", text), text
        assert "'" not in text, text
        assert "«" not in text.replace("«\u00a0", ""), text


def test_english_has_no_space_before_punctuation():
    for text in sentences_of(*ENGLISH, *PATHS["en"]):
        assert not re.search(r"[\s\u00a0][;:?!%]", text), text
        assert "'" not in text, text


def test_words_stay_kind_and_plain():
    for text in sentences_of(*FRENCH, *ENGLISH, *PATHS["fr"], *PATHS["en"]):
        assert not AVOIDED.search(text), text


def test_sentences_stay_short():
    for text in sentences_of(*FRENCH, *ENGLISH, *PATHS["fr"], *PATHS["en"]):
        for sentence in re.split(r"[.?!:;] ?\s", text.replace("\u00a0", " ")):
            assert len(sentence.split()) <= 26, sentence


def test_every_cost_says_whose_estimate_it_is():
    assert all(a.cost.basis.startswith("Estimation des auteurs, novembre 2026") for a in FRENCH)
    assert all(a.cost.basis.startswith("Authors’ estimate, November 2026") for a in ENGLISH)


def test_long_actions_have_a_sponsor_and_two_to_four_lines_a_phase():
    for action in ENGLISH:
        if action.phases is None:
            continue
        phases = action.phases.model_dump()
        assert all(2 <= len(lines) <= 4 for lines in phases.values()), action.id
        said = " ".join(phases["initialise"]) + action.who
        assert re.search(r"sponsor|back|management|director", said, re.I), action.id


def test_the_first_step_is_over_before_the_action_is():
    assert all(action.first_step.days <= 7 * action.weeks for action in FRENCH)


def test_safety_net_pieces_can_start_this_week_and_wait_for_nothing():
    for piece in (action for action in FRENCH if action.floor):
        assert piece.first_step.days <= 7, piece.id
        assert piece.prerequisites == ()


def test_each_leaders_view_is_met_with_other_words():
    for pathway in (*PATHS["fr"], *PATHS["en"]):
        openings = pathway.opening.model_dump().values()
        assert len(set(openings)) == 4
        assert all(len(re.findall(r"[.?!](\s|$)", o)) >= 2 for o in openings), pathway.id


GOOD = BEST | {"shared-tools": "use-some", "enter-once": "mostly-once"}
THREE_MISSING = {"backup-restored": "no-copy", "two-factor": "none", "emergency-page": "nothing"}


@pytest.mark.parametrize(
    ("answers", "path", "figure"),
    [
        ({"board-agenda": "never"}, "find-out-first", "4\u00a0%"),
        (GOOD | THREE_MISSING, "safety-net", "3 protections"),
        (GOOD | {"digital-carrier": "nobody"}, "win-back-time", "Qui s’en occupe"),
        (GOOD, "share-and-pool", "à 67"),
        (
            GOOD | {"people-online-needs": "never-asked", "two-factor": "some-people"},
            "serve-without-excluding",
            CORE.dimension("services").title,
        ),
        (GOOD | {"two-factor": "none"}, "set-a-course", "moins de trois"),
    ],
)
def test_the_path_fits_and_says_why_and_its_first_action_comes_early(answers, path, figure):
    here = situation(**answers)
    chosen = choose(PATHS["fr"], here)
    assert chosen.pathway.id == path
    assert figure in chosen.because
    assert "{" not in chosen.because
    raising = [a for a in chosen.pathway.first_actions if gains(here, a)]
    plan = roadmap(Asked(FRENCH, chosen.pathway, here, ON), NO_MONEY)
    first = [step.project.id for step in plan.steps][:4]
    assert first or path == "find-out-first"
    for action_id in raising:
        assert action_id in first or "safety-net" in first


def gains(here, action_id):
    action = next(a for a in FRENCH if a.id == action_id)
    return any(
        rank(e.question, here.answers.get(e.question, BEST[e.question])) < rank(e.question, e.to)
        for e in action.raises
    )


def rank(question, option):
    return CORE.question(question).option(option).points


def changed(action_id, **changes):
    """The actions, one of them changed."""
    return tuple(a.model_copy(update=changes) if a.id == action_id else a for a in FRENCH)


def test_a_mistyped_question_is_told_with_the_nearest_one():
    effect = FRENCH[0].raises[0].model_copy(update={"question": "board-agend"})
    (problem,) = (
        p for p in check_actions(changed(FRENCH[0].id, raises=(effect,)), CORE) if "mean" in p
    )
    assert "did you mean 'board-agenda'" in problem


def test_an_effect_on_the_starting_option_is_refused():
    effect = FRENCH[0].raises[0].model_copy(update={"question": "ai-rule", "to": "no-rule"})
    problems = check_actions((*FRENCH, FRENCH[0].model_copy(update={"raises": (effect,)})), CORE)
    assert any("where one starts" in problem for problem in problems)


def test_a_question_no_action_brings_to_the_top_is_told():
    without = tuple(a for a in FRENCH if all(e.question != "ai-rule" for e in a.raises))
    (problem,) = check_actions(without, CORE)
    assert problem.startswith("questions[ai-rule]")


def test_prerequisites_that_turn_in_circles_are_told():
    round_and_round = changed("merge-contact-lists", prerequisites=("consent-and-unsubscribe",))
    (problem,) = check_actions(round_and_round, CORE)
    assert "circle" in problem


def test_a_prerequisite_that_does_not_exist_is_told_with_the_nearest_one():
    (problem,) = check_actions(changed("ai-rule-workshop", prerequisites=("one-page-plans",)), CORE)
    assert "did you mean 'one-page-plan'" in problem


def test_a_safety_net_over_twelve_hours_is_told():
    (problem,) = check_actions(changed("test-a-restore", hours=3), CORE)
    assert problem == "the safety net takes 13 hours, more than 12"


def test_two_actions_for_one_floor_point_are_told():
    problems = check_actions(changed("automate-backups", floor="backup"), CORE)
    assert any("'backup'" in problem and "automate-backups" in problem for problem in problems)


def test_a_floor_action_that_does_not_lay_its_point_is_told():
    half = tuple(
        e.model_copy(update={"to": "restored-before"})
        for a in FRENCH
        if a.id == "test-a-restore"
        for e in a.raises
    )
    (problem,) = check_actions(changed("test-a-restore", raises=half), CORE)
    assert "does not raise 'backup' to present" in problem


def test_a_pathway_starting_with_an_unknown_action_is_told():
    wrong = PATHS["fr"][0].model_copy(update={"first_actions": ("one-page-plna",)})
    (problem,) = check_pathways((wrong,), FRENCH, CORE)
    assert "did you mean 'one-page-plan'" in problem


def test_a_pathway_that_forgets_a_dimension_is_told():
    wrong = PATHS["fr"][0].model_copy(update={"themes": PATHS["fr"][0].themes[:7]})
    assert check_pathways((wrong,), FRENCH, CORE) == [
        "pathways[find-out-first] > themes: name each dimension once, no other"
    ]


def test_the_problems_of_all_files_come_at_once(tmp_path):
    (tmp_path / "a.yaml").write_text("actions: []\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("action: []\n", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        actions_in(tmp_path, "fr")
    assert {problem.file.rpartition("/")[2] for problem in error.value.problems} == {
        "a.yaml",
        "b.yaml",
    }


def test_the_same_id_in_two_files_is_told(tmp_path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text((ACTIONS / "people.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(ContentError, match="stands twice"):
        actions_in(tmp_path, "en")
