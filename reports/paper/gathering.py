"""From what was written, wherever it was, to answers that are right and problems by their cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from content.languages import LANGUAGES
from content.wording import Wording
from reports.paper.found import Desk, Found, Problem, UnreadableFile
from reports.paper.numbered import Asked
from reports.paper.paper import Paper
from reports.paper.sifting import (
    answer_of,
    choice_of,
    quoted,
    size_of,
    wrong_answer,
    wrong_choice,
)

_LONGEST_NAME = 200


@dataclass(frozen=True)
class Said:
    """What one cell says about one question or one fact of the profile."""

    place: str
    about: str
    text: str
    formula: bool = False
    asked_as: str = ""
    """The words of the question in the file, when it has them."""
    listed: Mapping[str, str] = field(default_factory=dict)
    """The words one could choose there to their values."""


@dataclass(frozen=True)
class Marked:
    """What a file says of itself: whose paper it is today, and the version it was made with."""

    paper: Paper
    version: str


def marked(text: str, desk: Desk) -> Marked:
    """Reads a mark; UnreadableFile when it is none, or of another instrument."""
    parts = text.split("|")
    if len(parts) != 5 or parts[0] != "jalon":
        raise UnreadableFile(desk.word("paper.file.not_ours"))
    _, instrument, version, form, language = parts
    if form not in ("core", "flash") or language not in LANGUAGES:
        raise UnreadableFile(desk.word("paper.file.not_ours"))
    paper = desk.paper_in("flash" if form == "flash" else "core", language)
    if instrument != paper.questionnaire.id:
        raise UnreadableFile(desk.word("paper.file.other", found=quoted(instrument)))
    return Marked(paper, quoted(version))


def gather(mark: Marked, answers: Iterable[Said], facts: Iterable[Said], desk: Desk) -> Found:
    """Everything found: what is right is kept whatever stands beside it."""
    known = {asked.question.id: asked for asked in mark.paper.asked}
    kept: dict[str, str] = {}
    enterprise: dict[str, str] = {}
    problems: list[Problem] = []
    gone: list[str] = []
    for said in answers:
        if not (said.text.strip() or said.formula):
            continue
        if said.about not in known:
            gone.append(quoted(said.asked_as or said.about))
            continue
        value = _value(known[said.about], said, desk.word, problems)
        if value is not None:
            kept[said.about] = value
    for said in facts:
        if said.text.strip() or said.formula:
            enterprise |= _fact(mark.paper, said, desk.word, problems)
    notes = _notes(mark, gone, desk.word)
    return Found(mark.paper, mark.version, kept, enterprise, tuple(problems), notes)


def _value(asked: Asked, said: Said, word: Wording, problems: list[Problem]) -> str | None:
    if said.formula:
        problems.append(Problem(said.place, word("paper.problem.formula", number=asked.number)))
        return None
    value = answer_of(asked, said.text, said.listed)
    if value is None:
        problems.append(Problem(said.place, wrong_answer(asked, said.text, word)))
    elif value not in (UNKNOWN, NOT_APPLICABLE) and value not in asked.question.positions:
        gone = word("paper.problem.gone", number=asked.number, found=quoted(said.text))
        problems.append(Problem(said.place, gone))
        return None
    return value


def _fact(paper: Paper, said: Said, word: Wording, problems: list[Problem]) -> dict[str, str]:
    """The fields of the enterprise this fact settles; {} and a problem when it is not right."""
    text, name = said.text.strip(), said.about
    choices = paper.lists.of(name)
    if said.formula:
        problems.append(Problem(said.place, word("paper.problem.formula_fact")))
    elif choices:
        chosen = choice_of(choices, text)
        if chosen is not None:
            return _place(chosen) if name == "place" else {"legal_form": chosen}
        problems.append(Problem(said.place, wrong_choice(choices, text, word)))
    elif name == "name":
        return {"name": " ".join(text.split())[:_LONGEST_NAME]}
    elif name == "size":
        size = size_of(text)
        if size is not None:
            return {"fte": f"{size.normalize():f}"}
        problems.append(Problem(said.place, word("paper.problem.size", found=quoted(text))))
    return {}


def _place(chosen: str) -> dict[str, str]:
    """A country, and the region where the choice is one: 'BE-WAL' lies in 'BE'."""
    country, _, region = chosen.partition("-")
    return {"country": country} | ({"region": chosen} if region else {})


def _notes(mark: Marked, gone: list[str], word: Wording) -> tuple[str, ...]:
    notes = []
    today = mark.paper.questionnaire.version
    if mark.version != today:
        notes.append(word("paper.note.version", version=mark.version, today=today))
    notes += [word("paper.note.gone", question=question) for question in gone]
    return tuple(notes)
