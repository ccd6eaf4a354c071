"""User text made safe to write: no control characters, no half characters."""

import re
import unicodedata
from typing import Any

_SPACES = re.compile(r"[\t\v\f\x1c-\x1f\x85\u2028\u2029]|\r\n?")
_REFUSED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """The text in composed form; line breaks are kept, control characters are not."""
    spaced = _SPACES.sub(lambda m: "\n" if m[0][0] in "\r\x85\u2028\u2029" else " ", text)
    return unicodedata.normalize("NFC", _REFUSED.sub("", spaced))


def one_line(text: str) -> str:
    """The same on one line; spaces that must not break stay."""
    return re.sub(r"[ \n]+", " ", plain(text)).strip()


def plain_tree(value: Any) -> Any:
    """The same for every text inside lists and dictionaries."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: plain_tree(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain_tree(inner) for inner in value]
    return value
