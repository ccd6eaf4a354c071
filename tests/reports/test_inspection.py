"""Every report passes the inspection, in five languages and for each audience; faults are seen."""

import io

import pikepdf
import pytest

from content.languages import LANGUAGES
from reports.audiences import AUDIENCES, FIRST_PAGE, parts_for
from reports.pdf import pdf
from tests.reports.builders import HALF, dossier
from tools.inspect_pdf import elements, missing


def opened(made: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made))


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf(dossier(HALF))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language, audience):
    document = opened(pdf(dossier(HALF, language=language), parts_for(audience)))

    assert missing(document) == []
    assert str(document.Root.Lang) == language


def test_nothing_is_missing_on_the_first_page_alone():
    assert missing(opened(pdf(dossier(HALF), FIRST_PAGE))) == []


def test_the_answer_file_says_that_it_is_the_source(whole):
    document = opened(whole)
    (file,) = document.Root.AF

    assert str(file.AFRelationship) == "/Source"


def first(document: pikepdf.Pdf, tag: str) -> pikepdf.Dictionary:
    return next(n for n in elements(document.Root.StructTreeRoot.K) if str(n.S) == tag)


def without_alt(document):
    del first(document, "/Figure")["/Alt"]


def with_a_skipped_heading(document):
    first(document, "/H2").S = pikepdf.Name.H4


def without_language(document):
    del document.Root["/Lang"]


def without_structure(document):
    del document.Root["/StructTreeRoot"]


def without_intent(document):
    del document.Root["/OutputIntents"]


def without_relationship(document):
    del document.Root.AF[0]["/AFRelationship"]


def without_shown_title(document):
    document.Root.ViewerPreferences.DisplayDocTitle = False


def with_an_untagged_page(document):
    del document.pages[0].obj["/StructParents"]


def without_tab_order(document):
    del document.pages[0].obj["/Tabs"]


def with_an_untagged_link(document):
    first(document, "/Link").K = pikepdf.Array()


def a_font(document) -> pikepdf.Object:
    return next(iter(document.pages[0].Resources.Font.values()))


def without_characters(document):
    del a_font(document)["/ToUnicode"]


def without_its_font(document):
    descriptor = a_font(document).DescendantFonts[0].FontDescriptor
    for name in ("/FontFile2", "/FontFile3"):
        if name in descriptor:
            del descriptor[name]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without_alt, "figure"),
        (with_a_skipped_heading, "right after level"),
        (without_language, "no language"),
        (without_structure, "nothing is tagged"),
        (without_intent, "output intent"),
        (without_relationship, "what it is to the report"),
        (without_shown_title, "not its title"),
        (with_an_untagged_page, "page 1 has no structure"),
        (without_tab_order, "Tab key"),
        (with_an_untagged_link, "not tagged"),
        (without_characters, "does not tell its characters"),
        (without_its_font, "not embedded"),
    ],
)
def test_a_fault_is_seen(whole, spoil, said):
    document = opened(whole)
    spoil(document)

    assert any(said in line for line in missing(document))
