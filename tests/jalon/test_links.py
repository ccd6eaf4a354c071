"""`jalon links` against a small server on this machine: bounded, polite; nothing outside."""

import ast
import datetime as dt
import json
import time
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from catalogue.freshness import Links
from content.loader import load
from jalon import links as command
from jalon import links_fetch
from jalon.__main__ import main
from jalon.links_check import Limits, NoNetwork, Walk
from tests.jalon.site import running

QUICK = Limits(timeout=0.3, delay=0)


@pytest.fixture
def site():
    with running() as server:
        yield server


def address(site: ThreadingHTTPServer, path: str = "") -> str:
    return f"http://127.0.0.1:{site.server_port}/{path}"


def answers(site: ThreadingHTTPServer, *paths: str, limits: Limits = QUICK, **walk: object):
    wanted = {address(site, path): (path,) for path in paths}
    return Walk(limits, **walk).check(wanted)


@pytest.mark.parametrize(
    ("path", "found", "why"),
    [
        ("ok", "alive", "200"),
        ("no-head", "alive", "200"),
        ("head-lies", "alive", "200"),
        ("nowhere", "dead", "status 404"),
        ("status/410", "dead", "status 410"),
        ("status/403", "unsure", "status 403"),
        ("status/500", "unsure", "status 500"),
        ("to/302/ok", "alive", "200"),
        ("to/301/nowhere", "dead", "status 404"),
        ("loop", "unsure", "redirects in a circle"),
        ("again/1", "unsure", "more than 5 redirects"),
        ("script", "unsure", "redirects to what is no web address"),
        ("to/302/secret", "unsure", "its robots.txt asks us not to"),
        ("slow", "unsure", "no answer in time"),
        ("drip", "unsure", "no answer in time"),
        ("huge", "alive", "200"),
        ("secret", "unsure", "its robots.txt asks us not to"),
    ],
)
def test_an_address_is_dead_only_beyond_doubt(site, path: str, found: str, why: str) -> None:
    begin = time.monotonic()
    (answer,) = answers(site, path)
    assert (answer.url, answer.found, answer.why) == (address(site, path), found, why)
    assert time.monotonic() - begin < 3


def test_what_has_moved_for_good_says_where(site) -> None:
    for_good, for_now = answers(site, "to/301/to/308/ok", "to/301/to/302/ok")
    assert (for_good.found, for_good.to) == ("moved", address(site, "ok"))
    assert (for_now.found, for_now.to) == ("alive", None)


def test_it_says_who_asks_and_reads_robots_first_and_once(site) -> None:
    answers(site, "ok", "status/204", contact="curator@example.org")
    asked = [(method, path) for method, path, _agent in site.asked]
    assert asked == [("GET", "/robots.txt"), ("HEAD", "/ok"), ("HEAD", "/status/204")]
    agents = {agent for _method, _path, agent in site.asked}
    assert agents == {
        "Jalon-links (Jalon, free software; checks the links of its catalogue; curator@example.org)"
    }


def test_what_robots_forbids_is_never_asked_for(site) -> None:
    answers(site, "secret", "to/302/secret")
    assert "/secret" not in [path for _method, path, _agent in site.asked]


def test_one_host_is_given_a_pause_between_two_addresses(site) -> None:
    slept: list[float] = []
    answers(site, "ok", "status/204", limits=Limits(timeout=1, delay=5), clock=lambda: 100.0,
            sleep=slept.append)  # fmt: skip
    assert slept == [5, 5]


def test_it_stops_after_so_many_addresses_or_so_long(site) -> None:
    assert len(answers(site, "ok", "status/204", limits=Limits(most=1, delay=0))) == 1
    moments = iter(range(0, 10**6, 60))
    late = answers(
        site, "ok", "status/204", "nowhere", limits=Limits(seconds=200, delay=0),
        clock=lambda: float(next(moments)), sleep=lambda _seconds: None,
    )  # fmt: skip
    assert len(late) < 3


def silent(url: str, *_rest: object) -> links_fetch.Answer:
    return links_fetch.Answer(url, "unsure", "the host is not known", silent=True)


def test_hosts_that_all_stay_silent_are_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jalon.links_check.ask", silent)
    many = {f"https://h{number}.example/": ("x",) for number in range(50)}
    with pytest.raises(NoNetwork):
        Walk(QUICK).check(many)


def test_one_unknown_host_among_others_is_only_its_own_fault(site, monkeypatch) -> None:
    real = links_fetch.ask
    monkeypatch.setattr(
        "jalon.links_check.ask",
        lambda url, *rest: silent(url) if "example" in url else real(url, *rest),
    )
    wanted = {f"https://h{number}.example/": ("x",) for number in range(20)}
    found = Walk(QUICK).check({address(site, "ok"): ("y",)} | wanted)
    assert len(found) == 21


@pytest.fixture
def known(site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The command asks this machine alone, and keeps its finds in a file of the test."""
    wanted = {address(site, "ok"): ("a-guide",), address(site, "nowhere"): ("old", "older")}
    monkeypatch.setattr(command, "addresses", lambda: wanted)
    monkeypatch.setattr(command, "LINKS", tmp_path / "links.yaml")
    return tmp_path


def test_the_report_is_dated_and_says_what_rests_on_each_address(site, known, capsys) -> None:
    out = known / "links.json"
    assert main(["links", "--report", str(out), "--on", "2026-11-29", "--delay", "0"]) == 0
    found = json.loads(out.read_text("utf-8"))
    assert (found["on"], found["asked"], found["left_out"]) == ("2026-11-29", 2, 0)
    assert found["found"] == {"alive": 1, "moved": 0, "dead": 1, "unsure": 0}
    text = capsys.readouterr().out
    assert "# Addresses asked for on 2026-11-29" in text
    assert f"<{address(site, 'nowhere')}>: status 404 (old, older)" in text
    assert not (known / "links.yaml").exists()


def test_what_is_kept_is_what_the_cards_read(site, known, capsys) -> None:
    assert main(["links", "--keep", "--on", "2026-11-29", "--delay", "0"]) == 0
    kept = load(known / "links.yaml", Links, "en")
    assert kept.checked_on == dt.date(2026, 11, 29)
    assert [(one.url, one.why) for one in kept.gone] == [(address(site, "nowhere"), "status 404")]
    assert yaml.safe_load((known / "links.yaml").read_text("utf-8"))["checked_on"] == "2026-11-29"
    assert "dead 1" in capsys.readouterr().out


def test_without_network_it_says_so_in_one_line(known, monkeypatch, capsys) -> None:
    monkeypatch.setattr("jalon.links_check.ask", silent)
    assert main(["links", "--keep", "--delay", "0"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "jalon: there is no network: no address was checked\n"
    assert not (known / "links.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report", "links.pdf"], "use .md or .json"),
        (["--contact", "a\r\nHost: b"], "on one line"),
        (["--most", "0"], "--most"),
    ],
)
def test_bad_input_asks_for_nothing(site, known, capsys, arguments: list[str], said: str) -> None:
    assert main(["links", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1
    assert site.asked == []


def test_every_address_is_known_once_with_what_rests_on_it() -> None:
    found = command.addresses()
    assert len(found) > 350
    assert all(url.startswith(("http://", "https://")) for url in found)
    assert "monasbl-registre-rgpd" in found["https://monasbl.be/node/3852"]


def test_the_app_never_checks_an_address() -> None:
    for path in [Path("app.py"), *Path("ui").rglob("*.py"), *Path("reports").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert not name.startswith(("jalon", "urllib.request", "http.client")), path
