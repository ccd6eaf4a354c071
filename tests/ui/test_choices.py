"""The lists of the profile: a choice that is sent back by its label must be told apart by it."""

import pytest

from content.languages import LANGUAGES
from ui.choices import of_country, read_choices


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", [None, "BE", "FR", "LU", "IE"])
def test_no_two_forms_read_the_same(language, country):
    labels = [form.label for form in of_country(read_choices(language).forms, country)]

    assert len(labels) == len(set(labels))


def test_a_country_offers_its_own_forms_by_their_plain_name():
    labels = {f.id: f.label for f in of_country(read_choices("fr").forms, "BE")}

    assert labels["be-asbl"] == "ASBL"
    assert "association_1901" not in labels
