"""The last page of the paper, typed: '1b 2c 3? 4–', or one sign a question."""

import re
from collections import defaultdict
from collections.abc import Mapping

from reports.paper.found import Desk, Found, Problem
from reports.paper.gathering import Marked, Said, gather
from reports.paper.paper import Paper
from reports.paper.sifting import quoted

_PAIR = re.compile(r"(\d{1,4})[\s.:)=]*([^\W\d_](?!\w)|[^\W\d_](?=\d)|[?\u2010-\u2015\u2212-])?")
_BETWEEN = re.compile(r"[\s,;/|.]*")


def typed_line(text: str, paper: Paper, desk: Desk) -> tuple[dict[int, str], list[Problem]]:
    """Number to sign of a line like '1b 2c 3?', and what could not be understood in it."""
    signs: dict[int, list[str]] = defaultdict(list)
    problems, rest = [], 0
    for pair in _PAIR.finditer(text):
        problems += _left(text[rest : pair.start()], desk)
        rest = pair.end()
        signs[int(pair[1])].append(pair[2] or "")
    problems += _left(text[rest:], desk)
    last = len(paper.asked)
    kept: dict[int, str] = {}
    for number, given in signs.items():
        place = desk.word("paper.question", number=number)
        if not 1 <= number <= last:
            problems.append(Problem(place, desk.word("paper.problem.number", last=last)))
        elif "" in given:
            problems.append(Problem(place, desk.word("paper.problem.alone", number=number)))
        elif len(set(map(str.lower, given))) > 1:
            both = ", ".join(given)
            problems.append(Problem(place, desk.word("paper.problem.twice", found=both)))
        else:
            kept[number] = given[0]
    return kept, problems


def read_strip(signs: Mapping[int, str], paper: Paper, desk: Desk) -> Found:
    """What was typed under each number; an empty sign is no answer."""
    said = [
        Said(
            desk.word("paper.question", number=asked.number),
            asked.question.id,
            signs.get(asked.number, ""),
        )
        for asked in paper.asked
    ]
    return gather(Marked(paper, paper.questionnaire.version), said, (), desk)


def signs_of(found: Found) -> dict[int, str]:
    """The same answers as they are typed, to correct them by hand."""
    return {
        asked.number: answer.sign
        for asked in found.paper.asked
        if (answer := asked.of_value(found.answers.get(asked.question.id, "")))
    }


def _left(text: str, desk: Desk) -> list[Problem]:
    if _BETWEEN.fullmatch(text):
        return []
    place = desk.word("paper.line")
    return [Problem(place, desk.word("paper.problem.left", found=quoted(text)))]
