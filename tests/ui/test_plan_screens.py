"""The plan on screen: each tap changes it, each is kept, each can be taken back; and what-if."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.profile_reading import read_profile
from recommendations.planning.solve import Effort
from recommendations.wishes import Means, Wishes
from reports.build import build_dossier
from reports.dossier import Sheet
from reports.library import load_library
from storage import assessments
from tests.ui.test_screens import QUESTIONNAIRE, all_answers, text_of
from ui import database, dossiers, navigation, planner, session, sheets

pytestmark = pytest.mark.usefixtures("own_database")

APP = Path(__file__).parents[2] / "app.py"
LITTLE = Effort(nodes=3, dated=800)


class AtOnce(planner.Planner):
    """Makes the better plan where it is asked for, after `late` times of saying 'not yet'."""

    def __init__(self, late: int = 0) -> None:
        super().__init__()
        self.late, self.asked = late, 0

    def ask(self, key: str, make: planner.Make) -> bool:
        self.asked += 1
        if self.asked <= self.late:
            return True
        if key not in self._kept:
            self._kept[key] = make()
        return False


@pytest.fixture
def little_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "Effort", lambda: LITTLE)


def opened(screen: str, plan: dict[str, Any] | None = None, **more: Any) -> AppTest:
    """A screen on an assessment whose answers are all the second option, with this plan."""
    made = assessments.create(
        database.engine(), database.now(), instrument=QUESTIONNAIRE.id,
        version=QUESTIONNAIRE.version, language="fr", given=more.pop("given", all_answers()),
    )  # fmt: skip
    if plan:
        assessments.save_plan(database.engine(), made, plan, database.now())
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.query_params["lang"] = "fr"
    at.session_state["jalon.opened"] = (made,)
    at.query_params["a"] = made
    at.run().switch_page(navigation.path(screen)).run()
    return fine(at)


def fine(at: AppTest) -> AppTest:
    assert not at.exception
    assert "n’a pas pu s’afficher" not in text_of(at)
    return at


def kept(at: AppTest) -> dict[str, Any]:
    made = at.session_state["jalon.opened"][0]
    return assessments.load(database.engine(), made, database.now()).plan or {}


def keys(at: AppTest, prefix: str) -> list[str]:
    return [b.key for b in at.button if b.key and b.key.startswith(prefix)]


def tap(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    return fine(at)


def last_pin(at: AppTest) -> str:
    return keys(at, "pin-")[-1].removeprefix("pin-")


def test_a_project_is_brought_forward_and_back() -> None:
    at = opened("roadmap")
    name = last_pin(at)
    tap(at, f"pin-{name}")
    assert kept(at)["pin"] == [name]
    assert "En premier, vous l’avez choisi" in text_of(at)
    tap(at, f"unpin-{name}")
    assert kept(at)["pin"] == []


@pytest.mark.parametrize("way", ["quarter", "half", "keep"])
def test_a_project_is_put_off_and_taken_back(way: str) -> None:
    at = opened("roadmap")
    name = last_pin(at)
    if way == "keep":
        at.selectbox(key=f"day-{name}").select_index(8)
    tap(at, f"{way}-{name}")
    day = dt.date.fromisoformat(kept(at)["postpone"][name])
    assert day > dossiers_today()
    if way == "keep":
        today = dossiers_today()
        assert 12 * (day.year - today.year) + day.month - today.month == 9
        assert day.day == 1
    assert "Ce que vous avez décidé" in text_of(at)
    tap(at, f"soon-{name}")
    assert kept(at)["postpone"] == {}
    assert "Ce que vous avez décidé" not in text_of(at)


def test_what_is_put_off_does_not_start_before_its_day() -> None:
    at = opened("roadmap")
    name = keys(at, "half-")[0].removeprefix("half-")
    tap(at, f"half-{name}")
    days = [dt.date.fromisoformat(day) for day in kept(at)["postpone"].values()]
    made = at.session_state["jalon.opened"][0]
    record = assessments.load(database.engine(), made, database.now())
    sheet = sheets.sheet_of(record, QUESTIONNAIRE, dossiers_today())
    plan = build_dossier(load_library("fr"), sheet, sheet.date).roadmap
    assert all(s.start >= days[0] for s in plan.steps if s.project.id == name)


def test_a_project_set_aside_comes_back_with_a_tap() -> None:
    at = opened("roadmap")
    name = last_pin(at)
    tap(at, f"refuse-{name}")
    assert kept(at)["refuse"] == [name]
    assert f"refuse-{name}" not in keys(at, "refuse-")
    tap(at, f"take_back-{name}")
    assert kept(at)["refuse"] == []


def test_a_decision_keeps_the_others() -> None:
    at = opened("roadmap")
    first, second = (key.removeprefix("pin-") for key in keys(at, "pin-")[-2:])
    tap(at, f"quarter-{first}")
    tap(at, f"pin-{second}")
    assert set(kept(at)["postpone"]) == {first}
    assert kept(at)["pin"] == [second]


def test_the_later_projects_can_be_decided_on_too() -> None:
    at = opened("roadmap")
    before = len(keys(at, "refuse-"))
    at.session_state["plan-later"] = True
    fine(at.run())
    assert len(keys(at, "refuse-")) > before


def test_means_are_kept_when_typed() -> None:
    at = opened("roadmap")
    hours = next(n for n in at.number_input if n.key.startswith("hours."))
    hours.set_value(9.5).run()
    fine(at)
    assert kept(at)["hours_per_month"] == 9.5
    active = next(n for n in at.number_input if n.key.startswith("active."))
    active.set_value(3).run()
    fine(at)
    assert kept(at)["max_active"] == 3


def test_a_wish_that_does_not_fit_says_what_would_and_a_tap_does_it() -> None:
    name = last_pin(opened("roadmap"))
    at = opened("roadmap", {"hours_per_month": 0.5, "months": 1, "pin": [name]})
    assert "ne tient pas dans ces moyens" in text_of(at)
    remedy = keys(at, "relax-")[0]
    label = at.button(key=remedy).label
    tap(at, remedy)
    changed = {k: v for k, v in kept(at).items() if k in ("hours_per_month", "months")}
    assert changed != {"hours_per_month": 0.5, "months": 1}
    assert any(str(value) in label for value in changed.values())
    # The fields show the new means: the next click does not put the old ones back.
    fine(at.run())
    assert {k: kept(at)[k] for k in changed} == changed


def test_no_hours_at_all_is_never_an_empty_page() -> None:
    at = opened("roadmap", {"hours_per_month": 0, "own_money": 0})
    assert "Aucun projet ne tient" in text_of(at)
    assert keys(at, "relax-")
    assert "Laissé de côté pour l’instant" in text_of(at)


def test_a_card_says_who_may_pay_and_that_the_funder_decides() -> None:
    profile = {"enterprise": {"region": "BE-WAL", "country": "BE", "legal_form": "be-asbl"}}
    at = opened("roadmap")
    made = at.session_state["jalon.opened"][0]
    assessments.save_profile(database.engine(), made, profile, database.now())
    fine(at.run())
    assert "Aide possible" in text_of(at)
    assert "Le financeur décide." in text_of(at)
    at.session_state["plan-telling"] = True
    fine(at.run())
    assert "La réponse trancherait pour" in text_of(at)
    assert any(".telling." in str(radio.key) for radio in at.radio)


@pytest.mark.usefixtures("little_effort")
def test_the_better_plan_takes_the_place_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "PLANNER", AtOnce(late=2))
    at = opened("roadmap")
    for _ in range(2):
        fine(at.run())
    assert "Nous cherchons un ordre" not in text_of(at)
    assert "Pour les curieux" in text_of(at)
    assert "Nous n’avons pas trouvé de meilleur ordre" in text_of(at) or (
        "Un ordre un peu meilleur existe peut-être" in text_of(at)
    )


def test_while_it_is_looked_for_the_first_plan_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "PLANNER", AtOnce(late=1000))
    at = opened("roadmap")
    assert "Nous cherchons un ordre encore meilleur" in text_of(at)
    assert keys(at, "refuse-")
    assert "Pour les curieux" not in text_of(at)


@pytest.mark.usefixtures("little_effort")
def test_the_report_waits_for_the_best_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "PLANNER", planner.Planner())
    sheet = Sheet(answers=all_answers(), date=dossiers_today())
    first = build_dossier(load_library("fr"), sheet, sheet.date)
    assert first.roadmap.gap is None
    best = dossiers.with_best(first)
    assert best.roadmap.gap is not None
    assert planner.PLANNER.ready(dossiers.plan_key(sheet, "fr")) is best.roadmap


def test_what_names_the_enterprise_is_neither_in_the_key_nor_in_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[Any] = []

    def look_at(_library: Any, sheet: Any, *_rest: Any) -> Any:
        seen.append(sheet)
        raise RuntimeError

    profile = read_profile({"enterprise": {"name": "Les Tisserands"}})
    plain = Sheet(answers={}, date=dossiers_today())
    named = replace(plain, profile=profile, worry="secret")
    assert dossiers.plan_key(named, "fr") == dossiers.plan_key(plain, "fr")
    monkeypatch.setattr(dossiers, "build_dossier", look_at)
    monkeypatch.setattr(planner, "PLANNER", AtOnceFailing())
    dossiers.looking(named, "fr")
    assert seen[0].profile.enterprise.name is None
    assert seen[0].worry == ""


class AtOnceFailing(planner.Planner):
    def ask(self, key: str, make: planner.Make) -> bool:
        with pytest.raises(RuntimeError):
            make()
        return False


@pytest.mark.parametrize(
    "changed",
    [
        {"answers": {"strategy-written": "x"}}, {"form": "flash"}, {"date": dt.date(2030, 1, 1)},
        {"means": Means(months=3)},
        {"wishes": Wishes(refused=frozenset({"a"}))},
    ],
)  # fmt: skip
def test_everything_that_changes_the_plan_changes_its_key(changed: dict[str, Any]) -> None:
    sheet = Sheet(answers={}, date=dossiers_today())
    changes = dossiers.plan_key(replace(sheet, **changed), "fr")
    assert changes != dossiers.plan_key(sheet, "fr")
    assert dossiers.plan_key(sheet, "en") != dossiers.plan_key(sheet, "fr")


def test_the_way_up_is_worked_out_when_it_is_opened() -> None:
    for place in ("results", "why"):
        at = opened(place)
        assert "Pour atteindre «" not in text_of(at)
        at.session_state[f"up-{place}"] = True
        fine(at.run())
        assert "Pour atteindre «" in text_of(at)
        assert "heures" in text_of(at)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (lambda: {}, "rien n’est connu encore"),
        (lambda: all_answers(9), "Vous êtes déjà au dernier niveau"),
    ],
)
def test_an_obstacle_on_the_way_up_is_told_in_plain_words(
    answers: Callable[[], dict[str, str]], said: str
) -> None:
    at = opened("results", given=answers())
    at.session_state["up-results"] = True
    assert said in text_of(fine(at.run()))


def what_if(at: AppTest, question: str, option: int) -> AppTest:
    at.selectbox[0].set_value(question).run()
    at.radio[0].set_value(QUESTIONNAIRE.question(question).options[option].id).run()
    return fine(at)


def test_trying_an_answer_shows_before_and_after_and_changes_nothing() -> None:
    at = opened("what_if")
    assert "Rien ne bouge encore" in text_of(at)
    first = next(QUESTIONNAIRE.questions())
    what_if(at, first.id, 3)
    assert "Ce que cela changerait" in text_of(at)
    assert "L’ensemble" in text_of(at)
    assert QUESTIONNAIRE.dimension_of(first.id).title in text_of(at)
    made = at.session_state["jalon.opened"][0]
    record = assessments.load(database.engine(), made, database.now())
    assert record.answers == all_answers()
    assert record.plan is None
    assert not keys(at, "what-if-apply")


def test_an_answer_tried_is_taken_back() -> None:
    at = opened("what_if")
    first = next(QUESTIONNAIRE.questions())
    what_if(at, first.id, 3)
    tap(at, f"what-if-back-{first.id}")
    assert "Rien ne bouge encore" in text_of(at)
    assert at.radio[0].value == all_answers()[first.id]


def test_two_answers_may_be_tried_together() -> None:
    at = opened("what_if")
    first, second, *_ = QUESTIONNAIRE.questions()
    what_if(at, first.id, 3)
    what_if(at, second.id, 2)
    assert len(keys(at, "what-if-back-")) == 2


def test_means_tried_go_into_the_plan_only_by_the_button() -> None:
    at = opened("what_if")
    hours = next(n for n in at.number_input if n.key.startswith("hours."))
    hours.set_value(20.0).run()
    fine(at)
    assert kept(at) == {}
    assert "Heures du plan" in text_of(at)
    tap(at, "what-if-apply")
    assert kept(at)["hours_per_month"] == 20
    assert "Votre plan" in text_of(at)


@pytest.mark.usefixtures("little_effort")
def test_a_comparison_sets_two_plans_of_one_kind_side_by_side(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = Sheet(answers=all_answers(), date=dossiers_today())
    other = replace(sheet, means=Means(months=6))
    monkeypatch.setattr(session, "once", lambda _name, _key, build: build())
    one_of_two = AtOnce(late=1)
    monkeypatch.setattr(planner, "PLANNER", one_of_two)
    before, after, looking = dossiers.pair(sheet, other, "fr")
    assert (before.roadmap.gap, after.roadmap.gap, looking) == (None, None, True)
    before, after, looking = dossiers.pair(sheet, other, "fr")
    assert None not in (before.roadmap.gap, after.roadmap.gap)
    assert not looking


def dossiers_today() -> dt.date:
    return database.now().date()
