"""The report as PDF/A-3a and PDF/UA-1, by Typst. Nothing is written to disk."""

import datetime as dt
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from reports.answer_file import answer_file
from reports.audiences import FULL, Parts, parts_for
from reports.brand import Brand, brand
from reports.dossier import Dossier
from reports.glyphs import FONTS, drawable_tree
from reports.outline import outline
from reports.plain import plain_tree
from reports.words import words

TEMPLATES = Path(__file__).parent / "typst"


def pdf(dossier: Dossier, parts: Parts | None = None) -> bytes:
    """The report; the same dossier gives the same bytes. Safe from several threads.

    `parts` are those of reports/outline.py, None for the full report. The answer file is inside
    where the answers are a part: who leaves them out does not send them either.
    """
    file = None
    if "answers" in (parts_for(FULL) if parts is None else parts):
        word = words(dossier.language)
        file = {
            "name": word("file.answers"),
            "description": word("file.description"),
            "content": answers_json(dossier),
        }
    return typeset(outline(dossier, parts), dossier.on, file)


def typeset(outlined: dict[str, Any], on: dt.date, file: dict[str, str] | None = None) -> bytes:
    """A document (`outline.framed`) with a file embedded, if any; dated on this day."""
    data = _branded(outlined)
    if file is not None:
        data["file"] = file
    made: bytes = typst.compile(
        TEMPLATES / "report.typ",
        **_settings(data),
        pdf_standards=["a-3a", "ua-1"],
        timestamp=dt.datetime.combine(on, dt.time(), dt.UTC),
    )
    return made


def page_pictures(dossier: Dossier, parts: Parts | None = None, ppi: int = 90) -> list[bytes]:
    """The pages of the same report as PNG pictures, `ppi` dots an inch. For eyes only."""
    return _pictures("report.typ", _branded(outline(dossier, parts)), ppi)


def strips_picture(block: dict[str, Any], language: str, ppi: int = 200) -> bytes:
    """The level strips of reports/blocks.py alone, their sentence left out, as a PNG picture."""
    drawn = {"strips": drawable_tree(block), "language": language}
    return _pictures("alone.typ", drawn, ppi)[0]


def logo_picture(of: Brand, ppi: int = 300) -> bytes:
    """The logo as a PNG picture; it must have one."""
    return _pictures("alone.typ", _brand(of) | {"language": "en"}, ppi)[0]


def answers_json(dossier: Dossier) -> str:
    """The answer file as text, as it is embedded."""
    content = plain_tree(answer_file(dossier.sheet, dossier.library.questionnaire))
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _branded(outlined: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = drawable_tree(outlined)
    return data | {"brand": _brand(brand())}


def _brand(of: Brand) -> dict[str, Any]:
    logo = None if of.logo is None else list(of.logo)
    return {"name": of.name, "colour": of.colour, "logo": logo, "kind": of.kind}


def _pictures(template: str, data: dict[str, Any], ppi: int) -> list[bytes]:
    made = typst.compile(TEMPLATES / template, **_settings(data), format="png", ppi=ppi)
    return made if isinstance(made, list) else [made]


def _settings(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "root": TEMPLATES,
        "font_paths": shipped_fonts(),
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }


@lru_cache(maxsize=1)
def shipped_fonts() -> typst.Fonts:
    """Only the shipped fonts, so that a report is the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
