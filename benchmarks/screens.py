"""What a visitor sees in Chromium: the first screen, answers over a whole journey, the results."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect, sync_playwright

from benchmarks import case
from benchmarks.measure import Measure
from benchmarks.server import serve
from content.wording import Wording
from questionnaires import read
from reports.library import INSTRUMENT
from tools.find_browser import find
from ui.texts import words

_COLD_VISITS = 3
_CHART_LIBRARY = "Plotly"

# From the click to the frame in which the words stand on the page, on the browser's own clock.
_CLICK_TO_SAVED = """
([option, said]) => new Promise((done, fail) => {
  const late = setTimeout(() => fail(new Error("not saved: " + option)), 10000);
  const begin = performance.now();
  const look = () => {
    const place = document.querySelector(".jalon-saved");
    if (place && place.isConnected && place.textContent.startsWith(said)) {
      clearTimeout(late);
      requestAnimationFrame(() => done(performance.now() - begin));
    } else requestAnimationFrame(look);
  };
  document.querySelectorAll("[role=radiogroup] label")[option].click();
  look();
})
"""


@dataclass
class Wire:
    """What the browser fetched: addresses, and bytes as sent (compressed)."""

    urls: list[str] = field(default_factory=list)
    bytes: float = 0

    def listen(self, session: CDPSession) -> None:
        """Counts from now on."""
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda e: self.urls.append(e["request"]["url"]))
        session.on("Network.loadingFinished", lambda e: self._add(e["encodedDataLength"]))
        session.on(
            "Network.webSocketFrameReceived",
            # Binary frames come as base64: four letters for three bytes.
            lambda e: self._add(len(e["response"]["payloadData"]) * 3 / 4),
        )

    def _add(self, size: float) -> None:
        self.bytes += size


def measures() -> list[Measure]:
    """First screen from an empty profile; answers of a journey; what the results page adds."""
    with serve() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        url = f"http://{served.host}/?lang={case.LANGUAGE}"
        with _tab(browser) as page:
            _land(page, url)
        found = [*_first_screen(browser, url), *_journey(browser, url)]
        browser.close()
    return found


def _first_screen(browser: Browser, url: str) -> Iterator[Measure]:
    visits: list[tuple[float, Wire]] = []
    for _ in range(_COLD_VISITS):
        with _tab(browser) as page:
            wire = _wire(page)
            begin = time.perf_counter()
            _land(page, url)
            visits.append(((time.perf_counter() - begin) * 1000, wire))
            page.wait_for_timeout(500)
    requests = tuple(float(len(wire.urls)) for _, wire in visits)
    yield Measure(
        "first screen, cold browser", "ms", tuple(ms for ms, _ in visits), 3000, "warm server"
    )
    yield Measure("first screen, over the wire", "kB", tuple(w.bytes / 1000 for _, w in visits))
    yield Measure("first screen, requests", "", requests)


def _journey(browser: Browser, url: str) -> Iterator[Measure]:
    t = words(case.LANGUAGE)
    answered: list[float] = []
    moved: list[float] = []
    with _tab(browser) as page:
        wire = _wire(page)
        _land(page, url)
        for label in ("landing.start", "profile.continue", "worry.continue"):
            _turn(page, t(label))
        for position, question in enumerate(_questions()):
            expect(page.get_by_role("heading", level=1, name=question)).to_be_visible()
            answered.append(page.evaluate(_CLICK_TO_SAVED, [position % 4, _saved(t)]))
            moved.append(_move_on(page, t))
        before, charts_before = wire.bytes, _charts(wire)
        begin = time.perf_counter()
        _press(page, t("check.results"))
        page.locator(".jalon-lanes").first.wait_for()
        drawn = (time.perf_counter() - begin) * 1000
        page.wait_for_timeout(500)
    yield Measure("answer on screen (Chromium)", "ms", tuple(answered), 250, "click to “saved”")
    yield Measure("next screen (Chromium)", "ms", tuple(moved), note="click to new heading")
    yield Measure("chart library before the results", "requests", (float(len(charts_before)),), 0)
    yield Measure("results drawn (Chromium)", "ms", (drawn,), note="click to the strips")
    added = f"{len(_charts(wire))} of the chart library"
    yield Measure("results, over the wire", "kB", ((wire.bytes - before) / 1000,), note=added)


def _move_on(page: Page, t: Wording) -> float:
    lasted = _turn(page, t("question.continue"))
    if page.locator("[role=radiogroup]").count() == 0:
        _turn(page, t("breather.continue"))
    return lasted


def _turn(page: Page, label: str) -> float:
    """Milliseconds from the click on this button until another screen's heading stands alone."""
    heading = page.locator("h1")
    left = heading.inner_text()
    begin = time.perf_counter()
    _press(page, label)
    expect(heading).not_to_have_text(left)
    lasted = (time.perf_counter() - begin) * 1000
    page.locator("[data-test-script-state=notRunning]").first.wait_for(state="attached")
    return lasted


def _questions() -> list[str]:
    return [question.text for question in read(INSTRUMENT, case.LANGUAGE).questions()]


def _saved(t: Wording) -> str:
    """The words before the hour."""
    return t("question.saved_at", time="\0").split("\0")[0]


def _charts(wire: Wire) -> list[str]:
    return [url for url in wire.urls if _CHART_LIBRARY.lower() in url.lower()]


def _land(page: Page, url: str) -> None:
    page.goto(url, wait_until="commit")
    page.get_by_role("button", name=words(case.LANGUAGE)("landing.start")).wait_for()


def _press(page: Page, label: str) -> None:
    page.get_by_role("button", name=re.compile(rf"^{re.escape(label)}$")).first.click()


def _wire(page: Page) -> Wire:
    wire = Wire()
    wire.listen(page.context.new_cdp_session(page))
    return wire


@contextmanager
def _tab(browser: Browser) -> Iterator[Page]:
    """A tab of a new profile: no cache, no cookie."""
    context: BrowserContext = browser.new_context(locale="fr-BE", viewport=_DESK)
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


_DESK = {"width": 1280, "height": 900}
