"""Today's papers: the questionnaire with the lists of the profile screen. Knows no screen."""

import datetime as dt
from functools import lru_cache

from assessment.scorecard import Form
from questionnaires import INSTRUMENTS, read
from reports.paper.found import Desk
from reports.paper.paper import Lists, Paper
from reports.words import words
from ui.choices import of_country, read_choices


@lru_cache(maxsize=16)
def lists(language: str) -> Lists:
    """The places and the legal forms one may choose, as the profile screen shows them."""
    choices = read_choices(language)
    return Lists(
        {place.id: place.label for place in choices.places},
        {form.id: form.label for form in of_country(choices.forms, None)},
    )


def paper(form: Form, language: str, on: dt.date, site: str = "") -> Paper:
    """The paper of this day; `site` is the address it comes back to."""
    return Paper(read(INSTRUMENTS[0], language), form, language, on, lists(language), site)


def desk(language: str, on: dt.date) -> Desk:
    """Where papers are read back, with words in this language."""
    return Desk(words(language), lambda form, tongue: paper(form, tongue, on))
