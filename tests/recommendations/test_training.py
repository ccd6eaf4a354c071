"""What a team learns together: every link holds, and a wrong one is said."""

from questionnaires import read
from recommendations.training import Training, check_training, read_training

AREAS = [area.id for area in read("team-skills", "en").dimensions]
FREE = {"pix": ("fr", "en"), "notes": ("fr",)}


def a_training(**changes: object) -> Training:
    fields = {"area": "safety", "together": "t", "resources": ["pix"], "actions": ["learn"]}
    return Training.model_validate(fields | changes)


def found(*training: Training, areas: tuple[str, ...] = ("safety",)) -> list[str]:
    return list(check_training(training, areas, ["learn"], FREE))


def test_each_area_has_its_suggestion_in_both_languages() -> None:
    for language in ("fr", "en"):
        assert [each.area for each in read_training(language)] == AREAS


def test_good_links_are_no_problem() -> None:
    assert found(a_training()) == []


def test_an_unknown_action_or_resource_names_the_nearest() -> None:
    assert "did you mean 'learn'?" in found(a_training(actions=["lern"]))[0]
    assert (
        "'pixx' is no free resource; did you mean 'pix'?"
        in found(a_training(resources=["pix", "pixx"]))[0]
    )


def test_a_resource_is_needed_in_each_language() -> None:
    assert found(a_training(resources=["notes"])) == [
        "training.yaml: training[safety] > resources: none in 'en': add one"
    ]


def test_an_area_without_or_with_two_suggestions_is_said() -> None:
    assert "has 0 suggestions" in found(a_training(), areas=("safety", "content"))[0]
    assert "has 2 suggestions" in found(a_training(), a_training())[0]
