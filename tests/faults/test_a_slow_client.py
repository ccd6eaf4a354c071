"""Clients that send a byte at a time, or read nothing, keep nobody else waiting."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.ui.server import Served, serve
from tests.ui.test_asgi import get

SLOW = 40
"""Of each kind at once: as many as the process has threads for work that would wait."""
SECONDS = 2
"""The longest anybody else may wait for a page; a page alone takes some milliseconds."""
PAGES = 20

Talk = Callable[[socket.socket, str], None]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("slow")) as running:
        yield running


def lines(first: str, *headers: str) -> bytes:
    return "\r\n".join([first, "Host: 127.0.0.1", *headers, "", ""]).encode()


def half_a_request(client: socket.socket, _big: str) -> None:
    """Its headers never end."""
    client.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")


def half_a_body(client: socket.socket, _big: str) -> None:
    """Promises a megabyte, and gives it a byte at a time."""
    client.sendall(lines("POST /open HTTP/1.1", "Content-Length: 1000000"))


def reads_nothing(client: socket.socket, big: str) -> None:
    """Asks for the biggest files one after the other, and takes none."""
    client.sendall(lines(f"GET {big} HTTP/1.1") * 8)


def reads_no_message(client: socket.socket, _big: str) -> None:
    """Opens the socket of the screens, and reads no word of it."""
    client.sendall(
        lines(
            "GET /_stcore/stream HTTP/1.1", "Connection: Upgrade", "Upgrade: websocket",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: streamlit",
        )
    )  # fmt: skip


@contextmanager
def slow_clients(server: Served, talk: Talk) -> Iterator[None]:
    """So many at once; those that may still speak say one more byte every tenth of a second."""
    big = max(
        re.findall(rb'(?:src|href)="\.?(/?static/[^"]+)"', get(server, "/").body),
        key=lambda path: len(get(server, "/" + path.decode().lstrip("/")).body),
    )
    over = threading.Event()
    with ExitStack() as stack:
        clients = []
        for _ in range(SLOW):
            client = stack.enter_context(socket.socket())
            # A small window: what is not read soon waits in the server.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", server.port))
            talk(client, "/" + big.decode().lstrip("/"))
            clients.append(client)
        drip = threading.Thread(target=_drip, args=(clients, over))
        if talk in (half_a_request, half_a_body):
            drip.start()
            stack.callback(drip.join)
        stack.callback(over.set)
        time.sleep(0.3)
        yield


def _drip(clients: list[socket.socket], over: threading.Event) -> None:
    while not over.wait(0.1):
        for client in clients:
            try:
                client.send(b"x")
            except OSError:  # refused already: that is an answer too
                continue


@pytest.mark.parametrize("talk", [half_a_request, half_a_body, reads_nothing, reads_no_message])
def test_the_others_are_served_as_if_alone(server: Served, talk: Talk) -> None:
    with slow_clients(server, talk):
        for place in range(PAGES):
            began = time.monotonic()
            answer = get(server, ("/", "/health/ready")[place % 2])
            took = time.monotonic() - began
            assert answer.status == 200
            assert took < SECONDS, (talk.__name__, place)
