"""What is retired is no longer asked, and old answers are still read."""

from assessment.answers import mistakes
from assessment.model import Dimension
from assessment.scorecard import asked, score_card
from tests.builders import dimension, question, questionnaire

BACKUP = question("backup", none=0, tested=2)
OLD = question("tapes", none=0, kept=2)


def with_a_retired_question():
    words = dict.fromkeys(("title", "short", "about", "good_news"), "w")
    return questionnaire(Dimension(id="data", questions=(BACKUP,), retired=(OLD,), **words))


def test_a_retired_question_is_neither_asked_nor_scored_but_an_old_answer_is_no_mistake() -> None:
    instrument = with_a_retired_question()
    answers = {"backup": "none", "tapes": "kept"}

    assert mistakes(instrument, answers) == ()
    assert [q.id for q in asked(instrument, "core")] == ["backup"]
    assert score_card(instrument, answers) == score_card(instrument, {"backup": "none"})


def test_a_retired_option_keeps_its_points_for_whoever_chose_it() -> None:
    kept = BACKUP.options[1].model_copy(update={"retired": True})
    backup = BACKUP.model_copy(update={"options": (BACKUP.options[0], kept)})
    card = score_card(questionnaire(dimension("data", backup)), {"backup": "tested"})

    assert card.overall.value == 100
