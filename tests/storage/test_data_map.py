"""The data map tells every column there is, in both languages, and says all about it."""

import importlib
import re
from pathlib import Path

import pytest

from storage.schema import metadata
from ui.middleware import device, language, sign_in

ROOT = Path(__file__).parents[2]
PAGES = ("data-map.md", "cartographie-des-donnees.md")

for schema in sorted((ROOT / "storage").glob("*schema*.py")):
    # A table that nobody has imported yet is unknown to metadata.
    importlib.import_module(f"storage.{schema.stem}")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def groups(name: str) -> list[list[str]]:
    """The lines about tables, cell by cell; the first says '`table`: `column`, `column`'."""
    lines = [line for line in page(name).splitlines() if re.match(r"\| `\w+`\W*: `", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def columns_in(cells: list[str]) -> list[str]:
    table, *columns = re.findall(r"`(\w+)`", cells[0])
    return [f"{table}.{column}" for column in columns]


def known_columns() -> set[str]:
    return {f"{table.name}.{c.name}" for table in metadata.sorted_tables for c in table.columns}


@pytest.mark.parametrize("name", PAGES)
def test_every_column_is_told_once(name: str) -> None:
    told = [column for cells in groups(name) for column in columns_in(cells)]
    assert sorted(told) == sorted(known_columns())


@pytest.mark.parametrize("name", PAGES)
def test_each_line_says_what_why_who_how_long_and_how_it_goes(name: str) -> None:
    for cells in groups(name):
        assert len(cells) == 6, cells[0]
        assert all(cells), cells[0]


def test_both_languages_tell_the_same_lines() -> None:
    english, french = ([columns_in(cells) for cells in groups(name)] for name in PAGES)
    assert english == french


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "cookie",
    [device.COOKIE, language.COOKIE, sign_in.COOKIE, "_streamlit_user"],
)
def test_every_cookie_is_told(name: str, cookie: str) -> None:
    assert f"`{cookie}`" in page(name)


RECORDS = ("processing-record-template.md", "registre-des-traitements-modele.md")


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_of_processing_marks_what_only_the_controller_knows(name: str) -> None:
    # What article 30(1) of the GDPR asks for, from (a) to (g).
    for point in "abcdefg":
        assert re.search(rf"\b30\(1\)\({point}\)", page(name)), point
    assert page(name).count("☐") >= 8
    assert PAGES[RECORDS.index(name)] in page(name)
