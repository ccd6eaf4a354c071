"""`jalon backup`: everything in one file, while the app goes on; read back before it counts."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from jalon.databases import check_is_there, database, storage_failures, told
from jalon.errors import BadInput, InternalFailure


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not exist yet.")],
) -> None:
    """Write all that is kept to one file, and check it by reading it back."""
    from storage import backup_file
    from storage.snapshot import one_moment

    if file.exists():
        raise BadInput(f"{file}: exists already; choose another name, with the day in it")
    try:
        with storage_failures():
            check_is_there()
            with database() as engine, one_moment(engine) as source:
                made = backup_file.write(file, source, dt.datetime.now(dt.UTC))
    except backup_file.WrongBackup as error:
        raise InternalFailure(f"{file}: {error}; the disk may be failing") from None
    except backup_file.NotWritten as error:
        raise BadInput(f"{file}: {error}; choose another path") from None
    print(f"{file}: {file.stat().st_size} bytes, schema {made.schema}, read back and whole")
    print(told(made.counts))
