"""One report by Typst, WeasyPrint and Chromium: same content, letters and page, in one run.

Each engine is warm, gets its dossier made, and another name, worry and answer every time. The
other two are given the page ready written: only turning it into a PDF counts. Typst's time holds
everything, checks of PDF/UA-1 and PDF/A-3a included, which neither of the others makes.
"""

import io
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pikepdf
from playwright.sync_api import sync_playwright

from benchmarks.measure import Measure, once, settle
from benchmarks.paper_page import faces, look, page
from benchmarks.report import dossier_of, sheets
from reports.dossier import Dossier
from reports.outline import outline
from reports.pdf import pdf
from tools.find_browser import find
from tools.find_pango import missing

REPORTS = 9
TIMES_FASTER = 8

Engine = Callable[[dict[str, Any]], bytes]
"""From an outline to a PDF; writing the HTML is done before."""


def measures() -> list[Measure]:
    """Milliseconds of each engine in turn, so that all meet the same machine; and the ratios."""
    given = [dossier_of(sheet) for sheet, _ in zip(sheets(), range(REPORTS + 1), strict=False)]
    with ExitStack() as stack:
        engines: dict[str, Callable[[Dossier], Callable[[], bytes]]] = {
            "Typst": lambda one: lambda: pdf(one)
        }
        if not missing():
            engines["WeasyPrint"] = _weasyprint()
        if find() is not None:
            engines["Chromium"] = stack.enter_context(_chromium())
        made = {name: engine(given[0])() for name, engine in engines.items()}
        settle()
        times = _in_turn(engines, given[1:])
    found = [
        Measure(f"report, {name}", "ms", tuple(times[name]), note=_told(made[name]))
        for name in engines
    ]
    ours = statistics.median(times["Typst"])
    found += [
        Measure(f"{name} over Typst", "×", (statistics.median(times[name]) / ours,),
                note=f"aim: {TIMES_FASTER} or more")
        for name in engines if name != "Typst"
    ]  # fmt: skip
    return found + _left_out(engines)


def _in_turn(
    engines: dict[str, Callable[[Dossier], Callable[[], bytes]]], given: list[Dossier]
) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in engines}
    for one in given:
        for name, engine in engines.items():
            times[name].append(once(engine(one)))
    return times


def _left_out(engines: dict[str, Any]) -> list[Measure]:
    why = {"WeasyPrint": missing(), "Chromium": "no browser found"}
    return [
        Measure(f"report, {name}: left out", "", (0.0,), note=said)
        for name, said in why.items()
        if name not in engines
    ]


def _weasyprint() -> Callable[[Dossier], Callable[[], bytes]]:
    """Its letters are read once; the style sheet is part of each document, as its foot differs."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    letters = CSS(string=faces(), font_config=fonts)

    def engine(one: Dossier) -> Callable[[], bytes]:
        source = _document(outline(one))

        def made() -> bytes:
            document = HTML(string=source)
            return document.write_pdf(
                stylesheets=[letters], font_config=fonts, pdf_tags=True, pdf_variant="pdf/ua-1"
            )

        return made

    return engine


@contextmanager
def _chromium() -> Iterator[Callable[[Dossier], Callable[[], bytes]]]:
    """One browser and one tab, open all along; it keeps the letters it has read."""
    options = ["--no-sandbox", "--allow-file-access-from-files"]
    with sync_playwright() as playwright, tempfile.NamedTemporaryFile(suffix=".html") as empty:
        browser = playwright.chromium.launch(executable_path=find(), args=options)
        tab = browser.new_page()
        # What stands in for it stays at this address: from elsewhere no file may be read.
        tab.goto(Path(empty.name).as_uri())

        def engine(one: Dossier) -> Callable[[], bytes]:
            source = _document(outline(one), faces())

            def made() -> bytes:
                tab.set_content(source)
                return tab.pdf(prefer_css_page_size=True, tagged=True, outline=True)

            return made

        yield engine
        browser.close()


def _document(outlined: dict[str, Any], letters: str = "") -> str:
    head = f"<meta charset='utf-8'><title>{outlined['title']}</title>"
    styles = f"<style>{letters}{look(outlined)}</style>"
    return (
        f"<!doctype html><html lang='{outlined['language']}'><head>{head}{styles}</head>"
        f"<body>{page(outlined)}</body></html>"
    )


def _told(made: bytes) -> str:
    with pikepdf.open(io.BytesIO(made)) as opened:
        marked = opened.Root.get("/MarkInfo", {}).get("/Marked", False)
        tagged = "tagged" if marked and "/StructTreeRoot" in opened.Root else "not tagged"
        return f"{len(opened.pages)} pages, {tagged}, {len(made) // 1000} kB"
