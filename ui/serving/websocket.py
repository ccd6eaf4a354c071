"""The WebSocket of the screens: uvicorn's, with a longer memory and fewer writes.

A screen is some thirty small messages, most of them ready together: they leave in one write,
which saves a call to the system here, in the proxy and in the browser.

Streamlit names every page of the app twice at each run. Over uvicorn's own window of 4 kB each
run is compressed as if for the first time; over 32 kB it repeats the one before, and an answer
costs a twentieth of the bytes. The price is 144 kB of memory for each open tab (zlib's manual: 2
to the power of window + 2, and of memory level + 9), where it was 32 kB.
"""

import asyncio
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.server import ServerProtocol

PROTOCOL = "ui.serving.websocket:Socket"
"""As `uvicorn --ws` wants it; `jalon serve` asks for it."""


class Socket(WebSocketsSansIOProtocol):
    """What comes from the browser is short, and keeps uvicorn's window."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        if not self.config.ws_per_message_deflate:
            return
        deflate = ServerPerMessageDeflateFactory(
            server_max_window_bits=15,
            client_max_window_bits=12,
            compress_settings={"memLevel": 5},
        )
        self.conn = ServerProtocol(
            extensions=[deflate], max_size=self.config.ws_max_size, logger=self.logger
        )

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """As uvicorn's, with a transport that gathers."""
        super().connection_made(transport)
        self.transport = _Gathered(self.transport, self.loop)  # type: ignore[assignment]


class _Gathered:
    """A transport that writes at the end of the loop's turn."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._held: list[bytes] = []

    def write(self, data: bytes) -> None:
        if not self._held:
            self._loop.call_soon(self._flush)
        self._held.append(data)

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        held, self._held = b"".join(self._held), []
        if held and not self._transport.is_closing():
            self._transport.write(held)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
