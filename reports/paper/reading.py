"""A file that came back, of any kind: recognised by what it holds, not by its name."""

from reports.paper.filled_form import read_form
from reports.paper.found import Desk, Found, UnreadableFile
from reports.paper.table import read_csv, read_workbook

MOST_BYTES = 2_000_000
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
"""Word and Excel before 2007, and today's when a password is asked to open them."""


def read_back(content: bytes, desk: Desk) -> Found:
    """What the file says; UnreadableFile in one sentence when nothing can be read of it."""
    if len(content) > MOST_BYTES:
        raise UnreadableFile(desk.word("paper.file.too_big"))
    if not content.strip():
        raise UnreadableFile(desk.word("paper.file.empty"))
    if b"%PDF-" in content[:1024]:
        return read_form(content, desk)
    if content.startswith(b"PK\x03\x04"):
        return read_workbook(content, desk)
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFile(desk.word("paper.file.locked"))
    if b"\0" in content:
        raise UnreadableFile(desk.word("paper.file.not_ours"))
    return read_csv(content, desk)
