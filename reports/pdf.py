"""The report as PDF/A-3a and PDF/UA-1, by Typst. Nothing is written to disk."""

import datetime as dt
import json
from functools import lru_cache
from pathlib import Path

import typst

from reports.answer_file import answer_file
from reports.dossier import Dossier
from reports.glyphs import FONTS, drawable_tree
from reports.outline import outline
from reports.plain import plain_tree
from reports.words import words

TEMPLATES = Path(__file__).parent / "typst"


def pdf(dossier: Dossier) -> bytes:
    """The report; the same dossier gives the same bytes. Safe from several threads."""
    word = words(dossier.language)
    data = drawable_tree(outline(dossier))
    data["file"] = {
        "name": word("file.answers"),
        "description": word("file.description"),
        "content": answers_json(dossier),
    }
    made: bytes = typst.compile(
        TEMPLATES / "report.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-3a", "ua-1"],
        timestamp=dt.datetime.combine(dossier.on, dt.time(), dt.UTC),
    )
    return made


def answers_json(dossier: Dossier) -> str:
    """The answer file as text, as it is embedded."""
    content = plain_tree(answer_file(dossier.sheet, dossier.library.questionnaire))
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Only the shipped fonts, so that a report is the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
