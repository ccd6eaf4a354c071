"""What is typed last, before one follows a link or leaves, is kept all the same.

A word travels to the screens once, when its field is left; the run it asks for keeps it. When the
next page is asked for, Streamlit stops that run, or drops it when it has not begun, and forgets the
fields of the page; when the connection closes it stops it too. On a busy server both come first.
Here the next page, and the end of a connection, wait until the run has ended.
"""

import asyncio
from typing import TypeVar

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATH = "/_stcore/stream"
PATIENCE_SECONDS = 3.0
"""How long at most: a server that is busier than that loses a word rather than hang."""

_GOING_DOWN = 1012
_STOPPED = ForwardMsg.FINISHED_EARLY_FOR_RERUN
_Kind = TypeVar("_Kind", BackMsg, ForwardMsg)


class LastWordMiddleware:
    """Keeps the order of things on each connection of the screens."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Looks at the messages of the screens; everything else passes untouched."""
        if scope["type"] != "websocket" or not scope["path"].endswith(PATH):
            await self.app(scope, receive, send)
            return
        one = _Connection(receive, send)
        await self.app(scope, one.receive, one.send)


class _Connection:
    """One tab. `_typed`: a run that keeps something has been asked for; `_begun`: it has begun."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._page: str | None = None
        self._typed, self._begun, self._gone = False, False, False
        self._changed = asyncio.Condition()

    async def receive(self) -> Message:
        """The next message, once what was typed before it is safe."""
        message = await self._receive()
        if message["type"] == "websocket.disconnect":
            # Nobody listens any more: what the run still draws goes nowhere.
            self._gone = True
            if message.get("code") != _GOING_DOWN:
                await self._kept()
        elif message.get("bytes"):
            await self._asked(message["bytes"])
        return message

    async def send(self, message: Message) -> None:
        """Passes it on, and notes runs that begin and end."""
        if message.get("bytes"):
            await self._told(message["bytes"])
        if not self._gone:
            await self._send(message)

    async def _asked(self, content: bytes) -> None:
        asked = _read(BackMsg, content)
        if asked is None or asked.WhichOneof("type") != "rerun_script":
            return
        run = asked.rerun_script
        if run.page_script_hash != self._page:
            await self._kept()
            self._typed = False
        elif not run.is_auto_rerun:
            self._typed, self._begun = True, False

    async def _told(self, content: bytes) -> None:
        told = _read(ForwardMsg, content)
        if told is None:
            return
        match told.WhichOneof("type"):
            case "navigation":
                self._page = told.navigation.page_script_hash
            case "new_session":
                self._begun = True
            case "script_finished" if self._begun and told.script_finished != _STOPPED:
                async with self._changed:
                    self._typed = False
                    self._changed.notify_all()

    async def _kept(self) -> None:
        async with self._changed:
            try:
                done = self._changed.wait_for(lambda: not self._typed)
                await asyncio.wait_for(done, PATIENCE_SECONDS)
            except TimeoutError:
                return


def _read(kind: type[_Kind], content: bytes) -> _Kind | None:
    """The message; None where it is none: Streamlit says what is wrong with it."""
    try:
        return kind.FromString(content)
    except DecodeError:
        return None
