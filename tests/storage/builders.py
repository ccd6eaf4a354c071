"""Small assessments for the tests of storage."""

import datetime as dt
from typing import Any

from sqlalchemy import Engine

from storage.assessments import create

NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()


def an_assessment(engine: Engine, **changes: Any) -> str:
    fields = {"instrument": "digital-maturity", "version": "1.0", "language": "fr"}
    return create(engine, NOW, **(fields | changes))
