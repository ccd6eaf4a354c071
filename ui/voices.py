"""What readers give back, as the screens send it: slowed down, and tied to nobody."""

import datetime as dt

from access.secrets import hash_secret, new_device_secret
from access.throttle import Throttle
from storage import voices
from storage.voices import Kind
from ui import database, session, visitor

BY_BROWSER = Throttle(limit=20, window=dt.timedelta(hours=1))
BY_ADDRESS = Throttle(limit=100, window=dt.timedelta(hours=1))
"""A cookie is thrown away in a second, an address is not; but a training room shares one.

Counted in memory alone, under a hash: nothing of it is stored beside what was said.
"""


class TooMany(Exception):
    """This browser, or this address, has sent enough for an hour."""


def leave(kind: Kind, about: str | None = None, **said: str) -> str:
    """Keeps what a reader says; its id. Raises TooMany, StorageUnavailable."""
    now = database.now()
    tab = session.once("tab", None, new_device_secret)
    browser = hash_secret(visitor.device() or tab, "voice")
    if BY_BROWSER.wait(browser, now) or not BY_ADDRESS.allow(visitor.address(), now):
        raise TooMany
    made = voices.leave(
        database.engine(), now.date(), kind, language=visitor.language(), about=about, **said
    )
    BY_BROWSER.allow(browser, now)
    return made


def say_more(voice_id: str, text: str) -> None:
    """Adds words to what was just left. Raises UnknownVoice, StorageUnavailable."""
    voices.say_more(database.engine(), voice_id, text)


def take_back(voice_id: str) -> None:
    """Removes what was just left. Raises StorageUnavailable."""
    voices.take_back(database.engine(), voice_id)
