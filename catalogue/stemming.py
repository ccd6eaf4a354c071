"""What is left of a word when its endings go, language by language (Snowball's rules)."""

from functools import cache, lru_cache
from threading import Lock
from typing import Any

from catalogue.folding import singular

_RULES = {"fr": "french", "en": "english", "es": "spanish", "nl": "dutch", "de": "german"}
_KEPT = 50_000
_APART = {
    "fr": "communication communications communiquer; cooperative cooperatives cooperatif"
    " cooperatifs; paie paies; consultant consultants; consultation consultations; compta;"
    " donnees donnee",
    "en": "cooperative cooperatives; books; booking bookings; shares; planning; access; post posts",
    "es": "comunidad comunidades; comunicacion comunicaciones comunicar; cooperativa cooperativas"
    " cooperativo; ordenar; acceso accesos; seguro seguros; medidas; registradora; publicidad;"
    " publico publica; genero; util utiles; entrada entradas",
    "nl": "korting kortingen; beleid; cooperatie cooperaties cooperatief cooperatieve; gewist",
    "de": "nutzen; zugang zugange",
}
"""Words the rules would bring down to the stem of others that mean something else.

By language: groups parted by semicolons, each with its own stem, its first word.
"""


def _groups(language: str) -> dict[str, str]:
    groups = (group.split() for group in _APART.get(language, "").split(";"))
    return {word: f"={group[0]}" for group in groups for word in group}


_OWN = {language: _groups(language) for language in _APART}
_lock = Lock()


@lru_cache(maxsize=_KEPT)
def stem(word: str, language: str) -> str:
    """The stem of a folded word in this language; a language without rules loses its plural.

    The same word always gives the same stem, with and without accents: both come folded.
    """
    if language not in _RULES or word.isdigit():
        return singular(word)
    if own := _OWN.get(language, {}).get(word):
        return own
    if language == "fr" and word.endswith(("ee", "ees")):  # 'piratée' goes with 'piraté'
        word = word.removesuffix("s")[:-1]
    with _lock:  # a stemmer keeps its work in itself: one thread at a time
        return str(_rules(language).stemWord(word))


@cache
def _rules(language: str) -> Any:
    # It brings the rules of thirty languages: only who searches waits for them.
    import snowballstemmer

    return snowballstemmer.stemmer(_RULES[language])
