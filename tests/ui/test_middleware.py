"""Nothing a browser sends makes the middleware stumble."""

import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.access_log import DropQueries
from ui.middleware.compression import best_encoding
from ui.middleware.device import device_of
from ui.middleware.http import cookies
from ui.middleware.language import choose_language

header_text = st.text(st.characters(max_codepoint=255))


def a_request(cookie: str) -> dict[str, Any]:
    return {"type": "http", "headers": [(b"cookie", cookie.encode("latin-1"))]}


@given(asked=st.text(), kept=st.text(), accepted=header_text)
def test_a_language_is_always_found(asked: str, kept: str, accepted: str) -> None:
    assert choose_language(asked, kept, accepted, ("fr", "en")) in ("fr", "en")


@pytest.mark.parametrize("accepted", ["en;q=nan,fr;q=0.1", "en;q=0,fr", "fr-CA,en", "EN;q=0.1,Fr"])
def test_the_browsers_order_of_preference_is_followed(accepted: str) -> None:
    assert choose_language("", "", accepted, ("en", "fr")) == "fr"


@given(header_text)
def test_an_encoding_is_one_we_can_make_or_none(accepted: str) -> None:
    assert best_encoding(accepted) in ("br", "gzip", None)


@given(header_text)
def test_any_cookie_header_can_be_read(cookie: str) -> None:
    device = device_of(a_request(cookie))
    assert device is None or len(device) >= 22


def test_a_broken_cookie_does_not_hide_the_others() -> None:
    found = cookies(a_request('a=1; b[]={"x": 2}; \x01=3; jalon_device=' + "d" * 32))
    assert found["a"] == "1"
    assert found["jalon_device"] == "d" * 32


def said(words: str, *about: object) -> str:
    line = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, words, about, None)
    assert DropQueries().filter(line)
    return line.getMessage()


def test_a_log_line_keeps_its_path_and_loses_its_query_and_whose_it_was() -> None:
    asked = said('%s - "%s %s HTTP/%s" %d', "192.0.2.7:5", "GET", "/open?key=s?x", "1.1", 303)
    assert asked == '- - "GET /open HTTP/1.1" 303'
    assert said('%s - "WebSocket %s" 403', "2001:db8::7:5", "/?a=x") == '- - "WebSocket /" 403'


def test_a_log_line_about_the_server_keeps_its_address() -> None:
    assert said("running on %s://%s:%d", "http", "127.0.0.1", 8501).endswith("127.0.0.1:8501")
