"""Runs what is asynchronous to its end, wherever a test stands."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(story: Coroutine[Any, Any, T]) -> T:
    """What the story returns. In a thread of its own: browser tests leave a loop running here."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, story).result()
