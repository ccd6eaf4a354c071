"""Published figures are read as they were published, and quoted faithfully."""

from decimal import Decimal

import pytest

from catalogue.figures import check_figures, figures_for, parse_figures, read_figures
from content.errors import ContentError
from content.languages import LANGUAGES

DIMENSIONS = (
    "overall",
    "strategy",
    "governance",
    "people",
    "tools",
    "services",
    "communication",
    "data-security",
    "responsible-digital",
)
HEADER = (
    "id,instrument,population,country_or_region,year,n,dimension,statistic,value,unit,source_url"
)


def test_every_figure_is_read_and_has_its_own_id():
    assert len(read_figures()) == 277
    assert len({figure.id for figure in read_figures()}) == 277


def test_a_figure_keeps_its_decimals_and_its_number_of_answers_as_published():
    figures = {figure.id: figure for figure in read_figures()}
    assert figures["dw-ees-2022-mean-score"].value == Decimal("31.4")
    assert figures["dw-ees-2022-mean-score"].n is None
    assert figures["dw-2024-mean-score"].n == "~3000"
    assert figures["solidatech-2025-boards-involved-in-digital"].n == "2285"


def test_every_bad_line_is_named(tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text(
        f"{HEADER}\n"
        "a,Survey,all,Belgium,2020,many,Global,mean,21,points,https://example.org/\n"
        "b,Survey,all,Belgium,2020,,Global,mean,lots,points,https://example.org/\n"
        "b,Survey,all,Belgium,2020,,Global,mean,3,points,https://example.org/,one too many\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as caught:
        parse_figures(file)
    places = [(problem.line, problem.place) for problem in caught.value.problems]
    assert places == [(2, "n"), (3, "value"), (4, "extra cells")]
    assert str(caught.value).startswith("figures.csv:2")


def test_an_id_used_twice_is_refused(tmp_path):
    file = tmp_path / "figures.csv"
    row = "a,Survey,all,Belgium,2020,,Global,mean,21,points,https://example.org/\n"
    file.write_text(f"{HEADER}\n{row}{row}", encoding="utf-8")
    with pytest.raises(ContentError, match="used twice"):
        parse_figures(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dimension_and_the_whole_have_something_to_quote(language):
    assert check_figures(language) == ()
    assert all(figures_for(dimension, language) for dimension in DIMENSIONS)
    assert 16 <= sum(len(figures_for(dimension, language)) for dimension in DIMENSIONS) <= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quoted_sentence_holds_its_value_its_year_and_its_number_of_answers(language):
    mark = "." if language == "en" else ","
    for dimension in DIMENSIONS:
        for quoted in figures_for(dimension, language):
            figure = quoted.figure
            assert str(figure.value).replace(".", mark) in quoted.sentence
            assert figure.year is not None
            assert figure.year in quoted.sentence
            bare = quoted.sentence.replace("\u00a0", "").replace(",", "").replace(".", "")
            assert (figure.n or "") in bare


def test_only_belgian_and_french_figures_are_quoted():
    places = {
        quoted.figure.country_or_region.split(" ")[0]
        for dimension in DIMENSIONS
        for quoted in figures_for(dimension, "fr")
    }
    assert places == {"Belgium", "France"}


def test_an_unknown_dimension_has_nothing_to_quote():
    assert figures_for("astrology", "fr") == ()
