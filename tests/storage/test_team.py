"""Team rounds in the database: whole sheets, one voice a browser, nothing that tells whose."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from storage import team_rounds as rounds
from storage import team_sheets as sheets
from storage.removal import delete_round, purge
from storage.schema import metadata, tombstones
from storage.team_rounds import UnknownRound
from storage.team_schema import team_sheets
from storage.team_sheets import AlreadyAnswered, RoundClosed
from tests.storage.builders import TODAY

TOMORROW = TODAY + dt.timedelta(days=1)
MARK = "seen-only-here-7391"


def a_round(engine: Engine, **changes: object) -> rounds.Opened:
    fields = {"instrument": "team-skills", "version": "1.0", "name": "Les Tisserands"}
    return rounds.create(engine, TODAY, **(fields | changes))


def a_round_with(engine: Engine, answers: int) -> str:
    made = a_round(engine).round_id
    for number in range(answers):
        sheets.submit(engine, made, {"q": f"{number}"}, TODAY, f"device-{number}")
    return made


def values(groups: tuple[tuple[dict[str, str], ...], ...]) -> list[list[str]]:
    return [sorted(sheet["q"] for sheet in group) for group in groups]


def test_a_round_is_kept_twenty_four_months_unless_one_chooses(engine: Engine) -> None:
    usual, short = a_round(engine), a_round(engine, months=1)
    assert rounds.load(engine, usual.round_id, TODAY).expires_on == TODAY.replace(year=2028)
    assert rounds.load(engine, short.round_id, TODAY).expires_on == dt.date(2026, 12, 23)


def test_each_code_opens_its_own_door_however_it_is_typed(engine: Engine) -> None:
    made = a_round(engine)
    join, organise = made.join_code.lower().replace("-", " "), made.organiser_code
    assert len(made.join_code) == 9
    found = rounds.by_join_code(engine, join, TODAY)
    assert found is not None
    assert (found.id, found.name) == (made.round_id, "Les Tisserands")
    assert rounds.by_organiser_code(engine, organise, TODAY) == found
    assert rounds.by_join_code(engine, organise, TODAY) is None
    assert rounds.by_organiser_code(engine, join, TODAY) is None


@pytest.mark.parametrize("wrong", ["", "x", "0000-0000", "\ud800", "é" * 500])
def test_a_wrong_code_opens_nothing(engine: Engine, wrong: str) -> None:
    a_round(engine)
    assert rounds.by_join_code(engine, wrong, TODAY) is None
    assert rounds.by_organiser_code(engine, wrong, TODAY) is None


def test_a_new_join_code_replaces_the_old_one(engine: Engine) -> None:
    made = a_round(engine)
    fresh = rounds.new_join_code(engine, made.round_id)
    assert rounds.by_join_code(engine, made.join_code, TODAY) is None
    assert rounds.by_join_code(engine, fresh, TODAY) is not None


def test_codes_and_browsers_are_stored_as_hashes_only(engine: Engine) -> None:
    made = a_round(engine)
    rounds.attach(engine, "organiser-browser", made.round_id)
    sheets.submit(engine, made.round_id, {"q": "seen"}, TODAY, "member-browser")
    stored = everything(engine)
    for secret in (made.join_code, made.organiser_code, "organiser-browser", "member-browser"):
        assert secret not in stored
        assert secret.replace("-", "") not in stored


def test_a_browser_manages_only_the_rounds_it_was_given(engine: Engine) -> None:
    mine, other = a_round(engine), a_round(engine)
    for _ in range(2):
        rounds.attach(engine, "browser", mine.round_id)
    assert rounds.holds(engine, "browser", mine.round_id)
    assert not rounds.holds(engine, "browser", other.round_id)
    assert [r.id for r in rounds.list_for_device(engine, "browser", TODAY)] == [mine.round_id]


def test_a_browser_answers_once_and_its_first_sheet_stays(engine: Engine) -> None:
    made = a_round_with(engine, 2)
    with pytest.raises(AlreadyAnswered):
        sheets.submit(engine, made, {"q": "again"}, TODAY, "device-0")
    assert sheets.has_answered(engine, made, "device-0")
    assert not sheets.has_answered(engine, made, "device-9")
    assert rounds.load(engine, made, TODAY).answers == 2


def test_the_same_browser_leaves_two_unlike_traces_in_two_rounds(engine: Engine) -> None:
    for _ in range(2):
        sheets.submit(engine, a_round(engine).round_id, {"q": "seen"}, TODAY, "browser")
    with engine.connect() as connection:
        found = connection.execute(text("SELECT voice_hash FROM team_voices")).scalars().all()
    assert len(set(found)) == 2


def test_a_sheet_carries_no_browser_no_name_and_no_moment() -> None:
    assert {column.name for column in team_sheets.columns} == {
        "id", "round_id", "batch", "answers",
    }  # fmt: skip


def test_sqlite_keeps_no_order_of_arrival(sqlite_engine: Engine) -> None:
    a_round_with(sqlite_engine, 1)
    with sqlite_engine.connect() as connection:
        for table in ("team_sheets", "team_voices"):
            made = connection.execute(
                text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}
            ).scalar_one()
            assert "WITHOUT ROWID" in made


def test_nothing_comes_out_under_three(engine: Engine) -> None:
    made = a_round_with(engine, 2)
    assert sheets.show(engine, made, TODAY) == ()
    rounds.close(engine, made, TODAY)
    assert sheets.show(engine, made, TODAY) == ()


def test_sheets_come_out_in_whole_batches_while_the_round_is_open(engine: Engine) -> None:
    made = a_round_with(engine, 5)
    assert values(sheets.show(engine, made, TODAY)) == [["0", "1", "2"]]
    sheets.submit(engine, made, {"q": "5"}, TODAY, None)
    assert values(sheets.show(engine, made, TODAY)) == [["0", "1", "2"], ["3", "4", "5"]]


def test_a_late_sheet_stays_out_when_closing_after_a_picture_was_seen(engine: Engine) -> None:
    made = a_round_with(engine, 3)
    seen = sheets.show(engine, made, TODAY)
    sheets.submit(engine, made, {"q": "late"}, TODAY, None)
    rounds.close(engine, made, TODAY)
    assert sheets.show(engine, made, TODAY) == seen


def test_closing_shows_every_sheet_when_nobody_had_looked(engine: Engine) -> None:
    made = a_round_with(engine, 4)
    rounds.close(engine, made, TODAY)
    for _ in range(2):
        assert values(sheets.show(engine, made, TODAY)) == [["0", "1", "2"], ["3"]]


def test_a_closed_round_takes_no_answer_and_forgets_who_answered(engine: Engine) -> None:
    made = a_round_with(engine, 1)
    rounds.close(engine, made, TODAY)
    rounds.close(engine, made, TOMORROW)
    assert rounds.load(engine, made, TODAY).closed_on == TODAY
    assert not sheets.has_answered(engine, made, "device-0")
    with pytest.raises(RoundClosed):
        sheets.submit(engine, made, {"q": "seen"}, TODAY, "new-browser")


def test_a_round_past_its_last_day_opens_nothing(engine: Engine) -> None:
    made = a_round(engine)
    later = TODAY + dt.timedelta(days=800)
    assert rounds.by_join_code(engine, made.join_code, later) is None
    for ask in (rounds.load, sheets.show):
        with pytest.raises(UnknownRound):
            ask(engine, made.round_id, later)
    with pytest.raises(RoundClosed):
        sheets.submit(engine, made.round_id, {}, later, None)


def test_people_who_send_together_fall_into_batches_of_three(engine: Engine) -> None:
    made = a_round(engine).round_id
    threads = [
        threading.Thread(target=sheets.submit, args=(engine, made, {"q": str(n)}, TODAY, str(n)))
        for n in range(9)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(group) for group in sheets.show(engine, made, TODAY)] == [3, 3, 3]


def test_a_purge_takes_expired_rounds_with_their_sheets(engine: Engine) -> None:
    old = a_round(engine, months=1).round_id
    sheets.submit(engine, old, {"q": "seen"}, TODAY, "browser")
    kept = a_round_with(engine, 1)
    assert purge(engine, dt.date(2026, 12, 24)) == 1
    assert purge(engine, dt.date(2026, 12, 24)) == 0
    assert rounds.load(engine, kept, TODAY).answers == 1
    with engine.connect() as connection:
        assert len(connection.execute(select(team_sheets)).all()) == 1
        assert connection.execute(select(tombstones)).all() == [(dt.date(2026, 12, 24), "expired")]


def test_a_deleted_round_leaves_nothing_in_the_files(
    sqlite_engine: Engine, sqlite_file: Path
) -> None:
    made = a_round(sqlite_engine, name=MARK).round_id
    sheets.submit(sqlite_engine, made, {"q": MARK}, TODAY, "browser")
    assert any(MARK.encode() in file.read_bytes() for file in sqlite_file.parent.iterdir())
    delete_round(sqlite_engine, made, TODAY)
    for file in sqlite_file.parent.iterdir():
        assert MARK.encode() not in file.read_bytes()
        assert made.encode() not in file.read_bytes()
    with pytest.raises(UnknownRound):
        delete_round(sqlite_engine, made, TODAY)


def everything(engine: Engine) -> str:
    with engine.connect() as connection:
        return " ".join(
            str(row)
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
        )
