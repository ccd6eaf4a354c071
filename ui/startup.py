"""What a process does before its first visitor, and once a day while it runs."""

import asyncio
import gc
import importlib
import logging

from anyio import to_thread

from content.errors import ContentError
from content.languages import LANGUAGES, TRANSLATED
from content.translations import translations_of
from storage.errors import StorageUnavailable
from storage.removal import purge
from ui import contents, database

_log = logging.getLogger("jalon")
_DAY_SECONDS = 24 * 3600
# Imported by the first chart of the first visitor otherwise: 0.5 s.
_SLOW_IMPORTS = ("pandas", "plotly.graph_objects")


def preload() -> None:
    """Loads what the first visitor would wait for."""
    for name in _SLOW_IMPORTS:
        importlib.import_module(name)
    for language in LANGUAGES:
        try:
            if language in TRANSLATED:
                translations_of(language)
            contents.library(language)
        except ContentError as error:
            # The screens say it in words; the log says which file, which line.
            _log.error("content:\n%s", error)


def settle() -> None:
    """Takes what is loaded out of the garbage collector's rounds: it stays until the end."""
    gc.collect()
    gc.freeze()


async def purge_daily() -> None:
    """Removes expired assessments once a day, for ever; a failure waits for the next day."""
    while True:
        await asyncio.sleep(_DAY_SECONDS)
        try:
            await to_thread.run_sync(lambda: purge(database.engine(), database.now().date()))
        except StorageUnavailable as error:
            _log.warning("purge put off: %s", error)
