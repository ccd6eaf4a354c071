"""The sheet of a project and the statement of needs, as files anyone can read."""

import io
from decimal import Decimal

import pytest
from docx import Document

from content.languages import LANGUAGES
from recommendations.carried import NOTES, Carried
from recommendations.guide import read_guide
from recommendations.projects import Project
from recommendations.specification import Specification
from reports.export import DOCUMENTS, export_document
from reports.finding import find_project, followed_elsewhere
from reports.needs_file import needs_file
from reports.project_file import project_file
from tests.reports.builders import HALF, HOSTILE, ON, dossier
from tests.reports.pdf_reading import page_texts, text_of

WRITTEN = Carried(
    state="in-progress", done=("write-plan.1",), sponsor="Amina", carrier="Luc",
    groups=("staff", "volunteers"), users="L’accueil", asked=True, purchase=Decimal(900),
    notes="Appeler Marie.",
)  # fmt: skip


def the_sheet(carried: Carried, language: str = "fr", **more):
    made = dossier(HALF, language=language, **more)
    found = find_project(made, "write-plan")
    return project_file(made, found.project, found.sheet, carried)


def the_needs(asked: Specification, language: str = "fr"):
    made, guide = dossier(HALF, language=language), read_guide(language)
    project = find_project(made, "write-plan").project
    written = WRITTEN.model_copy(update={"specification": asked})
    return needs_file(made, project, written, guide, guide.kind("website"))


def pdf(data) -> bytes:
    return export_document(data, "pdf", ON)


def test_the_sheet_is_one_page_that_says_who_how_far_and_how_much():
    (page,) = page_texts(pdf(the_sheet(WRITTEN)))

    for said in (
        "Action write-plan", "Fiche de projet", "En cours · 1 étape sur 3", "Amina",
        "Salariés, bénévoles · L’accueil", "☑ oui", "900 €", "pas encore connu", "jusqu’à 120 €",
        "Appeler Marie.", "Programme cheque", "Base du coût : Notre estimation.",
    ):  # fmt: skip
        assert said in page, said


def test_an_empty_sheet_claims_nothing():
    text = text_of(pdf(the_sheet(Carried())))

    assert "Pas commencé · 0 étape sur 3" in text
    assert "☑" not in text
    assert "None" not in text
    assert "pas encore connu" in text


def test_a_cost_known_over_three_years_is_added_up():
    whole = WRITTEN.model_copy(update={"yearly": Decimal(100)})

    assert "1 200 €" in text_of(pdf(the_sheet(whole))).replace("\u202f", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extension", DOCUMENTS)
def test_both_files_are_made_in_every_language_and_twice_the_same(extension, language):
    asked = Specification(need="Un site").added("Lisible", "must").added("Joli", "later")
    for data in (the_sheet(WRITTEN, language), the_needs(asked, language)):
        made = export_document(data, extension, ON)
        assert made == export_document(data, extension, ON)


@pytest.mark.parametrize("said", [HOSTILE, "🚀 日本語", "\x00\x07", "W" * 200])
def test_what_people_type_stops_no_file(said):
    asked = Specification(need=said, existing=said).added(said, "must")
    carried = WRITTEN.model_copy(update={"notes": said * 20, "sponsor": said})

    assert pdf(the_sheet(carried, name=said)).startswith(b"%PDF")
    assert pdf(the_needs(asked)).startswith(b"%PDF")


def test_notes_of_a_whole_page_are_printed_to_the_end():
    notes = ("mot " * NOTES)[: NOTES - 4] + "fin."

    assert "fin." in text_of(pdf(the_sheet(WRITTEN.model_copy(update={"notes": notes}))))


def test_suppliers_get_the_lists_and_tables_to_fill_and_nothing_left_empty():
    asked = (
        Specification(need="Nos membres trouvent nos horaires.", budget_max=Decimal(2000))
        .added("Lisible au téléphone", "must")
        .added("Plusieurs langues", "later")
        .added("Nos données restent ici", "constraint")
        .added("Le coût sur trois ans", "criterion")
    )
    pages = page_texts(pdf(the_needs(asked)))
    text = " ".join(pages)

    assert len(pages) <= 2
    for said in (
        "Notre besoin : Un site", "Nos membres trouvent nos horaires.", "1. Lisible au téléphone",
        "1. Plusieurs langues", "1. Nos données restent ici", "jusqu’à 2 000 €",
        "Oui, en partie, non", "Total sur trois ans", "Personne à joindre Luc",
    ):  # fmt: skip
        assert said.replace("\u202f", " ") in text.replace("\u202f", " "), said
    assert "Réponse au plus tard" not in text
    assert "Ce qui existe déjà" not in text


def test_an_empty_statement_leaves_lines_to_write_on():
    text = text_of(pdf(the_needs(Specification())))

    assert "(à écrire en une phrase)" in text
    assert "Conditions" not in text
    assert "3." in text


def test_the_word_file_holds_tables_a_supplier_can_fill():
    asked = Specification(need="Un site").added("Lisible", "must")
    document = Document(io.BytesIO(export_document(the_needs(asked), "docx", ON)))

    first = next(table for table in document.tables if table.cell(0, 0).text == "Besoin")
    assert [cell.text for cell in first.rows[1].cells] == ["1. Lisible", "", ""]


def test_a_project_is_found_in_the_plan_out_of_it_or_not_at_all():
    made = dossier(HALF)
    first = made.projects[0].step.project

    assert find_project(made, None).project == first
    assert find_project(made, first.id).sheet is made.projects[0]
    assert find_project(made, "restore").sheet is None
    assert find_project(made, "nothing-of-ours") is None


def test_a_piece_of_the_safety_net_leads_to_the_net():
    made = dossier({"backup": "none"})

    assert find_project(made, "restore").project.id == "safety-net"
    assert find_project(dossier(HALF), "safety-net").project.actions


def test_what_one_wrote_about_a_project_out_of_the_plan_is_still_there():
    made = dossier(HALF)
    carried = {"restore": WRITTEN, "gone-for-good": WRITTEN}
    object.__setattr__(made.sheet, "carried", carried)

    assert [found.project.id for found in followed_elsewhere(made)] == ["restore"]
    assert isinstance(followed_elsewhere(made)[0].project, Project)
