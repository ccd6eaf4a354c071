"""Without a mouse: from the landing screen to the report, and always seeing where one is."""

from pathlib import Path

from playwright.sync_api import Locator, expect

from reports.words import words
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Breather, Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers, saved_answers

FIRST, SECOND = "digital-priorities", "digital-budget"
_MOST_STOPS = 40
# A ring of two pixels at least, on the element or on what stands around it; nothing lies over it.
_SEEN = """() => {
  const at = document.activeElement;
  if (at === document.body) return '';
  let ring = null;
  for (let e = at, up = 0; e && up < 4 && !ring; e = e.parentElement, up++) {
    const style = getComputedStyle(e);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ring = e;
  }
  const name = `${at.tagName} “${(at.innerText || at.ariaLabel || '').slice(0, 40)}”`;
  if (!ring) return `no ring around ${name}`;
  const box = ring.getClientRects()[0];
  const [x, y] = [box.x + box.width / 2, Math.min(box.y + box.height / 2, innerHeight - 2)];
  const over = document.elementFromPoint(x, y);
  if (!over || !(ring.contains(over) || over.contains(ring))) return `${name} lies under something`;
  return '';
}"""


class Keys:
    """One visitor who presses keys and nothing else."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page, self.t = visitor, visitor.page, visitor.t
        self.press = visitor.page.keyboard.press
        self.type = visitor.page.keyboard.type

    def goes(self, wanted: Locator, key: str = "Tab", most: int = _MOST_STOPS) -> None:
        """Presses Tab until the focus is there; at each stop one sees where it is."""
        expect(wanted).to_be_visible()
        for _ in range(most):
            self.press(key)
            assert self.page.evaluate(_SEEN) == ""
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"{most} times {key} did not lead to {wanted}")

    def button(self, key: str) -> Locator:
        """The first button that says this."""
        return self.page.get_by_role("button", name=self.t(key), exact=True).first

    def enters(self, wanted: Locator, key: str = "Tab") -> None:
        """Goes there and presses Enter."""
        self.goes(wanted, key)
        self.press("Enter")

    def is_at_the_heading_of(self, title: str) -> None:
        """The screen has come, and the focus is on its heading."""
        self.visitor.reads(title)
        expect(self.page.get_by_role("heading", level=1)).to_be_focused()


def test_the_whole_way_is_gone_by_keyboard_alone(
    server: Server, new_visitor: NewVisitor, tmp_path: Path
) -> None:
    visitor = new_visitor(server)
    keys, t = Keys(visitor), visitor.t
    visitor.goes_to()
    keys.is_at_the_heading_of(t("landing.promise"))
    keys.enters(keys.button("landing.start"))
    _says_who_they_are(keys)
    _answers_the_first_questions(keys)
    keys.is_at_the_heading_of(t("results.title"))
    change = visitor.page.get_by_role("link", name=t("results.change"), exact=True)
    keys.enters(change, "Shift+Tab")
    keys.is_at_the_heading_of(t("check.title"))
    keys.enters(keys.button("check.results"))
    keys.is_at_the_heading_of(t("results.title"))
    keys.enters(keys.button("results.plan"))
    _brings_a_project_forward(keys)
    keys.enters(visitor.page.get_by_role("link", name=t("plan.report"), exact=True), "Shift+Tab")
    keys.is_at_the_heading_of(t("report.title"))
    keys.goes(keys.button("report.format.pdf"))
    visitor.is_settled()
    with visitor.page.expect_download() as download:
        keys.press("Enter")
    download.value.save_as(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def _says_who_they_are(keys: Keys) -> None:
    page, t = keys.page, keys.t
    keys.is_at_the_heading_of(t("profile.title"))
    keys.goes(page.get_by_role("textbox", name=t("profile.name")))
    keys.type("Les Tisserands")
    place = page.get_by_role("combobox", name=t("profile.place"))
    keys.goes(place)
    keys.type("Wallonie")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(place).to_have_value("Belgique, Wallonie")
    keys.enters(keys.button("profile.continue"))
    keys.is_at_the_heading_of(t("worry.title"))
    keys.goes(page.get_by_role("textbox", name=t("worry.title")))
    keys.type("Trop de fichiers.")
    keys.enters(keys.button("worry.continue"))


def _answers_the_first_questions(keys: Keys) -> None:
    """Enter on a chosen answer goes on, as in any form; the last one is left with the button."""
    *before, last = keys.visitor.questionnaire.dimensions[0].questions
    for question in before:
        _answers_by_arrows(keys, question.id)
        keys.press("Enter")
    _answers_by_arrows(keys, last.id)
    keys.enters(keys.button("question.continue"))
    Breather(keys.visitor).is_open(len(before) + 1)
    expect(keys.page.get_by_role("heading", level=1)).to_be_focused()
    keys.enters(keys.button("breather.stop"))


def _answers_by_arrows(keys: Keys, question_id: str) -> None:
    asking = Asking(keys.visitor, question_id)
    keys.is_at_the_heading_of(asking.question.text)
    first, second = asking.question.options[:2]
    keys.goes(asking.option(first.id))
    keys.press("Space")
    asking.says_saved()
    keys.press("ArrowDown")
    expect(asking.option(second.id)).to_be_checked()
    expect(asking.option(second.id)).to_be_focused()


def _brings_a_project_forward(keys: Keys) -> None:
    """The focus stays on what was pressed, which now says how to take it back."""
    keys.is_at_the_heading_of(keys.t("plan.title"))
    keys.visitor.sees(keys.t("plan.report"))
    pin = keys.page.locator("[class*='st-key-pin-'] button").first
    keys.enters(pin)
    keys.visitor.sees(keys.t("plan.decided"))
    expect(pin).to_be_focused()


def test_the_first_stop_leads_past_the_header(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server, "fr", 390)
    made = given_assessment(server, visitor.context, mixed_answers())
    keys = Keys(visitor)
    visitor.goes_to("results", a=made)
    keys.is_at_the_heading_of(visitor.t("results.title"))
    skip = visitor.page.get_by_role("link", name=visitor.t("frame.skip"), exact=True)
    keys.goes(skip, "Shift+Tab")
    box = skip.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    keys.press("Enter")
    expect(visitor.page.get_by_role("heading", level=1)).to_be_focused()
    keys.goes(keys.button("results.plan"))
    visitor.sees(words("fr")("front.level"))
    assert visitor.page.get_by_role("link", name="Skip").count() == 0


def test_an_answer_chosen_by_arrows_is_saved_each_time(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context)
    visitor.goes_to("question", a=made, q=FIRST)
    asking = Asking(visitor, FIRST)
    asking.is_open()
    keys = Keys(visitor)
    keys.goes(asking.option("none"))
    keys.press("Space")
    asking.says_saved()
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(asking.option("written")).to_be_focused()
    visitor.waits_until(lambda: saved_answers(server, made) == {FIRST: "written"})


def test_enter_goes_on_from_a_chosen_answer_only(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, {FIRST: "written"})
    visitor.goes_to("question", a=made, q=FIRST)
    Asking(visitor, FIRST).is_open()
    keys = Keys(visitor)
    why = visitor.page.locator("summary", has_text=visitor.t("question.why"))
    keys.goes(why)
    keys.press("Enter")
    expect(visitor.page.locator("details", has=why)).to_have_attribute("open", "")
    Asking(visitor, FIRST).is_open()
    keys.goes(Asking(visitor, FIRST).option("written"), "Shift+Tab")
    keys.press("Enter")
    keys.is_at_the_heading_of(Asking(visitor, SECOND).question.text)
    assert saved_answers(server, made) == {FIRST: "written"}
