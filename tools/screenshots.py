"""Walk through every screen and keep a picture of each: `make screenshots`, then look.

Pictures land in build/screenshots/<language>-<width>/.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from content.languages import TRANSLATED
from tests.browser.pages import Profile, Visitor, answers_all
from tests.browser.screens import to_read
from tests.browser.server import Server
from tests.browser.world import mixed_answers
from tools.find_browser import find

OUT = Path("build/screenshots")
WALKS = (("fr", 1280), ("fr", 390), ("en", 390))
PLACE = {"fr": "Belgique, Wallonie", "en": "Belgium, Wallonia"}
FORM = {"fr": "ASBL", "en": "Non-profit association (ASBL)"}
AFTER = (
    "results",
    "why",
    "deeper",
    "roadmap",
    "project",
    "specification",
    "what-if",
    "search",
    "suggest",
    "report",
    "keep",
    "resume",
    "my-data",
    "example",
    "privacy",
)


def main() -> None:
    """Take every picture; with 'languages', those of the translated languages only."""
    walks = translated if sys.argv[1:] == ["languages"] else authors
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        server = Server(Path(folder))
        server.start()
        try:
            walks(browser, server)
        finally:
            server.kill()
            browser.close()


def authors(browser: Browser, server: Server) -> None:
    """One whole journey in each of the authors' languages, then every screen in French."""
    for language, width in WALKS:
        with opened(browser, width, language) as context:
            walk(Visitor(context, server.url, language), width)
    for language, width in WALKS[:2]:
        with opened(browser, width, language) as context:
            reread(Visitor(context, server.url, language), server)


def translated(browser: Browser, server: Server) -> None:
    """The screens to reread in each translated language, on a phone."""
    for language in TRANSLATED:
        with opened(browser, 390, language) as context:
            reread(Visitor(context, server.url, language), server)


@contextmanager
def opened(browser: Browser, width: int, language: str) -> Iterator[BrowserContext]:
    """A browser of this width and language."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale=language)
    yield context
    context.close()


def reread(visitor: Visitor, server: Server) -> None:
    """Every screen with something in it to read."""
    language = visitor.t.language
    size = visitor.page.viewport_size or {"width": 390}
    folder = OUT / f"{language}-{size['width']}-every"
    folder.mkdir(parents=True, exist_ok=True)
    for number, (screen, parameters) in enumerate(to_read(server, visitor.context), 1):
        visitor.goes_to(screen, lang=language, **parameters)
        visitor.page.get_by_role("heading", level=1).first.wait_for()
        keep(visitor.page, folder / f"{number:02}-{screen or 'landing'}.png")


def walk(visitor: Visitor, width: int) -> None:
    """One visitor, from the landing screen to the last."""
    folder = OUT / f"{visitor.t.language}-{width}"
    folder.mkdir(parents=True, exist_ok=True)
    page, t = visitor.page, visitor.t
    visitor.goes_to()
    visitor.is_at("landing.promise")
    keep(page, folder / "01-landing.png")
    visitor.presses(t("landing.start"))
    visitor.is_at("profile.title")
    Profile(visitor).fills("Les Tisserands", PLACE[t.language], FORM[t.language], "12")
    keep(page, folder / "02-profile.png")
    visitor.presses(t("profile.continue"))
    visitor.is_at("worry.title")
    keep(page, folder / "03-worry.png")
    visitor.presses(t("worry.continue"))
    visitor.reads(visitor.questionnaire.dimensions[0].questions[0].text)
    keep(page, folder / "04-question.png")
    answers_all(visitor, mixed_answers(), lambda: keep(page, folder / "05-pause.png"))
    keep(page, folder / "06-check.png")
    assessment = visitor.parameter("a") or ""
    for number, screen in enumerate(AFTER, 7):
        visitor.goes_to(screen, a=assessment)
        page.get_by_role("heading", level=1).first.wait_for()
        keep(page, folder / f"{number:02}-{screen}.png")


def keep(page: Page, path: Path) -> None:
    """The whole screen, however long: Streamlit scrolls inside, so the window grows."""
    page.wait_for_timeout(1500)
    size = page.viewport_size or {"width": 1280, "height": 900}
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(900, min(int(height), 9000))})
    page.wait_for_timeout(700)
    page.screenshot(path=path)
    page.set_viewport_size(size)
    print(path, file=sys.stderr)


if __name__ == "__main__":
    main()
