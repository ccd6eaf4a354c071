"""`streamlit run app.py` gives the journey too, without the web server of ours around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking
from tests.browser.server import STREAMLIT, Server
from tests.browser.world import saved_answers


@pytest.fixture
def plain_server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path, STREAMLIT, ready="/_stcore/health")
    server.start()
    yield server
    server.kill()


def test_streamlit_run_shows_the_landing_screen_and_saves_an_answer(
    plain_server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(plain_server)
    visitor.starts()
    visitor.presses(visitor.t("profile.continue"))
    visitor.is_at("worry.title")
    visitor.presses(visitor.t("worry.continue"))
    Asking(visitor, "digital-priorities").answers("written")
    made = visitor.parameter("a")
    assert made is not None
    assert saved_answers(plain_server, made) == {"digital-priorities": "written"}
