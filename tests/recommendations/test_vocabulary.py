"""A condition that does not fit its field is refused when the file is read, with the remedy."""

import pytest
from pydantic import ValidationError

from recommendations.programme import Condition
from recommendations.programme import Test as Written


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ({"field": "enterprise.fts", "below": 5}, "did you mean 'enterprise.fte'?"),
        ({"field": "project.topic", "below": 5}, "write 'is' or 'in'"),
        ({"field": "enterprise.region", "is": "BE-WAL"}, "write 'within'"),
        ({"field": "enterprise.previous_awards", "has_any": ["x"]}, "write 'at_least'"),
        ({"field": "enterprise.creation_date", "at_least": 3}, "write another field"),
        ({"field": "project.started", "is": "no"}, "write 'is: true' or 'is: false'"),
        ({"field": "project.cost", "is": "much"}, "is a number"),
        ({"field": "enterprise.fte", "sme": "small"}, "remove 'field'"),
        ({"sme": "large"}, "Input should be"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_remedy(test, said):
    with pytest.raises(ValidationError, match=said.replace("?", r"\?")):
        Written.model_validate(test)


def test_an_age_may_be_compared_with_never_whatever_is_known():
    assert Written.model_validate({"field": "project.digital_plan_age_months", "is": "never"})


def test_a_condition_may_stand_on_another_page_than_its_programme():
    condition = {"id": "c", "text": "t", "why_not_tested": "judgement"}

    assert Condition.model_validate(condition | {"source": "https://example.org/rule"}).source
    with pytest.raises(ValidationError):
        Condition.model_validate(condition | {"source": "a page"})
