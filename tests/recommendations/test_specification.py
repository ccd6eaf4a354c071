"""A statement of needs: lines added, moved, removed; what narrows the choice of suppliers."""

import datetime as dt
from decimal import Decimal
from typing import get_args

import pytest

from content.languages import LANGUAGES
from recommendations.guide import Remark, check_guide, chosen_kind, read_guide
from recommendations.library import read_actions
from recommendations.narrowing import MOST_IN_ALL, MOST_MUST, narrowings
from recommendations.specification import MOST_LINES, Specification

ON = dt.date(2026, 11, 23)
GUIDE = read_guide("fr")
ACTIONS = {action.id: action for action in read_actions("fr")}


def asked(*texts: str, place: str = "must") -> Specification:
    made = Specification()
    for text in texts:
        made = made.added(text, place)
    return made


def found(made: Specification) -> list[str]:
    return [finding.remark for finding in narrowings(made, GUIDE, ON)]


def texts(made: Specification, place: str) -> list[str]:
    return [line.text for line in made.at(place)]


def test_a_line_is_added_once_whatever_its_capitals_and_spaces():
    made = asked("Lisible  au téléphone", "lisible au Téléphone", "   ")

    assert texts(made, "must") == ["Lisible au téléphone"]


def test_a_suggestion_is_taken_once_even_in_another_language():
    one = GUIDE.constraints[0]
    made = Specification().added(one.text, "constraint", one.id)

    assert made.added("Our data stay in the European Union.", "constraint", one.id) == made
    assert read_guide("en").told(made.wanted[0]) == read_guide("en").constraints[0].text


def test_a_line_moves_to_the_end_of_the_other_list_and_back():
    made = asked("a", "b", "c")
    later = made.moved(made.wanted[0], "later")

    assert (texts(later, "must"), texts(later, "later")) == (["b", "c"], ["a"])
    assert texts(later.moved(later.at("later")[0], "must"), "must") == ["b", "c", "a"]


def test_a_criterion_goes_up_one_place_among_its_own_and_the_first_stays():
    made = asked("a", "b", place="criterion").added("besoin", "must")
    first, second = made.at("criterion")

    assert texts(made.raised(second), "criterion") == ["b", "a"]
    assert made.raised(first) == made


def test_a_line_is_removed_and_the_list_never_grows_without_end():
    made = asked("a", "b")

    assert texts(made.without(made.wanted[0]), "must") == ["b"]
    full = asked(*map(str, range(MOST_LINES)))
    assert full.added("une de trop", "must") == full


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Compatible avec Microsoft 365", "product"),
        ("Un site en wordpress", "product"),
        ("Ouvrir nos fichiers Excel", "product"),
        ("Fonctionne sous Windows", "technology"),
        ("Un prestataire local", "local"),
        ("Au moins dix ans d’expérience", "size"),
        ("At least ten years of experience", "size"),
    ],
)
def test_what_shuts_suppliers_out_is_said(text, remark):
    assert found(asked(text)) == [remark]
    assert found(asked(text, place="constraint")) == [remark]


@pytest.mark.parametrize(
    "text",
    [
        "Word est un mot anglais",
        "We excel at sharing a word",
        "Access for everyone, even in a hurry",
        "Une vitrine avec des windows",
        "Un googleplex imaginaire",
        "En moins de trois clics",
    ],
)
def test_common_words_are_no_product(text):
    assert found(asked(text)) == []


def test_what_may_come_later_shuts_nobody_out():
    made = asked("Compatible avec Microsoft 365")

    assert found(made.moved(made.wanted[0], "later")) == []


def test_the_longest_name_is_the_one_that_is_said():
    (finding,) = narrowings(asked("Compatible avec Microsoft 365"), GUIDE, ON)

    assert finding.values["name"] == "Microsoft 365"


def test_a_suggestion_known_to_narrow_says_why_once_it_is_a_must_have():
    app = GUIDE.suggestion("site-phone-app")
    made = Specification().added(app.text, app.place, app.id)

    assert found(made) == []
    (finding,) = narrowings(made.moved(made.wanted[0], "must"), GUIDE, ON)
    assert (finding.remark, finding.values["why"]) == ("narrows", app.narrows)


def test_too_many_must_haves_and_too_many_lines_are_said():
    assert found(asked(*map(str, range(MOST_MUST)))) == []
    assert found(asked(*map(str, range(MOST_MUST + 1)))) == ["many"]
    assert found(asked(*map(str, range(MOST_IN_ALL + 1)), place="later")) == ["long"]


@pytest.mark.parametrize(("days", "said"), [(13, ["soon"]), (14, []), (-3, ["soon"])])
def test_too_few_days_to_answer_are_said(days, said):
    assert found(Specification(answer_by=ON + dt.timedelta(days=days))) == said


def test_a_budget_upside_down_is_said_and_one_amount_alone_is_fine():
    assert found(Specification(budget_min=Decimal(900), budget_max=Decimal(500))) == ["budget"]
    assert found(Specification(budget_min=Decimal(900))) == []
    assert found(Specification(budget_min=Decimal(0), budget_max=Decimal(0))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ready_line_shuts_suppliers_out_but_those_that_say_so(language):
    guide = read_guide(language)
    lines = [one for kind in guide.kinds for one in kind.suggestions] + list(guide.constraints)
    for one in lines:
        typed = Specification().added(one.text, "must")
        assert narrowings(typed, guide, ON) == (), one.text
        assert one.narrows is None or one.place == "later"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_has_its_words_and_its_remedy(language):
    guide = read_guide(language)
    values = {"name": "X", "why": "Y", "count": "9", "most": "7"}
    for remark in get_args(Remark):
        said = guide.remarks[remark]
        assert "{" not in said.text.format(**values) + said.remedy


def test_the_guide_names_actions_that_exist_and_every_kind_is_reached():
    assert check_guide(GUIDE, tuple(ACTIONS.values())) == []
    reached = {k.id for a in ACTIONS.values() if (k := GUIDE.for_action(a))}
    assert reached == {kind.id for kind in GUIDE.kinds}


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("small-readable-site", "website"),
        ("members-and-contacts-base", "members"),
        ("invoices-into-accounts", "accounting"),
        ("one-page-specification", "other"),
        ("thirty-minutes-at-the-board", None),
        ("write-the-register", None),
    ],
)
def test_what_buys_nothing_has_no_helper(action, kind):
    named = GUIDE.for_action(ACTIONS[action])

    assert (named.id if named else None) == kind


def test_the_kind_said_wins_over_the_one_of_the_project():
    site = (ACTIONS["small-readable-site"],)

    assert chosen_kind(GUIDE, Specification(), site).id == "website"
    assert chosen_kind(GUIDE, Specification(kind="shop"), site).id == "shop"
    assert chosen_kind(GUIDE, Specification(kind="gone-since"), site).id == "other"
