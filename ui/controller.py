"""Who answers for the data of this site: one file an operator fills in."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Text
from content.loader import load

HERE = Path(__file__).parent


class Section(Content):
    """One paragraph of the privacy notice."""

    title: Text
    text: Text


class Controller(Content):
    """The controller's identity, the privacy notice, and one network to call.

    `network_to_call` is the id of a network of the catalogue, or empty.
    """

    name: Text
    contact: Text
    network_to_call: str = ""
    backups_days: int = Field(ge=0)
    notice: tuple[Section, ...] = Field(min_length=1)


@lru_cache
def read_controller(language: str) -> Controller:
    """The file in this language; ContentError when it is wrong."""
    return load(HERE / "controller.yaml", Controller, language)
