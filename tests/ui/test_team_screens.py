"""A team round on the screens: opened, answered, pictured, closed, deleted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from questionnaires import read
from storage import team_rounds, team_sheets
from storage.errors import StorageUnavailable
from storage.team_rounds import Opened
from ui import codes, database, navigation, teams, visitor
from ui.routes import WRONG_KEYS

APP = Path(__file__).parents[2] / "app.py"
TEAM = read("team-skills", "fr")
QUESTIONS = tuple(TEAM.questions())
ADDRESS = "192.0.2.7"
TODAY = database.now().date()


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    database.close()
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    # AppTest gives each opening an address of its own: here all come from one.
    monkeypatch.setattr(visitor, "address", lambda: ADDRESS)
    yield
    database.close()
    for throttle in (WRONG_KEYS, codes.WRONG_JOIN_CODES):
        throttle.forget(ADDRESS)


def a_round(answers: int = 0, value: str = "with-help", name: str = "Accueil") -> Opened:
    made = team_rounds.create(
        database.engine(), TODAY, instrument=TEAM.id, version=TEAM.version, name=name
    )
    answer(made.round_id, answers, value)
    return made


def answer(round_id: str, people: int, value: str = "with-help") -> None:
    for _ in range(people):
        sheet = {question.id: value for question in QUESTIONS}
        team_sheets.submit(database.engine(), round_id, sheet, TODAY, None)


def opened(screen: str, managed: str | None = None, **parameters: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.query_params["lang"] = "fr"
    if managed:
        at.session_state["jalon.team.mine"] = (managed,)
        at.query_params["r"] = managed
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run().switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    pieces = [re.sub(r"<[^>]+>", " ", element.value) for element in at.html]
    return re.sub(r"\s+", " ", " ".join(pieces).replace("\u00a0", " "))


def kept(round_id: str) -> team_rounds.TeamRound:
    return team_rounds.load(database.engine(), round_id, TODAY)


def test_opening_a_round_shows_a_code_to_pass_on_and_one_to_keep() -> None:
    at = opened("team")
    at.text_input(key="team-name").set_value("Les Tisserands")
    at.button(key="create-round").click().run()
    assert not at.exception
    (made,) = at.session_state["jalon.team.mine"]
    join = at.session_state[f"jalon.team.join.{made}"]
    assert join in text_of(at)
    assert f"/team-answer?c={join}" in at.code[0].value
    assert at.session_state[f"jalon.team.organiser.{made}"] in text_of(at)
    assert "Encore 3 réponses avant de montrer quoi que ce soit" in text_of(at)
    assert kept(made).name == "Les Tisserands"


@pytest.mark.parametrize("answers", [0, 1, 2])
def test_under_three_answers_no_number_is_shown_even_by_its_address(answers: int) -> None:
    at = opened("team_picture", a_round(answers).round_id)
    assert "avant de montrer quoi que ce soit" in text_of(at)
    assert "Sécurité" not in text_of(at)
    assert "sur 100" not in text_of(at)


def test_from_three_answers_the_title_is_the_finding() -> None:
    made = a_round(3)
    at = opened("team_picture", made.round_id)
    title = next(e.value for e in at.html if "<h1" in e.value)
    assert "À apprendre ensemble d’abord\u00a0: Information" in title
    assert "repose sur 3 feuilles" in text_of(at)
    assert "Avec de l’aide (67 sur 100)" in text_of(at)
    assert "Gratuit :" in text_of(at)


def test_a_picture_waits_for_its_next_three_and_says_so() -> None:
    made = a_round(3, "not-yet").round_id
    opened("team_picture", made)
    answer(made, 2, "on-own")
    at = opened("team_picture", made)
    assert "repose sur 3 feuilles" in text_of(at)
    assert "2 réponses attendent" in text_of(at)
    assert "À découvrir (0 sur 100)" in text_of(at)


def test_closing_after_a_picture_warns_that_a_late_answer_stays_out() -> None:
    made = a_round(3, "not-yet").round_id
    opened("team_picture", made)
    answer(made, 1, "on-own")
    at = opened("team_round", made)
    assert "1 réponse restera hors de l’image" in text_of(at)
    at.button(key="close-round").click().run()
    assert "Tour clos le" in text_of(at)
    at = opened("team_picture", made)
    assert "repose sur 3 feuilles" in text_of(at)
    assert "n’y est pas" in text_of(at)


def test_would_rather_not_say_draws_no_zero() -> None:
    at = opened("team_picture", a_round(3, "unknown").round_id)
    assert "Trop peu de réponses dites pour une image" in text_of(at)
    assert "0 sur 100" not in text_of(at)


@pytest.mark.parametrize("screen", ["team_round", "team_picture"])
def test_a_stranger_sees_nothing_of_a_round(screen: str) -> None:
    made = a_round(3, name="Secret").round_id
    at = opened(screen, r=made)
    assert "Ce tour n’est pas ouvert ici" in text_of(at)
    assert "Secret" not in text_of(at)


def begin(code: str) -> AppTest:
    at = opened("team_answer", c=code)
    at.button(key="begin").click().run()
    return at


def fill(at: AppTest, value: str = "seen") -> AppTest:
    for radio in list(at.radio):
        radio.set_value(value)
    return at.button(key="go").click().run()


def test_a_member_answers_five_screens_and_the_sheet_is_kept_when_sent() -> None:
    made = a_round()
    at = begin(made.join_code)
    for number in range(1, 6):
        assert f"Écran {number} sur 5" in text_of(at)
        assert len(at.radio) == 2
        assert kept(made.round_id).answers == 0
        fill(at, "unknown" if number == 2 else "seen")
        assert not at.exception
    assert "Merci, votre feuille est partie" in text_of(at)
    assert kept(made.round_id).answers == 1
    with database.engine().connect() as connection:
        stored = connection.execute(team_sheets.team_sheets.select()).one()
    assert '"write-together":"unknown"' in stored.answers
    assert stored.answers.count('"seen"') == 8


def test_nothing_is_ticked_in_advance_and_an_empty_answer_is_asked_for() -> None:
    at = begin(a_round().join_code)
    assert [radio.value for radio in at.radio] == [None, None]
    at.radio[0].set_value("seen")
    at.button(key="go").click().run()
    assert "Choisissez une réponse à chaque question" in text_of(at)
    assert "Écran 1 sur 5" in text_of(at)


def test_going_back_finds_the_answers_again() -> None:
    at = fill(begin(a_round().join_code), "on-own")
    at.button(key="back").click().run()
    assert [radio.value for radio in at.radio] == ["on-own", "on-own"]


def test_a_page_loaded_again_in_the_middle_starts_over() -> None:
    at = opened("team_answer", c=a_round().join_code, step="4")
    assert "Dites ce que vous avez déjà fait" in text_of(at)


def test_one_voice_a_device() -> None:
    made = a_round()
    at = begin(made.join_code)
    for _ in range(5):
        fill(at)
    at.query_params["c"] = made.join_code
    at.switch_page(navigation.path("team_answer")).run()
    assert "Votre feuille est déjà partie" in text_of(at)
    assert kept(made.round_id).answers == 1


def test_a_closed_round_says_so_to_members() -> None:
    made = a_round()
    team_rounds.close(database.engine(), made.round_id, TODAY)
    assert "Ce tour est clos" in text_of(opened("team_answer", c=made.join_code))


def test_a_sheet_that_cannot_be_sent_stays_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made = a_round()
    at = begin(made.join_code)
    for _ in range(4):
        fill(at)

    def fail(*_arguments: object) -> None:
        raise StorageUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr(team_sheets, "submit", fail)
        assert "n’a pas pu partir" in text_of(fill(at))
    fill(at)
    assert kept(made.round_id).answers == 1


def test_a_wrong_code_says_so_and_clicks_do_not_count_as_tries() -> None:
    at = opened("team_answer", c="0000-0000")
    assert "Ce code n’ouvre rien" in text_of(at)
    for _ in range(30):
        at.run()
    assert codes.WRONG_JOIN_CODES.wait(ADDRESS, database.now()).total_seconds() == 0


def test_guessing_join_codes_is_slowed_down() -> None:
    good = a_round().join_code
    for _ in range(20):
        codes.WRONG_JOIN_CODES.allow(ADDRESS, database.now())
    assert "Trop d’essais" in text_of(opened("team_answer", c=good))


def test_guessing_organiser_codes_is_slowed_down() -> None:
    made = a_round()
    for _ in range(10):
        at = opened("team")
        at.text_input(key="organiser-code").set_value("0000-0000-0000-0000")
        at.button(key="open-round").click().run()
        assert "Ce code n’ouvre rien" in text_of(at)
    at = opened("team")
    at.text_input(key="organiser-code").set_value(made.organiser_code)
    at.button(key="open-round").click().run()
    assert "Trop d’essais" in text_of(at)


def test_an_organisers_code_finds_the_round_from_elsewhere() -> None:
    made = a_round(2)
    at = opened("team")
    at.text_input(key="organiser-code").set_value(made.organiser_code.lower())
    at.button(key="open-round").click().run()
    assert "2 réponses reçues" in text_of(at)
    assert made.join_code not in text_of(at)


def test_a_code_no_longer_known_is_replaced_on_demand() -> None:
    made = a_round()
    at = opened("team_round", made.round_id)
    assert made.join_code not in text_of(at)
    at.button(key="new-code").click().run()
    assert team_rounds.by_join_code(database.engine(), made.join_code, TODAY) is None


def test_deleting_a_round_needs_a_tick_and_is_for_good() -> None:
    made = a_round(3).round_id
    at = opened("team_round", made)
    at.button(key="delete-round").click().run()
    assert "Cochez d’abord" in text_of(at)
    at.checkbox[0].check()
    at.button(key="delete-round").click().run()
    with pytest.raises(team_rounds.UnknownRound):
        kept(made)


def test_the_name_of_a_team_is_data_never_markup() -> None:
    made = a_round(3, name="<script>alert(1)</script>").round_id
    for screen in ("team_round", "team_picture"):
        shown = " ".join(element.value for element in opened(screen, made).html)
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert" in shown


def test_what_only_an_organiser_may_do_is_refused_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = a_round(3)
    before = kept(made.round_id)
    monkeypatch.setattr(teams, "_may_manage", lambda round_id: False)
    for refused in (teams.close, teams.delete, teams.new_join_code):
        with pytest.raises(PermissionError):
            refused(made.round_id)
    with pytest.raises(PermissionError):
        teams.shown(before, "fr")
    assert kept(made.round_id) == before
