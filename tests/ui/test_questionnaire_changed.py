"""The questionnaire has changed since an assessment was scored: its result stays, and says so."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.as_json import card_as_json
from assessment.scorecard import score_card
from questionnaires.reading import read
from storage import assessments
from ui import database, texts

APP = Path(__file__).parents[2] / "app.py"
BEFORE = "0.9"


@pytest.fixture
def scored_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Best answers everywhere, kept with the score of the worst: no recount gives it back."""
    database.close()
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    questionnaire = read("digital-maturity", "fr")
    best = {q.id: q.options[-1].id for q in questionnaire.questions()}
    worst = {q.id: q.options[0].id for q in questionnaire.questions()}
    now = dt.datetime.now(dt.UTC)
    made = assessments.create(
        database.engine(),
        now,
        instrument=questionnaire.id,
        version=BEFORE,
        language="fr",
        given=best,
    )
    card = card_as_json(score_card(questionnaire, worst, "core"))
    assessments.save_scorecard(database.engine(), made, card, BEFORE, now)
    yield made
    database.close()


def shown(made: str) -> tuple[AppTest, str]:
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.session_state["jalon.opened"] = (made,)
    app.session_state["jalon.last"] = made
    app.session_state["jalon.language"] = "fr"
    app.run()
    app.switch_page("ui/screens/results.py").run()
    return app, written(app)


def written(app: AppTest) -> str:
    return " ".join(str(piece.proto.body) for piece in app.get("html"))


def kept(made: str) -> tuple[str | None, float]:
    record = assessments.load(database.engine(), made, dt.datetime.now(dt.UTC))
    assert record.scorecard is not None
    return record.scored_version, record.scorecard["overall"]["value"]


def test_the_result_stays_as_it_was_and_the_page_says_so(scored_before: str) -> None:
    questionnaire = read("digital-maturity", "fr")
    _, text = shown(scored_before)
    t = texts.words("fr")
    assert t("results.old", then=BEFORE, now=questionnaire.version) in text
    assert f"<p class='jalon-level'>{questionnaire.levels[0].title}</p>" in text
    assert kept(scored_before) == (BEFORE, 0)


def test_only_the_visitor_has_it_worked_out_again(scored_before: str) -> None:
    questionnaire = read("digital-maturity", "fr")
    app, _ = shown(scored_before)
    label = texts.words("fr")("results.score_again", now=questionnaire.version)
    next(button for button in app.button if button.label == label).click().run()
    assert kept(scored_before) == (questionnaire.version, 100)
    assert f"<p class='jalon-level'>{questionnaire.levels[-1].title}</p>" in written(app)
