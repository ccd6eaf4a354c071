"""Several voices on the screens: invited, answered, pictured, agreed on, closed, deleted."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from network.panel import ROLES, Sheet
from network.panel_scope import FLASH
from questionnaires import read
from storage import assessments, panel_agreed, panel_sheets, panels
from storage.errors import StorageUnavailable, UnknownAssessment
from storage.panels import UnknownPanel
from ui import codes, database, navigation, visitor
from ui import panels as at_the_door

APP = Path(__file__).parents[2] / "app.py"
INSTRUMENT = read("digital-maturity", "fr")
ASKED = INSTRUMENT.flash
FIRST = INSTRUMENT.question(ASKED[0])
LOW, HIGH = FIRST.options[0].id, FIRST.options[-1].id
ADDRESS = "192.0.2.8"
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
    codes.WRONG_JOIN_CODES.forget(ADDRESS)


def an_assessment(name: str = "Les Tisserands") -> str:
    given = {question.id: question.options[1].id for question in INSTRUMENT.questions()}
    return assessments.create(
        database.engine(), database.now(), instrument=INSTRUMENT.id, language="fr",
        version=INSTRUMENT.version, given=given, profile={"enterprise": {"name": name}},
    )  # fmt: skip


def a_panel(on: str | None = None, scope: str = FLASH, slips: bool = False) -> panels.Opened:
    return panels.open_panel(
        database.engine(), on or an_assessment(), TODAY,
        scope=scope, version=INSTRUMENT.version, slips=slips,
    )  # fmt: skip


def answer(panel_id: str, role: str, *places: int) -> None:
    """A sheet for each place: that option at the first question, the second one elsewhere."""
    for place in places:
        said = {name: INSTRUMENT.question(name).options[1].id for name in ASKED}
        sheet = Sheet(role, said | {FIRST.id: FIRST.options[place].id})
        panel_sheets.submit(database.engine(), panel_id, sheet, TODAY)


def opened(screen: str, assessment: str | None = None, **parameters: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.query_params["lang"] = "fr"
    if assessment:
        at.session_state["jalon.opened"] = (assessment,)
        at.query_params["a"] = assessment
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run().switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    pieces = [re.sub(r"<[^>]+>", " ", element.value) for element in at.html]
    return re.sub(r"\s+", " ", " ".join(pieces).replace("\u00a0", " "))


def kept(panel_id: str) -> panels.Panel:
    return panels.load(database.engine(), panel_id, TODAY)


def the_panel_of(assessment: str) -> panels.Panel:
    (one,) = panels.of_assessment(database.engine(), assessment, TODAY)
    return one


def test_opening_gives_a_code_its_link_and_says_what_it_cannot_promise() -> None:
    made = an_assessment()
    at = opened("panel", made)
    assert "Rien ne paraît à moins de cinq réponses" in text_of(at)
    at.button(key="create-panel").click().run()
    assert not at.exception
    one = the_panel_of(made)
    code = at.session_state[f"jalon.panel.join.{one.id}"]
    assert code in text_of(at)
    assert f"/panel-answer?c={code}" in at.code[0].value
    assert "Quelqu’un qui a deux appareils peut répondre deux fois" in text_of(at)
    assert "Encore 5 réponses avant de montrer quoi que ce soit" in text_of(at)
    assert (one.scope, one.slips) == (FLASH, False)


def test_themes_are_chosen_up_to_ten_minutes() -> None:
    made = an_assessment()
    at = opened("panel", made)
    at.radio(key="panel-what.fr").set_value("dimensions").run()
    at.button(key="create-panel").click().run()
    assert "Choisissez au moins un thème" in text_of(at)
    for dimension in INSTRUMENT.dimensions:
        at.checkbox(key=f"panel-{dimension.id}").check()
    at.run()
    assert "C’est trop long" in text_of(at)
    for dimension in INSTRUMENT.dimensions[2:]:
        at.checkbox(key=f"panel-{dimension.id}").uncheck()
    at.run()
    assert "Environ 4 minutes par personne" in text_of(at)
    at.button(key="create-panel").click().run()
    assert the_panel_of(made).scope == "strategy governance"


def test_slips_are_shown_once_to_be_printed_and_each_opens_the_sheet() -> None:
    made = an_assessment()
    one = a_panel(made, slips=True).panel_id
    at = opened("panel", made)
    at.selectbox(key=f"panel-slips-count.{one}").select(5)
    at.button(key="make-slips").click().run()
    slips = at.session_state[f"jalon.panel.slips.{one}"]
    assert len(slips) == 5
    assert all(slip in text_of(at) for slip in slips)
    assert "5 bulletins. Imprimez cette page maintenant" in text_of(at)
    assert not any(slip in text_of(opened("panel", made)) for slip in slips)
    assert "Comment voyez-vous le numérique ici ?" in text_of(opened("panel_answer", c=slips[0]))


@pytest.mark.parametrize("screen", ["panel_picture", "panel_projector"])
@pytest.mark.parametrize("answers", [0, 4])
def test_under_five_answers_nothing_is_shown_even_by_its_address(screen: str, answers: int) -> None:
    made = an_assessment()
    answer(a_panel(made).panel_id, "staff", *[0] * answers)
    said = text_of(opened(screen, made))
    assert "avant de montrer quoi que ce soit" in said
    assert FIRST.short not in said
    assert "Accord" not in said


def test_from_five_answers_the_title_says_what_to_talk_about_first() -> None:
    made = an_assessment()
    answer(a_panel(made).panel_id, "staff", 0, 0, 0, 3, 3, 3)
    at = opened("panel_picture", made)
    title = next(e.value for e in at.html if "<h1" in e.value)
    assert f"À discuter d’abord\u00a0: {FIRST.short}" in title
    assert "repose sur 6 feuilles" in text_of(at)
    assert "Accord : 0 sur 100" in text_of(at)
    assert "Accord : 100 sur 100" in text_of(at)
    # Alone in its dimension of the flash, but one of three in the core score it is weighed in.
    assert "votre résultat bouge de 4 points sur 100" in text_of(at)
    assert "indice de Leik (1966)" in text_of(at)


def test_where_all_answer_alike_there_is_nothing_to_talk_about() -> None:
    made = an_assessment()
    answer(a_panel(made).panel_id, "staff", *[1] * 5)
    at = opened("panel_picture", made)
    assert "Tout le monde voit les choses pareil" in text_of(at)
    assert "En parler d’abord" not in text_of(at)


def test_a_role_is_offered_when_it_can_stand_apart_and_not_when_one_is_left_over() -> None:
    made = an_assessment()
    one = a_panel(made).panel_id
    answer(one, "staff", 0, 0, 0, 0)
    answer(one, "board", 3, 3, 3)
    answer(one, "direction", 2)
    at = opened("panel_picture", made)
    who = at.selectbox(key="panel-who.fr")
    assert who.options == ["Tout le monde", "Équipe salariée"]
    who.select("staff").run()
    assert not at.exception
    assert "Équipe salariée, sans nom" in text_of(at)
    assert "Direction" not in who.options


def test_no_role_is_offered_when_the_rest_would_be_one_person() -> None:
    made = an_assessment()
    one = a_panel(made).panel_id
    answer(one, "staff", 0, 0, 0, 0, 0)
    answer(one, "direction", 3)
    at = opened("panel_picture", made)
    assert [field.key for field in at.selectbox if "who" in (field.key or "")] == []
    assert "Aucun rôle ne peut être montré à part" in text_of(at)


def test_a_picture_waits_for_its_next_five_and_closing_warns_who_stays_out() -> None:
    made = an_assessment()
    one = a_panel(made).panel_id
    answer(one, "staff", *[1] * 5)
    opened("panel_picture", made)
    answer(one, "board", 3, 3)
    said = text_of(opened("panel_picture", made))
    assert "repose sur 5 feuilles" in said
    assert "2 réponses attendent. Il en manque 3" in said
    at = opened("panel", made)
    assert "2 réponses resteront hors de l’image" in text_of(at)
    at.button(key="close-panel").click().run()
    assert kept(one).closed_on == TODAY
    said = text_of(opened("panel_picture", made))
    assert "repose sur 5 feuilles" in said
    assert "n’y sont pas" in said


def test_the_projector_shows_the_count_and_waits_for_somebody_to_show_the_picture() -> None:
    made = an_assessment()
    one = a_panel(made).panel_id
    answer(one, "staff", *[1] * 6)
    at = opened("panel_projector", made)
    assert "6 réponses reçues" in text_of(at)
    assert "Accord" not in text_of(at)
    assert kept(one).shown == 0
    at.button(key="show-now").click().run()
    assert "repose sur 6 feuilles" in text_of(at)
    assert FIRST.short in text_of(at)
    assert kept(one).shown == 6


@pytest.mark.parametrize("screen", ["panel", "panel_picture", "panel_projector"])
def test_a_stranger_sees_nothing_of_a_panel(screen: str) -> None:
    made = an_assessment("Secret")
    one = a_panel(made).panel_id
    answer(one, "staff", *[0] * 5)
    said = text_of(opened(screen, a=made, v=one))
    assert "Secret" not in said
    assert "réponses reçues" not in said
    assert FIRST.short not in said


def test_a_panel_is_not_opened_through_another_assessment() -> None:
    other = a_panel().panel_id
    answer(other, "staff", *[0] * 5)
    at = opened("panel_picture", an_assessment(), v=other)
    assert "Personne n’a encore été invité" in text_of(at)


def test_whatever_asks_for_a_panel_is_refused_where_its_assessment_is_not_open() -> None:
    made = an_assessment()
    record = assessments.load(database.engine(), made, database.now())
    one = kept(a_panel(made).panel_id)
    asks = (
        lambda: at_the_door.of(record),
        lambda: at_the_door.all_agreed(record),
        lambda: at_the_door.open_panel(record, FLASH, slips=False),
        lambda: at_the_door.join_code(one),
        lambda: at_the_door.new_join_code(one),
        lambda: at_the_door.make_slips(one, 5),
        lambda: at_the_door.shown(one, "fr"),
        lambda: at_the_door.agreed(one),
        lambda: at_the_door.agree(one, FIRST.id, HIGH, "because"),
        lambda: at_the_door.close(one),
        lambda: at_the_door.delete(one),
    )
    for ask in asks:
        with pytest.raises(UnknownAssessment):
            ask()
    assert kept(one.id) == one


def begin(code: str, role: str = "volunteers") -> AppTest:
    at = opened("panel_answer", c=code)
    at.radio[0].set_value(role)
    at.button(key="begin").click().run()
    return at


def choose(at: AppTest, place: int) -> AppTest:
    """Ticks this option at each question of the page, and goes on."""
    for radio in list(at.radio):
        name = radio.key.split(".")[2]
        radio.set_value(INSTRUMENT.question(name).options[place].id)
    return at.button(key="go").click().run()


def test_a_sheet_is_one_question_a_page_and_is_kept_when_sent() -> None:
    made = a_panel()
    at = begin(made.join_code)
    for number in range(1, 9):
        assert f"Écran {number} sur 8" in text_of(at)
        assert [radio.value for radio in at.radio] == [None]
        assert kept(made.panel_id).answers == 0
        choose(at, 2)
        assert not at.exception
    assert "Merci, votre feuille est partie" in text_of(at)
    assert kept(made.panel_id).answers == 1
    with database.engine().connect() as connection:
        stored = connection.execute(panel_sheets.panel_sheets.select()).one()
    assert stored.role == "volunteers"
    assert f'"{FIRST.id}":"{FIRST.options[2].id}"' in stored.answers
    assert stored.answers.count(":") == len(ASKED)


def test_a_theme_is_a_short_page_with_its_three_questions() -> None:
    at = begin(a_panel(scope="strategy services").join_code)
    assert "Écran 1 sur 2" in text_of(at)
    assert len(at.radio) == 3
    choose(at, 0)
    assert len(at.radio) == 3
    offered = {radio.key.split(".")[2]: len(radio.options) for radio in at.radio}
    may_not_apply = {q.id: q.may_not_apply for q in INSTRUMENT.dimension("services").questions}
    assert offered == {name: 6 if may else 5 for name, may in may_not_apply.items()}


def test_a_role_is_asked_for_and_so_is_each_answer() -> None:
    at = opened("panel_answer", c=a_panel().join_code)
    assert len(at.radio[0].options) == len(ROLES)
    at.button(key="begin").click().run()
    assert "Choisissez d’abord votre rôle" in text_of(at)
    at.radio[0].set_value("staff")
    at.button(key="begin").click().run()
    at.button(key="go").click().run()
    assert "Choisissez une réponse à chaque question" in text_of(at)


def test_going_back_finds_the_role_and_the_answer_again() -> None:
    at = choose(begin(a_panel().join_code, "board"), 3)
    at.button(key="back").click().run()
    assert at.radio[0].value == HIGH
    at.button(key="back").click().run()
    assert at.radio[0].value == "board"


def test_a_page_loaded_again_in_the_middle_starts_over() -> None:
    at = opened("panel_answer", c=a_panel().join_code, step="4")
    assert "Comment voyez-vous le numérique ici ?" in text_of(at)


def test_a_sheet_sent_here_is_not_sent_again_from_here() -> None:
    made = a_panel(scope="strategy")
    at = choose(begin(made.join_code), 1)
    at.query_params["c"] = made.join_code
    at.switch_page(navigation.path("panel_answer")).run()
    assert "Votre feuille est déjà partie" in text_of(at)
    assert kept(made.panel_id).answers == 1


def test_a_used_slip_says_so_on_any_device() -> None:
    made = a_panel(scope="strategy", slips=True)
    (slip,) = panel_sheets.make_slips(database.engine(), made.panel_id, 1)
    choose(begin(slip), 1)
    assert kept(made.panel_id).answers == 1
    assert "Ce bulletin a déjà servi" in text_of(opened("panel_answer", c=slip))
    assert "Ce code n’ouvre rien" in text_of(opened("panel_answer", c=made.join_code))


def test_a_closed_panel_says_so_to_those_who_come_late() -> None:
    made, apart = a_panel(), a_panel(slips=True)
    (slip,) = panel_sheets.make_slips(database.engine(), apart.panel_id, 1)
    for one in (made, apart):
        panels.close(database.engine(), one.panel_id, TODAY)
    for code in (made.join_code, slip):
        assert "Les réponses sont closes" in text_of(opened("panel_answer", c=code))


def test_a_sheet_that_cannot_be_sent_stays_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made = a_panel(scope="strategy")
    at = begin(made.join_code)

    def fail(*_arguments: object, **_named: object) -> None:
        raise StorageUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr(panel_sheets, "submit", fail)
        assert "n’a pas pu partir" in text_of(choose(at, 1))
    choose(at, 1)
    assert kept(made.panel_id).answers == 1


def test_a_wrong_code_says_so_and_guessing_is_slowed_down() -> None:
    good = a_panel().join_code
    at = opened("panel_answer", c="0000-0000")
    assert "Ce code n’ouvre rien" in text_of(at)
    for _ in range(20):
        codes.WRONG_JOIN_CODES.allow(ADDRESS, database.now())
    assert "Trop d’essais" in text_of(opened("panel_answer", c=good))


def closed_panel(made: str) -> str:
    one = a_panel(made).panel_id
    answer(one, "staff", 0, 0, 3, 3, 3)
    panels.close(database.engine(), one, TODAY)
    return one


def test_an_agreed_answer_needs_its_reason_and_becomes_the_assessments() -> None:
    made = an_assessment()
    one = closed_panel(made)
    at = opened("panel_picture", made)
    assert at.selectbox(key=f"agree-question.{one}.fr").value == FIRST.id
    at.radio(key=f"agree-value.{one}.{FIRST.id}.fr").set_value(HIGH)
    at.button(key="agree-save").click().run()
    assert "écrivez pourquoi" in text_of(at)
    at.text_area(key=f"agree-reason.{one}.{FIRST.id}.fr").set_value("Retrouvé <b>ensemble</b>")
    at.button(key="agree-save").click().run()
    assert not at.exception
    assert "Réponse gardée à" in text_of(at)
    assert f"Avant : {FIRST.options[1].text}" in text_of(at)
    assert "<b>ensemble" not in " ".join(element.value for element in at.html)
    record = assessments.load(database.engine(), made, database.now())
    assert record.answers[FIRST.id] == HIGH
    (agreed,) = panel_agreed.of_assessment(database.engine(), made)
    assert (agreed.value, agreed.reason) == (HIGH, "Retrouvé <b>ensemble</b>")


def test_the_page_of_why_tells_what_was_agreed_on() -> None:
    made = an_assessment()
    one = closed_panel(made)
    assert "Réponses convenues à plusieurs" not in text_of(opened("why", made))
    panel_agreed.agree(database.engine(), one, FIRST.id, LOW, "Le papier date.", database.now())
    said = text_of(opened("why", made))
    assert "Réponses convenues à plusieurs" in said
    assert "Raison : Le papier date." in said


def test_nothing_is_agreed_on_while_people_may_still_answer() -> None:
    made = an_assessment()
    answer(a_panel(made).panel_id, "staff", 0, 0, 3, 3, 3)
    at = opened("panel_picture", made)
    assert "clôturez les réponses" in text_of(at)
    assert "agree-save" not in [button.key for button in at.button]


def test_after_closing_another_panel_can_be_opened_and_the_first_is_found_again() -> None:
    made = an_assessment()
    one = closed_panel(made)
    at = opened("panel", made)
    at.button(key="create-panel").click().run()
    assert "Encore 5 réponses" in text_of(at)
    assert "5 réponses" in " ".join(link.label for link in at.get("page_link"))
    at = opened("panel", made, v=one)
    assert "Les réponses sont closes depuis" in text_of(at)
    assert "create-panel" not in [button.key for button in at.button]


def test_a_code_no_longer_known_is_replaced_on_demand() -> None:
    made = an_assessment()
    one = a_panel(made)
    at = opened("panel", made)
    assert one.join_code not in text_of(at)
    at.button(key="new-code").click().run()
    assert at.session_state[f"jalon.panel.join.{one.panel_id}"] in text_of(at)
    assert panels.by_join_code(database.engine(), one.join_code, TODAY) is None


def test_deleting_needs_a_tick_is_for_good_and_leaves_the_assessment() -> None:
    made = an_assessment()
    one = a_panel(made).panel_id
    at = opened("panel", made)
    at.button(key="delete-panel").click().run()
    assert "Cochez d’abord" in text_of(at)
    at.checkbox(key=f"sure.{one}").check()
    at.button(key="delete-panel").click().run()
    with pytest.raises(UnknownPanel):
        kept(one)
    assert "Demander l’avis des autres" in text_of(at)
    assert assessments.load(database.engine(), made, database.now()).answers


def test_closing_and_deleting_each_stand_in_a_box_with_what_they_do() -> None:
    made = an_assessment()
    a_panel(made)
    boxes = [one for one in every_block(opened("panel", made).main) if one.proto and is_box(one)]
    found = {box.button[0].key: text_of(box) for box in boxes}
    assert found.keys() == {"close-panel", "delete-panel"}
    assert "Clore arrête les réponses" in found["close-panel"]
    assert "Toutes les feuilles" in found["delete-panel"]


def every_block(block: Any) -> Iterator[Any]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from every_block(child)


def is_box(block: Any) -> bool:
    return block.type == "flex_container" and block.proto.flex_container.border
