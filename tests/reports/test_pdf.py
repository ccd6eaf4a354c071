"""The PDF: what it says, at any number of answers, and that everyone can read it."""

import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest

from assessment.profile import Profile
from content.languages import LANGUAGES
from recommendations.wishes import Means
from reports.export import export
from reports.pdf import pdf
from tests.reports.builders import (
    ALL,
    HALF,
    HOSTILE,
    NONE_APPLIES,
    NOTHING,
    dossier,
    programme,
)
from tests.reports.pdf_reading import alternatives, page_texts, solid, text_of

ONE = {"plan": "some"}
UNKNOWN = dict.fromkeys(ALL, "unknown")


@pytest.mark.parametrize("answers", [NOTHING, ONE, HALF, ALL, UNKNOWN, NONE_APPLIES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_made_at_any_number_of_answers(answers, language):
    text = text_of(pdf(dossier(answers, language=language)))

    assert "nan" not in text.lower().split()
    assert "None" not in text


def test_the_first_page_stands_alone():
    first = page_texts(pdf(dossier(HALF)))[0]

    for said in (
        "Plan numérique – Les Ateliers de l’Œuvre",
        "23 novembre 2026",
        "Vos données sont gardées.",
        "Established",
        "À faire en premier Action write-plan",
        "Première étape : Ouvrir un document.",
        "6 heures",
        "jusqu’à 120 €",
        "Réseau d’appui",
        "https://reseau.example",
        "Que dire :",
    ):
        assert said in first


def test_no_strength_is_invented_and_the_page_opens_with_the_first_step():
    first = page_texts(pdf(dossier({"plan": "none", "backup": "none"})))[0]

    assert "Ce qui marche déjà" not in first
    assert first.index("À faire en premier") < first.index("Où vous en êtes")


def test_a_level_that_rests_on_little_is_called_provisional():
    assert "Résultat provisoire" in page_texts(pdf(dossier(ONE)))[0]
    assert "Résultat provisoire" not in page_texts(pdf(dossier(ALL)))[0]


def test_the_first_page_shows_no_figure_of_the_score_and_no_jargon():
    first = page_texts(pdf(dossier(HALF)))[0]

    assert "sur 100" not in first
    assert "entre" not in first.split()


@pytest.mark.parametrize("length", [1, 200])
def test_the_first_page_stays_one_page_whatever_the_name(length):
    pages = page_texts(pdf(dossier(HALF, name="W" * length)))

    assert "Que dire" in pages[0]
    assert "Projet de décision" in pages[1]


def test_the_board_gets_a_decision_to_sign():
    second = page_texts(pdf(dossier(HALF)))[1]

    assert "Projet de décision pour le conseil" in second
    assert "Le conseil décide de mener : « Action write-plan »" in second
    assert "Personne qui la remplace" in second
    assert "23 mai 2027" in second


def test_the_working_can_be_redone_by_hand():
    text = text_of(pdf(dossier({"plan": "some", "board": "minuted", "backup": "unknown"})))

    assert "2 sur 3" in text
    assert "(2/3 + 3/3) ÷ 2 × 100 = 83,3" in text
    assert "je ne sais pas encore" in text


def test_unknown_and_not_applicable_are_said_in_words_and_never_as_zero():
    text = text_of(pdf(dossier(dict.fromkeys(("plan", "board"), "not_applicable"))))

    assert "Cap et stratégie ne s’applique pas pas de score –" in text
    assert "Données et sécurité pas encore connu pas de score 0 %" in text
    assert "0 sur 100" not in text


def test_funding_says_the_verdict_in_our_words_with_source_date_and_question():
    text = text_of(pdf(dossier(HALF)))

    assert "à vérifier auprès du financeur" in text
    assert "dernier jour : 31 mars 2027" in text
    assert "1er mai 2026" in text
    assert "https://region.example/aide" in text
    assert "« Pouvons-nous introduire ? »" in text
    assert "éligible" not in text


def test_conditions_met_are_said_as_seen():
    profile = Profile.model_validate({"enterprise": {"region": "BE-WAL", "fte": 3}})

    assert "vous remplissez les conditions vues" in text_of(pdf(dossier(HALF, profile=profile)))


def test_an_amount_that_was_not_seen_is_not_zero():
    unseen = programme("muet", amount={})

    assert "montant non vu" in text_of(pdf(dossier(HALF, programmes=(unseen,))))


def test_when_no_programme_fits_the_page_says_so_and_offers_the_rest_in_order():
    text = text_of(pdf(dossier(HALF, programmes=(), with_help=False)))

    said = ["aucun ne paie ce projet", "Aide gratuite", "En nature", "À plusieurs", "Prêt"]
    places = [text.index(part) for part in said]
    assert places == sorted(places)


def test_what_does_not_fit_is_left_aside_with_the_reason():
    text = text_of(pdf(dossier(HALF, means=Means(hours_per_month=Decimal(1), months=1))))

    assert "Laissé de côté" in text
    assert "d’autres projets apportent plus" in text


def test_open_questions_name_who_might_know():
    text = text_of(pdf(dossier(HALF)))

    assert "Texte de sign-in ? (point de sécurité) Qui sait sign-in" in text


@pytest.mark.parametrize(
    "name", [HOSTILE, "=cmd()", "#evil[*", "<script>", "// # $ @ ~ _ ` \\u{41}", "W" * 200]
)
def test_a_hostile_name_is_printed_as_it_is(name):
    assert solid(name) in solid(text_of(pdf(dossier(HALF, name=name))))


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("fusée 🚀", "fusée □"),
        ("日本語", "□□□"),
        ("a\x00b\x07c", "abc"),
        ("\ue000", "□"),
        ("e\u0301te\u0301 Œ", "été Œ"),
        ("Ελλάδα Україна", "Ελλάδα Україна"),
        ("\ud83d", ""),
    ],
)
def test_what_the_fonts_lack_becomes_a_square_and_stops_nothing(given, printed):
    text = text_of(pdf(dossier(HALF, worry=f"[{given}]")))

    assert f"[{printed}]" in text


@pytest.mark.parametrize(
    "worry", ["مرحبا بالعالم", "שלום", "👩‍👩‍👧 ❤️ ☎️", "\u202eabc\u202c", "e\u0301\u0302\u0303"]
)
def test_other_scripts_and_marks_stop_nothing(worry):
    assert pdf(dossier(HALF, worry=worry)).startswith(b"%PDF")


def test_a_worry_of_five_thousand_characters_is_quoted_in_full():
    said = [f"souci{i}." for i in range(600)]
    text = text_of(pdf(dossier(HALF, worry=" ".join(said))))

    assert len(" ".join(said)) > 5000
    assert [one for one in said if one not in text] == []


def test_typographic_signs_survive():
    assert "’ œ € « »" in text_of(pdf(dossier(HALF, worry="’ œ € « »")))


def test_the_same_dossier_gives_the_same_bytes():
    assert pdf(dossier(HALF)) == pdf(dossier(HALF))


@pytest.mark.parametrize("language", LANGUAGES)
def test_assistive_technology_finds_its_way(language):
    document = pikepdf.open(io.BytesIO(pdf(dossier(HALF, language=language))))
    root = document.Root

    assert str(root.Lang) == language
    assert bool(root.MarkInfo.Marked)
    assert "/StructTreeRoot" in root
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert "Les Ateliers" in str(metadata["dc:title"])
    with document.open_outline() as outline:
        assert len(outline.root) >= 8


@pytest.mark.parametrize("answers", [NOTHING, HALF, NONE_APPLIES])
def test_every_figure_says_what_it_shows(answers):
    figures = alternatives(pdf(dossier(answers)), "/Figure")

    assert all(figures)
    assert any("Cap et stratégie" in said for said in figures)


def test_tables_have_headers_and_headings_are_real():
    made = pdf(dossier(HALF))

    assert alternatives(made, "/TH")
    assert alternatives(made, "/H1")
    assert alternatives(made, "/H3")


def test_the_answer_file_is_inside():
    document = pikepdf.open(io.BytesIO(pdf(dossier(HALF, worry="Trop de saisies"))))
    inside = json.loads(document.attachments["reponses-jalon.json"].get_file().read_bytes())

    assert inside["instrument"] == "small"
    assert inside["answers"] == HALF
    assert inside["profile"]["enterprise"]["name"] == "Les Ateliers de l’Œuvre"
    assert inside["worry"] == "Trop de saisies"


def test_several_reports_can_be_made_at_once():
    made = dossier(HALF)
    with ThreadPoolExecutor(4) as pool:
        copies = set(pool.map(pdf, [made] * 8))

    assert len(copies) == 1


@pytest.mark.parametrize("extension", ["pdf", "docx", "xlsx", "json", "ics"])
def test_a_score_kept_from_an_older_questionnaire_is_never_redone(extension):
    made = dossier(HALF)
    kept = replace(made, card=replace(made.card, version="0.9"))

    assert export(kept, extension)
    if extension == "pdf":
        text = text_of(pdf(kept))
        assert "calculé avec la version 0.9 du questionnaire et gardé tel quel" in text
        assert "÷ 1 × 100" not in text
