"""The questionnaire to print: PDF/A-3a and PDF/UA-1 by Typst, and where its boxes stand."""

import datetime as dt
import io
import json
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import segno
import typst

from reports import formats
from reports.glyphs import drawable_tree
from reports.paper.numbered import Asked
from reports.paper.paper import PROFILE, Paper
from reports.pdf import TEMPLATES, shipped_fonts

TEMPLATE = TEMPLATES / "paper.typ"


@dataclass(frozen=True)
class Box:
    """Where a box or a line stands; points from the top left corner, page from 1."""

    key: str
    page: int
    x: float
    y: float
    width: float
    height: float


def printed(paper: Paper) -> bytes:
    """The questionnaire to print; the same paper gives the same bytes."""
    return _compiled(paper, _inputs(paper, to_fill=False), standard=True)


def pages_to_fill(paper: Paper) -> tuple[bytes, tuple[Box, ...]]:
    """The pages to fill at a computer, and where their boxes and lines stand.

    They claim no standard, since the fields laid over them would break it. Boxes are called
    'question/value', lines 'profile/name'.
    """
    inputs = _inputs(paper, to_fill=True)
    found = typst.query(
        TEMPLATE,
        "<field>",
        field="value",
        root=TEMPLATES,
        font_paths=shipped_fonts(),
        sys_inputs=inputs,
    )
    made = _compiled(paper, inputs, standard=False)
    return made, tuple(Box(*place) for place in json.loads(found))


def _compiled(paper: Paper, inputs: dict[str, str], *, standard: bool) -> bytes:
    made: bytes = typst.compile(
        TEMPLATE,
        root=TEMPLATES,
        font_paths=shipped_fonts(),
        sys_inputs=inputs,
        pdf_standards=["a-3a", "ua-1"] if standard else [],
        timestamp=dt.datetime.combine(paper.on, dt.time(), dt.UTC),
    )
    return made


def _inputs(paper: Paper, *, to_fill: bool) -> dict[str, str]:
    data = drawable_tree(_pages(paper, to_fill))
    if paper.site:
        # Drawn, not read: the glyphs of its markup are not ours to check.
        data["back"]["qr"] = _square(paper.site)
    return {"data": json.dumps(data, ensure_ascii=False)}


def _pages(paper: Paper, to_fill: bool) -> dict[str, Any]:
    word, questionnaire = paper.word, paper.questionnaire
    core = paper.form == "core"
    minutes = questionnaire.minutes if core else questionnaire.flash_minutes
    ways = {"one": "fill", "last": "save"} if to_fill else {"one": "pen", "last": "copy"}
    steps = (ways["one"], "unknown", "together", *(() if to_fill else ("change",)), ways["last"])
    rows = PROFILE if to_fill else (*PROFILE, "people")
    return {
        "language": paper.language,
        "iso_date": paper.on.isoformat(),
        "title": questionnaire.title,
        "kind": word(f"paper.kind.{paper.form}"),
        "lead": word(f"paper.lead_{ways['one']}", questions=len(paper.asked), minutes=minutes),
        "foot": word(
            "paper.foot",
            title=questionnaire.title,
            version=questionnaire.version,
            date=formats.day(paper.on, paper.language),
        ),
        "page": word("report.page"),
        "how": {"title": word("paper.how"), "items": [word(f"paper.how_{s}") for s in steps]},
        "about": {
            "title": word("paper.about"),
            "lead": word("paper.about_lead"),
            "rows": [[name, word(f"paper.{name}")] for name in rows],
        },
        "back": _back(paper, ways["last"]),
        "one_theme_a_page": core,
        "themes": [
            {"title": title, "about": about, "cards": [_card(paper, asked) for asked in group]}
            for (title, about), group in groupby(
                paper.asked, key=lambda a: (a.dimension.title, a.dimension.about)
            )
        ],
        "strip": None if to_fill else _strip(paper),
    }


def _back(paper: Paper, way: str) -> dict[str, Any]:
    word, site = paper.word, paper.site
    where = word("paper.at_site", site=site) if site else word("paper.at_jalon")
    texts = [where, *(word(f"paper.back_{key}") for key in (way, "adviser", "yours"))]
    back: dict[str, Any] = {"title": word("paper.back"), "texts": texts}
    return back | ({"qr_alt": word("paper.qr", site=site)} if site else {})


def _strip(paper: Paper) -> dict[str, Any]:
    word = paper.word
    return {
        "title": word("paper.strip"),
        "texts": [word("paper.strip_lead"), word("paper.strip_signs")],
        "version": word("paper.strip_version", version=paper.questionnaire.version),
        "cells": [{"number": a.number, "short": a.question.short} for a in paper.asked],
    }


def _card(paper: Paper, asked: Asked) -> dict[str, Any]:
    word, question = paper.word, asked.question
    return {
        "id": question.id,
        "number": asked.number,
        "text": question.text,
        "answers": [{"sign": a.sign, "value": a.value, "text": a.text} for a in asked.answers],
        "aids": [
            [word("paper.why"), question.why_we_ask],
            [word("paper.simpler"), question.plain_language],
            [word("paper.who"), question.who_might_know],
        ],
    }


def _square(site: str) -> str:
    drawn = io.BytesIO()
    segno.make(site, error="m").save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode("utf-8")
