"""Many visitors from one process: as little as possible is done with what comes back.

Speaks Streamlit's protocol (1.67) over a socket of its own, compressed as browsers take it. Only
the first screen, and those opened with Continue, are looked into.
"""

import asyncio
import base64
import os
import ssl
import time
import zlib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from ui.middleware.admission import is_finished

_TAIL = b"\x00\x00\xff\xff"
PATIENCE_SECONDS = 30.0


class Refused(Exception):
    """There was no room; its argument is the status of the answer."""


@dataclass
class Tab:
    """One open page. `seconds` gathers how long each answer took to be served."""

    url: str
    cookie: str
    query: str
    seconds: list[float] = field(default_factory=list)
    late: int = 0
    _page: str = ""
    _radio: tuple[str, tuple[str, ...]] = ("", ())
    _buttons: dict[str, str] = field(default_factory=dict)
    _chosen: int = 0

    async def open(self) -> None:
        """Connects and lands on the question. Raises Refused."""
        where = urlsplit(self.url)
        tls = None
        if where.scheme == "https":
            tls = ssl.create_default_context()
            tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
        loop = asyncio.get_running_loop()
        self._wire = _Wire(where.netloc, self.cookie)
        await loop.create_connection(lambda: self._wire, where.hostname, where.port, ssl=tls)
        await asyncio.wait_for(self._wire.opened, PATIENCE_SECONDS)
        await self._run(self._message(first=True), look=True)

    @property
    def asks(self) -> bool:
        """Whether the screen asks a question."""
        return bool(self._radio[1])

    def close(self) -> None:
        """Closes the page."""
        self._wire.close()

    async def answer(self) -> None:
        """Chooses another option of the question; its time is kept."""
        _, options = self._radio
        self._chosen = (self._chosen + 1) % len(options)
        begin = time.perf_counter()
        try:
            await self._run(self._message(), look=False)
            self.seconds.append(time.perf_counter() - begin)
        except TimeoutError:
            self.late += 1

    async def go_on(self, label: str) -> None:
        """Presses a button and looks at the screen it opens."""
        button = self._buttons[label]
        await self._run(self._message(button=button), look=True)

    def _message(self, button: str = "", first: bool = False) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash = self.query, self._page
        if first:
            asked.page_name = "question"
        asked.context_info.timezone = "Europe/Brussels"
        radio, options = self._radio
        if options and not first:
            value = WidgetState(id=radio, string_value=options[self._chosen])
            asked.widget_states.widgets.append(value)
        if button:
            asked.widget_states.widgets.append(WidgetState(id=button, trigger_value=True))
        return message.SerializeToString()

    async def _run(self, message: bytes, look: bool) -> None:
        seen: list[bytes] | None = [] if look else None
        finished = self._wire.ask(message, seen)
        await asyncio.wait_for(finished, PATIENCE_SECONDS)
        if look:
            self._radio, self._buttons = ("", ()), {}
        for raw in seen or ():
            self._see(ForwardMsg.FromString(raw))

    def _see(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "navigation":
                self._page = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta" if message.delta.HasField("new_element"):
                element = message.delta.new_element
                if element.WhichOneof("type") == "radio":
                    self._radio = (element.radio.id, tuple(element.radio.options))
                    self._chosen = 0
                elif element.WhichOneof("type") == "button":
                    self._buttons[element.button.label] = element.button.id


class _Wire(asyncio.Protocol):
    """Frames in and out. Ours are masked with zeros, so that masking costs nothing."""

    def __init__(self, host: str, cookie: str) -> None:
        self._host, self._cookie = host, cookie
        self._buffer = bytearray()
        self._inflate = zlib.decompressobj(-15)
        self._upgraded = False
        self._seen: list[bytes] | None = None
        self._finished: asyncio.Future[None] | None = None
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: {self._host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: streamlit\r\n"
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
            f"Cookie: {self._cookie}\r\n\r\n".encode()
        )

    def connection_lost(self, exc: Exception | None) -> None:
        for waiting in (self.opened, self._finished):
            if waiting is not None and not waiting.done():
                waiting.set_exception(exc or ConnectionError("closed"))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._upgraded and not self._upgrade():
            return
        at, buffer = 0, self._buffer
        while (frame := _frame(buffer, at)) is not None:
            first, start, at = frame
            self._take(first, bytes(buffer[start:at]))
        del buffer[:at]

    def ask(self, message: bytes, seen: list[bytes] | None) -> "asyncio.Future[None]":
        """Sends a click; done when its screen is finished, every message put in `seen`."""
        self._seen = seen
        self._finished = asyncio.get_running_loop().create_future()
        self._send(0x82, message)
        return self._finished

    def close(self) -> None:
        self._transport.close()

    def _upgrade(self) -> bool:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return False
        status = self._buffer[9:12].decode()
        del self._buffer[: end + 4]
        if status != "101":
            if not self.opened.done():
                self.opened.set_exception(Refused(status))
            self._transport.close()
            return False
        self._upgraded = True
        self.opened.set_result(None)
        return True

    def _take(self, first: int, payload: bytes) -> None:
        if first & 0x0F == 9:
            self._send(0x8A, payload)
        elif first & 0x0F == 2:
            if first & 0x40:
                payload = self._inflate.decompress(payload + _TAIL)
            if self._seen is not None:
                self._seen.append(payload)
            done = len(payload) < 64 and is_finished(payload)
            if done and self._finished is not None and not self._finished.done():
                self._finished.set_result(None)

    def _send(self, first: int, payload: bytes) -> None:
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
        self._transport.write(bytes([first]) + length + b"\0\0\0\0" + payload)


def _frame(buffer: bytearray, at: int) -> tuple[int, int, int] | None:
    """First byte, where the content begins and ends; None while it is not all there."""
    if len(buffer) < at + 2:
        return None
    size, start = buffer[at + 1] & 0x7F, at + 2
    if size >= 126:
        wide = 2 if size == 126 else 8
        size, start = int.from_bytes(buffer[start : start + wide], "big"), start + wide
    return (buffer[at], start, start + size) if start + size <= len(buffer) else None
