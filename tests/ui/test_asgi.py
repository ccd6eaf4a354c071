"""The server around the screens, asked over real HTTP."""

import datetime as dt
import gzip
import http.client
import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import brotli
import pytest
from sqlalchemy import Engine

from storage import assessments, devices, keys
from storage.engine import open_engine
from tests.ui.server import Served, serve

NOW = dt.datetime.now(dt.UTC)


class Answer:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.cookies: SimpleCookie = SimpleCookie()
        for line in response.headers.get_all("set-cookie") or []:
            self.cookies.load(line)


def get(server: Served, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = Answer(connection.getresponse())
    connection.close()
    return answer


def language_of(answer: Answer) -> str:
    found = re.search(rb'<html lang="([^"]*)">', answer.body)
    assert found is not None
    return found[1].decode()


@pytest.fixture(scope="module")
def engine(served: Served) -> Iterator[Engine]:
    engine = open_engine(served.database)
    yield engine
    engine.dispose()


def an_assessment(engine: Engine) -> str:
    return assessments.create(
        engine, NOW, instrument="digital-maturity", version="1", language="fr"
    )


@pytest.mark.parametrize(
    ("path", "cookie", "accepted", "expected"),
    [
        ("/", "", "", "fr"),
        ("/", "", "en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("/", "", "it,en;q=0.4,fr;q=0.7", "fr"),
        ("/", "", "nl;q=1", "nl"),
        ("/", "", "en;q=0,*;q=nonsense", "fr"),
        ("/", "lang=en", "fr", "en"),
        ("/", "lang=xx", "en", "en"),
        ("/?lang=fr", "lang=en", "en", "fr"),
        ("/?lang=%3Cscript%3E", "lang=en", "fr", "en"),
        ("/some-screen?lang=en", "", "fr", "en"),
    ],
)
def test_the_page_says_its_language(
    served: Served, path: str, cookie: str, accepted: str, expected: str
) -> None:
    answer = get(served, path, cookie=cookie, accept_language=accepted)
    assert language_of(answer) == expected
    assert b"<title>Jalon</title>" in answer.body
    assert answer.headers["cache-control"] == "no-cache"


def test_a_chosen_language_is_kept_a_year_and_a_guessed_one_until_the_browser_closes(
    served: Served,
) -> None:
    chosen = get(served, "/?lang=en", accept_language="fr").cookies["lang"]
    guessed = get(served, "/", accept_language="en").cookies["lang"]
    assert (chosen.value, chosen["max-age"]) == ("en", "31536000")
    assert (guessed.value, guessed["max-age"]) == ("en", "")
    assert "lang" not in get(served, "/", cookie="lang=en").cookies


def test_a_page_the_browser_has_already_is_still_sent_in_the_right_language(served: Served) -> None:
    future = "Fri, 01 Jan 2100 00:00:00 GMT"
    assert get(served, "/", if_modified_since=future, if_none_match="*").status == 200


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0", None), ("", None)]
)
def test_the_page_is_compressed_as_the_browser_wants(
    served: Served, accepted: str, encoding: str | None
) -> None:
    answer = get(served, "/", accept_encoding=accepted)
    assert answer.headers["content-encoding"] == encoding
    undo = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert b'<html lang="fr">' in undo(answer.body)


def test_a_first_visit_gets_a_device_cookie_that_scripts_cannot_read(served: Served) -> None:
    device = get(served, "/").cookies["jalon_device"]
    assert len(device.value) >= 22
    assert device["httponly"]
    assert (device["samesite"], device["path"], device["secure"]) == ("Lax", "/", "")


def test_over_https_the_cookies_are_secure(served: Served) -> None:
    cookies = get(served, "/", x_forwarded_proto="https").cookies
    assert cookies["jalon_device"]["secure"]
    assert cookies["lang"]["secure"]


def test_a_known_device_stays_the_same_and_a_made_up_one_does_not(served: Served) -> None:
    known = get(served, "/").cookies["jalon_device"].value
    again = get(served, "/", cookie=f"a=b; jalon_device={known}")
    assert again.cookies["jalon_device"].value == known
    short = get(served, "/", cookie="jalon_device=1")
    assert short.cookies["jalon_device"].value != "1"


@pytest.mark.parametrize("path", ["/_stcore/health", "/health", "/favicon.png"])
def test_only_pages_give_cookies(served: Served, path: str) -> None:
    assert get(served, path).cookies.keys().isdisjoint({"jalon_device", "lang"})


def test_a_link_is_exchanged_for_the_cookie_and_leaves_the_address(
    served: Served, engine: Engine
) -> None:
    new_id = an_assessment(engine)
    secret = keys.issue(engine, new_id, "link", NOW)
    answer = get(served, f"/open?key={secret}")
    assert (answer.status, answer.headers["location"]) == (303, f"/?a={new_id}")
    assert secret not in str(answer.headers)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    device = answer.cookies["jalon_device"]
    assert device["httponly"]
    assert devices.standing(engine, device.value, new_id, NOW) == devices.Standing("owner")


def test_a_link_opened_on_a_known_device_joins_its_other_assessments(
    served: Served, engine: Engine
) -> None:
    first, second = an_assessment(engine), an_assessment(engine)
    device = get(served, "/").cookies["jalon_device"].value
    devices.attach(engine, device, first, NOW)
    secret = keys.issue(engine, second, "link", NOW)
    get(served, f"/open?key={secret}", cookie=f"jalon_device={device}")
    assert {one.id for one in devices.list_for_device(engine, device, NOW)} == {first, second}


@pytest.mark.parametrize("query", ["?key=wrong", "?key=", "", "?key=%00%ff"])
def test_a_wrong_link_goes_to_the_resume_screen(served: Served, query: str) -> None:
    answer = get(served, f"/open{query}")
    assert (answer.status, answer.headers["location"]) == (303, "/resume?refused=1")
    assert "set-cookie" not in answer.headers


def test_guessing_links_is_slowed_down_and_another_visitor_is_not(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        guesses = [get(server, f"/open?key={n}").headers["location"] for n in range(11)]
        other = get(server, "/open?key=x", x_forwarded_for="192.0.2.7").headers["location"]
    assert guesses == ["/resume?refused=1"] * 10 + ["/resume?refused=wait"]
    assert other == "/resume?refused=1"


def test_leaving_forgets_the_assessments_and_the_cookie(served: Served, engine: Engine) -> None:
    new_id = an_assessment(engine)
    device = get(served, "/").cookies["jalon_device"].value
    devices.attach(engine, device, new_id, NOW)
    answer = get(served, "/leave", cookie=f"jalon_device={device}")
    assert (answer.status, answer.headers["location"]) == (303, "/?left=1")
    assert (answer.cookies["jalon_device"].value, answer.cookies["jalon_device"]["max-age"]) == (
        "",
        "0",
    )
    assert devices.standing(engine, device, new_id, NOW) is None
    assert assessments.load(engine, new_id, NOW).id == new_id


@pytest.mark.parametrize("header", [{"sec_fetch_site": "cross-site"}, {"sec_purpose": "prefetch"}])
def test_another_site_or_a_prefetch_cannot_make_a_device_leave(
    served: Served, engine: Engine, header: dict[str, str]
) -> None:
    new_id = an_assessment(engine)
    device = get(served, "/").cookies["jalon_device"].value
    devices.attach(engine, device, new_id, NOW)
    assert get(served, "/leave", cookie=f"jalon_device={device}", **header).status == 303
    assert devices.standing(engine, device, new_id, NOW) is not None


def script_of(served: Served) -> str:
    found = re.search(rb'src="\.(/static/js/index[^"]+)"', get(served, "/").body)
    assert found is not None
    return found[1].decode()


@pytest.mark.parametrize(
    ("accepted", "undo"), [("gzip, deflate, br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_scripts_are_sent_compressed_and_kept_for_ever(
    served: Served, accepted: str, undo: type[bytes]
) -> None:
    path = script_of(served)
    plain = get(served, path)
    small = get(served, path, accept_encoding=accepted)
    assert undo(small.body) == plain.body
    assert len(small.body) < len(plain.body) / 2
    assert small.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert small.headers["vary"] == "Accept-Encoding"
    assert small.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("path", ["/static/../../config.py", "/static/%2e%2e/%2e%2e/config.py"])
def test_no_other_file_is_reached_through_static(served: Served, path: str) -> None:
    answer = get(served, path, accept_encoding="br")
    assert answer.status in (400, 404) or b"<html" in brotli.decompress(answer.body)


@pytest.mark.parametrize("path", ["/", "/health", "/open?key=x", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(served: Served, path: str) -> None:
    headers = get(served, path).headers
    policy = headers["content-security-policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "frame-ancestors 'self'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")


def test_the_server_says_whether_it_is_alive_and_ready(served: Served) -> None:
    assert (get(served, "/health").status, get(served, "/ready").status) == (200, 200)


def test_the_logs_hold_no_query(served: Served) -> None:
    get(served, "/open?key=very-secret-key")
    get(served, "/?a=some-assessment")
    log = served.log.read_text()
    assert "GET /open HTTP" in log
    assert "very-secret-key" not in log
    assert "some-assessment" not in log


def linked(served: Served, kind: str) -> str:
    """The address of the style sheet or of the mark, as the page gives it."""
    page = get(served, "/").body.decode()
    found = re.search(rf'<link rel="{kind}" href="\.(/assets/[^"]+)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("kind", "media"), [("stylesheet", "text/css"), ("icon", "image/svg+xml")])
def test_the_sheet_and_the_mark_are_kept_for_ever(served: Served, kind: str, media: str) -> None:
    answer = get(served, linked(served, kind))
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(media)
    assert "immutable" in answer.headers["cache-control"]


def test_the_sheet_comes_compressed(served: Served) -> None:
    path = linked(served, "stylesheet")
    small = get(served, path, accept_encoding="br")
    assert brotli.decompress(small.body) == get(served, path).body
    assert len(small.body) < 11_000


def test_a_mark_opened_by_itself_runs_no_script(served: Served) -> None:
    policy = get(served, linked(served, "icon")).headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")


def test_an_asset_of_another_name_is_not_found(served: Served) -> None:
    assert get(served, "/assets/jalon-000000000000.css").status == 404


def test_nothing_of_streamlits_own_look_is_fetched(served: Served) -> None:
    page = get(served, "/").body
    assert b"favicon.png" not in page
    assert b"SourceSans" not in page
