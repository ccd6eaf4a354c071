"""Choosing the language before anything is checked, so that nobody else knows about languages."""

AUTHORS = ("fr", "en")
"""The languages authors write side by side in the content files."""

KNOWN = frozenset({"fr", "en", "nl", "es", "de"})
"""Codes that make a mapping a text in several languages."""


def is_text(value: object) -> bool:
    """Whether this value is a text in several languages: {fr: ..., en: ...}."""
    return isinstance(value, dict) and bool(value) and KNOWN.issuperset(value)
