"""Every screen of an enterprise whose every word is hostile, and every address written wrong."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest

from tests import marked
from tests.hostile import HOSTILE, sent
from tests.marked import OWNER, Marked, a_marked_submission
from tests.ui.test_crawl import a_tab, looks, named
from ui import database, navigation, visitor
from ui.components.html import ARRIVAL

ONE = " ".join(
    sent(HOSTILE[name]) for name in ("markup: handler", "markdown: link", "markdown: directives")
)[:200]
"""What a whole name can hold: markup, a link, a symbol."""
PARAMETERS = (
    "a", "v", "g", "r", "q", "d", "p", "f", "c", "from", "step", "deeper", "refused", "q7", "lang",
    "left", "deleted", "s",
)  # fmt: skip
WRONG = (
    "-1",
    "9" * 30,
    "../../etc/passwd",
    "٣",
    "<script>x</script>",
    "{0.__class__}",
    "%00",
    "1e9",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marked]:
    """A submission with a hostile word wherever somebody may write."""
    with pytest.MonkeyPatch.context() as patch:
        database.close()
        patch.setenv("JALON_DATA", str(tmp_path_factory.mktemp("hostile") / "jalon.db"))
        patch.delenv("DATABASE_URL", raising=False)
        patch.setattr(visitor, "address", lambda: "192.0.2.77")
        for words in (marked.OWN, marked.OTHERS):
            for place in words:
                patch.setitem(words, place, ONE)
        yield a_marked_submission(database.engine(), database.now())
        database.close()


SAY_WORDS = (
    "landing", "worry", "share", "why", "project", "specification", "campaign", "campaign_member",
    "campaign_board", "campaign_join", "team", "team_round", "panel_picture", "report",
    "follow_up", "profile", "my_data", "roadmap",
)  # fmt: skip
"""The screens that show somebody's own words."""
READ_ADDRESSES = (
    "landing", "breather", "dma_question", "dma_results", "campaign_member", "campaign_join",
    "team_answer", "team_round", "panel", "panel_answer", "results", "again", "funding", "resume",
    "deep", "question", "project",
)  # fmt: skip
"""The screens whose address says more than which they are."""


class _Tags(HTMLParser):
    """Gathers what a piece of HTML could do."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "form", "base", "meta", "link"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}")
            elsewhere = not (value or "").startswith(("./", "data:image/"))
            if name in ("href", "src") and "evil.example" in (value or ""):
                self.found.append(f"{tag} {value}")
            if (tag, name) == ("img", "src") and elsewhere:
                self.found.append(f"{tag} {value}")


def does(body: str) -> list[str]:
    tags = _Tags()
    tags.feed(body.replace(ARRIVAL, ""))
    return tags.found


def labels(at: AppTest) -> Iterator[str]:
    """Everything on this screen that Streamlit reads as Markdown."""
    for element in at._tree:
        proto = getattr(element, "proto", None)
        for name in ("label", "options", "help", "placeholder", "title"):
            value = getattr(proto, name, "")
            yield from [value] if isinstance(value, str) else map(str, value or ())


def test_a_screen_of_hostile_words_holds_words_alone(hostile: Marked) -> None:
    at = a_tab(SAY_WORDS[0])
    for screen in SAY_WORDS:
        at.switch_page(navigation.path(screen))
        at.query_params.update({**named(hostile), "p": "test-a-restore"})
        seen = looks(at, OWNER, hostile)
        assert not seen.exception, screen
        for one in seen.get("html"):
            assert does(one.proto.body) == [], screen
        for label in labels(seen):
            assert "](https://evil" not in label, screen
            assert ":material/delete" not in label, screen


def test_an_address_written_wrong_opens_a_screen_that_says_so(
    hostile: Marked, caplog: pytest.LogCaptureFixture
) -> None:
    at = a_tab(READ_ADDRESSES[0])
    for first, screen in enumerate(READ_ADDRESSES):
        at.switch_page(navigation.path(screen))
        wrong = {name: WRONG[(first + n) % len(WRONG)] for n, name in enumerate(PARAMETERS)}
        # The assessment is the visitor's own: what else is asked for in it is what may be wrong.
        at.query_params.update({**wrong, **(named(hostile) if first % 2 else {"a": hostile.id})})
        seen = looks(at, OWNER, hostile)
        assert not seen.exception, screen
        assert "a screen failed" not in caplog.text, screen
        assert "<script>x</script>" not in "".join(one.proto.body for one in seen.get("html"))
