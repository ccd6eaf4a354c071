"""What must stay true of the core questionnaire, whoever edits its texts."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import FLOOR_POINTS, Axis, Principle, Questionnaire
from content.languages import AUTHORS, LANGUAGES
from questionnaires import read

FLASH = {
    "strategy": "digital-priorities",
    "governance": "board-agenda",
    "people": "digital-carrier",
    "tools": "enter-once",
    "services": "people-online-needs",
    "communication": "site-readable",
    "data-security": "backup-restored",
    "responsible-digital": "ai-rule",
}
FLOOR = {
    "leavers-accounts": "leavers",
    "emergency-page": "incident-contact",
    "device-updates": "updates",
    "backup-restored": "backup",
    "two-factor": "two-factor",
}


@pytest.fixture(params=LANGUAGES)
def core(request: pytest.FixtureRequest) -> Questionnaire:
    return read("digital-maturity", request.param)


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text a reader meets, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "floor", "tags", "kind", "flash", "dimension", "when"):
                yield from texts(inner, f"{place} > {key}")
    elif isinstance(value, list | tuple):
        for inner in value:
            name = inner.get("id", "") if isinstance(inner, dict) else ""
            yield from texts(inner, f"{place}[{name}]")
    elif isinstance(value, str):
        yield place, value


def wrong(questionnaire: Questionnaire, pattern: str) -> list[str]:
    found = texts(questionnaire.model_dump())
    return [f"{place}: {text}" for place, text in found if re.search(pattern, text)]


def test_eight_dimensions_ask_three_scored_questions_each_and_one_is_not_scored(
    core: Questionnaire,
) -> None:
    scored = {d.id: sum(q.scored for q in d.questions) for d in core.dimensions}
    assert scored == dict.fromkeys(FLASH, 3)
    assert list(scored) == list(FLASH)
    assert [q.id for q in core.questions() if not q.scored] == ["leader-view"]
    assert core.dimensions[0].questions[-1].id == "leader-view"


def test_no_option_takes_the_words_kept_for_unknown_and_not_applicable(
    core: Questionnaire,
) -> None:
    ids = {option.id for question in core.questions() for option in question.options}
    assert not ids & {UNKNOWN, NOT_APPLICABLE}


def test_every_scored_question_has_four_options_worth_zero_to_three_and_weighs_one(
    core: Questionnaire,
) -> None:
    for question in core.questions():
        points = [option.points for option in question.options]
        assert points == ([0, 1, 2, 3] if question.scored else [0, 0, 0]), question.id
        assert question.weight == 1, question.id


def test_the_five_floor_points_stand_in_five_questions(core: Questionnaire) -> None:
    asked = {q.id: q.floor for q in core.questions() if q.floor}
    assert asked == FLOOR
    assert sorted(asked.values()) == sorted(FLOOR_POINTS)


def test_every_answer_of_a_floor_question_settles_it_and_it_always_applies(
    core: Questionnaire,
) -> None:
    for question_id in FLOOR:
        question = core.question(question_id)
        proofs = [option.floor for option in question.options]
        assert proofs == ["absent", "absent", "absent", "present"], question_id
        assert not question.may_not_apply, question_id


def test_only_four_questions_may_not_apply(core: Questionnaire) -> None:
    allowed = {q.id for q in core.questions() if q.may_not_apply}
    assert allowed == {
        "members-online",
        "non-digital-way",
        "service-tested",
        "online-gifts-sales",
    }


def test_the_flash_form_takes_one_question_in_each_dimension(core: Questionnaire) -> None:
    assert {core.dimension_of(i).id: i for i in core.flash} == FLASH
    assert core.flash == tuple(FLASH.values())


def test_levels_are_those_of_the_contract(core: Questionnaire) -> None:
    assert [(level.id, level.starts_at) for level in core.levels] == [
        ("starting-out", 0),
        ("getting-organised", 25),
        ("established", 50),
        ("sharing", 75),
    ]


def test_each_axis_and_each_principle_is_read_from_several_questions(
    core: Questionnaire,
) -> None:
    tags = [q.tags for q in core.questions() if q.scored and q.tags]
    assert len(tags) == 24
    axes = Counter(t.axis for t in tags)
    principles = Counter(t.principle for t in tags)
    assert {axis for axis, times in axes.items() if times >= 3} == set(get_args(Axis))
    assert {p for p, times in principles.items() if times >= 3} == set(get_args(Principle))


def test_short_names_fit_charts_and_phones(core: Questionnaire) -> None:
    for dimension in core.dimensions:
        assert len(dimension.short) <= 24, dimension.short
    for question in core.questions():
        assert len(question.short) <= 28, question.short


def test_texts_stay_short_enough_to_be_read(core: Questionnaire) -> None:
    for question in core.questions():
        assert len(question.text) <= 125, question.text
        for option in question.options:
            assert len(option.text) <= 130, option.text


def test_options_of_a_question_are_all_different(core: Questionnaire) -> None:
    for question in core.questions():
        said = {option.text.casefold() for option in question.options}
        assert len(said) == len(question.options), question.id


def test_options_show_no_points(core: Questionnaire) -> None:
    for question in core.questions():
        for option in question.options:
            assert not re.search(r"\bpoints?\b|\d ?/ ?\d", option.text), option.text


def test_each_text_is_written_in_its_own_language() -> None:
    french, english = (
        dict(texts(read("digital-maturity", language).model_dump())) for language in AUTHORS
    )
    same = {place for place, text in french.items() if english[place] == text}
    names = {place for place in same if place.rpartition(" > ")[2] in ("short", "title", "version")}
    assert same == names


def test_french_puts_a_no_break_space_before_high_punctuation() -> None:
    core = read("digital-maturity", "fr")
    assert wrong(core, r"[^\u00a0 ][;:!?%»]|[ ][;:!?%»]|«[^\u00a0]") == []
    assert {q.text[-2:] for q in core.questions()} == {"\u00a0?"}


def test_english_ends_questions_with_a_mark_and_no_space() -> None:
    core = read("digital-maturity", "en")
    assert wrong(core, r"[\s\u00a0][;:!?%]") == []
    assert all(re.search(r"\w\?$", q.text) for q in core.questions())


def test_no_text_is_unfinished_or_holds_a_straight_apostrophe(core: Questionnaire) -> None:
    assert wrong(core, r"TODO|FIXME|\.\.\.|['\"]|  ") == []


def test_no_text_uses_words_that_scold(core: Questionnaire) -> None:
    assert (
        wrong(
            core,
            r"(?i)transformation|retard\b|\bgaps?\b|\blagging|maturit|lacune|manque de",
        )
        == []
    )


def test_plain_words_use_short_sentences(core: Questionnaire) -> None:
    for question in core.questions():
        for sentence in re.split(r"(?<=[.?!”»])\s|:", question.plain_language):
            assert len(sentence.split()) <= 16, f"{question.id}: {sentence}"


def test_figures_name_their_source_and_year(core: Questionnaire) -> None:
    quoting = [q for q in core.questions() if "%" in q.why_we_ask]
    assert quoting
    for question in quoting:
        assert re.search(r"\b20(19|2\d)\b", question.why_we_ask), question.id
        assert re.search(
            r"Digital Wallonia|Solidatech|Roi Baudouin|King Baudouin|Rey Balduino|König-Baudouin"
            r"|Koning Boudewijn",
            question.why_we_ask,
        ), question.id


def test_no_two_questions_or_dimensions_are_called_the_same(core: Questionnaire) -> None:
    said = Counter(q.text for q in core.questions())
    said.update(q.short for q in core.questions())
    said.update(d.short for d in core.dimensions)
    assert [text for text, times in said.items() if times > 1] == []
