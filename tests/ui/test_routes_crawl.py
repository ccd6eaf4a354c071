"""Every address beside the screens, over real HTTP, with each wrong credential: no submission.

What the server writes meanwhile is read too: no word, no id, no secret, no visitor's address.
"""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from sqlalchemy import Engine, select

from access.secrets import new_link_secret
from storage import devices, keys
from storage.engine import open_engine
from storage.schema import keys as keys_table
from tests.marked import WORD, Marked, a_marked_submission
from tests.ui.server import Served
from tests.ui.test_asgi import Answer, get
from ui.routes import ROUTES

NOW = dt.datetime.now(dt.UTC)
PATHS = [
    *(route.path.format(name="jalon-000000000000.css") for route in ROUTES),
    *("/health", "/ready", "/health/live", "/health/ready", "/metrics"),
]
STRANGER = "s" * 32
NO_LINK = (
    "nothing", "made up", "over", "taken back", "its hash", "the id", "code", "slip", "panel",
    "campaign", "coordinator", "team", "organiser",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine(served: Served) -> Iterator[Engine]:
    engine = open_engine(served.database)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def marked(engine: Engine) -> Marked:
    return a_marked_submission(engine, NOW)


@pytest.fixture(scope="module")
def wrong(engine: Engine, marked: Marked) -> dict[str, str]:
    """What may be shown in place of the secret of a link, and is none or not any more."""
    over = keys.issue(engine, marked.id, "link", NOW, expires_at=NOW - dt.timedelta(days=1))
    back = keys.issue(engine, marked.id, "link", NOW)
    found = keys.find(engine, back, "link", NOW)
    assert found is not None
    keys.revoke_one(engine, marked.id, found.hash, NOW)
    with engine.connect() as connection:
        stored = connection.execute(select(keys_table.c.hash)).scalars().first()
    return {
        **marked.secrets, "nothing": "", "made up": new_link_secret(), "over": over,
        "taken back": back, "its hash": str(stored), "the id": marked.id,
    }  # fmt: skip


def told(answer: Answer) -> str:
    return f"{answer.headers} {answer.body.decode(errors='replace')}"


@pytest.mark.parametrize("kind", NO_LINK)
def test_what_is_no_link_opens_nothing(
    served: Served, engine: Engine, marked: Marked, wrong: dict[str, str], kind: str
) -> None:
    # Each from an address of its own: none is refused only because others were.
    visitor = f"192.0.2.{20 + NO_LINK.index(kind)}"
    query = f"?key={quote(wrong[kind])}&a={marked.id}"
    cookie = f"jalon_device={STRANGER}"
    answer = get(served, f"/open{query}", cookie=cookie, x_forwarded_for=visitor)
    assert answer.headers["location"] == "/resume?refused=1"
    assert WORD not in told(answer)
    assert devices.standing(engine, STRANGER, marked.id, NOW) is None


@pytest.mark.parametrize("path", ["/", *PATHS])
@pytest.mark.parametrize("kind", ["nothing", "link", "its hash", "code"])
def test_no_address_tells_a_submission_to_another_browser(
    served: Served, marked: Marked, wrong: dict[str, str], path: str, kind: str
) -> None:
    cookie = f"jalon_device={wrong[kind]}"
    seen = told(get(served, f"{path}?a={marked.id}", cookie=cookie, x_forwarded_for="192.0.2.9"))
    assert WORD not in seen
    assert marked.id not in seen


def test_the_server_has_written_of_every_address_and_of_nobody(
    served: Served, marked: Marked, wrong: dict[str, str]
) -> None:
    secret = marked.secrets["link"]
    location = get(served, f"/open?key={secret}").headers["location"]
    assert location == f"/?a={marked.id}", "the right link opens"
    for path in PATHS:
        get(served, f"{path}?a={marked.id}&key={secret}", x_forwarded_for="192.0.2.9")
    log = served.log.read_text()
    for path in PATHS:
        assert f"GET {path} HTTP" in log
    for word in (WORD, marked.id, marked.panel, *filter(None, wrong.values()), "192.0.2."):
        assert word not in log
