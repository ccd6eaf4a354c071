"""Sheets of a panel: sent once a slip or a browser, read only together.

A sheet is a random key, a role, its answers, and the release it was first seen in. Nothing ties it
to a slip, a browser or a moment.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from access.secrets import JOIN_LENGTH, hash_code, hash_secret, new_code
from network.panel import Sheet, moves
from storage.columns import from_json, to_json
from storage.panel_schema import panel_sheets, panel_voices, panels
from storage.panels import Panel, UnknownPanel, hold, kept, read
from storage.transaction import transaction

_panels, _sheets, _voices = panels.c, panel_sheets.c, panel_voices.c

MOST_SLIPS = 60
"""How many slips can be made at a time."""


class PanelClosed(Exception):
    """The panel takes no more answers: closed, deleted or past its last day."""


class AlreadyAnswered(Exception):
    """This browser or this slip has answered in this panel."""


@dataclass(frozen=True)
class Slip:
    """What a slip opens, and whether somebody has answered with it."""

    panel: Panel
    used: bool


def make_slips(engine: Engine, panel_id: str, count: int) -> tuple[str, ...]:
    """New single-use codes, beside those made before; they cannot be read again.

    At most MOST_SLIPS. Raises PanelClosed, StorageUnavailable; ValueError for another count.
    """
    if not 0 < count <= MOST_SLIPS:
        raise ValueError(f"between 1 and {MOST_SLIPS} slips at a time")
    codes = tuple(new_code(JOIN_LENGTH) for _ in range(count))
    rows = [{"voice_hash": _slip(code), "panel_id": panel_id, "used": False} for code in codes]
    with transaction(engine) as connection:
        hold(connection, panel_id)
        taking = _panels.id == panel_id, _panels.slips.is_(True), _panels.closed_on.is_(None)
        if connection.execute(select(_panels.id).where(*taking)).first() is None:
            raise PanelClosed(panel_id)
        connection.execute(insert(panel_voices), rows)
    return codes


def by_slip(engine: Engine, typed: str, today: dt.date) -> Slip | None:
    """What this slip opens, its panel closed or not; None when it opens nothing."""
    hashed = _slip(typed)
    if hashed is None:
        return None
    with transaction(engine) as connection:
        query = select(_voices.panel_id, _voices.used).where(_voices.voice_hash == hashed)
        found = connection.execute(query).one_or_none()
        panel = read(connection, today, _panels.id == found.panel_id) if found else []
    # The hash of a browser is no way in, whatever was typed: it stands for another purpose.
    return Slip(panel[0], found.used) if found and panel else None


def submit(
    engine: Engine, panel_id: str, sheet: Sheet, today: dt.date, *,
    device: str | None = None, slip: str | None = None,
) -> None:  # fmt: skip
    """Keeps a whole sheet. Raises PanelClosed, AlreadyAnswered, StorageUnavailable.

    One voice a slip where one is given, else one a browser; `device` is the browser's secret, None
    where there is none, and then nobody is counted.
    """
    try:
        with transaction(engine) as connection:
            _count(connection, panel_id, today, with_slip=slip is not None)
            _use(connection, panel_id, device, slip)
            row = {
                "id": uuid.uuid4().hex,
                "panel_id": panel_id,
                "role": sheet.role,
                "answers": to_json(sheet.answers),
            }
            connection.execute(insert(panel_sheets), row)
    except IntegrityError:
        raise AlreadyAnswered(panel_id) from None


def has_answered(engine: Engine, panel_id: str, device: str) -> bool:
    """Whether this browser has answered; forgotten once the panel is closed."""
    query = select(_voices.used).where(_voices.voice_hash == _browser(device, panel_id))
    with transaction(engine) as connection:
        return connection.execute(query).first() is not None


def show(engine: Engine, panel_id: str, today: dt.date) -> tuple[tuple[Sheet, ...], ...]:
    """The sheets of the picture that may be shown now, release by release, the oldest first.

    All that wait enter together once they are enough, and are remembered as seen together.
    Inside a release sheets follow their random keys. Empty: nothing to show. Raises UnknownPanel,
    StorageUnavailable.
    """
    with transaction(engine) as connection:
        # First: a second reader, or a sheet that comes, waits until this picture is noted.
        hold(connection, panel_id)
        _release(connection, panel_id, today)
        rows = connection.execute(
            select(_sheets.release, _sheets.role, _sheets.answers)
            .where(_sheets.panel_id == panel_id, _sheets.release.is_not(None))
            .order_by(_sheets.release, _sheets.id)
        ).all()
    return tuple(
        tuple(Sheet(row.role, from_json(row.answers) or {}) for row in release)
        for _, release in groupby(rows, key=lambda row: row.release)
    )


def _release(connection: Connection, panel_id: str, today: dt.date) -> None:
    found = connection.execute(
        select(_panels.answers, _panels.shown, _panels.releases).where(
            _panels.id == panel_id, kept(today)
        )
    ).one_or_none()
    if found is None:
        raise UnknownPanel(panel_id)
    if not moves(found.answers - found.shown):
        return
    connection.execute(
        update(panel_sheets)
        .where(_sheets.panel_id == panel_id, _sheets.release.is_(None))
        .values(release=found.releases)
    )
    connection.execute(
        update(panels)
        .where(_panels.id == panel_id)
        .values(shown=found.answers, releases=found.releases + 1)
    )


def _count(connection: Connection, panel_id: str, today: dt.date, with_slip: bool) -> None:
    """Counts one more answer; the row stays locked until the sheet is in."""
    taking = _panels.closed_on.is_(None), _panels.slips.is_(with_slip), kept(today)
    counted = connection.execute(
        update(panels).where(_panels.id == panel_id, *taking).values(answers=_panels.answers + 1)
    )
    if counted.rowcount == 0:
        raise PanelClosed(panel_id)


def _use(connection: Connection, panel_id: str, device: str | None, slip: str | None) -> None:
    if slip is not None:
        free = _voices.voice_hash == _slip(slip), _voices.panel_id == panel_id
        used = connection.execute(
            update(panel_voices).where(*free, _voices.used.is_(False)).values(used=True)
        )
        if used.rowcount == 0:
            raise AlreadyAnswered(panel_id)
    elif device is not None:
        row = {"voice_hash": _browser(device, panel_id), "panel_id": panel_id, "used": True}
        connection.execute(insert(panel_voices), row)


def _browser(device: str, panel_id: str) -> str:
    return hash_secret(f"{panel_id}:{device}", "panel-voice")


def _slip(typed: str) -> str | None:
    return hash_code(typed, "panel-slip", JOIN_LENGTH)
