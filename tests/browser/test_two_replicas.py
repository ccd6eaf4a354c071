"""Two replicas behind nginx, as deploy/ has it, on one PostgreSQL: one of them dies."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.pages import Asking, Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, saved_answers
from tools.nginx import Nginx, new_folder
from tools.postgres import Postgres

FIRST, SECOND, THIRD = "digital-priorities", "digital-budget", "change-effects"


class Site:
    """The whole of it, at one address."""

    def __init__(self, folder: Path, database: str) -> None:
        self.database = database
        self.replicas = {
            name: Server(
                _made(folder / name), environment={"DATABASE_URL": database, **_named(name)}
            )
            for name in "ab"
        }
        self._nginx_folder = new_folder()
        self.nginx = Nginx(self._nginx_folder, [one.port for one in self.replicas.values()])
        self.url = self.nginx.url

    def start(self) -> None:
        for one in self.replicas.values():
            one.launch()
        self.nginx.start()
        for one in self.replicas.values():
            one.wait()

    def stop(self) -> None:
        self.nginx.stop()
        for one in self.replicas.values():
            one.kill()
        shutil.rmtree(self._nginx_folder, ignore_errors=True)


@pytest.fixture
def site(tmp_path: Path, postgres: Postgres) -> Iterator[Site]:
    address = postgres.database()
    site = Site(tmp_path, address)
    try:
        site.start()
        yield site
    finally:
        site.stop()
        postgres.drop(address)


def where(context: BrowserContext) -> str:
    """The replica this browser is with."""
    return next(one["value"] for one in context.cookies() if one["name"] == "jalon_replica")


def test_a_replica_killed_during_a_journey_loses_nothing(site: Site, browser: Browser) -> None:
    context = browser.new_context(ignore_https_errors=True, locale="fr-BE")
    visitor = Visitor(context, site.url, "fr")
    visitor.goes_to()
    made = given_assessment(site, context)
    visitor.goes_to("question", a=made, q=FIRST)
    first = Asking(visitor, FIRST)
    first.answers("written")
    first.goes_on()
    second = Asking(visitor, SECOND)
    second.answers("when-it-breaks")
    before = where(context)
    (after,) = {"a", "b"} - {before}
    site.replicas[before].kill()
    # At once: the page has not noticed, and the other replica knows nothing of it.
    second.chooses("purchases-planned")
    visitor.waits_until(lambda: saved_answers(site, made).get(SECOND) == "purchases-planned")
    second.says_saved()
    assert where(context) == after
    second.goes_on()
    third = Asking(visitor, THIRD)
    third.answers("discussed")
    told = {FIRST: "written", SECOND: "purchases-planned", THIRD: "discussed"}
    assert saved_answers(site, made) == told
    # Somebody new comes in while one replica is away; and the same browser sees it all again.
    visitor.page.reload()
    third.is_open()
    stranger = Visitor(browser.new_context(ignore_https_errors=True), site.url, "en")
    stranger.goes_to("", lang="en")
    stranger.is_at("landing.promise")
    assert where(stranger.context) == after
    # The last one goes too: nginx has a page of its own.
    site.replicas[after].kill()
    answer = stranger.page.goto(site.url)
    assert answer is not None
    assert answer.status == 503
    assert answer.headers["retry-after"] == "60"
    stranger.sees(stranger.t("busy.closing.title"))
    context.close()
    stranger.context.close()


def _named(name: str) -> dict[str, str]:
    return {"JALON_REPLICA": name}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
