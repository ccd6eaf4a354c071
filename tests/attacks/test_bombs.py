"""Small files that unpack, repeat or nest without end: refused at once, in one sentence."""

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pikepdf
import pytest

from content.nodes import MOST_CHARACTERS, Tree
from reports.paper.found import UnreadableFile
from reports.paper.reading import read_back
from reports.paper.spreadsheet import spreadsheet
from storage.answer_file import AnswerFileError, read_answer_file
from storage.json_text import JsonTextError, read_json
from tests.reports.paper.builders import desk, paper
from ui.answer_files import opened

FIFTY_MEGABYTES = 50_000_000
QUESTIONS = "xl/worksheets/sheet2.xml"


@contextmanager
def cheap(megabytes: float = 20, seconds: float = 5) -> Iterator[None]:
    """Fails when what is done inside holds or takes far more than a file of ours does."""
    begin = time.process_time()
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1e6
        assert time.process_time() - begin < seconds
    finally:
        tracemalloc.stop()


def refused_paper(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        read_back(content, desk("en"))
    return str(error.value)


def with_questions(part: bytes) -> bytes:
    """A workbook of ours whose sheet of questions is this."""
    out = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(spreadsheet(paper())))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in whole.namelist():
            new.writestr(name, part if name == QUESTIONS else whole.read(name))
    return out.getvalue()


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"PK\x03\x04", b"jalon|digital-maturity|", b"x"])
def test_fifty_megabytes_are_no_paper_of_ours(start: bytes) -> None:
    big = start + b"x" * FIFTY_MEGABYTES
    with cheap():
        assert "too big" in refused_paper(big)


def test_fifty_megabytes_are_no_answer_file() -> None:
    big = b'{"instrument":"' + b"x" * FIFTY_MEGABYTES
    with cheap(), pytest.raises(AnswerFileError):
        opened("a.json", big)


@pytest.mark.parametrize(
    "rows",
    [b",x" * 240_000, b"a\n" * 249_000, b'"' * 499_999, b'"' + b"x" * 490_000, b"\n" * 499_000],
    ids=["wide", "long", "quotes", "one cell", "blank"],
)
def test_a_csv_of_nothing_but_cells_is_read_no_further_than_a_questionnaire(rows: bytes) -> None:
    with cheap(40), pytest.raises(UnreadableFile):
        read_back(b"x" + rows, desk("en"))


@pytest.mark.parametrize(
    "part",
    [
        b"<w>" + b'<c r="A1"/>' * 40_000 + b"</w>",
        b"<a>" * 70_000 + b"</a>" * 70_000,
        b"<w>" + b"".join(b'<c xmlns:a%d="x%d"/>' % (n, n) for n in range(35_000)) + b"</w>",
    ],
    ids=["cells", "depth", "namespaces"],
)
def test_a_workbook_of_nothing_but_elements_costs_little(part: bytes) -> None:
    hostile = with_questions(part)
    assert len(hostile) < 250_000
    with cheap(60, 10):
        assert refused_paper(hostile)


def test_a_workbook_in_a_workbook_is_not_opened() -> None:
    inner = with_questions(bytes(900_000))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(190):
            archive.writestr(f"xl/{number}.xlsx", inner)
    with cheap():
        assert refused_paper(out.getvalue()[:2_000_000])


def test_a_form_of_thirty_thousand_fields_is_read_no_further_than_ours() -> None:
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    name = pikepdf.Name.Tx
    fields = [
        pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String(f"f{n}"), FT=name))
        for n in range(30_000)
    ]
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields))
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with cheap():
        assert "not a Jalon questionnaire" in refused_paper(out.getvalue())


LAUGHS = "\n".join(
    [f"a0: &a0 [{'lol, ' * 9}]", *(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 30))]
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (LAUGHS, "anchors and aliases"),
        ("[" * 1_000_000, "nested too deep"),
        ("{a: " * 100_000, "nested too deep"),
        ("- " * 100_000, "nested too deep"),
        ("? " * 100_000, "a key is a word, not a list"),
        ("\n".join(" " * n + "a:" for n in range(800)), "nested too deep"),
        ("[" * 490 + "]" * 490, "nested too deep"),
        ("x" * (MOST_CHARACTERS + 1), "longer than"),
        ("a: !!python/object/apply:os.system ['id']", ""),
        ("a: !!binary " + "A" * 1000, ""),
        ("a: " + "9" * 10_000, ""),
        ("\x00", "not valid YAML"),
        ("a: \ud800", "not valid YAML"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_yaml_bombs_are_problems_of_their_file(text: str, says: str) -> None:
    with cheap(40):
        tree = Tree(text, "hostile.yaml")
    if says:
        assert [says in problem.message for problem in tree.problems] == [True]
        assert tree.value is None
        assert "\n" not in tree.problems[0].message
    else:
        # Read as texts: no tag makes anything else of them.
        assert all(isinstance(one, str | list) for one in tree.value.values())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        '{"a":' * 100_000,
        "[" * 50 + "]" * 50,
        "9" * 900_000,
        '"' + "\\ud800" * 100_000 + '"',
        "[" + "[]," * 50_000 + "[]]",
    ],
    ids=["lists", "keys", "fifty", "digits", "halves", "wide"],
)
def test_json_bombs_are_refused_in_one_line(text: str) -> None:
    with cheap(150):
        try:
            read_json(text, 1_000_000)
        except JsonTextError as error:
            assert "\n" not in str(error)
        else:
            assert text.startswith("[[],")


def refusals() -> Iterator[tuple[Callable[[], object], type[Exception]]]:
    yield lambda: read_answer_file("[" * 900_000, "a.json"), AnswerFileError
    yield (
        lambda: read_answer_file('{"instrument":"x","answers":' * 20_000, "a.json"),
        AnswerFileError,
    )


def test_an_answer_file_that_nests_is_refused_as_one() -> None:
    for read, error in refusals():
        with cheap(60), pytest.raises(error):
            read()
