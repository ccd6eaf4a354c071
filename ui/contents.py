"""The content the screens speak of: read once a language, then shared by all visitors."""

from assessment.checklist import Checklist
from assessment.model import Questionnaire
from questionnaires import read_checklist
from reports.library import Library, load_library


def library(language: str) -> Library:
    """Everything we say in this language; ContentError when a file is wrong."""
    return load_library(language)


def questionnaire(language: str) -> Questionnaire:
    """The instrument of the self-assessment."""
    return library(language).questionnaire


def checklist(instrument: str, language: str) -> Checklist:
    """A DMA form; ContentError when a file is wrong."""
    return read_checklist(instrument, language)
