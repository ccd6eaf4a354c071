"""Which dimensions may be compared once the questionnaire has changed, and why the others not."""

from assessment.measure import Altered, altered, measure_of
from tests.assessment.follow_up_cases import each_case
from tests.builders import dimension, question, questionnaire

BACKUP = question("backup", none=0, tested=2)
SIGN_IN = question("sign-in", nobody=0, everyone=2)


def measured(*questions):
    return measure_of(questionnaire(dimension("safety", *questions)), "core")


@each_case
def test_the_dimensions_that_compare_are_those_asked_as_they_were(case):
    assert case.comparable == set(case.expect["comparable"])


def test_the_same_questionnaire_differs_in_nothing_whatever_its_words():
    reworded = BACKUP.model_copy(update={"text": "Did you restore a copy?", "short": "Copy"})

    assert altered(measured(BACKUP), measured(reworded)) == {}


def test_a_question_that_comes_or_goes_is_named():
    one, two = measured(BACKUP), measured(BACKUP, SIGN_IN)

    assert altered(one, two) == {"safety": Altered(added=("sign-in",))}
    assert altered(two, one) == {"safety": Altered(removed=("sign-in",))}


def test_another_option_other_points_or_another_weight_is_another_measure():
    others = (
        question("backup", none=0, copied=1, tested=2),
        question("backup", none=0, tested=3),
        question("backup", weight=2, none=0, tested=2),
    )
    for other in others:
        found = altered(measured(BACKUP), measured(other))
        assert found == {"safety": Altered(changed=("backup",))}


def test_an_option_no_longer_offered_counts_as_it_did():
    options = tuple(
        option.model_copy(update={"retired": option.id == "none"}) for option in BACKUP.options
    )

    withdrawn = BACKUP.model_copy(update={"options": options})
    assert altered(measured(BACKUP), measured(withdrawn)) == {}


def test_a_dimension_nobody_measured_then_is_all_new():
    assert altered({}, measured(BACKUP)) == {"safety": Altered(added=("backup",))}
