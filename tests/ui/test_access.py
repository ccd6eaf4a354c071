"""What an owner, someone who answers with her, and a reader meet on the screens."""

import csv
import datetime as dt
import inspect
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from access.rules import KeyRole, NotAllowed
from questionnaires import read, read_checklist
from storage import assessments, audit, devices, keys
from storage.answer_file import AnswerFileError, read_answer_file
from storage.errors import UnknownAssessment
from storage.record import Record
from tests.ui.test_screens import APP, all_answers, text_of
from ui import database, everything, navigation, vault, visitor
from ui.components import guest

QUESTIONNAIRE = read("digital-maturity", "fr")
FIRST = next(QUESTIONNAIRE.questions())
READS = "Vous pouvez lire, pas changer"
OWNER_ONLY = "Seule l’organisation qui a commencé cette évaluation"

pytestmark = pytest.mark.usefixtures("own_database")

Switch = Callable[[str], None]


@pytest.fixture
def on_device(monkeypatch: pytest.MonkeyPatch) -> Iterator[Switch]:
    """From now on the screens are looked at from this browser."""

    def switch(device: str) -> None:
        monkeypatch.setattr(visitor, "device", lambda: device)

    switch("hers")
    return switch


def an_assessment(**known: Any) -> str:
    """One that the browser "hers" owns."""
    fields = {"instrument": QUESTIONNAIRE.id, "version": QUESTIONNAIRE.version, "language": "fr"}
    made = assessments.create(database.engine(), database.now(), **(fields | known))
    devices.attach(database.engine(), "hers", made, database.now())
    return made


def a_guest(assessment: str, role: KeyRole, device: str | None = None, label: str = "") -> str:
    """A browser that came by a link; the link's hash."""
    now, engine = database.now(), database.engine()
    secret = keys.issue(engine, assessment, "link", now, role=role, label=label)
    found = keys.find(engine, secret, "link", now)
    assert found is not None
    devices.enter(engine, device or role, found.hash, now)
    return found.hash


def kept(assessment: str) -> Record:
    return assessments.load(database.engine(), assessment, database.now())


def opens(screen: str, assessment: str, **parameters: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params.update({"lang": "fr", "a": assessment, **parameters})
    at.run()
    at.switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def buttons(at: AppTest) -> set[str]:
    return {button.key for button in at.button if button.key}


ABOUT_AN_ASSESSMENT = (
    "landing", "profile", "worry", "question", "breather", "check", "results", "why", "deep",
    "roadmap", "project", "specification", "funding", "enterprise", "what_if", "report",
    "then_and_now", "keep", "my_data", "share",
)  # fmt: skip


@pytest.mark.parametrize("screen", ABOUT_AN_ASSESSMENT)
def test_a_reader_may_look_at_every_screen_and_changes_nothing(
    screen: str, on_device: Switch
) -> None:
    made = an_assessment(given=all_answers(), worry="Les relances")
    a_guest(made, "reader")
    before = kept(made)
    on_device("reader")
    at = opens(screen, made)
    assert "role='alert'" not in " ".join(element.value for element in at.html)
    assert "Aucune évaluation ouverte ici" not in text_of(at)
    assert kept(made) == before


@pytest.mark.parametrize("screen", ["dma", "dma_question", "dma_results"])
def test_a_reader_changes_nothing_of_an_estimate(screen: str, on_device: Switch) -> None:
    version = read_checklist("dma-sme", "fr").version
    made = an_assessment(instrument="dma-sme", version=version, numbers={"q1_invested": (1,)})
    a_guest(made, "reader")
    before = kept(made)
    on_device("reader")
    at = opens(screen, made)
    assert not at.checkbox
    assert kept(made) == before


def test_a_reader_sees_the_answer_and_no_way_to_change_it(on_device: Switch) -> None:
    made = an_assessment(given={FIRST.id: FIRST.options[1].id})
    a_guest(made, "reader")
    on_device("reader")
    at = opens("question", made, q=FIRST.id)
    assert READS in text_of(at)
    assert FIRST.options[1].text in text_of(at)
    assert not at.radio
    assert "continue" not in buttons(at)


@pytest.mark.parametrize("screen", ["profile", "worry", "enterprise", "specification"])
def test_a_screen_made_for_writing_says_who_can(screen: str, on_device: Switch) -> None:
    made = an_assessment(given=all_answers())
    a_guest(made, "reader")
    on_device("reader")
    at = opens(screen, made)
    assert READS in text_of(at)
    assert not at.text_input
    assert not at.text_area
    assert not at.selectbox


def test_a_reader_sees_the_plan_without_what_would_change_it(on_device: Switch) -> None:
    made = an_assessment(given=all_answers())
    a_guest(made, "reader")
    assert any(key.startswith("refuse-") for key in buttons(opens("roadmap", made)))
    on_device("reader")
    at = opens("roadmap", made)
    assert READS in text_of(at)
    assert not at.number_input
    assert not any(key.startswith(("refuse-", "pin-")) for key in buttons(at))


def test_what_a_forgetful_screen_sends_is_refused_in_words(
    on_device: Switch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_assessment(given={FIRST.id: FIRST.options[0].id})
    a_guest(made, "reader")
    on_device("reader")
    monkeypatch.setattr(guest, "may_write", lambda *_: True)
    at = opens("question", made, q=FIRST.id)
    at.radio[0].set_value(FIRST.options[2].id).run()
    assert not at.exception
    assert "Vous ne pouvez pas faire cela ici" in text_of(at)
    assert kept(made).answers == {FIRST.id: FIRST.options[0].id}


def test_a_page_left_open_writes_nothing_once_its_link_is_withdrawn(on_device: Switch) -> None:
    made = an_assessment()
    link = a_guest(made, "contributor")
    on_device("contributor")
    at = opens("question", made, q=FIRST.id)
    at.radio[0].set_value(FIRST.options[1].id).run()
    assert kept(made).answers == {FIRST.id: FIRST.options[1].id}
    keys.revoke_one(database.engine(), made, link, database.now())
    at.radio[0].set_value(FIRST.options[2].id).run()
    assert "Aucune évaluation ouverte ici" in text_of(at)
    assert kept(made).answers == {FIRST.id: FIRST.options[1].id}


def test_a_sheet_left_open_writes_nothing_once_one_may_only_read(on_device: Switch) -> None:
    made = an_assessment(given=all_answers())
    link = a_guest(made, "contributor", "guest")
    a_guest(made, "reader", "guest")
    on_device("guest")
    at = opens("project", made)
    at.text_area[-1].set_value("Rappeler le fournisseur").run()
    before = kept(made).plan
    assert before is not None
    keys.revoke_one(database.engine(), made, link, database.now())
    at.text_area[-1].set_value("Autre chose").run()
    assert not at.exception
    assert READS in text_of(at)
    assert kept(made).plan == before


def test_someone_who_answers_with_her_answers_and_shares_nothing(on_device: Switch) -> None:
    made = an_assessment()
    a_guest(made, "contributor")
    on_device("contributor")
    opens("question", made, q=FIRST.id).radio[0].set_value(FIRST.options[1].id).run()
    assert kept(made).answers == {FIRST.id: FIRST.options[1].id}
    opens("worry", made).text_area[0].set_value("La caisse").run()
    assert kept(made).worry == "La caisse"
    keep, mine, share = opens("keep", made), opens("my_data", made), opens("share", made)
    assert not buttons(keep) & {"make-link", "make-code"}
    assert "delete" not in buttons(mine)
    assert not mine.selectbox
    assert "Cette page est pour l’organisation" in text_of(share)
    assert "Qui a vu" not in text_of(share)


@pytest.mark.parametrize(
    ("role", "said"),
    [("owner", ""), ("contributor", "lire et répondre"), ("reader", "lire seulement")],
)
def test_the_list_of_a_device_says_what_one_may_do(
    role: KeyRole, said: str, on_device: Switch
) -> None:
    a_guest(an_assessment(), role)
    on_device(role)
    text = text_of(AppTest.from_file(str(APP), default_timeout=60).run())
    assert "Sur cet appareil" in text
    assert (said or "Vous pouvez") in text or not said
    if not said:
        assert "Vous pouvez lire" not in text


def test_an_owner_makes_a_link_for_the_board_and_withdraws_it(on_device: Switch) -> None:
    made = an_assessment()
    at = opens("share", made)
    at.text_input[0].set_value("  Le conseil   d’administration ")
    at.button(key="share-make").click().run()
    assert "Copiez ce lien maintenant" in text_of(at)
    (key,) = keys.listed(database.engine(), made)
    assert (key.label, key.role) == ("Le conseil d’administration", "reader")
    assert key.expires_at is not None
    days = (key.expires_at - database.now()) / dt.timedelta(days=1)
    assert 30 <= days <= 31
    secret = at.code[0].value.partition("key=")[2]
    assert keys.find(database.engine(), secret, "link", database.now()) is not None
    assert secret not in text_of(at.run()), "it is shown once"
    assert not at.code
    at.button(key=f"end-{key.hash[:12]}").click().run()
    assert keys.find(database.engine(), secret, "link", database.now()) is None
    assert "1 lien ou code terminé" in text_of(at)


def test_a_link_without_a_name_is_not_made(on_device: Switch) -> None:
    made = an_assessment()
    at = opens("share", made)
    at.button(key="share-make").click().run()
    assert "Dites d’abord pour qui" in text_of(at)
    assert keys.listed(database.engine(), made) == ()


def test_a_link_ends_with_the_assessment_at_the_latest(on_device: Switch) -> None:
    last = database.now().date() + dt.timedelta(days=10)
    made = an_assessment(expires_on=last)
    at = opens("share", made)
    assert len(at.selectbox[0].options) == 1


def test_the_owner_reads_who_did_what_the_newest_first(on_device: Switch) -> None:
    made = an_assessment()
    a_guest(made, "contributor", label="L’équipe")
    on_device("contributor")
    opens("question", made, q=FIRST.id).radio[0].set_value(FIRST.options[1].id).run()
    on_device("hers")
    said = text_of(opens("share", made))
    theme = QUESTIONNAIRE.dimension_of(FIRST.id).title
    hers, answered, opened = (
        said.index("vous (appareil"),
        said.index(f"réponses données : {theme}"),
        said.index("L’équipe (appareil", said.index("réponses données")),
    )
    assert hers < answered < opened


def test_answering_a_whole_theme_is_one_line(on_device: Switch) -> None:
    made = an_assessment()
    for question in QUESTIONNAIRE.dimension_of(FIRST.id).questions[:2]:
        at = opens("question", made, q=question.id)
        at.radio[0].set_value(question.options[0].id).run()
    lines = audit.trail(database.engine(), made)
    assert [line.act.verb for line in lines] == ["write", "read"]


def test_a_file_taken_is_noted_even_out_of_the_screen(on_device: Switch) -> None:
    made = an_assessment()
    take = vault.taking(made, lambda: b"the file")
    assert take() == b"the file"
    assert [line.act.object for line in audit.trail(database.engine(), made)] == ["report"]


def test_the_owner_takes_everything_and_it_is_noted(on_device: Switch) -> None:
    made = an_assessment(worry="Les relances", given={FIRST.id: FIRST.options[1].id})
    a_guest(made, "reader", label="Le conseil")
    make = everything.file(vault.load(made), "fr", database.now().date())
    told = json.loads(make())
    assert told["assessment"]["worry"] == told["answer_file"]["worry"] == "Les relances"
    assert [key["label"] for key in told["keys"]] == ["Le conseil"]
    assert read_answer_file(json.dumps(told["answer_file"]), "x").answers == {
        FIRST.id: FIRST.options[1].id
    }
    assert "tout emporté dans un fichier" in text_of(opens("share", made))
    with pytest.raises(AnswerFileError):
        read_answer_file(json.dumps(told), "jalon-everything.json")


def test_the_whole_trail_is_a_table_that_computes_nothing(on_device: Switch) -> None:
    made = an_assessment()
    who = audit.Who("reader", "=1+1", "a1b2c3")
    for number in range(205):
        act = audit.Act("write", "answers", str(number))
        audit.note(database.engine(), made, who, act, database.now())

    def make(lines: tuple[audit.Line, ...]) -> str:
        return everything.trail_file(lines, ["a", "b", "c", "d", "e"], ["said" for _ in lines])

    rows = list(csv.reader(io.StringIO(vault.taking_trail(made, make)())))
    assert len(rows) == 1 + 205 + 1, "the head, what was done, and that it was taken"
    assert rows[-1][2] == "'=1+1"


def test_a_new_way_back_keeps_this_browser_in(on_device: Switch) -> None:
    made = an_assessment()
    a_guest(made, "owner", "phone")
    a_guest(made, "reader")
    on_device("phone")
    assert vault.new_key(made, "link")
    assert vault.role(made) == "owner"
    on_device("reader")
    assert vault.role(made) == "reader"
    on_device("hers")
    (new,) = (key for key in vault.shared(made) if key.role == "owner" and not key.revoked_at)
    vault.end_key(made, new)
    on_device("phone")
    assert vault.role(made) == "nobody"


def test_an_owner_does_not_lock_herself_out(on_device: Switch) -> None:
    made = an_assessment()
    link = a_guest(made, "owner", "phone")
    on_device("phone")
    at = opens("share", made)
    at.button(key=f"end-{link[:12]}").click().run()
    assert "Cet appareil est entré par là" in text_of(at)
    assert vault.role(made) == "owner"
    vault.new_key(made, "code")
    opens("share", made).button(key=f"end-{link[:12]}").click().run()
    assert vault.role(made) == "owner"
    (key,) = (key for key in vault.shared(made) if key.kind == "link")
    assert key.revoked_at is not None


SOME_KEY = keys.Key("0" * 64, "link", "reader", "x", dt.datetime.now(dt.UTC), None, None)

WRITES: dict[str, tuple[Any, ...]] = {
    "save_answers": ({FIRST.id: FIRST.options[0].id},),
    "clear_answer": (FIRST.id,),
    "save_answer": (FIRST.id, FIRST.options[0].id),
    "save_numbers": ("q1_invested", (1,)),
    "save_stage": ("T1",),
    "save_profile": ({},),
    "save_worry": ("x",),
    "save_plan": ({},),
    "save_project": ("p", {"notes": "x"}),
    "save_form": ("flash",),
    "save_scorecard": ({}, "1"),
}
OWNERS_ALONE: dict[str, tuple[Any, ...]] = {
    "set_expiry": (dt.date(2030, 1, 1),),
    "delete": (),
    "new_key": ("link",),
    "share": ("reader", "x", dt.datetime(2030, 1, 1, tzinfo=dt.UTC)),
    "shared": (),
    "end_key": (SOME_KEY,),
    "trail": (),
    "taking_trail": (lambda lines: b"",),
    "taking_everything": (lambda: b"",),
}
READS_ONLY: dict[str, tuple[Any, ...]] = {
    "load": (),
    "answer": (FIRST.id,),
    "taking": (lambda: b"",),
    "who_else": ("answers",),
}
OTHERS = {"current", "mine", "create", "attach", "open_code"}
"""What asks nothing of an assessment, or gives it to nobody."""


def test_these_tests_know_every_way_in() -> None:
    ways = {
        name
        for name, function in inspect.getmembers(vault, inspect.isfunction)
        if function.__module__ == vault.__name__ and not name.startswith("_")
    }
    assert ways == {*WRITES, *OWNERS_ALONE, *READS_ONLY, *OTHERS}


@pytest.mark.parametrize("way", [*WRITES, *OWNERS_ALONE])
def test_a_reader_is_refused_every_way_to_write(way: str, on_device: Switch) -> None:
    made = an_assessment()
    a_guest(made, "reader")
    before = kept(made)
    on_device("reader")
    with pytest.raises(NotAllowed):
        getattr(vault, way)(made, *{**WRITES, **OWNERS_ALONE}[way])
    assert kept(made) == before
    acts = {line.act.verb for line in audit.trail(database.engine(), made)}
    assert acts <= {"read"}


@pytest.mark.parametrize("way", OWNERS_ALONE)
def test_someone_who_answers_is_refused_what_is_the_owners(way: str, on_device: Switch) -> None:
    made = an_assessment()
    a_guest(made, "contributor")
    on_device("contributor")
    with pytest.raises(NotAllowed):
        getattr(vault, way)(made, *OWNERS_ALONE[way])


@pytest.mark.parametrize("way", [*WRITES, *OWNERS_ALONE, *READS_ONLY])
def test_a_stranger_learns_not_even_that_it_exists(way: str, on_device: Switch) -> None:
    made = an_assessment()
    on_device("stranger")
    given = {**WRITES, **OWNERS_ALONE, **READS_ONLY}[way]
    for named in (made, "0" * 32):
        with pytest.raises(UnknownAssessment):
            getattr(vault, way)(named, *given)
    assert audit.trail(database.engine(), made) == ()


def test_the_trail_is_out_of_reach_of_the_screens_writing() -> None:
    """Only the vault writes lines: no screen can leave one out, or write one that is not so."""
    for file in Path("ui").rglob("*.py"):
        if file not in (Path("ui/vault.py"), Path("ui/standing.py")):
            assert "audit.note" not in file.read_text("utf-8"), file
