"""Full text in memory: SQLite FTS5 over the trigrams of folded texts."""

import sqlite3
from collections.abc import Iterable, Sequence
from threading import Lock

from catalogue.folding import trigrams

_TITLE_WEIGHT, _BODY_WEIGHT = 4.0, 1.0


class FullText:
    """Finds rows sharing trigrams with words, so that typing mistakes and endings do not matter."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """Rows are (title, body), already folded; a row is named by its position."""
        self._lock = Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        # The texts come folded: trigram's own remove_diacritics needs SQLite 3.45.
        self._base.execute("CREATE VIRTUAL TABLE page USING fts5(title, body, tokenize='trigram')")
        self._base.executemany(
            "INSERT INTO page (rowid, title, body) VALUES (?, ?, ?)",
            ((number, title, body) for number, (title, body) in enumerate(rows)),
        )

    def find(self, words: Sequence[str]) -> dict[int, float]:
        """Rows sharing a trigram with folded words, each with its weight between 0 and 1."""
        pieces = sorted({piece for word in words for piece in trigrams(word)})
        if not pieces:
            return {}
        # Folding leaves letters and digits only: a quoted piece can hold no FTS5 operator.
        asked = " OR ".join(f'"{piece}"' for piece in pieces)
        with self._lock:
            found = self._base.execute(
                f"SELECT rowid, -bm25(page, {_TITLE_WEIGHT}, {_BODY_WEIGHT}) FROM page"
                " WHERE page MATCH ?",
                (asked,),
            ).fetchall()
        best = max((weight for _, weight in found), default=0.0)
        return {row: max(weight, 0.0) / best if best > 0 else 0.0 for row, weight in found}
