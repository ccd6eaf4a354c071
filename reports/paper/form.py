"""The questionnaire to fill at a computer: fields (AcroForm) laid over the printed boxes.

A question is one group of round buttons called by its id; each button's value is the answer's.
The fields stand beside the tagged text, not inside it, so the file claims neither PDF/A nor
PDF/UA: the printed version does.
"""

import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reports.paper.paper import PROFILE, Paper
from reports.paper.printed import Box, pages_to_fill
from reports.plain import plain

MARK = "jalon"
"""The hidden field that says what the file is (see Paper.mark)."""
FACT = "profile-"
"""What a field of the profile is called, before the name of the fact."""

_HIDDEN, _PRINTED = 2, 4  # flags of an annotation (ISO 32000-1, table 165)
_READ_ONLY, _RADIO, _COMBO = 1, 1 << 15, 1 << 17  # flags of a field (tables 221, 226, 230)
_CROSS = "q 1.6 w 1 J {a} {a} m {b} {b} l {a} {b} m {b} {a} l S Q"
_LETTERS = "/Helv 11 Tf 0 g"
_SIGNS = "/ZaDb 0 Tf 0 g"
_LONGEST = 200


def fillable(paper: Paper) -> bytes:
    """The questionnaire with its fields; the same paper gives the same bytes."""
    pages, boxes = pages_to_fill(paper)
    made = io.BytesIO()
    with Pdf.open(io.BytesIO(pages)) as pdf:
        groups: dict[str, list[Box]] = defaultdict(list)
        for box in boxes:
            groups[box.key.partition("/")[0]].append(box)
        fields = [_mark(pdf, paper)]
        fields += [_fact(pdf, paper, box) for box in groups.pop("profile")]
        fields += [_question(pdf, paper, name, group) for name, group in groups.items()]
        pdf.Root.AcroForm = pdf.make_indirect(_form(pdf, fields))
        for page in pdf.pages:
            page.obj.Tabs = Name.R
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:description"] = paper.word("paper.to_fill")
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _form(pdf: Pdf, fields: Sequence[Object]) -> Dictionary:
    letters = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    # Programs that redraw a pressed button do so with a sign of this font.
    signs = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    fonts = Dictionary(
        Font=Dictionary(Helv=pdf.make_indirect(letters), ZaDb=pdf.make_indirect(signs))
    )
    return Dictionary(Fields=Array(fields), DR=fonts, DA=_LETTERS, NeedAppearances=True)


def _mark(pdf: Pdf, paper: Paper) -> Object:
    field = _widget(pdf, Box(MARK, 1, 0, 0, 1, 1), _HIDDEN)
    field.update(_said(FT=Name.Tx, T=MARK, Ff=_READ_ONLY, V=paper.mark))
    return field


def _fact(pdf: Pdf, paper: Paper, box: Box) -> Object:
    """A line to write on, or a list to choose from."""
    name = box.key.partition("/")[2]
    if name not in PROFILE:
        raise KeyError(name)
    field = _widget(pdf, box, _PRINTED)
    field.update(_said(T=FACT + name, TU=paper.word(f"paper.{name}"), DA=_LETTERS))
    choices = paper.lists.of(name)
    if not choices:
        field.update(_said(FT=Name.Tx, MaxLen=_LONGEST))
        return field
    shown = [Array([String(""), String(" ")])]
    shown += [Array([String(key), String(words)]) for key, words in choices.items()]
    field.update(_said(FT=Name.Ch, Ff=_COMBO, Opt=Array(shown)))
    return field


def _question(pdf: Pdf, paper: Paper, name: str, boxes: Sequence[Box]) -> Object:
    asked = next(each for each in paper.asked if each.question.id == name)
    group = pdf.make_indirect(
        _said(FT=Name.Btn, T=name, Ff=_RADIO, TU=asked.question.text, V=Name.Off)
    )
    group.Kids = Array()
    for answer, box in zip(asked.answers, boxes, strict=True):
        button = _widget(pdf, box, _PRINTED)
        said = paper.word("paper.choice", number=asked.number, sign=answer.sign, text=answer.text)
        states = Dictionary(Off=_drawn(pdf, box, ""))
        states[f"/{answer.value}"] = _drawn(pdf, box, _cross(box))
        look = Dictionary(N=states)
        button.update(
            _said(Parent=group, TU=said, AS=Name.Off, AP=look, MK=Dictionary(CA="8"), DA=_SIGNS)
        )
        group.Kids.append(button)
    return group


def _said(**values: Any) -> Dictionary:
    """A dictionary whose texts hold no control characters."""
    clean = {f"/{key}": plain(v) if type(v) is str else v for key, v in values.items()}
    return Dictionary(clean)


def _widget(pdf: Pdf, box: Box, flags: int) -> Object:
    """An empty field on its page, where the box stands; a PDF counts from the bottom."""
    page = pdf.pages[box.page - 1]
    top = float(page.mediabox[3]) - box.y
    corners = (box.x, top - box.height, box.x + box.width, top)
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, F=flags, P=page.obj,
            Rect=Array([round(corner, 2) for corner in corners]),
        )
    )  # fmt: skip
    if Name.Annots not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(widget)
    return widget


def _cross(box: Box) -> str:
    return _CROSS.format(a=round(box.width * 0.22, 2), b=round(box.width * 0.78, 2))


def _drawn(pdf: Pdf, box: Box, content: str) -> Object:
    drawing = pdf.make_stream(content.encode("ascii"))
    drawing.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Form, Resources=Dictionary(),
            BBox=Array([0, 0, round(box.width, 2), round(box.height, 2)]),
        )
    )  # fmt: skip
    return drawing
