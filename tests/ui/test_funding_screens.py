"""The screens of aids: an answer given in place is kept at once and changes the verdicts."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from storage import assessments
from tests.ui.test_plan_screens import fine, opened
from tests.ui.test_screens import text_of
from ui import database

pytestmark = pytest.mark.usefixtures("own_database")

WALLOON = {"region": "BE-WAL", "country": "BE", "legal_form": "be-sc-es", "fte": "12"}


def profile(at: AppTest) -> dict[str, Any]:
    made = at.session_state["jalon.opened"][0]
    return assessments.load(database.engine(), made, database.now()).profile or {}


def with_profile(screen: str, enterprise: dict[str, Any] | None = None) -> AppTest:
    at = opened(screen)
    made = at.session_state["jalon.opened"][0]
    given = {"enterprise": WALLOON if enterprise is None else enterprise}
    assessments.save_profile(database.engine(), made, given, database.now())
    return fine(at.run())


def first_flag(at: AppTest, place: str) -> Any:
    return next(r for r in at.radio if f".{place}." in str(r.key))


def test_an_answer_is_kept_at_once_told_and_taken_back() -> None:
    at = with_profile("funding")
    started = next(r for r in at.radio if "project.started" in str(r.key))
    fine(started.set_value("yes").run())
    assert profile(at)["project"] == {"started": True}
    assert "Réponse enregistrée." in text_of(at)
    assert "Avant : à vérifier auprès du financeur. Maintenant : pas pour vous." in text_of(at)

    again = next(r for r in at.radio if "project.started" in str(r.key))
    fine(again.set_value("unknown").run())
    assert "project" not in profile(at) or "started" not in profile(at)["project"]
    assert "Réponse retirée" in text_of(at)
    assert "Avant : pas pour vous. Maintenant : à vérifier auprès du financeur." in text_of(at)


def test_i_do_not_know_leaves_everything_as_it_was() -> None:
    at = with_profile("funding")
    before = profile(at)
    fine(first_flag(at, "deciding").set_value("unknown").run())
    assert profile(at) == before
    assert "cela reste à vérifier" in text_of(at)


def test_an_address_opens_one_aid_and_an_unknown_one_says_so() -> None:
    at = with_profile("funding")
    at.query_params["f"] = "be-wal-cheque-cybersecurite"
    assert "L’aide que vous regardez" in text_of(fine(at.run()))
    at.query_params["f"] = "no-such-aid"
    assert "Nous ne connaissons pas cette aide" in text_of(fine(at.run()))


def test_bad_input_is_said_and_loses_nothing() -> None:
    at = with_profile("enterprise")
    at.session_state["subject-activity"] = True
    fine(at.run())
    codes = next(i for i in at.text_input if "enterprise.nace" in str(i.key))
    codes.set_value("coiffure").run()
    assert "n’est pas un code d’activité" in text_of(fine(at))
    assert next(i for i in at.text_input if "nace" in str(i.key)).value == "coiffure"
    assert profile(at)["enterprise"] == WALLOON


def test_the_same_fact_asked_in_two_places_is_one_answer() -> None:
    at = with_profile("enterprise")
    at.session_state["subject-identity"] = True
    fine(at.run())
    asked = next(r for r in at.radio if "enterprise.is_sse" in str(r.key))
    fine(asked.set_value("yes").run())
    fine(at.switch_page("ui/screens/funding.py").run())
    assert profile(at)["enterprise"]["is_sse"] is True


def test_the_profile_screen_keeps_what_was_told_elsewhere() -> None:
    told = {**WALLOON, "region": "BE-WHT", "accreditations": []}
    at = with_profile("privacy", told)
    fine(at.switch_page("ui/screens/profile.py").run())
    assert profile(at)["enterprise"]["region"] == "BE-WHT"
    assert profile(at)["enterprise"]["accreditations"] == []


def test_nobody_is_ever_called_eligible() -> None:
    at = with_profile("funding")
    assert "éligible" not in text_of(at).lower()
    assert "Le financeur décide" in text_of(at)


def test_what_follows_from_another_answer_is_not_asked_again() -> None:
    at = with_profile("enterprise")
    at.session_state["subject-size"] = True
    at.session_state["subject-identity"] = True
    asked = {str(w.key).split(".", 2)[-1] for w in (*fine(at.run()).radio, *at.multiselect)}
    assert any("is_sse" in key for key in asked)
    assert not any("employer" in key or "form_family" in key for key in asked)
