"""From the landing screen to the PDF, as a visitor goes who enlarges the page to 200 and 400 %."""

import io
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pytest
from playwright.sync_api import expect

from reports.words import words
from tests.browser import fit
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Profile, Visitor, answers_all
from tests.browser.server import Server
from tests.browser.world import mixed_answers
from tests.reports.pdf_reading import solid, text_of

NAME = "L’Œuvre « Cœur & Café » à 5 €"
WORRY = {
    "fr": "Nous encodons les mêmes présences dans trois fichiers, c’est « l’enfer ».",
    "en": "We type the same attendance into three files.",
}
PLACE = {"fr": "Belgique, Wallonie", "en": "Belgium, Wallonia"}
FORM = {"fr": "ASBL", "en": "Non-profit association (ASBL)"}


class Walk:
    """One visitor going through every screen; nothing is cut off on the way."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.t, self.page = visitor, visitor.t, visitor.page
        self.word = words(visitor.t.language)
        self.at_fault: dict[str, list[str]] = {}

    def checks(self, screen: str) -> None:
        """Notes what is cut off here or too small to hit, and that the page says its language."""
        found = fit.cut(self.page) + fit.too_small(self.page)
        if self.visitor.language_of_the_page() != self.t.language:
            found.append(f"<html lang> is not {self.t.language}")
        if found:
            self.at_fault[screen] = found


@pytest.mark.parametrize(("language", "width", "zoom"), [("fr", 640, 2), ("en", 320, 4)])
def test_a_visitor_goes_from_the_landing_screen_to_the_pdf(
    server: Server, new_visitor: NewVisitor, tmp_path: Path, language: str, width: int, zoom: int
) -> None:
    """In a window of 1280 by 1024 pixels, enlarged: what goes there goes in any window."""
    visitor = new_visitor(server, language, width, zoom)
    walk = Walk(visitor)
    _says_who_they_are(walk)
    _answers_everything(walk)
    _no_chart_was_loaded(visitor)
    first_action = _reads_the_results(walk)
    _reads_why(walk)
    _reads_the_plan(walk)
    made = _takes_the_report(walk, tmp_path)
    _visits_the_other_screens(walk)
    _the_pdf_says(walk, made, first_action)
    assert walk.at_fault == {}
    hosts = {
        urlsplit(url).netloc for url in visitor.asked if not url.startswith(("blob:", "data:"))
    }
    assert hosts == {f"127.0.0.1:{server.port}"}


def _says_who_they_are(walk: Walk) -> None:
    visitor, t = walk.visitor, walk.t
    visitor.goes_to()
    visitor.is_at("landing.promise")
    visitor.sees(t("frame.about", software="Jalon"))
    walk.checks("landing")
    visitor.presses(t("landing.start"))
    visitor.is_at("profile.title")
    Profile(visitor).fills(NAME, PLACE[t.language], FORM[t.language], "12")
    walk.checks("profile")
    visitor.presses(t("profile.continue"))
    visitor.is_at("worry.title")
    box = walk.page.get_by_role("textbox", name=t("worry.title"))
    box.fill(WORRY[t.language])
    walk.checks("worry")
    visitor.presses(t("worry.continue"))


def _answers_everything(walk: Walk) -> None:
    visitor, answers = walk.visitor, mixed_answers()
    first = next(iter(visitor.questionnaire.questions()))
    Asking(visitor, first.id).is_open()
    walk.checks("question")
    answers_all(visitor, answers, at_pause=lambda: walk.checks("breather"))
    visitor.is_at("check.title")
    visitor.sees(walk.t("check.unknown", count=1))
    visitor.sees(walk.t("check.not_applicable", count=1))
    visitor.sees(walk.t("check.answered", count=len(answers) - 2))
    visitor.sees(NAME)
    walk.checks("check")


def _no_chart_was_loaded(visitor: Visitor) -> None:
    assert _charts(visitor) == []


def _charts(visitor: Visitor) -> list[str]:
    return [url for url in visitor.asked if "plotly" in url.lower()]


def _reads_the_results(walk: Walk) -> str:
    visitor, t, word = walk.visitor, walk.t, walk.word
    visitor.presses(t("check.results"))
    visitor.is_at("results.title")
    visitor.sees(WORRY[t.language])
    visitor.sees(word("front.level"))
    expect(walk.page.locator(".jalon-lanes")).to_be_visible()
    visitor.sees(t("results.next"))
    walk.checks("results")
    _no_chart_was_loaded(visitor)
    walk.page.get_by_text(t("results.radar")).click()
    walk.page.locator(".js-plotly-plot").first.wait_for()
    assert _charts(visitor) != []
    walk.checks("results with the radar")
    first = walk.page.locator(".jalon-first strong").first
    return first.inner_text()


def _reads_why(walk: Walk) -> None:
    visitor, t = walk.visitor, walk.t
    visitor.follows(t("results.why"))
    visitor.is_at("why.title")
    visitor.sees(t("why.version", instrument=visitor.questionnaire.title, version="1.0"))
    walk.page.locator("summary").first.click()
    walk.checks("why")
    visitor.presses("← " + t("frame.back"))
    visitor.is_at("results.title")
    visitor.sees(t("results.next"))


def _reads_the_plan(walk: Walk) -> None:
    visitor, t, word = walk.visitor, walk.t, walk.word
    visitor.presses(t("results.plan"))
    visitor.is_at("plan.title")
    visitor.sees(t("plan.now"))
    visitor.sees(t("plan.report"))
    walk.checks("roadmap")
    walk.page.locator("[class*='st-key-open-'] a").first.click()
    visitor.sees(t("project.people"))
    expect(walk.page.get_by_role("heading", name=word("funding.heading"))).to_be_visible()
    for fold in walk.page.get_by_role("main").locator(".jalon-fold > summary").all():
        fold.click()
    shown = visitor.text()
    for expected in (word("programme.funder"), word("programme.page"), word("help.call")):
        assert expected in shown, expected
    walk.checks("project")
    visitor.presses("← " + t("frame.back"))
    visitor.is_at("plan.title")


def _takes_the_report(walk: Walk, folder: Path) -> bytes:
    visitor, t = walk.visitor, walk.t
    visitor.follows(t("plan.report"))
    visitor.is_at("report.title")
    expect(walk.page.get_by_role("heading", name=t("report.preview"))).to_be_visible()
    visitor.sees(t("report.answers"))
    walk.checks("report")
    visitor.is_settled()
    with walk.page.expect_download() as download:
        visitor.presses(t("report.format.pdf"))
    assert download.value.suggested_filename.endswith(".pdf")
    download.value.save_as(folder / "report.pdf")
    return (folder / "report.pdf").read_bytes()


def _visits_the_other_screens(walk: Walk) -> None:
    visitor, t = walk.visitor, walk.t
    assessment = visitor.parameter("a") or ""
    visitor.follows(t("report.answers"))
    visitor.is_at("keep.title")
    visitor.presses(t("keep.code_make"))
    visitor.sees(t("keep.once"))
    walk.checks("keep")
    visitor.follows(t("frame.my_data"))
    visitor.is_at("my_data.title")
    visitor.sees(t("my_data.leave_text"))
    walk.checks("my data")
    visitor.follows(t("frame.privacy"))
    visitor.is_at("privacy.title")
    visitor.sees(t("privacy.home"))
    walk.checks("privacy")
    visitor.goes_to("resume")
    visitor.is_at("resume.title")
    visitor.sees(t("resume.device_list"))
    walk.checks("resume")
    visitor.goes_to("then-and-now", a=assessment)
    visitor.is_at("then_and_now.title")
    expect(walk.page.locator(".jalon-lanes")).to_be_visible()
    walk.checks("then and now")
    visitor.goes_to("example")
    visitor.is_at("example.title")
    visitor.sees(t("example.start"))
    walk.checks("example")


def _the_pdf_says(walk: Walk, made: bytes, first_action: str) -> None:
    text = solid(text_of(made))
    levels = [level.title for level in walk.visitor.questionnaire.levels]
    for expected in (NAME, first_action, walk.word("front.first"), WORRY[walk.t.language]):
        assert solid(expected) in text, expected
    assert any(solid(level) in text for level in levels)
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert "/StructTreeRoot" in root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).startswith(walk.t.language)
