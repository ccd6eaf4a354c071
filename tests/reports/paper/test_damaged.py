"""What comes back damaged, foreign or hostile gets one clear sentence, and costs little."""

import io
import struct
import tracemalloc
import zipfile
import zlib
from contextlib import contextmanager

import pikepdf
import pytest

from reports.paper.form import fillable
from reports.paper.found import UnreadableFile
from reports.paper.printed import printed
from reports.paper.reading import MOST_BYTES, read_back
from reports.paper.spreadsheet import spreadsheet
from tests.reports.paper.builders import desk, edited, paper

QUESTIONS = "xl/worksheets/sheet2.xml"


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        read_back(content, desk("en"))
    return str(error.value)


@contextmanager
def little_memory():
    """Fails when what is done inside ever holds more than a filled questionnaire needs."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


def with_part(name: str, content: bytes) -> bytes:
    out = io.BytesIO(spreadsheet(paper()))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(fillable(paper("flash")))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


def pdf_bomb() -> bytes:
    """A PDF whose list of objects unpacks into two gigabytes."""
    squeezer = zlib.compressobj(9)
    packed = b"".join(squeezer.compress(bytes(10_000_000)) for _ in range(200))
    packed += squeezer.flush()
    head = b"%PDF-1.5\n1 0 obj\n<</Type/XRef/W[1 1 1]/Size 600000000/Root 2 0 R"
    start = b"/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    return head + start + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"hello", "not a Jalon questionnaire"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not a Jalon questionnaire"),
        (b"jalon|other|1.0|core|fr;;x", "another questionnaire"),
        (b"jalon|digital-maturity|1.0|long|fr;;x", "not a Jalon questionnaire"),
        (b"jalon|digital-maturity|1.0|core|zz;;x", "not a Jalon questionnaire"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(99), "password, or in an old format"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (b"%PDF-1.7 and nothing else", "damaged"),
        (b"x" * (MOST_BYTES + 1), "too big"),
    ],
)
def test_what_is_no_paper_of_ours_is_refused_with_its_reason(content, says):
    assert says in refused(content)


def test_a_workbook_cut_short_is_damaged():
    whole = spreadsheet(paper("flash"))
    for share in (0.1, 0.5, 0.99):
        assert "damaged" in refused(whole[: int(len(whole) * share)])


def test_a_workbook_that_unpacks_into_far_more_than_it_is_is_refused_at_once():
    bomb = with_part("xl/worksheets/sheet9.xml", bytes(200_000_000))

    with little_memory():
        assert "too big" in refused(bomb)


def test_a_workbook_that_lies_about_its_size_is_not_unpacked_further():
    whole, out = spreadsheet(paper()), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, bytes(200_000_000) if name == QUESTIONS else old.read(name))
    lie = out.getvalue().replace(struct.pack("<I", 200_000_000), struct.pack("<I", 1_000))

    with little_memory():
        assert "damaged" in refused(lie)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_a_workbook_that_wants_to_include_something_is_refused(declared):
    def hostile(xml: str) -> str:
        head, _, rest = xml.partition("?>")
        return f"{head}?>{declared}{rest}"

    assert "damaged" in refused(edited(spreadsheet(paper()), QUESTIONS, hostile))


def test_macros_are_refused():
    assert "macros" in refused(with_part("xl/vbaProject.bin", b"x"))


def test_another_workbook_or_archive_is_not_ours():
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    assert "not a Jalon questionnaire" in refused(other.getvalue())


def test_a_paper_to_print_says_that_its_answers_are_typed():
    assert "Type the signs" in refused(printed(paper("flash")))


def test_a_locked_form_is_refused_with_the_remedy():
    assert "without a password" in refused(locked_pdf())


def test_a_form_of_somebody_else_is_not_ours():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(fillable(paper("flash")))) as pdf:
        pdf.Root.AcroForm.Fields[0].V = pikepdf.String("someone")
        pdf.save(out)

    assert "not a Jalon questionnaire" in refused(out.getvalue())


def test_a_pdf_that_unpacks_into_gigabytes_costs_another_process_its_life_and_nothing_else():
    bomb = pdf_bomb()
    assert len(bomb) < MOST_BYTES + 100_000

    assert "damaged" in refused(bomb[:MOST_BYTES])
