"""The content the screens speak of: read once a language, then shared by all visitors."""

from assessment.model import Questionnaire
from reports.library import Library, load_library


def library(language: str) -> Library:
    """Everything we say in this language; ContentError when a file is wrong."""
    return load_library(language)


def questionnaire(language: str) -> Questionnaire:
    """The instrument of the self-assessment."""
    return library(language).questionnaire
