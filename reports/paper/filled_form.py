"""A form filled at a computer, read back."""

from reports.paper.form import FACT, MARK
from reports.paper.found import Desk, Found
from reports.paper.gathering import Said, gather, marked
from reports.paper.paper import PROFILE
from reports.paper.pdf_fields import fields_of


def read_form(content: bytes, desk: Desk) -> Found:
    """What a filled form says; a paper to print, or a scan, has no fields and is refused."""
    fields = fields_of(content, desk.word)
    mark = marked(fields.pop(MARK, ""), desk)
    place = desk.word("paper.field")
    facts = [Said(f"{place} {FACT}{name}", name, fields.pop(FACT + name, "")) for name in PROFILE]
    answers = [Said(f"{place} {name}", name, value) for name, value in fields.items()]
    return gather(mark, answers, facts, desk)
