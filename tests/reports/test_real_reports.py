"""Reports of the worked cases, on the real content."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from assessment.profile import Profile
from reports.build import build_dossier
from reports.dossier import Dossier, Sheet
from reports.library import load_library
from reports.pdf import pdf
from reports.sections.programmes import proposed
from tests.reports.pdf_reading import page_texts, solid, text_of

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
SHORT = (CASES[0], CASES[-1])


def dossier_of(path: Path, language: str) -> Dossier:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    on: dt.date = case["date"]
    answers = {q: value for group in case["answers"].values() for q, value in group.items()}
    sheet = Sheet(answers, on, profile=Profile.model_validate(case["profile"]))
    return build_dossier(load_library(language), sheet, on)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_case_gets_its_report(path):
    made = dossier_of(path, "fr")
    pages = page_texts(pdf(made))

    assert "Qui appeler" in pages[0]
    assert "Projet de décision" in pages[1]
    assert len(pages) <= 15
    assert "{" not in " ".join(pages)


@pytest.mark.parametrize("path", SHORT, ids=lambda path: path.stem)
def test_an_english_report_has_no_french_words_of_ours(path):
    said = " ".join(page_texts(pdf(dossier_of(path, "en"))))

    assert "Whom to call" in said
    assert "Feuille de route" not in said
    assert "à vérifier auprès du financeur" not in said


def test_every_programme_named_in_a_report_carries_its_address():
    made = dossier_of(CASES[-1], "fr")
    said = solid(text_of(pdf(made)))
    assert proposed(made)
    for match in proposed(made):
        assert solid(match.programme.source.url) in said
