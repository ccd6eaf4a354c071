"""What deploy/ says agrees with what the server does."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from content.languages import LANGUAGES
from ui.serving.settings import VISITORS, settings
from ui.texts import words

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text("utf-8")


def test_a_file_that_streamlit_takes_passes_nginx_and_not_much_more() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    found = re.search(r"client_max_body_size (\d+)m;", NGINX)
    assert found
    assert int(found[1]) == config["server"]["maxUploadSize"] + 1


def test_nginx_writes_down_neither_a_visitor_nor_an_address() -> None:
    (line,) = re.findall(r"log_format jalon '([^']*)'", NGINX)
    wrong = (
        "remote_addr",
        "remote_user",
        "$request ",
        "$request'",
        "uri",
        "args",
        "referer",
        "cookie",
    )
    assert not [name for name in wrong if name in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shown_when_no_replica_answers_says_it_in_every_language(language: str) -> None:
    page, t = (DEPLOY / "away.html").read_text("utf-8"), words(language)
    assert f'lang="{language}"' in page
    assert t("busy.closing.title") in page
    assert t("busy.kept") in page


def test_the_unit_stops_later_than_its_visitors_are_handed_over() -> None:
    unit = (DEPLOY / "jalon@.service").read_text("utf-8")
    drain, stop = re.search(r"DRAIN_SECONDS=(\d+)", unit), re.search(r"TimeoutStopSec=(\d+)", unit)
    assert drain
    assert stop
    assert int(stop[1]) >= int(drain[1]) + 20


def test_the_settings_proposed_are_settings() -> None:
    text = (DEPLOY / "jalon.env").read_text("utf-8")
    lines = (line.lstrip("# ") for line in text.splitlines())
    given = dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))
    assert settings(given).visitors == VISITORS


def test_the_replicas_of_the_compose_file_are_those_of_nginx() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    names = {
        one["environment"]["JALON_REPLICA"]
        for name, one in compose["services"].items()
        if name.startswith("app-")
    }
    assert names == set(re.findall(r"^    (\w+) +jalon_\1;$", NGINX, re.MULTILINE))
