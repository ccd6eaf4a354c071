"""A result read along another framework: a table, and one sentence that says what it shows."""

from assessment.scorecard import Score
from content.wording import Wording
from questionnaires.readings import Reading
from reports.charts.rows import score_text
from reports.dossier import Dossier
from reports.naming import score_words
from reports.words import words

SHORT_IDS = ("eu_area",)
"""Readings whose groups are called by their number where a list would be long."""


def table(dossier: Dossier, reading: Reading) -> list[tuple[str, str, str]]:
    """Title, level in words and score of each group asked about, in the framework's order."""
    word, language = words(dossier.language), dossier.language
    return [
        (title, score_words(dossier, score, word), score_text(score, language, word("chart.none")))
        for title, score in _scores(dossier, reading)
    ]


def sentence(dossier: Dossier, reading: Reading) -> str:
    """What is highest, what is lowest, what is not known, what is not asked."""
    word = words(dossier.language)
    scores = _scores(dossier, reading)
    known = [(title, score.value) for title, score in scores if score.value is not None]
    unknown = [t for t, s in scores if s.value is None and s.coverage is not None]
    parts = [_ends(known, word)]
    if unknown and known:
        parts.append(word("reading.unknown", groups=_joined(unknown, word)))
    asked = dossier.card.readings.get(reading.id, {})
    absent = [g for g in reading.groups if g.id not in asked]
    if absent:
        names = [g.id if reading.id in SHORT_IDS else g.title for g in absent]
        parts.append(word("reading.not_asked", groups=_joined(names, word)))
    return " ".join(parts)


def _ends(known: list[tuple[str, float]], word: Wording) -> str:
    if not known:
        return word("reading.nothing")
    best, least = max(v for _, v in known), min(v for _, v in known)
    if best == least:
        return word("reading.alike", groups=_joined([t for t, _ in known], word))
    return word(
        "reading.ends",
        best=_joined([title for title, value in known if value == best], word),
        least=_joined([title for title, value in known if value == least], word),
    )


def _scores(dossier: Dossier, reading: Reading) -> list[tuple[str, Score]]:
    found = dossier.card.readings.get(reading.id, {})
    return [(group.title, found[group.id]) for group in reading.groups if group.id in found]


def _joined(names: list[str], word: Wording) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word('and')} {names[-1]}"
