"""What somebody wrote for one question or one fact: its value, or what to do about it."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from content.wording import Wording
from reports.paper.numbered import Asked
from reports.paper.spreadsheet import label

_DASHES = re.compile(r"[\u2010-\u2015\u2212-]")
_LONGEST = 60


def bare(text: str) -> str:
    """The text as compared: spaces, capitals, kinds of dash and the last point do not count."""
    composed = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return _DASHES.sub("-", " ".join(composed.split())).rstrip(" .")


def quoted(text: str) -> str:
    """What was found, short enough to be shown and on one line."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    line = " ".join(clean.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def answer_of(asked: Asked, said: str, listed: Mapping[str, str]) -> str | None:
    """The value of what was written, or None.

    It may be the words of an answer, with or without its sign, the sign alone ('b', '7b'), or the
    value itself. `listed` is words to value, as the file that came back had them.
    """
    ways: dict[str, str] = {}
    for answer in asked.answers:
        signs = {answer.sign, f"{asked.number}{answer.sign}", f"{asked.number} {answer.sign}"}
        for way in (*signs, answer.text, label(answer), answer.value):
            ways.setdefault(bare(way), answer.value)
    for words, value in listed.items():
        ways.setdefault(bare(words), value)
    return ways.get(bare(said))


def wrong_answer(asked: Asked, said: str, word: Wording) -> str:
    """What is wrong with what was written, and the nearest answer."""
    values = {"number": asked.number, "found": quoted(said), "signs": signs(asked, word)}
    text = bare(said)
    if re.fullmatch(rf"(?:{asked.number} ?)?[a-z?-]", text):
        return word("paper.problem.no_sign", **(values | {"sign": said.strip()[-1]}))
    labels = [label(answer) for answer in asked.answers]
    near = difflib.get_close_matches(said[:400], labels, 1, 0.4)
    if not near:
        return word("paper.problem.no_answer", **values)
    return word("paper.problem.near", near=near[0].rstrip("."), **values)


def signs(asked: Asked, word: Wording) -> str:
    """What one may write: 'a, b, c, d, ? or –'."""
    *others, last = [answer.sign for answer in asked.answers]
    return f"{', '.join(others)} {word('paper.or')} {last}"


def choice_of(choices: Mapping[str, str], said: str) -> str | None:
    """The id of what was chosen in a list, by its words or its id; None when it is not there."""
    ways = {bare(words): key for key, words in choices.items()}
    ways |= {bare(key): key for key in choices}
    return ways.get(bare(said))


def wrong_choice(choices: Mapping[str, str], said: str, word: Wording) -> str:
    """What is wrong with a choice, and the nearest one."""
    near = difflib.get_close_matches(said[:400], choices.values(), 1, 0.4)
    if near:
        return word("paper.problem.near_choice", found=quoted(said), near=near[0])
    return word("paper.problem.no_choice", found=quoted(said))


def size_of(said: str) -> Decimal | None:
    """A number of people, written with a point or a comma; None when it is none."""
    try:
        size = Decimal("".join(said.split()).replace(",", "."))
    except InvalidOperation:
        return None
    return size if size.is_finite() and 0 <= size <= 100_000 else None
