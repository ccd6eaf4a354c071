"""Walk through every screen and keep a picture of each: `make screenshots`, then look.

Pictures land in build/screenshots/<language>-<width>/.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.pages import Profile, Visitor, answers_all
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
    "report",
    "keep",
    "resume",
    "my-data",
    "example",
    "privacy",
)


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        server = Server(Path(folder))
        server.start()
        try:
            for language, width in WALKS:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, locale=language
                )
                walk(Visitor(context, server.url, language), width)
                context.close()
        finally:
            server.kill()
            browser.close()


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
