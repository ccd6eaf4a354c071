"""`jalon purge`: remove for real what has passed its expiry date."""

from typing import Annotated

import typer

from jalon.errors import InternalFailure
from jalon.inputs import date_of


def purge(
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
) -> None:
    """Delete what is past its last day: assessments, team rounds, campaigns, readers' voices."""
    day = date_of(on)
    from storage import removal
    from storage.engine import open_engine
    from storage.errors import StorageUnavailable
    from storage.migrate import migrate

    try:
        engine = open_engine()
        migrate(engine)
        count = removal.purge(engine, day)
    except StorageUnavailable as error:
        raise InternalFailure(error) from None
    print(f"{count} assessment(s), team round(s), campaign(s) and voice(s) removed")
