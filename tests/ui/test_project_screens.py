"""A project's sheet and its statement of needs: what is typed is kept, carried, never lost."""

import json
from decimal import Decimal
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from recommendations.guide import read_guide
from storage import assessments
from storage.answer_file import write_answer_file
from storage.errors import StorageUnavailable
from tests.ui.test_plan_screens import dossiers_today, fine, kept, keys, opened, tap
from tests.ui.test_screens import text_of
from ui import database, navigation, vault

pytestmark = pytest.mark.usefixtures("own_database")

LONG, SHORT = "small-readable-site", "name-carrier-and-stand-in"
GUIDE = read_guide("fr")


def sheet(name: str = LONG, plan: dict[str, Any] | None = None, screen: str = "project") -> AppTest:
    at = opened("roadmap", plan)
    return to(at, screen, name)


def to(at: AppTest, screen: str, name: str) -> AppTest:
    at.switch_page(navigation.path(screen))
    at.query_params["p"] = name
    return fine(at.run())


def field(at: AppTest, kind: str, name: str) -> Any:
    fields = getattr(at, kind)
    return next(one for one in fields if (one.key or "").endswith(f"-{name}-fr"))


def written(at: AppTest, name: str = LONG) -> dict[str, Any]:
    return kept(at).get("projects", {}).get(name, {})


def labels(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def test_everything_typed_on_the_sheet_is_kept_at_once_and_said_so() -> None:
    at = sheet()
    for name, said in (("sponsor", "Amina"), ("carrier", "Luc"), ("users", "L’accueil")):
        field(at, "text_input", name).set_value(said).run()
        assert written(fine(at))[name] == said
    assert "Enregistré à" in text_of(at)
    field(at, "text_area", "notes").set_value("Appeler Marie\nlundi").run()
    field(at, "checkbox", "group-staff").check().run()
    field(at, "checkbox", "asked").check().run()
    field(at, "radio", "state").set_value("in-progress").run()
    found = written(fine(at))
    assert found["notes"] == "Appeler Marie\nlundi"
    assert (found["groups"], found["asked"], found["state"]) == (["staff"], True, "in-progress")


def test_a_long_project_shows_six_phases_to_tick_and_untick() -> None:
    at = sheet()
    boxes = [box for box in at.checkbox if "-part-" in (box.key or "")]
    assert [box.label.replace("\\.", ".").split("\\")[0] for box in boxes] == [
        "1. Lancer", "2. Besoins", "3. Choix", "4. Régler et tester", "5. Mettre en place",
        "6. Faire durer",
    ]  # fmt: skip
    boxes[0].check().run()
    assert written(fine(at))["done"] == [f"{LONG}.initialise"]
    field(at, "checkbox", f"part-{LONG}-initialise").uncheck().run()
    assert "done" not in written(fine(at))


def test_a_choice_made_before_anyone_was_asked_is_said_kindly() -> None:
    at = sheet()
    field(at, "checkbox", f"part-{LONG}-choice").check().run()
    assert "n’ont pas été consultés" in text_of(fine(at))
    field(at, "checkbox", "asked").check().run()
    assert "n’ont pas été consultés" not in text_of(fine(at))


def test_one_person_alone_is_warned_about_until_a_stand_in_is_named() -> None:
    at = sheet()
    assert "Une seule personne porte tout" not in text_of(at)
    field(at, "text_input", "carrier").set_value("Luc").run()
    assert "Une seule personne porte tout" in text_of(fine(at))
    field(at, "text_input", "stand_in").set_value("Ana").run()
    assert "Une seule personne porte tout" not in text_of(fine(at))


def test_a_price_left_empty_is_not_known_and_zero_is_a_price() -> None:
    at = sheet()
    assert field(at, "number_input", "purchase").value is None
    assert "pas encore connu" in text_of(at)
    field(at, "number_input", "purchase").set_value(900.0).run()
    assert "pas encore connu" in text_of(fine(at))
    field(at, "number_input", "yearly").set_value(0.0).run()
    assert "à vos prix : 900 €" in text_of(fine(at))
    assert Decimal(written(at)["yearly"]) == 0
    field(at, "number_input", "yearly").set_value(None).run()
    assert "yearly" not in written(fine(at))


def test_the_catalogue_says_its_estimate_with_its_basis() -> None:
    text = text_of(sheet())
    assert "Notre estimation, hors taxes" in text
    assert "Base du coût :" in text


def test_a_finished_project_leads_back_to_the_answers_it_changes() -> None:
    at = sheet()
    field(at, "radio", "state").set_value("done").run()
    fine(at)
    assert "Relisez ces réponses" in text_of(at)
    assert any("answer-" in str(c.key) for c in at.get("page_link")) or len(labels(at)) > 3


def test_changing_the_plan_keeps_the_sheets_and_writing_a_sheet_keeps_the_plan() -> None:
    at = sheet(plan={"hours_per_month": 9, "pin": [SHORT]})
    field(at, "text_input", "sponsor").set_value("Amina").run()
    assert (kept(at)["hours_per_month"], kept(at)["pin"]) == (9, [SHORT])
    at.switch_page(navigation.path("roadmap")).run()
    tap(at, keys(at, "refuse-")[-1])
    assert written(at)["sponsor"] == "Amina"
    assert kept(at)["refuse"]


def test_the_answer_file_carries_the_sheets_to_another_device() -> None:
    at = sheet()
    field(at, "text_input", "sponsor").set_value("Amina").run()
    field(at, "number_input", "purchase").set_value(1250.5).run()
    made = at.session_state["jalon.opened"][0]
    record = assessments.load(database.engine(), made, database.now())
    text = write_answer_file(record, dossiers_today())
    assert json.loads(text)["plan"]["projects"][LONG]["sponsor"] == "Amina"
    other = opened("resume")
    other.file_uploader[0].upload("x.json", text.encode()).run()
    copy = other.session_state["jalon.opened"][-1]
    assert copy != made
    again = assessments.load(database.engine(), copy, database.now()).plan
    assert again is not None
    assert again["projects"] == (record.plan or {})["projects"]


def test_a_file_whose_sheet_is_wrong_is_refused_in_words() -> None:
    at = opened("resume")
    content = {
        "instrument": "digital-maturity", "answers": {},
        "plan": {"projects": {LONG: {"state": "lost"}}},
    }  # fmt: skip
    at.file_uploader[0].upload("x.json", json.dumps(content).encode()).run()
    assert "Ce fichier ne peut pas être repris" in text_of(at)
    assert f"projects.{LONG}.state" in text_of(at)


def test_what_could_not_be_saved_is_said_and_stays_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = sheet()

    def fail(*_arguments: object) -> None:
        raise StorageUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr(vault, "save_project", fail)
        field(at, "text_input", "sponsor").set_value("Amina").run()
        assert "n’a pas pu être enregistrée" in text_of(at)
        assert field(at, "text_input", "sponsor").value == "Amina"
    fine(at.run())
    assert written(at)["sponsor"] == "Amina"


def test_an_unknown_project_is_said_with_a_way_back() -> None:
    for screen in ("project", "specification"):
        at = sheet("nothing-of-ours", screen=screen)
        assert "Ce projet n’est pas connu" in text_of(at)
        assert "Voir tout le plan" in labels(at)


def test_a_project_out_of_the_plan_keeps_its_sheet_one_link_away() -> None:
    at = opened("roadmap", {"refuse": [SHORT], "projects": {SHORT: {"state": "done"}}})
    assert "Vos fiches hors de ce plan" in text_of(at)
    at = to(at, "project", SHORT)
    assert "n’est pas dans votre plan aujourd’hui" in text_of(at)
    assert field(at, "radio", "state").value == "done"


def test_a_card_says_how_far_its_project_is() -> None:
    at = opened("roadmap")
    name = keys(at, "refuse-")[0].removeprefix("refuse-")
    at = opened("roadmap", {"projects": {name: {"state": "in-progress"}}})
    assert "En cours" in text_of(at)


def test_each_quarter_says_hours_cost_aid_and_own_money() -> None:
    text = text_of(opened("roadmap"))
    for said in ("Heures", "Coût hors taxes", "Aide possible", "À votre charge"):
        assert said in text


def test_the_taps_are_short_and_a_screen_reader_hears_the_title() -> None:
    at = opened("roadmap")
    name = keys(at, "pin-")[0].removeprefix("pin-")
    label = at.button(key=f"pin-{name}").label
    assert label.startswith("Mettre plus tôt *–")
    assert label.endswith("*")


def needs(plan: dict[str, Any] | None = None) -> AppTest:
    return sheet(plan=plan, screen="specification")


def asked(at: AppTest) -> dict[str, Any]:
    return written(at).get("specification", {})


def test_a_suggestion_is_taken_moved_and_removed_by_a_tap_each() -> None:
    at = needs()
    one = GUIDE.kind("website").suggestions[0]
    tap(at, f"take-{one.id}")
    assert asked(at)["wanted"] == [{"text": one.text, "place": "must", "suggestion": one.id}]
    assert f"take-{one.id}" not in keys(at, "take-")
    tap(at, "move-must-0")
    assert asked(at)["wanted"][0]["place"] == "later"
    tap(at, "move-later-0")
    assert asked(at)["wanted"][0]["place"] == "must"
    tap(at, "remove-must-0")
    assert asked(at) == {}
    assert f"take-{one.id}" in keys(at, "take-")


@pytest.mark.parametrize("place", ["must", "constraint", "criterion"])
def test_ones_own_words_are_added(place: str) -> None:
    at = needs()
    label = {"must": "Un besoin à vous", "constraint": "Une condition à vous",
             "criterion": "Un critère à vous"}[place]  # fmt: skip
    next(one for one in at.text_input if one.label == label).set_value("À nous")
    send = {"must": 0, "constraint": 1, "criterion": 2}[place]
    [b for b in at.button if b.label == "Ajouter"][send].click().run()
    assert asked(fine(at))["wanted"] == [{"text": "À nous", "place": place}]


def test_a_product_named_is_met_with_a_remedy_until_it_moves() -> None:
    named = {"wanted": [{"text": "Compatible avec Microsoft 365", "place": "must"}]}
    at = needs({"projects": {LONG: {"specification": named}}})
    assert "« Microsoft 365 » ressemble à un nom de produit" in text_of(at)
    assert "Écrivez ce que l’outil doit faire" in text_of(at)
    tap(at, "move-must-0")
    assert "nom de produit" not in text_of(at)


def test_the_need_the_budget_and_the_dates_are_kept() -> None:
    at = needs()
    field(at, "text_area", "need").set_value("Un site à jour").run()
    field(at, "number_input", "most").set_value(2000.0).run()
    field(at, "selectbox", "answer-by").select_index(4).run()
    field(at, "selectbox", "needed-by").select_index(3).run()
    found = asked(fine(at))
    assert found["need"] == "Un site à jour"
    assert Decimal(found["budget_max"]) == 2000
    assert found["answer_by"] > dossiers_today().isoformat()
    assert found["needed_by"].endswith("-01")


def test_another_kind_brings_its_own_suggestions_and_keeps_what_is_written() -> None:
    at = needs()
    taken = GUIDE.kind("website").suggestions[0]
    tap(at, f"take-{taken.id}")
    field(at, "selectbox", "kind").set_value("shop").run()
    assert f"take-{GUIDE.kind('shop').suggestions[0].id}" in keys(fine(at), "take-")
    assert asked(at)["kind"] == "shop"
    assert asked(at)["wanted"][0]["suggestion"] == taken.id


def test_what_the_sheet_says_of_users_is_asked_once() -> None:
    at = sheet()
    field(at, "text_input", "users").set_value("L’accueil").run()
    at = to(at, "specification", LONG)
    assert field(at, "text_input", "users").value == "L’accueil"


def test_a_hostile_line_is_shown_as_text() -> None:
    line = {"text": "<img src=x onerror=alert(1)> *a* [b](c)", "place": "must"}
    at = needs({"projects": {LONG: {"specification": {"wanted": [line]}}}})
    assert "<img src=x" not in "".join(element.value for element in at.html)


def test_only_a_project_that_buys_something_leads_to_the_helper() -> None:
    assert "Écrire notre besoin" in labels(sheet())
    assert "Écrire notre besoin" not in labels(sheet("thirty-minutes-at-the-board"))
