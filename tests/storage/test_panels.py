"""Panels in the database: one voice each, sheets seen together, an answer agreed on."""

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from network.panel import Sheet
from storage import assessments, panel_agreed, panel_sheets, panels
from storage.errors import UnknownAssessment
from storage.panel_agreed import PanelOpen
from storage.panel_schema import panel_sheets as sheets_table
from storage.panel_sheets import AlreadyAnswered, PanelClosed, make_slips, show, submit
from storage.panels import AlreadyOpen, UnknownPanel
from storage.removal import delete_assessment, delete_panel, purge
from storage.schema import metadata
from tests.storage.builders import NOW, TODAY, an_assessment

TOMORROW = TODAY + dt.timedelta(days=1)
LATER = TODAY + dt.timedelta(days=800)
MARK = "seen-only-here-7391"
TABLES = ("panels", "panel_sheets", "panel_voices", "panel_agreed")


def a_panel(engine: Engine, on: str | None = None, slips: bool = False) -> panels.Opened:
    owner = on or an_assessment(engine)
    return panels.open_panel(engine, owner, TODAY, scope="flash", version="1.0", slips=slips)


def answered(engine: Engine, panel_id: str, *said: str) -> None:
    for one in said:
        submit(engine, panel_id, Sheet("staff", {"q": one}), TODAY)


def a_panel_with(engine: Engine, answers: int) -> str:
    made = a_panel(engine).panel_id
    answered(engine, made, *map(str, range(answers)))
    return made


def seen(engine: Engine, panel_id: str) -> list[list[str]]:
    """What each sheet said, release by release."""
    releases = show(engine, panel_id, TODAY)
    return [sorted(sheet.answers["q"] for sheet in release) for release in releases]


def rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.execute(
                select(func.count()).select_from(metadata.tables[name])
            ).scalar_one()
            for name in TABLES
        }


def test_the_shared_code_opens_the_panel_however_it_is_typed(engine: Engine) -> None:
    owner = an_assessment(engine)
    made = a_panel(engine, owner)
    typed = made.join_code.lower().replace("-", " ")
    found = panels.by_join_code(engine, typed, TODAY)
    assert found == panels.load(engine, made.panel_id, TODAY)
    assert (found.assessment_id, found.scope, found.answers) == (owner, "flash", 0)


@pytest.mark.parametrize("wrong", ["", "x", "0000-0000", "\ud800", "é" * 500])
def test_a_wrong_code_opens_nothing(engine: Engine, wrong: str) -> None:
    make_slips(engine, a_panel(engine, slips=True).panel_id, 1)
    a_panel(engine)
    assert panels.by_join_code(engine, wrong, TODAY) is None
    assert panel_sheets.by_slip(engine, wrong, TODAY) is None


def test_a_new_code_replaces_the_old_one(engine: Engine) -> None:
    made = a_panel(engine)
    fresh = panels.new_join_code(engine, made.panel_id)
    assert panels.by_join_code(engine, made.join_code, TODAY) is None
    assert panels.by_join_code(engine, fresh, TODAY) is not None


def test_an_assessment_takes_answers_in_one_panel_at_a_time(engine: Engine) -> None:
    owner = an_assessment(engine)
    first = a_panel(engine, owner).panel_id
    with pytest.raises(AlreadyOpen):
        a_panel(engine, owner)
    panels.close(engine, first, TODAY)
    second = a_panel(engine, owner).panel_id
    assert [p.id for p in panels.of_assessment(engine, owner, TODAY)] == [second, first]


def test_no_panel_on_an_assessment_that_is_not_there(engine: Engine) -> None:
    with pytest.raises(UnknownAssessment):
        a_panel(engine, "0" * 32)


def test_a_browser_answers_once_and_its_first_sheet_stays(engine: Engine) -> None:
    made = a_panel(engine).panel_id
    submit(engine, made, Sheet("staff", {"q": "first"}), TODAY, device="phone")
    with pytest.raises(AlreadyAnswered):
        submit(engine, made, Sheet("board", {"q": "again"}), TODAY, device="phone")
    assert panel_sheets.has_answered(engine, made, "phone")
    assert not panel_sheets.has_answered(engine, made, "another")
    assert panels.load(engine, made, TODAY).answers == 1


def test_a_slip_answers_once_and_the_shared_code_is_no_way_around_it(engine: Engine) -> None:
    made = a_panel(engine, slips=True)
    one, other = make_slips(engine, made.panel_id, 2)
    assert panels.by_join_code(engine, made.join_code, TODAY) is None
    submit(engine, made.panel_id, Sheet("staff", {"q": "yes"}), TODAY, slip=one)
    with pytest.raises(AlreadyAnswered):
        submit(engine, made.panel_id, Sheet("staff", {"q": "no"}), TODAY, slip=one.lower())
    with pytest.raises(PanelClosed):
        submit(engine, made.panel_id, Sheet("staff", {"q": "no"}), TODAY, device="phone")
    used, free = (panel_sheets.by_slip(engine, code, TODAY) for code in (one, other))
    assert used is not None
    assert free is not None
    assert (used.used, free.used, free.panel.id) == (True, False, made.panel_id)
    assert free.panel.answers == 1


def test_a_slip_answers_in_its_own_panel_only(engine: Engine) -> None:
    mine, other = a_panel(engine, slips=True).panel_id, a_panel(engine, slips=True).panel_id
    (slip,) = make_slips(engine, mine, 1)
    with pytest.raises(AlreadyAnswered):
        submit(engine, other, Sheet("staff", {}), TODAY, slip=slip)
    assert panels.load(engine, other, TODAY).answers == 0


def test_slips_are_made_for_an_open_panel_that_has_them(engine: Engine) -> None:
    shared = a_panel(engine).panel_id
    closed = a_panel(engine, slips=True).panel_id
    (late,) = make_slips(engine, closed, 1)
    panels.close(engine, closed, TODAY)
    for panel_id in (shared, closed, "0" * 32):
        with pytest.raises(PanelClosed):
            make_slips(engine, panel_id, 1)
    with pytest.raises(ValueError, match="between 1 and"):
        make_slips(engine, closed, 0)
    found = panel_sheets.by_slip(engine, late, TODAY)
    assert found is not None
    assert found.panel.closed_on == TODAY


def test_codes_slips_and_browsers_are_stored_as_hashes_only(engine: Engine) -> None:
    shared, apart = a_panel(engine), a_panel(engine, slips=True)
    (slip,) = make_slips(engine, apart.panel_id, 1)
    submit(engine, shared.panel_id, Sheet("staff", {"q": "seen"}), TODAY, device="member-browser")
    stored = everything(engine)
    for secret in (shared.join_code, apart.join_code, slip, "member-browser"):
        assert secret not in stored
        assert secret.replace("-", "") not in stored


def test_a_sheet_carries_no_browser_no_slip_no_name_and_no_moment() -> None:
    assert {column.name for column in sheets_table.columns} == {
        "id", "panel_id", "role", "release", "answers",
    }  # fmt: skip


def test_sqlite_keeps_no_order_of_arrival(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        for table in ("panel_sheets", "panel_voices"):
            made = connection.execute(
                text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}
            ).scalar_one()
            assert "WITHOUT ROWID" in made


@pytest.mark.parametrize("answers", [0, 4])
def test_nothing_comes_out_under_five_open_or_closed(engine: Engine, answers: int) -> None:
    made = a_panel_with(engine, answers)
    assert seen(engine, made) == []
    panels.close(engine, made, TODAY)
    assert seen(engine, made) == []


def test_all_that_wait_enter_together_when_somebody_looks(engine: Engine) -> None:
    made = a_panel_with(engine, 7)
    assert seen(engine, made) == [["0", "1", "2", "3", "4", "5", "6"]]
    answered(engine, made, "7", "8", "9")
    assert [len(release) for release in seen(engine, made)] == [7]
    answered(engine, made, "a", "b")
    assert seen(engine, made)[1] == ["7", "8", "9", "a", "b"]
    found = panels.load(engine, made, TODAY)
    assert (found.answers, found.shown, found.waiting) == (12, 12, 0)


def test_a_few_late_sheets_stay_out_when_closing_after_a_picture_was_seen(engine: Engine) -> None:
    made = a_panel_with(engine, 5)
    before = seen(engine, made)
    answered(engine, made, "late")
    panels.close(engine, made, TODAY)
    assert seen(engine, made) == before
    assert panels.load(engine, made, TODAY).waiting == 1


def test_a_closed_panel_takes_no_answer_and_forgets_who_answered(engine: Engine) -> None:
    made = a_panel(engine).panel_id
    submit(engine, made, Sheet("staff", {}), TODAY, device="phone")
    panels.close(engine, made, TODAY)
    panels.close(engine, made, TOMORROW)
    assert panels.load(engine, made, TODAY).closed_on == TODAY
    assert not panel_sheets.has_answered(engine, made, "phone")
    with pytest.raises(PanelClosed):
        submit(engine, made, Sheet("staff", {}), TODAY, device="another")


def test_nothing_opens_past_the_last_day_of_the_assessment(engine: Engine) -> None:
    made = a_panel(engine)
    assert panels.by_join_code(engine, made.join_code, LATER) is None
    for ask in (panels.load, show):
        with pytest.raises(UnknownPanel):
            ask(engine, made.panel_id, LATER)
    with pytest.raises(PanelClosed):
        submit(engine, made.panel_id, Sheet("staff", {}), LATER)


def test_people_who_send_while_others_look_are_each_seen_once(engine: Engine) -> None:
    made = a_panel(engine).panel_id

    def in_threads(*works: Callable[[], object]) -> None:
        threads = [threading.Thread(target=work) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    in_threads(
        *(lambda n=n: answered(engine, made, str(n)) for n in range(8)),
        *(lambda: show(engine, made, TODAY) for _ in range(4)),
    )
    answered(engine, made, *"abcde")
    releases = seen(engine, made)
    assert all(len(release) >= 5 for release in releases)
    assert sorted(one for release in releases for one in release) == sorted([*"01234567", *"abcde"])


def test_an_agreed_answer_becomes_the_assessments_and_keeps_its_reason(engine: Engine) -> None:
    owner = an_assessment(engine, given={"backup": "none", "site": "used"})
    made = a_panel(engine, owner).panel_id
    panels.close(engine, made, TODAY)
    moment = NOW + dt.timedelta(hours=1)
    panel_agreed.agree(engine, made, "backup", "used", "We looked at the bill.", moment)
    record = assessments.load(engine, owner, NOW)
    assert record.answers == {"backup": "used", "site": "used"}
    assert record.updated_at == moment
    kept = panel_agreed.of_panel(engine, made)["backup"]
    assert (kept.value, kept.before, kept.reason) == ("used", "none", "We looked at the bill.")
    assert kept.agreed_on == TODAY
    assert panel_agreed.of_assessment(engine, owner) == (kept,)


def test_agreeing_again_keeps_what_stood_before_it_all(engine: Engine) -> None:
    owner = an_assessment(engine, given={"backup": "none"})
    made = a_panel(engine, owner).panel_id
    panels.close(engine, made, TODAY)
    for value in ("used", "tested"):
        panel_agreed.agree(engine, made, "backup", value, value, NOW)
    (kept,) = panel_agreed.of_assessment(engine, owner)
    assert (kept.before, kept.value, kept.reason) == ("none", "tested", "tested")


def test_an_answer_is_agreed_on_once_the_panel_is_closed_or_not_at_all(engine: Engine) -> None:
    owner = an_assessment(engine, given={"backup": "none"})
    made = a_panel(engine, owner).panel_id
    with pytest.raises(PanelOpen):
        panel_agreed.agree(engine, made, "backup", "used", "", NOW)
    with pytest.raises(UnknownPanel):
        panel_agreed.agree(engine, "0" * 32, "backup", "used", "", NOW)
    assert assessments.load(engine, owner, NOW).answers == {"backup": "none"}
    assert panel_agreed.of_panel(engine, made) == {}


def a_full_panel(engine: Engine, owner: str) -> str:
    made = a_panel(engine, owner).panel_id
    submit(engine, made, Sheet("staff", {"q": MARK}), TODAY, device="phone")
    panels.close(engine, made, TODAY)
    panel_agreed.agree(engine, made, "backup", "used", MARK, NOW)
    later = a_panel(engine, owner, slips=True).panel_id
    make_slips(engine, later, 3)
    return made


@pytest.mark.parametrize("how", ["delete", "purge"])
def test_deleting_the_assessment_takes_everything_and_leaves_nothing_in_the_files(
    sqlite_engine: Engine, sqlite_file: Path, how: str
) -> None:
    owner = an_assessment(sqlite_engine)
    made = a_full_panel(sqlite_engine, owner)
    assert all(rows(sqlite_engine).values())
    if how == "delete":
        delete_assessment(sqlite_engine, owner, NOW)
    else:
        purge(sqlite_engine, LATER)
    assert not any(rows(sqlite_engine).values())
    for file in sqlite_file.parent.iterdir():
        assert MARK.encode() not in file.read_bytes()
        assert made.encode() not in file.read_bytes()


def test_deleting_a_panel_leaves_the_assessment_and_its_answers(engine: Engine) -> None:
    owner = an_assessment(engine, given={"backup": "none"})
    made = a_full_panel(engine, owner)
    delete_panel(engine, made, TODAY)
    assert assessments.load(engine, owner, NOW).answers == {"backup": "used"}
    assert panel_agreed.of_assessment(engine, owner) == ()
    assert rows(engine)["panel_sheets"] == 0
    with pytest.raises(UnknownPanel):
        delete_panel(engine, made, TODAY)


def everything(engine: Engine) -> str:
    with engine.connect() as connection:
        return " ".join(
            str(row)
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
        )
