"""A server with two places: who is let in, what it says of itself, how it stops."""

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from content.languages import LANGUAGES
from tests.ui.server import Served, serve
from tests.ui.test_asgi import Answer, get
from ui.routes import ROUTES
from ui.texts import words

TOKEN = "a-token-of-the-operator-0123456789"
DRAIN = 3


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Served]:
    """Two places."""
    with _served(tmp_path, places=2) as server:
        yield server


@pytest.fixture(scope="module")
def roomy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Shared by the tests that leave it alone."""
    with _served(tmp_path_factory.mktemp("roomy"), places=50) as server:
        yield server


@contextmanager
def _served(folder: Path, places: int) -> Iterator[Served]:
    """JSON lines, a token, a name among replicas, one trusted proxy."""
    chosen = {
        "JALON_VISITORS": str(places),
        "JALON_LOG": "json",
        "JALON_DRAIN_SECONDS": str(DRAIN),
        "JALON_METRICS_TOKEN": TOKEN,
        "JALON_REPLICA": "b",
    }
    with serve(folder, "--forwarded-allow-ips", "192.0.2.1", environment=chosen) as server:
        yield server


@contextmanager
def a_tab(server: Served, cookie: str = "", session: str = "") -> Iterator[ClientConnection]:
    protocols = [Subprotocol("streamlit")]
    if session:
        protocols += [Subprotocol("no-token"), Subprotocol(session)]
    headers = {"Cookie": cookie} if cookie else {}
    with connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        subprotocols=protocols,
        additional_headers=headers,
    ) as socket:
        yield socket


def reads_on(tab: ClientConnection) -> None:
    while True:
        tab.recv(timeout=DRAIN + 5)


def device(answer: Answer) -> str:
    return f"jalon_device={answer.cookies['jalon_device'].value}"


def test_the_limit_holds_over_pages_and_sockets_and_those_in_are_served(small: Served) -> None:
    with ExitStack() as tabs:
        first = device(get(small, "/"))
        tabs.enter_context(a_tab(small, first))
        tabs.enter_context(a_tab(small))
        for language in LANGUAGES:
            refused = get(small, "/question?q=x", accept_language=language)
            assert (refused.status, refused.headers["retry-after"]) == (503, "60")
            page = refused.body.decode()
            assert f'<html lang="{language}">' in page
            assert words(language)("busy.full.title") in page
            assert "set-cookie" not in refused.headers
            assert all(part in refused.headers[name] for name, part in HEADERS.items())
        with pytest.raises(InvalidStatus) as caught, a_tab(small):
            pass
        assert caught.value.response.status_code == 503
        # Those who are in: another tab, the same page again.
        assert get(small, "/", cookie=first).status == 200
        tabs.enter_context(a_tab(small, first))
        # What is no visit is answered: a link that came by mail, the state of the server.
        assert get(small, "/open?key=x").status == 303
        assert get(small, "/ready").status == 200
        figures = get(small, "/metrics", authorization=f"Bearer {TOKEN}").body.decode()
        assert 'jalon_refused_total{why="full"} 6.0' in figures
        assert "jalon_open_sessions 3.0" in figures
    assert get(small, "/", cookie=first).status == 200


def test_a_visitor_learns_which_replica_it_is_with(roomy: Served) -> None:
    assert get(roomy, "/").cookies["jalon_replica"].value == "b"
    with a_tab(roomy, "jalon_replica=a") as tab:
        assert tab.response is not None
        assert "jalon_replica=b" in str(tab.response.headers.get("set-cookie"))


def test_a_server_asked_to_stop_hands_over_and_then_leaves(small: Served) -> None:
    inside = device(get(small, "/"))
    with a_tab(small, inside) as tab:
        began = time.monotonic()
        os.kill(small.pid, signal.SIGTERM)
        refused = get(small, "/", cookie=inside)
        while refused.status != 503:
            refused = get(small, "/", cookie=inside)
        assert words("fr")("busy.closing.title") in refused.body.decode()
        waiting = get(small, "/health/ready")
        assert (waiting.status, json.loads(waiting.body)["stopping"]) == (503, "yes")
        assert get(small, "/health/live").status == 200
        with pytest.raises(InvalidStatus), a_tab(small, inside, session="known"):
            pass
        tab.ping().wait(5)
        with pytest.raises(ConnectionClosed) as closed:
            reads_on(tab)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1012
    small.wait(DRAIN + 10)
    assert time.monotonic() - began < DRAIN + 3


def test_the_figures_are_for_this_machine_or_for_whoever_has_the_token(roomy: Served) -> None:
    assert get(roomy, "/metrics").status == 200
    assert get(roomy, "/metrics", x_forwarded_for="127.0.0.1").status == 404
    assert get(roomy, "/metrics", x_real_ip="127.0.0.1").status == 404
    shown = {"x_forwarded_for": "192.0.2.9", "authorization": f"Bearer {TOKEN}"}
    assert get(roomy, "/metrics", **shown).status == 200
    assert (
        get(roomy, "/metrics", x_forwarded_for="192.0.2.9", authorization="Bearer ").status == 404
    )


def test_a_line_in_the_log_says_the_route_and_nothing_of_the_visitor(roomy: Served) -> None:
    given = "0123456789abcdef" * 2
    ours = get(roomy, "/question?a=an-assessment", x_request_id=given)
    made = get(roomy, "/Atelier-Introuvable?key=a-secret", x_request_id="Atelier-Introuvable")
    with a_tab(roomy, "jalon_device=" + "d" * 32):
        pass
    assert ours.headers["x-request-id"] == given
    assert len(made.headers["x-request-id"]) == 32
    log = roomy.log.read_text()
    # Streamlit says by itself that the minimal app has no folder of its own.
    lines = [json.loads(line) for line in log.splitlines() if "no static folder" not in line]
    mine = next(line for line in lines if line.get("id") == given)
    assert (mine["method"], mine["route"], mine["status"]) == ("GET", "/question", 200)
    assert mine["ms"] > 0
    assert any(line.get("route") == "other" for line in lines)
    assert any(line.get("status") == 101 for line in lines)
    for word in ("an-assessment", "a-secret", "Introuvable", "ddddd"):
        assert word not in log
    # Only where the server itself listens.
    assert all("127.0.0.1" not in line or "running on" in line for line in log.splitlines())


EVERY_PATH = (
    "/", "/question", "/no-such-page", "/open?key=x", "/leave", "/signed-in", "/signed-out",
    "/health", "/health/live", "/health/ready", "/metrics", "/assets/no.css", "/static/no.js",
    "/app/static/no.woff2",
    "/media/no", "/component/no/x", "/_stcore/health", "/_stcore/host-config", "/_stcore/no",
    "/_stcore/upload_file/a/b", "/robots.txt", "//double", "/..%2f..%2fetc", "/static/%00",
)  # fmt: skip
HEADERS = {
    "content-security-policy": "frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "",
    "permissions-policy": "camera=()",
    "cross-origin-opener-policy": "same-origin",
    "x-request-id": "",
}


def test_every_route_of_ours_is_looked_at() -> None:
    looked = {path.partition("?")[0] for path in EVERY_PATH}
    assert {route.path.replace("{name}", "no.css") for route in ROUTES} <= looked


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "DELETE"])
def test_no_answer_lacks_a_security_header(served: Served, method: str) -> None:
    for path in EVERY_PATH:
        answer = get(served, path, method)
        for name, part in HEADERS.items():
            found = answer.headers[name]
            assert found is not None, f"{method} {path} ({answer.status}): no {name}"
            assert part in found
        assert "strict-transport-security" not in answer.headers


def test_over_tls_browsers_are_told_to_stay_there(served: Served) -> None:
    secure = get(served, "/", x_forwarded_proto="https")
    assert secure.headers["strict-transport-security"] == "max-age=31536000"


def test_what_an_unknown_proxy_says_is_not_believed(roomy: Served) -> None:
    said = get(roomy, "/", x_forwarded_proto="https", x_forwarded_for="203.0.113.9")
    assert "strict-transport-security" not in said.headers
    assert not said.cookies["jalon_device"]["secure"]
