"""What Streamlit and the browser make of hostile words: the words, and nothing else.

Streamlit reads labels as Markdown, twice; here a real browser says what came of them.
"""

import re
import unicodedata
from pathlib import Path

from playwright.sync_api import Browser, Page

from reports.plain import one_line
from tests.hostile import HOSTILE, sent
from tests.ui.server import serve

_MADE = (
    "a[href], img, strong, em, del, code, pre, h1, h2, li, blockquote, math, .katex, svg.evil,"
    " [data-testid='stMarkdown'] table, iframe, object, form, main script"
)


def drawn(page: Page, place: int) -> list[str]:
    """What stands there beyond text, and is not Streamlit's own."""
    return page.evaluate(
        "([box, made]) => [...document.querySelectorAll(`${box} :is(${made})`)]"
        ".map(one => `${one.tagName} ${one.getAttribute('href') || one.textContent}`)",
        [f".st-key-hostile-{place}", _MADE],
    )


def symbols(page: Page, place: int) -> int:
    return page.locator(f".st-key-hostile-{place} [data-testid='stIconMaterial']").count()


def as_read(text: str) -> str:
    """As people see it: without what draws nothing."""
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    return re.sub(r"[\u2060\ufffd\x00]", "", flat)


def test_hostile_words_in_labels_and_paragraphs_stay_words(
    tmp_path: Path, browser: Browser
) -> None:
    asked: list[str] = []
    with serve(tmp_path, app="tests.attacks.labels_asgi:app") as served:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
        page.goto(served.url)
        page.locator("#all-drawn").wait_for()
        for place, (name, text) in enumerate(HOSTILE.items()):
            box = page.locator(f".st-key-hostile-{place}")
            box.locator("input[type=checkbox]").wait_for(state="attached")
            assert drawn(page, place) == [], name
            assert symbols(page, place) == 0, name
            button = box.get_by_test_id("stButton").inner_text()
            assert as_read(button) == as_read(one_line(sent(text))), name
        assert page.title() == "Jalon"
        assert not [url for url in asked if served.url not in url.replace("ws:", "http:")]
        page.close()
