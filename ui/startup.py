"""What a process does before its first visitor, and once a day while it runs."""

import asyncio
import gc
import importlib
import logging
from threading import Thread

from anyio import to_thread

from content.errors import ContentError, Problem
from content.languages import LANGUAGES, TRANSLATED
from content.translations import translations_of
from reports.library import search_index
from storage.errors import StorageUnavailable
from storage.removal import purge
from ui import contents, database, planner, texts

_log = logging.getLogger("jalon")
_DAY_SECONDS = 24 * 3600
# Imported by the first chart of the first visitor otherwise: 0.5 s.
_SLOW_IMPORTS = ("pandas", "plotly.graph_objects")

unread: list[str] = []
"""Languages whose content could not be read at the start: this server is not ready."""


def preload() -> None:
    """Loads what the first visitor would wait for.

    Raises ContentError when no language can be read: a file that nothing stands without is wrong.
    """
    for name in _SLOW_IMPORTS:
        importlib.import_module(name)
    left_out: set[Problem] = set()
    unread.clear()
    for language in LANGUAGES:
        try:
            if language in TRANSLATED:
                translations_of(language)
            texts.words(language)
            left_out.update(contents.library(language).problems)
        except ContentError as error:
            # The screens say it in words; the log says which file, which line.
            unread.append(language)
            _log.error("content:\n%s", error)
            if len(unread) == len(LANGUAGES):
                raise
    for problem in sorted(left_out):
        _log.error("left out of this server until it is mended:\n%s", problem)
    try:
        # Meanwhile the first visitors can come in: they rarely search at once.
        Thread(target=search_index().warm, name="search", daemon=True).start()
    except ContentError as error:
        _log.error("search:\n%s", error)


def settle() -> None:
    """Takes what is loaded out of the collector's rounds; lets screens go before the planner."""
    gc.collect()
    gc.freeze()
    planner.share_fairly()


async def purge_daily() -> None:
    """Removes expired assessments once a day, for ever; a failure waits for the next day."""
    while True:
        await asyncio.sleep(_DAY_SECONDS)
        try:
            await to_thread.run_sync(lambda: purge(database.engine(), database.now().date()))
        except StorageUnavailable as error:
            _log.warning("purge put off: %s", error)
