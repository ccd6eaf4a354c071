"""Our own texts stay easy, kind by kind; who writes a hard one is told where and how."""

from content.translation_checks import Written
from jalon.content_files import sources
from jalon.readability import counts, hard_texts, read_kinds

HARD = (
    "La contractualisation préalable des responsabilités opérationnelles présuppose "
    "l’institutionnalisation de l’interopérabilité organisationnelle."
)
EASY = "The cat is here."


def told(file: str, place: str, french: str) -> list[str]:
    found = {file: {(french, EASY): Written(7, place)}}
    return [str(one.problem) for one in hard_texts(found, read_kinds())]


def test_our_own_texts_meet_their_limits():
    hard = hard_texts(sources(), read_kinds())
    assert [str(one.problem) for one in hard if one.kind.over == "refused"] == []


def test_only_funders_conditions_may_stay_hard():
    assert {kind.id for kind in read_kinds() if kind.over != "refused"} == {"programme"}


def test_a_hard_text_is_told_with_its_place_and_what_to_do():
    (line,) = told("ui/wording.yaml", "landing.lead", HARD)
    assert line.startswith("ui/wording.yaml:7")
    assert "fr: hard to read" in line
    assert "shorter words" in line


def test_a_long_sentence_is_counted_even_when_its_words_are_short():
    (line,) = told("questionnaires/x.yaml", "questions[a] > plain_language", "à " * 16)
    assert "a sentence of 16 words, 15 at most" in line


def test_simpler_words_hold_nothing_aside():
    place = "questions[a] > plain_language"
    assert any("'('" in line for line in told("questionnaires/x.yaml", place, "Oui (ou non)."))
    assert any("';'" in line for line in told("questionnaires/x.yaml", place, "Oui ; non."))
    assert told("questionnaires/x.yaml", "questions[a] > text", "Oui (ou non).") == []


def test_the_first_kind_that_matches_decides():
    named = {
        (kind.id, place)
        for file, place in (
            ("questionnaires/digital-maturity/deep/tools.yaml", "questions[a] > plain_language"),
            ("questionnaires/digital-maturity/tools.yaml", "questions[a] > options[b] > text"),
            ("catalogue/glossary.yaml", "words[a] > meaning"),
            ("catalogue/cases/ai.yaml", "cases[a] > challenge"),
        )
        for kind in [next(k for k in read_kinds() if k.holds(file, place))]
    }
    assert {kind for kind, _ in named} == {"plain-language", "question", "meaning", "story"}


def test_names_and_labels_are_not_measured():
    assert told("catalogue/cases/ai.yaml", "cases[a] > legal_form", HARD) == []


def test_funders_conditions_are_only_counted():
    found = {"recommendations/programmes/x.yaml": {(HARD, EASY): Written(3, "summary")}}
    hard = list(hard_texts(found, read_kinds()))
    assert counts(hard) == {"programme": 1}
    assert {one.kind.over for one in hard} == {"counted"}
