"""Text reduced to what search compares: no case, no accents, no punctuation."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "ł": "l"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_JOINED = re.compile(r"\b(co|e)-(?=\w)", re.IGNORECASE)
_PLURAL_FROM = 4


def fold(text: str) -> str:
    """Lowercase words of a-z and 0-9 separated by one space ('Été : l’ASBL' → 'ete l asbl')."""
    apart = unicodedata.normalize("NFKD", text.translate(_LIGATURES).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", bare).strip()


def words_of(text: str) -> list[str]:
    """The folded words of a text, those of one word said with a hyphen whole (co-op → coop)."""
    return fold(_JOINED.sub(r"\1", text)).split()


def singular(word: str) -> str:
    """A folded word without its plural ending: 'membres' and 'membre' compare equal."""
    return word[:-1] if len(word) >= _PLURAL_FROM and word[-1] in "sx" else word
