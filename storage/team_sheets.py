"""Sheets of a team round: sent once a browser, read only together.

A sheet is a random key, the batch of three it fell in, and its answers. Nothing ties it to a
browser or a moment.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from itertools import groupby

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from access.secrets import hash_secret
from network.team import THRESHOLD, batches, in_picture
from storage.columns import from_json, to_json
from storage.team_rounds import UnknownRound
from storage.team_schema import team_rounds, team_sheets, team_voices
from storage.transaction import transaction

_rounds = team_rounds.c


class RoundClosed(Exception):
    """The round takes no more answers: closed, deleted or past its last day."""


class AlreadyAnswered(Exception):
    """This browser has answered in this round."""


def submit(
    engine: Engine,
    round_id: str,
    answers: Mapping[str, str],
    today: dt.date,
    device: str | None,
) -> None:
    """Keeps a whole sheet. Raises RoundClosed, AlreadyAnswered, StorageUnavailable.

    `device` is the browser's secret; None where there is none, and then nobody is counted.
    """
    try:
        with transaction(engine) as connection:
            place = _next_place(connection, round_id, today)
            if device is not None:
                voice = {"voice_hash": _voice(device, round_id), "round_id": round_id}
                connection.execute(insert(team_voices), voice)
            row = {
                "id": uuid.uuid4().hex,
                "round_id": round_id,
                "batch": (place - 1) // THRESHOLD,
                "answers": to_json(answers),
            }
            connection.execute(insert(team_sheets), row)
    except IntegrityError:
        raise AlreadyAnswered(round_id) from None


def has_answered(engine: Engine, round_id: str, device: str) -> bool:
    """Whether this browser has answered; forgotten once the round is closed."""
    with transaction(engine) as connection:
        found = connection.execute(
            select(team_voices.c.round_id).where(
                team_voices.c.voice_hash == _voice(device, round_id)
            )
        )
        return found.first() is not None


def show(engine: Engine, round_id: str, today: dt.date) -> tuple[tuple[dict[str, str], ...], ...]:
    """The sheets of the picture that may be shown now, batch by batch, the oldest batch first.

    In a batch they follow their random keys.

    Remembers how many, so that no later picture differs by one or two. Empty: nothing to show.
    Raises UnknownRound, StorageUnavailable.
    """
    with transaction(engine) as connection:
        # Written first: a second reader, or a closing, waits until this picture is noted.
        connection.execute(
            update(team_rounds).where(_rounds.id == round_id).values(shown=_rounds.shown)
        )
        found = connection.execute(
            select(_rounds.answers, _rounds.shown, _rounds.closed_on).where(
                _rounds.id == round_id, _rounds.expires_on >= today
            )
        ).one_or_none()
        if found is None:
            raise UnknownRound(round_id)
        count = in_picture(found.answers, found.shown, found.closed_on is not None)
        connection.execute(update(team_rounds).where(_rounds.id == round_id).values(shown=count))
        rows = connection.execute(
            select(team_sheets.c.batch, team_sheets.c.answers)
            .where(team_sheets.c.round_id == round_id, team_sheets.c.batch < batches(count))
            .order_by(team_sheets.c.batch, team_sheets.c.id)
        ).all()
    return tuple(
        tuple(from_json(row.answers) or {} for row in batch)
        for _, batch in groupby(rows, key=lambda row: row.batch)
    )


def _next_place(connection: Connection, round_id: str, today: dt.date) -> int:
    """Counts one more answer, from 1; the row stays locked until the sheet is in."""
    counted = connection.execute(
        update(team_rounds)
        .where(_rounds.id == round_id, _rounds.closed_on.is_(None), _rounds.expires_on >= today)
        .values(answers=_rounds.answers + 1)
    )
    if counted.rowcount == 0:
        raise RoundClosed(round_id)
    place = connection.execute(select(_rounds.answers).where(_rounds.id == round_id)).scalar_one()
    return int(place)


def _voice(device: str, round_id: str) -> str:
    return hash_secret(f"{round_id}:{device}", "team-voice")
