"""The screens as a visitor meets them: by role, by label, by what is written."""

import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, expect

from assessment.model import Dimension, Question
from content.wording import Wording, read_wording
from questionnaires.reading import read

_UI = Path(__file__).parents[2] / "ui" / "wording.yaml"
PATIENCE_MS = 20_000
_TAP_MS = 50
_MOST_FOLDS = 30
_SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
_TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
expect.set_options(timeout=PATIENCE_MS)


class Visitor:
    """Someone at a browser: one tab, one language, and every address the tab asked for."""

    def __init__(self, context: BrowserContext, url: str, language: str) -> None:
        self.context, self.url = context, url
        self.speaks(language)
        self.asked: list[str] = []
        context.set_default_timeout(PATIENCE_MS)
        context.on("request", lambda request: self.asked.append(request.url))
        self.page: Page = context.new_page()
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))

    def speaks(self, language: str) -> None:
        """From now on looks for the words of this language."""
        self.t: Wording = read_wording(_UI, language)
        self.questionnaire = read("digital-maturity", language)

    def goes_to(self, path: str = "", **parameters: str) -> None:
        """Types an address."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        self.page.goto(f"{self.url}/{path}{query}", wait_until="commit")

    def reads(self, title: str) -> None:
        """Waits until this is the screen's heading."""
        expect(self.page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()

    def is_at(self, screen: str) -> None:
        """Waits for a screen by the key of its heading: 'results.title'."""
        self.reads(self.t(screen))

    def sees(self, text: str) -> None:
        """Waits for these words."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def presses(self, name: str) -> None:
        """Presses the first button of this name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def picks(self, label: str, choice: str) -> None:
        """Opens the list of this label and takes a line of it."""
        box = self.page.get_by_role("combobox", name=label)
        # A list closes when the page moves: the page comes to rest first, as under a hand.
        box.scroll_into_view_if_needed()
        self.page.evaluate(_TWO_FRAMES)
        box.click()
        self.page.get_by_role("option", name=choice, exact=True).click()
        expect(box).to_have_value(choice)

    def chooses_language(self, name: str) -> None:
        """Opens the list of languages in the header and takes one, called as its speakers do."""
        self.page.locator(".jalon-languages summary").click()
        self.follows(name)

    def follows(self, name: str) -> None:
        """Follows the first link of this name on the screen, as fast as a thumb can."""
        self.page.get_by_role("link", name=name, exact=True).first.click(delay=_TAP_MS)

    def parameter(self, name: str) -> str | None:
        """What the address says under this name."""
        return parse_qs(urlsplit(self.page.url).query).get(name, [None])[0]

    def text(self) -> str:
        """Everything written on the screen."""
        return self.page.get_by_role("main").inner_text()

    def language_of_the_page(self) -> str:
        """What a screen reader takes the page's language for."""
        return str(self.page.evaluate("document.documentElement.lang"))

    def waits_until(self, so: Callable[[], bool]) -> None:
        """Looks again and again, for as long as it waits for the screen."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not so():
            assert time.monotonic() < deadline, "it did not happen in time"
            self.page.wait_for_timeout(100)

    def tabs_to(self, wanted: Locator, most: int) -> None:
        """Presses Tab until the focus is there, at most so many times."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"{most} times Tab did not lead to {wanted}")

    def is_settled(self) -> None:
        """Waits until the screen is written to its end."""
        expect(self.page.locator(_SETTLED)).to_be_visible()
        expect(self.page.locator(".st-key-jalon-footer")).to_be_visible()

    def opens_all_folds(self) -> None:
        """Opens what opens on demand, so that its text counts as written on the screen."""
        self.is_settled()
        # Some are filled when a visitor opens them, with folds of their own inside.
        closed = self.page.locator(".stExpander > details:not([open]):visible")
        for _ in range(_MOST_FOLDS):
            if not closed.count():
                break
            closed.first.locator("summary").first.click()
            self.page.wait_for_timeout(200)
            self.is_settled()
        expect(closed).to_have_count(0)
        self.page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")

    def starts(self) -> None:
        """From the landing screen to the profile."""
        self.goes_to()
        self.is_at("landing.promise")
        self.presses(self.t("landing.start"))
        self.is_at("profile.title")


class Profile:
    """Who the enterprise is."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor, self._t, self._page = visitor, visitor.t, visitor.page

    def fills(self, name: str, place: str, form: str, size: str) -> None:
        """Types the name and the size, chooses the place and the form."""
        self._page.get_by_role("textbox", name=self._t("profile.name")).fill(name)
        forms = self._page.get_by_role("combobox", name=self._t("profile.form"))
        everywhere = forms.get_attribute("id") or ""
        self._visitor.picks(self._t("profile.place"), place)
        # The list of forms becomes that of the country: it is another list.
        expect(forms).not_to_have_id(everywhere)
        self._visitor.picks(self._t("profile.form"), form)
        field = self._page.get_by_role("spinbutton", name=self._t("profile.size"))
        field.fill(size)
        field.press("Enter")


class Asking:
    """The screen of one question."""

    def __init__(self, visitor: Visitor, question_id: str) -> None:
        self._visitor, self._t, self._page = visitor, visitor.t, visitor.page
        self.question: Question = visitor.questionnaire.question(question_id)

    @property
    def options(self) -> Locator:
        """The group of this question's options: another question's does not do."""
        return self._page.get_by_role("radiogroup", name=self.question.text, exact=True)

    def option(self, value: str) -> Locator:
        """The round button of an answer."""
        return self.options.get_by_role("radio", name=self.label(value), exact=True)

    def label(self, value: str) -> str:
        """The words of an answer."""
        if value in ("unknown", "not_applicable"):
            return self._t(f"answer.{value}")
        return self.question.option(value).text

    def is_open(self) -> None:
        """Waits for the question and its options."""
        self._visitor.reads(self.question.text)
        expect(self.options).to_be_visible()

    def says_saved(self) -> None:
        """Waits for "Saved at 14:02" under this question."""
        expect(self._saved).to_have_text(self._saved_words)

    def answers(self, value: str) -> None:
        """Chooses, and waits until the screen says it is saved."""
        self.is_open()
        # What the question before said must be gone, or it would be taken for this one's.
        expect(self._saved).not_to_have_text(self._saved_words)
        self.chooses(value)
        self.says_saved()

    def chooses(self, value: str) -> None:
        """Clicks the words of an answer."""
        words = self._page.get_by_role("radio", name=self.label(value), exact=True)
        self.options.locator("label").filter(has=words).click()

    def goes_on(self) -> None:
        """Presses Continue."""
        self._visitor.presses(self._t("question.continue"))

    @property
    def _saved(self) -> Locator:
        # A notice is a block and may stand below; this one is a line.
        return self._page.get_by_role("main").locator("p[role=status]").filter(visible=True).last

    @property
    def _saved_words(self) -> re.Pattern[str]:
        before, _, after = self._t("question.saved_at", time="\0").partition("\0")
        return re.compile(rf"{re.escape(before)}\d\d:\d\d{re.escape(after)}")


class Breather:
    """The pause after a dimension."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor, self._t = visitor, visitor.t

    def is_open(self, done: int) -> None:
        """Waits for the pause after this many questions."""
        total = len(list(self._visitor.questionnaire.questions()))
        self._visitor.sees(self._t("breather.done", answered=done, total=total))
        # The last thing on the screen: what stands above is there, and of this screen.
        self._visitor.sees(self._t("breather.keep"))

    def goes_on(self) -> None:
        """Presses Continue."""
        self._visitor.presses(self._t("breather.continue"))

    def stops(self) -> None:
        """Asks to see what there is."""
        self._visitor.presses(self._t("breather.stop"))


def answers_all(
    visitor: Visitor, answers: Mapping[str, str], at_pause: Callable[[], None] = lambda: None
) -> None:
    """From the first question to the last pause, in order; `at_pause` is done at the first."""
    done = 0
    for dimension in visitor.questionnaire.dimensions:
        done += answers_dimension(visitor, dimension, answers)
        pause = Breather(visitor)
        pause.is_open(done)
        if dimension is visitor.questionnaire.dimensions[0]:
            at_pause()
        pause.goes_on()


def answers_dimension(visitor: Visitor, dimension: Dimension, answers: Mapping[str, str]) -> int:
    """All questions of a dimension, from its first to its pause; how many there were."""
    for question in dimension.questions:
        asking = Asking(visitor, question.id)
        asking.answers(answers[question.id])
        asking.goes_on()
    return len(dimension.questions)
