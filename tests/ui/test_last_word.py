"""What is typed last reaches its run, whatever is asked for next on the same connection."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests import turning
from ui.middleware import last_word
from ui.middleware.last_word import LastWordMiddleware

HERE, THERE = "page-here", "page-there"
LEAVES = {"type": "websocket.disconnect", "code": 1001}
Message = dict[str, Any]


def asks(page: str, *, by_itself: bool = False) -> Message:
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    message.rerun_script.is_auto_rerun = by_itself
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def told(**said: Any) -> Message:
    message = ForwardMsg(**said)
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


def at(page: str) -> Message:
    message = ForwardMsg()
    message.navigation.page_script_hash = page
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


def begins() -> Message:
    message = ForwardMsg()
    message.new_session.SetInParent()
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


ENDS = told(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
CUT_SHORT = told(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)


class Tab:
    """A browser's side and Streamlit's side of one connection, moved by hand."""

    def __init__(self) -> None:
        self.coming: asyncio.Queue[Message] = asyncio.Queue()
        self.shown: list[Message] = []
        self.got: list[Message] = []
        self.send: Callable[[Message], Coroutine[Any, Any, None]]

    async def app(self, _scope: Any, receive: Any, send: Any) -> None:
        self.send = send
        while True:
            message = await receive()
            self.got.append(message)
            if message["type"] == "websocket.disconnect":
                return

    async def comes(self, *messages: Message) -> None:
        """These come from the browser; what Streamlit gets at once is in `got`."""
        for message in messages:
            self.coming.put_nowait(message)
        await asyncio.sleep(0.01)

    async def says(self, *messages: Message) -> None:
        for message in messages:
            await self.send(message)
        await asyncio.sleep(0.01)


def played(story: Callable[[Tab], Coroutine[Any, Any, None]]) -> Tab:
    async def play() -> Tab:
        tab = Tab()

        async def shown(message: Message) -> None:
            tab.shown.append(message)

        scope = {"type": "websocket", "path": "/_stcore/stream"}
        served = asyncio.ensure_future(
            LastWordMiddleware(tab.app)(scope, tab.coming.get, shown)  # type: ignore[arg-type]
        )
        await tab.comes(asks(""))
        await tab.says(begins(), at(HERE), ENDS)
        await story(tab)
        served.cancel()
        return tab

    return turning.run(play())


def test_the_next_page_waits_until_the_run_of_a_word_has_ended() -> None:
    async def story(tab: Tab) -> None:
        await tab.comes(asks(HERE), asks(THERE))
        assert len(tab.got) == 2, "the page is held back"
        await tab.says(begins())
        assert len(tab.got) == 2
        await tab.says(ENDS)
        assert len(tab.got) == 3

    played(story)


@pytest.mark.parametrize("other", [(begins(), CUT_SHORT), (ENDS,)], ids=["cut-short", "ended"])
def test_another_run_is_not_taken_for_that_of_the_word(other: tuple[Message, ...]) -> None:
    async def story(tab: Tab) -> None:
        await tab.comes(asks(HERE), asks(THERE))
        await tab.says(*other)
        assert len(tab.got) == 2
        await tab.says(begins(), ENDS)
        assert len(tab.got) == 3

    played(story)


def test_two_words_that_become_one_run_hold_the_page_until_it_ends() -> None:
    async def story(tab: Tab) -> None:
        await tab.comes(asks(HERE), asks(HERE), asks(THERE))
        await tab.says(begins(), ENDS)
        assert len(tab.got) == 4

    played(story)


def test_the_end_of_a_connection_waits_until_the_word_is_kept_and_shows_nothing_more() -> None:
    async def story(tab: Tab) -> None:
        await tab.comes(asks(HERE), LEAVES)
        seen = len(tab.shown)
        await tab.says(begins())
        assert len(tab.got) == 2
        await tab.says(ENDS)
        assert tab.got[-1] == LEAVES
        assert len(tab.shown) == seen

    played(story)


@pytest.mark.parametrize(
    ("before", "leaves"),
    [
        ((), LEAVES),
        ((asks(THERE),), LEAVES),
        ((asks(HERE, by_itself=True),), LEAVES),
        ((asks(HERE),), {"type": "websocket.disconnect", "code": 1012}),
    ],
    ids=["nothing-typed", "a-page-asked-for", "a-clock-of-the-screen", "the-server-stops"],
)
def test_where_no_word_is_at_stake_nothing_waits(
    before: tuple[Message, ...], leaves: Message
) -> None:
    async def story(tab: Tab) -> None:
        await tab.comes(*before, leaves)
        assert tab.got[-1] == leaves

    played(story)


def test_a_server_that_is_too_busy_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_word, "PATIENCE_SECONDS", 0.05)

    async def story(tab: Tab) -> None:
        await tab.comes(asks(HERE), asks(THERE))
        await asyncio.sleep(0.1)
        assert len(tab.got) == 3

    played(story)


def test_what_is_no_message_passes_untouched() -> None:
    async def story(tab: Tab) -> None:
        odd = {"type": "websocket.receive", "bytes": b"\xff\xff"}
        await tab.comes(odd, {"type": "websocket.receive", "text": "?"})
        assert tab.got[-2] == odd

    played(story)
