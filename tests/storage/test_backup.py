"""A backup holds everything, from either database into either, and is never half restored."""

import datetime as dt
import gzip
import json
import stat
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest
from sqlalchemy import Engine, text

from storage import assessments, audit, backup_file, keys
from storage.backup_file import NotWritten, WrongBackup
from storage.engine import open_engine
from storage.errors import DatabaseEmpty, DatabaseNewer
from storage.migrate import HEAD, migrate, stored_revision
from storage.portable import digest_of, fill, kind_of
from storage.snapshot import NotEmpty, NotTheSame, counts, one_moment, put
from storage.tables import NAMES, metadata
from tests.marked import a_marked_submission
from tests.storage.any_rows import fill_every_table
from tests.storage.builders import NOW, TODAY, an_assessment
from tools.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Another database, with nothing in it."""
    server: Postgres | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        address = server.database()
    else:
        address = f"sqlite:///{tmp_path}/other.db"
    engine = open_engine(address)
    yield engine
    engine.dispose()
    if server:
        server.drop(address)


def backed_up(engine: Engine, folder: Path, name: str = "made.jalon") -> Path:
    with one_moment(engine) as source:
        return backup_file.write(folder / name, source, NOW).path


def digest(engine: Engine) -> tuple[str, dict[str, int]]:
    with one_moment(engine) as source:
        found = digest_of(source)
    return found.value, found.counts


def test_every_column_of_every_table_has_a_portable_form() -> None:
    for table in metadata.sorted_tables:
        for column in table.columns:
            kind_of(column)


def test_everything_comes_back_from_either_database_in_either(
    engine: Engine, other: Engine, tmp_path: Path
) -> None:
    made = a_marked_submission(engine, NOW)
    # One that follows another may come before it, in the order of their keys.
    followers = [an_assessment(engine, follows_id=made.id, stage="T1") for _ in range(6)]
    put(other, backup_file.read_whole(backed_up(engine, tmp_path)))
    assert digest(other) == digest(engine)
    for one in (made.id, *followers):
        assert assessments.load(other, one, NOW) == assessments.load(engine, one, NOW)
    assert keys.find(other, made.secrets["link"], "link", NOW) is not None
    migrate(other)
    audit.note(other, made.id, audit.Who("owner", "", "a"), audit.Act("read", "report"), NOW)
    assert stored_revision(other) == HEAD


def test_no_table_is_forgotten(engine: Engine, other: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        fill_every_table(connection)
    put(other, backup_file.read_whole(backed_up(engine, tmp_path)))
    assert digest(other) == digest(engine)
    assert counts(other) == dict.fromkeys(NAMES, 3)


def test_any_text_and_any_moment_come_back(engine: Engine, other: Engine, tmp_path: Path) -> None:
    words = 'é\u2028\r\n\t\x01 \U0001f9e9 "\'\\ ["answers",[]] 漢'
    late = dt.datetime(2026, 11, 23, 23, 59, 59, 999_999, tzinfo=dt.UTC)
    made = an_assessment(engine, worry=words)
    assessments.save_answer(engine, made, words[:9], words, late)
    put(other, backup_file.read_whole(backed_up(engine, tmp_path)))
    found = assessments.load(other, made, NOW)
    assert (found.worry, found.answers) == (words, {words[:9]: words})
    assert (found.answered_at, found.updated_at) == (late, late)


def test_a_backup_is_of_one_moment_and_stops_nobody(engine: Engine, tmp_path: Path) -> None:
    first = an_assessment(engine)
    with one_moment(engine) as source:
        second_door = open_engine(engine.url)
        an_assessment(second_door)
        second_door.dispose()
        made = backup_file.write(tmp_path / "one.jalon", source, NOW)
    assert made.counts["assessments"] == 1
    assert [row[0] for table, row in made.rows() if table == "assessments"] == [first]


def test_a_backup_is_for_its_owner_alone_and_the_same_rows_make_the_same_file(
    engine: Engine, tmp_path: Path
) -> None:
    a_marked_submission(engine, NOW)
    one, two = (backed_up(engine, tmp_path, name) for name in ("1.jalon", "2.jalon"))
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert one.read_bytes() == two.read_bytes()
    assert not list(tmp_path.glob("*.part"))


def test_a_database_with_rows_is_left_alone_unless_told(engine: Engine, tmp_path: Path) -> None:
    an_assessment(engine)
    found = backup_file.read_whole(backed_up(engine, tmp_path))
    added = an_assessment(engine)
    with pytest.raises(NotEmpty):
        put(engine, found)
    assert assessments.load(engine, added, NOW)
    put(engine, found, replace=True)
    assert counts(engine)["assessments"] == 1


def damaged(lines: list[bytes], how: str) -> bytes:
    last = json.loads(lines[-1])
    match how:
        case "cut short":
            del lines[-1]
        case "a row less":
            del lines[1]
        case "a row twice":
            lines.insert(1, lines[1])
        case "a word changed":
            lines[1] = lines[1].replace(b"digital-maturity", b"digital-maturitx")
        case "a table unknown":
            lines[1] = lines[1].replace(b"assessments", b"assassments")
        case "no json":
            lines[1] = b"{oops\n"
        case "more after the end":
            lines.append(lines[1])
        case "counts":
            lines[-1] = json.dumps({**last, "counts": {}}).encode() + b"\n"
    return gzip.compress(b"".join(lines))


HOW = ["cut short", "a row less", "a row twice", "a word changed", "a table unknown", "no json",
       "more after the end", "counts"]  # fmt: skip


@pytest.mark.parametrize("how", HOW)
def test_a_damaged_backup_is_refused(sqlite_engine: Engine, tmp_path: Path, how: str) -> None:
    an_assessment(sqlite_engine)
    file = backed_up(sqlite_engine, tmp_path)
    file.write_bytes(damaged(gzip.decompress(file.read_bytes()).splitlines(True), how))
    with pytest.raises(WrongBackup):
        backup_file.read_whole(file)


def test_a_byte_changed_anywhere_is_seen(sqlite_engine: Engine, tmp_path: Path) -> None:
    an_assessment(sqlite_engine)
    file = backed_up(sqlite_engine, tmp_path)
    whole = file.read_bytes()
    # The first ten bytes are the compression's own header, which carries nothing of ours.
    for place in range(10, len(whole), 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        with pytest.raises(WrongBackup):
            backup_file.read_whole(file)
    for size in (0, 5, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:size])
        with pytest.raises(WrongBackup):
            backup_file.read_whole(file)


def test_what_is_newer_than_the_code_is_refused(engine: Engine, tmp_path: Path) -> None:
    kept = an_assessment(engine)
    file = backed_up(engine, tmp_path)
    content = gzip.decompress(file.read_bytes())
    file.write_bytes(gzip.compress(content.replace(f'"{HEAD}"'.encode(), b'"9999"', 1)))
    with pytest.raises(DatabaseNewer, match="this backup was written by a newer Jalon"):
        put(engine, backup_file.read_whole(file), replace=True)
    assert assessments.load(engine, kept, NOW)
    file.write_bytes(gzip.compress(content.replace(b'"version":1', b'"version":2', 1)))
    with pytest.raises(WrongBackup, match="newer Jalon"):
        backup_file.read_whole(file)


def test_a_restore_that_fails_leaves_what_stood_there(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_assessment(engine, given={"q": "a"})
    found = backup_file.read_whole(backed_up(engine, tmp_path))
    assessments.save_answer(engine, made, "q", "b", NOW)
    monkeypatch.setattr("storage.portable._refer", lambda connection, *_: connection.execute(
        text("DELETE FROM answers")
    ))  # fmt: skip
    with pytest.raises(NotTheSame):
        put(engine, found, replace=True)
    assert assessments.load(engine, made, NOW).answers == {"q": "b"}


def test_an_empty_database_has_nothing_to_back_up(new_address: str) -> None:
    with pytest.raises(DatabaseEmpty), one_moment(open_engine(new_address)):
        pass


def test_a_damaged_database_is_not_backed_up_in_silence(
    sqlite_engine: Engine, sqlite_file: Path, tmp_path: Path
) -> None:
    for _ in range(40):
        an_assessment(sqlite_engine, worry="w" * 3000)
    sqlite_engine.dispose()
    content = bytearray(sqlite_file.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    sqlite_file.write_bytes(content)
    with pytest.raises(Exception, match=r"damaged|malformed"):
        backed_up(open_engine(f"sqlite:///{sqlite_file}"), tmp_path)


def test_a_full_disk_is_said_and_no_half_backup_stays(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_assessment(sqlite_engine)

    @contextmanager
    def on_the_full_device(path: Path) -> Iterator[BinaryIO]:
        with Path("/dev/full").open("wb") as file:
            yield file

    monkeypatch.setattr(backup_file, "_private", on_the_full_device)
    with pytest.raises(NotWritten, match="No space left"):
        backed_up(sqlite_engine, tmp_path, "full.jalon")
    assert list(tmp_path.glob("full*")) == []


def test_memory_stays_flat(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times the rows, the same memory: the letters of all rows together would show."""
    monkeypatch.setattr("storage.portable._TOGETHER", 10)

    def peak(rows: int) -> int:
        an_assessment(sqlite_engine, given={f"{number}": "x" * 20_000 for number in range(rows)})
        target = open_engine(f"sqlite:///{tmp_path}/to-{rows}.db")
        migrate(target)
        tracemalloc.start()
        made = backup_file.read_whole(backed_up(sqlite_engine, tmp_path, f"{rows}.jalon"))
        with target.begin() as connection:
            fill(connection, made)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(1)  # what is loaded once
    assert peak(200) < peak(20) + 1_500_000


def test_a_backup_of_every_table_names_every_table(engine: Engine, tmp_path: Path) -> None:
    found = backup_file.read_whole(backed_up(engine, tmp_path))
    assert set(found.columns) == set(NAMES)
    assert found.made_at == f"{TODAY}T09:30:00+00:00"
