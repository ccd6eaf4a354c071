"""The report screen: who it is for, part by part, its pages on demand, its files."""

import base64
import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image

from reports.audiences import AUDIENCES, parts_for
from reports.blocks import table
from reports.outline import PARTS
from tests.reports.builders import HALF, dossier
from tests.ui.test_screens import Opener, all_answers, an_assessment, opened, text_of  # noqa: F401
from ui import texts
from ui.components import blocks, report_pages

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def report(opened: Opener, an_assessment):  # noqa: F811
    return opened("report", an_assessment(all_answers()))


def ticked(at) -> set[str]:
    return {box.key.split("-", 2)[2] for box in at.checkbox if box.value}


def test_it_begins_with_the_full_report(report):
    assert report.radio[0].value == "full"
    assert ticked(report) == set(parts_for("full"))
    assert "pièce jointe, pour les rouvrir ici" in text_of(report)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_ticks_its_parts(report, audience):
    report.radio[0].set_value(audience).run()

    assert ticked(report) == set(parts_for(audience))
    assert not report.exception


def test_what_the_file_holds_is_said_and_follows_the_ticks(report):
    report.radio[0].set_value("board").run()
    assert "le plan en un tableau" in held(report)
    assert "La liste de vos réponses n’y est pas" in text_of(report)

    report.checkbox(key="part-board-overview").uncheck().run()
    assert "le plan en un tableau" not in held(report)


def held(at) -> str:
    return re.search(r"Il contient : ([^.]*)\.", text_of(at)).group(1)


def test_unticking_everything_leaves_the_first_page_alone(report):
    report.radio[0].set_value("board").run()
    for part in parts_for("board"):
        report.checkbox(key=f"part-board-{part}").uncheck()
    report.run()

    assert held(report) == "l’essentiel en une page"


def test_while_the_pages_are_folded_none_is_drawn_and_the_first_is_there_as_text(
    report, monkeypatch
):
    monkeypatch.setattr(report_pages, "page_pictures", refuses)
    report.run()

    assert not report.exception
    assert "Où vous en êtes" in text_of(report)


def refuses(*_):
    raise AssertionError("pictures were drawn although nobody asked")


class Fold:
    open = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def test_opened_the_pages_are_pictures_that_say_which_page_they_are(monkeypatch):
    written: list[str] = []
    monkeypatch.setattr(report_pages.st, "expander", lambda *_, **__: Fold())
    monkeypatch.setattr(report_pages.session, "once", lambda _name, _key, make: make())
    monkeypatch.setattr(report_pages.html, "write", lambda *pieces: written.append("".join(pieces)))
    t = texts.words("fr")

    report_pages.preview(t, dossier(HALF), parts_for("board"))

    images = list(pictures(written[0]))
    assert [alt for alt, _ in images] == [f"Page {n} sur {len(images)}" for n in (1, 2, 3)]
    assert all(size[0] == pytest.approx(727, abs=2) for _, size in images)
    assert t("report.pages_text") in written[1]
    assert "Projet de décision pour le conseil" in written[1]


def pictures(page: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for data, alt in re.findall(r"base64,([^']+)' alt='([^']+)'", page):
        yield alt, Image.open(io.BytesIO(base64.b64decode(data))).size


def test_every_part_has_its_words_on_the_screen():
    t = texts.words("fr")

    assert len({texts.plain(t(f"report.part.{part}")) for part in PARTS}) == len(PARTS)


def test_a_row_that_heads_others_spans_the_table_on_the_screen_too():
    drawn = blocks.render([table(["a", "b"], [["whole"], ["x", "y"]], (1, 1), "t")])

    assert "<th colspan='2'>whole</th>" in drawn
