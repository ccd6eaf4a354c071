"""A visitor without a browser: speaks Streamlit's own protocol over its WebSocket (1.67).

A click is sent as the browser sends it (BackMsg.rerun_script with the state of the widgets on the
page) and lasts until the server says that the script has finished.
"""

import asyncio
import re
import time
import urllib.request
from dataclasses import dataclass

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

_REPLACED = 2
"""ForwardMsg.FINISHED_EARLY_FOR_RERUN: another run of the same click follows."""

_PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class Click:
    """What one click cost: milliseconds to the end of the script, bytes and messages back.

    `bytes` are those of the messages, `wire` those that came over the network, compressed.
    """

    ms: float
    bytes: int
    wire: int
    messages: int


@dataclass(frozen=True)
class _Radio:
    id: str
    options: tuple[str, ...]
    fragment: str


class _Counted(websockets.ClientConnection):
    """Counts what comes over the network, as a browser would get it."""

    wire = 0

    def data_received(self, data: bytes) -> None:
        self.wire += len(data)
        super().data_received(data)


class Visitor:
    """One open tab. `radios` and `buttons` (by label) are those of the last run."""

    def __init__(self, socket: _Counted) -> None:
        self._socket = socket
        self._page = self._query = ""
        self._values: dict[str, str] = {}
        self._fragments: dict[str, str] = {}
        self.radios: list[_Radio] = []
        self.buttons: dict[str, str] = {}

    @classmethod
    async def arrive(cls, host: str, language: str) -> "Visitor":
        """Fetches the page for its cookie, connects, and lands."""
        cookie = await asyncio.to_thread(_cookies, host, language)
        socket = await websockets.connect(
            f"ws://{host}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            additional_headers={"Cookie": cookie},
            max_size=None,
            # As Chromium asks: whatever window the server likes.
            compression=None,
            extensions=[ClientPerMessageDeflateFactory(client_max_window_bits=True)],
            create_connection=_Counted,
        )
        visitor = cls(socket)
        await visitor._run({})
        return visitor

    async def leave(self) -> None:
        """Closes the tab."""
        await self._socket.close()

    async def press(self, label: str) -> Click:
        """Presses the button of this label."""
        button = self.buttons[label]
        pressed = WidgetState(id=button, trigger_value=True)
        return await self._run({button: pressed}, self._fragments.get(button, ""))

    async def choose(self, option: int) -> Click:
        """Chooses an option of the page's one question."""
        (radio,) = self.radios
        self._values[radio.id] = radio.options[option]
        return await self._run({}, radio.fragment)

    async def _run(self, pressed: dict[str, WidgetState], fragment: str = "") -> Click:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash = self._query, self._page
        asked.fragment_id = fragment
        asked.context_info.timezone = "Europe/Brussels"
        for ident, value in self._values.items():
            asked.widget_states.widgets.append(WidgetState(id=ident, string_value=value))
        asked.widget_states.widgets.extend(pressed.values())
        before = self._socket.wire
        begin = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        size, messages = await asyncio.wait_for(self._until_finished(fragment), _PATIENCE_SECONDS)
        ms = (time.perf_counter() - begin) * 1000
        return Click(ms, size, self._socket.wire - before, messages)

    async def _until_finished(self, fragment: str) -> tuple[int, int]:
        size = messages = 0
        while True:
            raw = await self._socket.recv(decode=False)
            size, messages = size + len(raw), messages + 1
            message = ForwardMsg.FromString(raw)
            match message.WhichOneof("type"):
                case "script_finished" if message.script_finished != _REPLACED:
                    return size, messages
                case "new_session" if not fragment:
                    # A click that opens another screen first runs the one it leaves.
                    self.radios, self.buttons, self._fragments = [], {}, {}
                case "navigation":
                    self._go(message.navigation.page_script_hash)
                case "page_info_changed":
                    self._query = message.page_info_changed.query_string
                case "delta" if message.delta.HasField("new_element"):
                    self._see(message.delta)

    def _go(self, page: str) -> None:
        """Another page has other widgets: those of the page left are forgotten."""
        if page != self._page:
            self._page = page
            self._values.clear()

    def _see(self, delta: Delta) -> None:
        element = delta.new_element
        match element.WhichOneof("type"):
            case "radio":
                radio = _Radio(element.radio.id, tuple(element.radio.options), delta.fragment_id)
                if radio not in self.radios:
                    self.radios = [radio]
            case "button":
                self.buttons[element.button.label] = element.button.id
                self._fragments[element.button.id] = delta.fragment_id
            case "exception":
                raise RuntimeError(element.exception.message)


def _cookies(host: str, language: str) -> str:
    request = urllib.request.Request(
        f"http://{host}/?lang={language}", headers={"Accept": "text/html"}
    )
    with urllib.request.urlopen(request) as response:
        lines = response.headers.get_all("set-cookie") or []
    return "; ".join(match[0] for line in lines if (match := re.match(r"[^;]+", line)))
