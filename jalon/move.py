"""`jalon move`: from one database to another, SQLite to PostgreSQL as a rule."""

from typing import Annotated

import typer

from jalon.databases import check_is_there, database, storage_failures, told
from jalon.errors import BadInput


def move(
    to: Annotated[str, typer.Option(help="postgresql://user:password@host/name, empty.")],
) -> None:
    """Copy everything into another, empty database; the first stays as it is."""
    from storage import snapshot
    from storage.engine import check_nobody_else, database_url

    with storage_failures(), database() as source, database(to) as target:
        check_is_there()
        if source.url == target.url:
            raise BadInput("--to: that is the database in use; name another one")
        check_nobody_else(database_url())
        if any(snapshot.counts(target).values()):
            held = told(snapshot.counts(target))
            raise BadInput(f"--to: that database is not empty: {held}; make a new one")
        with snapshot.one_moment(source) as rows:
            try:
                put = snapshot.put(target, rows)
            except snapshot.NotEmpty:
                raise BadInput("--to: somebody wrote in that database meanwhile") from None
    print(f"moved, each row read back and the same: {told(put)}")
    print("start the app with DATABASE_URL set to the new address; the old database is unchanged")
