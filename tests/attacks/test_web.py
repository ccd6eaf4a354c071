"""Requests nobody's browser sends: paths that climb, guesses, forged origins, poisoned logs."""

import datetime as dt
import http.client
import socket
import time
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response

from access.secrets import JOIN_LENGTH, hash_secret, is_same, new_code, new_link_secret
from storage import assessments, keys
from tests.ui.server import Served
from ui import codes, database, visitor
from ui.routes import WRONG_KEYS, open_link

NOW = dt.datetime.now(dt.UTC)


def raw(served: Served, request: bytes, most: float = 10) -> bytes:
    """What comes back for these bytes, as they are."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=most) as line:
        line.sendall(request)
        answer = b""
        while chunk := line.recv(65_536):
            answer += chunk
    return answer


def got(served: Served, path: str, method: str = "GET", **headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: x", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return raw(served, "\r\n".join([*lines, "", ""]).encode("latin-1"))


CLIMBING = (
    "/assets/../app.py", "/assets/..%2f..%2fapp.py", "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/app/static/../ui/vault.py", "/app/static/..%2f..%2fpyproject.toml",
    "/app/static/%2e%2e%2fdata%2fjalon.db", "/app/static//etc/passwd",
    "/app/static/..\\..\\pyproject.toml", "/static/../../../../../../etc/passwd",
    "/static/..%2f..%2f..%2fetc%2fpasswd", "/static/%252e%252e%252fetc%252fpasswd",
    "/media/../../etc/passwd", "/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/component/x/../../app.py",
    "/component/..%2f..%2fetc%2fpasswd", "/_stcore/../app.py", "/assets/%00",
    "/app/static/a%00.css",
    "//etc/passwd", "/./app.py", "/data/jalon.db", "/.git/config", "/.streamlit/config.toml",
    "/pyproject.toml",
)  # fmt: skip


@pytest.mark.parametrize("path", CLIMBING)
def test_no_path_climbs_out_of_what_is_served(served: Served, path: str) -> None:
    answer = got(served, path)
    for inside in (b"root:x:", b"[project]", b"import ", b"SQLite format", b"[server]", b"[core]"):
        assert inside not in answer
    status = int(answer.split(b" ", 2)[1])
    assert status < 500


@pytest.mark.parametrize(
    "path",
    [
        "/open?key=x&next=https://evil.example", "/open?key=//evil.example",
        "/leave?to=https://evil.example", "/?lang=//evil.example", "//evil.example",
        "//evil.example/%2e%2e", "/\\evil.example", "/assets/\\evil.example/",
        "/%0d%0aLocation:%20https://evil.example",
    ],
)  # fmt: skip
def test_no_address_leads_to_another_site(served: Served, path: str) -> None:
    head = got(served, path, Host="evil.example").partition(b"\r\n\r\n")[0].lower()
    places = [line for line in head.split(b"\r\n") if line.startswith(b"location:")]
    assert all(line.split(b": ", 1)[1].startswith(b"/") for line in places)
    assert not [line for line in places if line.split(b": ", 1)[1].startswith((b"//", b"/\\"))]


@pytest.mark.parametrize("path", ["/open", "/leave", "/health", "/ready", "/assets/x"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_of_ours_changes_by_a_form_of_another_site(
    served: Served, path: str, method: str
) -> None:
    answer = got(served, path, method, Origin="https://evil.example", Content_Length="0")
    assert answer.split(b" ", 2)[1] == b"405"


@pytest.mark.parametrize("stated", ["52428800", "99999999999"])
def test_fifty_megabytes_are_refused_before_they_are_read(served: Served, stated: str) -> None:
    begin = time.monotonic()
    answer = got(served, "/_stcore/upload_file/nobody/1", "PUT", Content_Length=stated,
                 Content_Type="multipart/form-data; boundary=x")  # fmt: skip
    assert answer.split(b" ", 2)[1] in (b"400", b"403", b"413")
    assert time.monotonic() - begin < 5


def test_a_file_of_another_session_is_not_guessed(served: Served) -> None:
    for name in ("0" * 64, "a" * 56 + ".pdf", "../x", "x.json"):
        assert got(served, f"/media/{name}").split(b" ", 2)[1] in (b"400", b"404")


def test_a_request_writes_one_plain_line_in_the_log(served: Served) -> None:
    for path in ("/a%0d%0a2026-11-29%20ERROR%20false", "/%1b%5b2J%1b%5d0;x%07", "/\x1b[31m", "/é"):
        got(served, path, User_Agent="\x1b[2J", Referer="https://x/?key=secret-7391")
    got(served, "/open?key=secret-7391")
    log = served.log.read_bytes()
    assert b"\x1b" not in log
    assert b"\r" not in log
    assert b"\n2026-11-29 ERROR false" not in log
    assert b"secret-7391" not in log


@pytest.mark.parametrize("path", ["/", "/?a=0123", "/open?key=x", "/leave", "/health", "/assets/x"])
def test_no_address_is_told_to_another_site(served: Served, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("GET", path)
    policy = connection.getresponse().headers["referrer-policy"]
    connection.close()
    assert policy in ("no-referrer", "same-origin")


# Guessing


@pytest.fixture
def made(own_store: None) -> str:
    return assessments.create(
        database.engine(), database.now(), instrument="digital-maturity", version="1", language="fr"
    )


@pytest.fixture
def own_store(tmp_path, monkeypatch):
    database.close()
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield
    database.close()


def opening(place: str, key: str, **headers: str) -> Response:
    """What /open answers to a browser at this address, as the server hands the request on."""
    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return open_link(
        Request(
            {
                "type": "http", "method": "GET", "path": "/open", "scheme": "http",
                "headers": told, "query_string": urlencode({"key": key}).encode(),
                "client": (place, 1),
            }
        )
    )  # fmt: skip


def test_wrong_links_are_slowed_by_place_and_a_right_one_elsewhere_still_opens(made: str) -> None:
    secret = keys.issue(database.engine(), made, "link", database.now())
    guesser, other = "192.0.2.31", "192.0.2.32"
    for _ in range(10):
        refused = opening(guesser, new_link_secret())
        assert refused.headers["location"] == "/resume?refused=1"
    # From now on not even the right one: a guess is never told from a wait.
    waits = opening(guesser, secret)
    assert waits.headers["location"] == "/resume?refused=wait"
    assert "set-cookie" not in waits.headers
    opened = opening(other, secret)
    assert opened.headers["location"] == f"/?a={made}"
    WRONG_KEYS.forget(guesser)


def test_a_header_a_visitor_writes_himself_changes_no_place(made: str) -> None:
    guesser = "192.0.2.33"
    for number in range(10):
        opening(guesser, "x", x_forwarded_for=f"192.0.2.{number}")
    waits = opening(guesser, "x", x_forwarded_for="192.0.2.99")
    assert waits.headers["location"] == "/resume?refused=wait"
    WRONG_KEYS.forget(guesser)


def test_join_codes_are_slowed_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "address", lambda: "192.0.2.34")
    for _ in range(20):
        assert codes.counted(codes.WRONG_JOIN_CODES, lambda: None) is None
    with pytest.raises(PermissionError):
        codes.counted(codes.WRONG_JOIN_CODES, lambda: "right")
    codes.WRONG_JOIN_CODES.forget("192.0.2.34")


def test_guessing_at_the_throttle_s_pace_takes_longer_than_what_is_guessed_lives() -> None:
    # A thousand places that guess without rest, and how many of each are alive at once.
    windows_a_year = 365 * 24 * 6
    for bits, tries, alive, least_years in ((40, 20, 1_000, 1), (80, 10, 10**6, 10**6)):
        guesses_a_year = tries * windows_a_year * 1000
        assert 2**bits / alive / guesses_a_year >= least_years
    assert len(new_code().replace("-", "")) * 5 == 80
    assert len(new_code(JOIN_LENGTH).replace("-", "")) * 5 == 40
    assert len(new_link_secret()) * 6 == 192


def test_a_secret_is_looked_up_by_its_hash_and_compared_in_constant_time(
    made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = keys.issue(database.engine(), made, "link", database.now())
    compared: list[tuple[str, str]] = []

    def noted(one: str, other: str) -> bool:
        compared.append((one, other))
        return is_same(one, other)

    monkeypatch.setattr(keys, "is_same", noted)
    assert keys.find(database.engine(), secret, "link", database.now())
    # What the index may give away is the beginning of a hash, which no guess can aim at.
    assert compared == [(hash_secret(secret, "link"),) * 2]


def test_right_and_nearly_right_take_the_same_time(made: str) -> None:
    secret = keys.issue(database.engine(), made, "link", database.now())
    nearly = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    far = new_link_secret()

    def spent(guess: str) -> float:
        begin = time.perf_counter()
        for _ in range(5):
            keys.find(database.engine(), guess, "link", database.now())
        return time.perf_counter() - begin

    times = {guess: sorted(spent(guess) for _ in range(25))[5] for guess in (nearly, far)}
    assert 1 / 3 < times[nearly] / times[far] < 3
