"""An id once published is there for ever: answer files, links and saved results hold it."""

from pathlib import Path

import pytest
import yaml

from questionnaires import INSTRUMENTS, read
from recommendations.library import read_actions, read_pathways

PUBLISHED = Path(__file__).parent / "published"


def published(name: str) -> dict:
    return yaml.safe_load((PUBLISHED / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_question_and_option_is_still_known(instrument: str) -> None:
    known = {q.id: [o.id for o in q.options] for q in read(instrument, "fr").known_questions()}
    assert known == published("questions")[instrument]


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("actions", {action.id for action in read_actions("fr")}),
        ("pathways", {pathway.id for pathway in read_pathways("fr")}),
    ],
)
def test_what_is_advised_is_still_known(kind: str, known: set[str]) -> None:
    listed = published("advice")[kind]
    assert set(listed) - known == set(), "published ids never disappear: retire them"
    assert known - set(listed) == set(), "add the new ids to tests/published/advice.yaml"
