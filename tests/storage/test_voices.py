"""What readers give back: kept whole or cut, never tied to anybody, harmless to read again."""

import datetime as dt

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, text

from storage import voices
from storage.assessments import load
from storage.engine import open_engine
from storage.migrate import migrate, stored_revision
from storage.removal import purge
from storage.voices import LONGEST, UnknownVoice
from tests.storage.builders import NOW, TODAY


def a_request(engine: Engine, day: dt.date = TODAY, words: str = "un modèle de charte") -> str:
    return voices.leave(engine, day, "request", language="fr", words=words)


def test_a_suggestion_comes_back_as_it_was_made(engine: Engine) -> None:
    said = {"title": "Guide", "url": "https://example.org/guide", "topic": "ai", "text": "Clair."}
    made = voices.leave(engine, TODAY, "suggest", language="nl", **said)
    (found,) = voices.listed(engine)
    assert (found.id, found.kind, found.about, found.said) == (made, "suggest", None, said)
    assert (found.language, found.day, found.status) == ("nl", TODAY, "open")


def test_nothing_stored_can_tell_who_or_when(engine: Engine) -> None:
    columns = {column["name"] for column in inspect(engine).get_columns("voices")}
    assert columns == {"id", "kind", "about", "said", "language", "day", "status"}
    assert inspect(engine).get_foreign_keys("voices") == []


def test_rows_are_in_no_order_of_arrival(sqlite_engine: Engine) -> None:
    for number in range(12):
        a_request(sqlite_engine, words=f"{number:02}")
    with sqlite_engine.connect() as connection:
        ids = [row[0] for row in connection.execute(text("SELECT id FROM voices"))]
    assert ids == sorted(ids)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("deux\nlignes\r\n et  espaces", "deux lignes et espaces"),
        ("\x1b[31mrouge\x07\x00", "[31mrouge"),
        ("à l’envers \u202egnp.exe", "à l’envers gnp.exe"),
        ("une demie \ud83d paire", "une demie \ufffd paire"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_a_hostile_text_becomes_one_harmless_line(engine: Engine, typed: str, kept: str) -> None:
    voices.leave(engine, TODAY, "unclear", language="fr", about="two-factor", text=typed)
    assert voices.listed(engine)[0].said == {"text": kept}


@pytest.mark.parametrize("field", LONGEST)
def test_a_long_text_is_cut(engine: Engine, field: str) -> None:
    voices.leave(engine, TODAY, "suggest", language="fr", **{field: "x" * 9000})
    assert voices.listed(engine)[0].said == {field: "x" * LONGEST[field]}


def test_an_empty_text_is_not_kept(engine: Engine) -> None:
    voices.leave(engine, TODAY, "unclear", language="fr", about="two-factor", text=" \n ")
    assert voices.listed(engine)[0].said == {}


def test_what_is_no_kind_or_no_field_of_ours_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="'shout' is no kind"):
        voices.leave(engine, TODAY, "shout", language="fr")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'device'"):
        voices.leave(engine, TODAY, "request", language="fr", device="abc")
    assert voices.listed(engine) == ()


def test_one_may_say_more_or_take_it_back(engine: Engine) -> None:
    made = voices.leave(engine, TODAY, "unclear", language="fr", about="two-factor")
    voices.say_more(engine, made, "le mot « facteur »")
    assert voices.listed(engine)[0].said == {"text": "le mot « facteur »"}
    voices.take_back(engine, made)
    voices.take_back(engine, made)
    assert voices.listed(engine) == ()
    with pytest.raises(UnknownVoice):
        voices.say_more(engine, made, "trop tard")


def test_a_voice_is_answered_or_declined(engine: Engine) -> None:
    first, second = a_request(engine), a_request(engine)
    voices.mark(engine, [first], "answered")
    voices.mark(engine, [second], "declined")
    assert [one.id for one in voices.listed(engine, "answered")] == [first]
    assert [one.id for one in voices.listed(engine, "declined")] == [second]
    assert voices.listed(engine, "open") == ()


def test_marking_is_all_or_nothing(engine: Engine) -> None:
    made = a_request(engine)
    with pytest.raises(UnknownVoice, match="nowhere"):
        voices.mark(engine, [made, "nowhere"], "answered")
    assert [one.id for one in voices.listed(engine, "open")] == [made]


def test_the_oldest_day_comes_first(engine: Engine) -> None:
    a_request(engine, TODAY)
    old = a_request(engine, TODAY - dt.timedelta(days=40))
    assert voices.listed(engine)[0].id == old


@pytest.mark.parametrize(("age", "left"), [(0, 1), (1, 0)])
def test_a_voice_is_kept_two_years_and_not_a_day_more(engine: Engine, age: int, left: int) -> None:
    a_request(engine, dt.date(2024, 11, 23) - dt.timedelta(days=age))
    assert purge(engine, dt.date(2026, 11, 23)) == 1 - left
    assert len(voices.listed(engine)) == left


def _as_it_was_written(engine: Engine) -> str:
    """An assessment in the columns of that version."""
    kept, columns = "0" * 32, "instrument, version, form, stage, language, profile, worry"
    with engine.begin() as connection:
        connection.execute(
            text(
                f"INSERT INTO assessments (id, created_at, updated_at, expires_on, {columns}) "
                "VALUES (:id, :now, :now, '2030-01-01', "
                "'digital-maturity', '1.0', 'core', 'T0', 'fr', '{}', '')"
            ),
            {"id": kept, "now": f"{NOW:%Y-%m-%d %H:%M:%S.%f}"},
        )
        connection.execute(
            text("INSERT INTO answers VALUES (:id, 'two-factor', 'unknown', :now)"),
            {"id": kept, "now": f"{NOW:%Y-%m-%d %H:%M:%S.%f}"},
        )
    return kept


def test_a_released_database_gains_the_table_and_keeps_its_answers(new_address: str) -> None:
    engine = open_engine(new_address)
    config = Config()
    config.set_main_option("script_location", "storage/migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    kept = _as_it_was_written(engine)
    assert stored_revision(engine) == "0002"
    migrate(engine)
    a_request(engine)
    assert load(engine, kept, NOW).answers == {"two-factor": "unknown"}
    assert len(voices.listed(engine)) == 1
