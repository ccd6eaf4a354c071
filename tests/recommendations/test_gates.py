"""What must come first: an aid that opens another, a diagnosis that an aid asks for."""

from recommendations.gates import check_gates, gates
from recommendations.library import read_actions
from recommendations.programmes_library import read_programmes
from tests.recommendations.builders import programme


def test_a_programme_stands_behind_every_programme_that_unlocks_it():
    chain = (programme("b", unlocks=["c"]), programme("a", unlocks=["b", "c"]), programme("c"))

    assert gates(chain) == {"a": (), "b": ("a",), "c": ("a", "b")}


def test_what_is_unlocked_must_exist_and_never_go_round():
    unknown = list(check_gates([programme("a", unlocks=["nowhere"])]))
    circle = list(check_gates([programme("a", unlocks=["b"]), programme("b", unlocks=["a"])]))

    assert "'unlocks' names 'nowhere', which is no programme" in unknown[0]
    assert "'unlocks' go round" in circle[0]


def test_the_published_programmes_have_gates_and_no_circle():
    programmes = read_programmes("en")

    assert list(check_gates(programmes, [action.id for action in read_actions("fr")])) == []
    assert gates(programmes)["ca-qc-essor-1c"] == ("ca-qc-essor-1b",)


def test_an_action_that_opens_a_programme_is_one_of_ours():
    (problem,) = check_gates([programme("a", opened_by=["make-a-plan"])], ["plan-well"])

    assert "'opened_by' names 'make-a-plan'" in problem
