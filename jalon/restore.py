"""`jalon restore`: a backup into an empty database, or in place of what stands there."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from jalon.databases import database, storage_failures, told
from jalon.errors import BadInput


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Lose what the database holds now.")
    ] = False,
) -> None:
    """Fill the database from a backup; all of it, or nothing changes."""
    from storage import backup_file, removal, snapshot

    try:
        found = backup_file.read_whole(file)
    except backup_file.WrongBackup as error:
        raise BadInput(f"{file}: {error}") from None
    except OSError as error:
        raise BadInput(f"{file}: {error.strerror or error}; check the path") from None
    with storage_failures(), database() as engine:
        now_there = snapshot.counts(engine)
        if any(now_there.values()):
            _say_or_stop(told(now_there), replace)
        try:
            put = snapshot.put(engine, found, replace=replace)
        except snapshot.NotEmpty:
            raise BadInput("somebody wrote in the database meanwhile; stop the app first") from None
        removal.erase(engine)
        gone = removal.purge(engine, dt.datetime.now(dt.UTC).date())
    print(f"restored as of {found.made_at}, read back and whole: {told(put)}")
    if gone:
        print(f"{gone} had passed their last day since, and were removed")


def _say_or_stop(lost: str, replace: bool) -> None:
    if not replace:
        raise BadInput(
            f"this database is not empty: {lost}; back it up, then add --replace to lose that"
        )
    print(f"in place of {lost}")
