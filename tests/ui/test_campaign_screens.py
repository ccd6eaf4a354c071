"""A campaign on the screens: opened, joined line by line, followed, closed, read, left."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from network.panel_scope import FLASH
from storage import campaign_aggregates, campaign_members, campaigns, keys, panels
from storage.campaign_members import Consents
from storage.removal import delete_assessment
from tests.ui.campaign_builders import (
    CORE,
    COUNTED,
    EVERYTHING,
    OWN,
    a_campaign,
    an_assessment,
    an_estimate,
    answers,
    joined,
    members,
)
from ui import campaigns as here
from ui import codes, database, navigation, visitor
from ui.routes import WRONG_KEYS

APP = Path(__file__).parents[2] / "app.py"
ADDRESS = "192.0.2.9"


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    database.close()
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(visitor, "address", lambda: ADDRESS)
    yield
    database.close()
    for throttle in (WRONG_KEYS, codes.WRONG_JOIN_CODES):
        throttle.forget(ADDRESS)


def opened(screen: str, *, manages: str = "", holds: str = "", **parameters: str) -> AppTest:
    """A screen, in a tab that manages this campaign or holds this assessment."""
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params["lang"] = "fr"
    if manages:
        at.session_state["jalon.campaign.mine"] = (manages,)
        at.query_params["g"] = manages
    if holds:
        at.session_state["jalon.opened"] = (holds,)
        at.query_params["a"] = holds
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run().switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    pieces = [re.sub(r"<[^>]+>", " ", element.value) for element in at.html]
    return re.sub(r"\s+", " ", " ".join(pieces).replace("\u00a0", " "))


def click(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def box(at: AppTest, label: str) -> object:
    return next(one for one in at.checkbox if one.label.startswith(label))


def kept(campaign_id: str) -> campaigns.Campaign:
    return campaigns.load(database.engine(), campaign_id, here.today())


def consents_of(assessment_id: str) -> Consents | None:
    found = campaign_members.of_assessment(database.engine(), assessment_id, here.today())
    return found[0].consents if found else None


# Opening


def test_opening_a_campaign_shows_a_code_to_pass_on_and_one_to_keep() -> None:
    at = opened("campaign")
    at.text_input(key="campaign-name").set_value("Fédération des épiceries")
    at.number_input(key="campaign-invited").set_value(40)
    at.text_input(key="own-question-1").set_value("Partagez-vous un outil ?")
    at.text_area(key="own-options-1").set_value("Oui\nNon\n\nOui")
    click(at, "create-campaign")
    (made,) = at.session_state["jalon.campaign.mine"]
    join = at.session_state[f"jalon.campaign.join.{made}"]
    assert join in text_of(at)
    assert f"/campaign-join?c={join}" in at.code[0].value
    assert at.session_state[f"jalon.campaign.organiser.{made}"] in text_of(at)
    found = kept(made)
    assert (found.name, found.invited) == ("Fédération des épiceries", 40)
    assert [(q["text"], q["options"]) for q in found.questions] == [
        ("Partagez-vous un outil ?", ["Oui", "Non"])
    ]


@pytest.mark.parametrize(
    ("question", "options"),
    [("Une question ?", "Un seul choix"), ("", "Oui\nNon"), ("Longue ?", f"Oui\n{'x' * 61}")],
)
def test_a_question_half_written_is_refused_with_a_sentence(question: str, options: str) -> None:
    at = opened("campaign")
    at.text_input(key="campaign-name").set_value("Fédération")
    at.text_input(key="own-question-2").set_value(question)
    at.text_area(key="own-options-2").set_value(options)
    click(at, "create-campaign")
    assert "de 2 à 8 choix" in text_of(at)
    assert "jalon.campaign.mine" not in at.session_state


def test_a_campaign_needs_a_name() -> None:
    at = click(opened("campaign"), "create-campaign")
    assert "Écrivez un nom" in text_of(at)


def test_the_coordinators_code_finds_a_campaign_again_and_a_wrong_one_does_not() -> None:
    made = a_campaign(database.engine())
    at = opened("campaign")
    at.text_input(key="campaign-organiser-code").set_value("0000-0000-0000-0000")
    assert "n’ouvre rien" in text_of(click(at, "find-campaign"))
    at.text_input(key="campaign-organiser-code").set_value(made.organiser_code)
    assert "Fédération des Tisserands" in text_of(click(at, "find-campaign"))


def test_a_stranger_sees_nothing_of_a_campaign() -> None:
    made = a_campaign(database.engine(), name="Secret").campaign_id
    at = opened("campaign_board", g=made)
    assert "n’est pas ouverte ici" in text_of(at)
    assert "Secret" not in text_of(at)


def test_what_only_a_coordinator_may_do_is_refused_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = kept(a_campaign(database.engine()).campaign_id)
    monkeypatch.setattr(here, "_may_manage", lambda campaign_id: False)
    for refused in (here.close, here.look_now, here.new_join_code, here.delete):
        with pytest.raises(PermissionError):
            refused(found)
    with pytest.raises(PermissionError):
        here.board(found, "fr")
    assert kept(found.id).closed_on is None


# Joining


def test_nothing_is_ticked_before_and_each_line_is_kept_apart() -> None:
    engine = database.engine()
    made, one = a_campaign(engine), an_assessment(engine, "Les Dauphins")
    at = opened("campaign_join", holds=one, c=made.join_code)
    assert [tick.value for tick in at.checkbox] == [False] * 4
    click(at, "join-campaign")
    assert "Cochez au moins une ligne" in text_of(at)
    assert consents_of(one) is None
    box(at, "Être compté").check()
    box(at, "Pouvoir être contacté").check()
    click(at, "join-campaign")
    assert consents_of(one) == Consents(aggregate=True, peer=True)
    assert "Vous avez rejoint" in text_of(at)


def test_a_member_answers_the_federations_questions_on_the_way_in() -> None:
    engine = database.engine()
    made, one = a_campaign(engine, questions=OWN), an_assessment(engine, "Les Dauphins")
    at = opened("campaign_join", holds=one, c=made.join_code)
    box(at, "Être compté").check()
    at.radio[0].set_value(1)
    click(at, "join-campaign")
    found = campaign_members.all_members(engine, made.campaign_id, here.today())
    assert found[0].own == {"q-tool": 1}


def test_without_an_assessment_one_is_started_and_the_code_is_remembered() -> None:
    made = a_campaign(database.engine())
    at = click(opened("campaign_join", c=made.join_code), "start-new")
    assert at.session_state["jalon.campaign.code"] == made.join_code
    (started,) = at.session_state["jalon.opened"]
    assert at.query_params["a"] == started


def test_wrong_codes_are_said_and_throttled() -> None:
    at = opened("campaign_join", c="0000-0000")
    assert "n’ouvre rien" in text_of(at)
    for _ in range(20):
        codes.WRONG_JOIN_CODES.allow(ADDRESS, database.now())
    assert "Trop d’essais" in text_of(opened("campaign_join", c="0000-0001"))


def test_a_consent_is_taken_back_alone_at_any_time_and_everything_by_leaving() -> None:
    engine = database.engine()
    made, one = a_campaign(engine), an_assessment(engine, "Les Dauphins")
    joined(engine, made.campaign_id, [one], EVERYTHING)
    at = opened("campaign_member", holds=one, g=made.campaign_id)
    box(at, "Montrer mon résultat").uncheck().run()
    assert consents_of(one) == Consents(aggregate=True, named=False, pooling=True, peer=True)
    assert "C’est noté" in text_of(at)
    click(at, "leave-campaign")
    assert consents_of(one) is None
    assert "vous n’êtes plus dans cette campagne" in text_of(at)


def test_a_member_does_not_read_another_ones_membership() -> None:
    engine = database.engine()
    made, one = a_campaign(engine), an_assessment(engine, "Les Dauphins")
    joined(engine, made.campaign_id, [one], EVERYTHING)
    at = opened("campaign_member", a=one, g=made.campaign_id)
    assert "Tisserands" not in text_of(at)
    assert not at.checkbox


# Following and closing


def test_under_five_nothing_is_shown_even_at_the_closing() -> None:
    engine = database.engine()
    made = a_campaign(engine).campaign_id
    members(engine, made, 4)
    at = opened("campaign_board", manages=made)
    assert "Encore 1 membre complet" in text_of(at)
    at.checkbox(key=f"close-sure.{made}").check()
    click(at, "close-campaign")
    assert "Rien n’est montré" in text_of(at)
    assert kept(made).closed_on == here.today()


def test_a_campaign_is_not_closed_by_a_slip() -> None:
    engine = database.engine()
    made = a_campaign(engine).campaign_id
    at = click(opened("campaign_board", manages=made), "close-campaign")
    assert "Cochez d’abord" in text_of(at)
    assert kept(made).closed_on is None


def test_the_running_picture_moves_five_by_five() -> None:
    engine = database.engine()
    made = a_campaign(engine).campaign_id
    members(engine, made, 6)
    at = click(opened("campaign_board", manages=made), "running")
    assert "médiane" in text_of(at)
    assert "Encore 5 membres complets" in text_of(at)
    joined(engine, made, [an_assessment(engine, "Tard venue", answers(3))])
    at = opened("campaign_board", manages=made)
    assert "Encore 4 membres complets" in text_of(at)
    assert not [one for one in at.button if one.key == "running"]


def test_the_closed_board_shows_groups_of_five_and_says_what_is_hidden() -> None:
    engine = database.engine()
    made = a_campaign(engine, questions=OWN, invited=20).campaign_id
    members(engine, made, 7, fte="4")
    members(engine, made, 6, fte="20")
    members(engine, made, 1, region="BE-BRU")
    at = opened("campaign_board", manages=made)
    at.checkbox(key=f"close-sure.{made}").check()
    told = text_of(click(at, "close-campaign"))
    assert "20 membres invités" in told
    assert "moins de 10 personnes 7" in told
    assert "caché" in told
    assert "Partagez-vous un outil ?" in told
    assert "Maison" not in told


def test_pooling_and_names_are_shown_only_of_those_who_agreed() -> None:
    engine = database.engine()
    made = a_campaign(engine).campaign_id
    for name in ("Ada", "Bo", "Cy"):
        one = an_assessment(engine, name, answers(0))
        joined(engine, made, [one], Consents(aggregate=True, pooling=True))
    joined(engine, made, [an_assessment(engine, "Zoé", answers(0))], COUNTED)
    told = text_of(opened("campaign_board", manages=made))
    assert re.search(r"3 membres le prévoient · [^<]*Wallonie", told)
    assert "Qui : Ada, Bo, Cy" in told
    assert "Zoé" not in told


def test_a_member_sees_who_solved_it_and_agreed_to_be_asked() -> None:
    engine = database.engine()
    made = a_campaign(engine).campaign_id
    me = an_assessment(engine, "Moi", answers(0))
    able = an_assessment(engine, "Qui sait", answers(9))
    silent = an_assessment(engine, "Discrète", answers(9))
    joined(engine, made, [me, silent], COUNTED)
    joined(engine, made, [able], Consents(peer=True))
    told = text_of(opened("campaign_member", holds=me, g=made))
    assert "Qui sait" in told
    assert "Discrète" not in told


def test_one_who_leaves_is_in_no_later_figure_and_the_frozen_ones_stay() -> None:
    engine = database.engine()
    first = a_campaign(engine).campaign_id
    who = members(engine, first, 12)
    at = opened("campaign_board", manages=first)
    at.checkbox(key=f"close-sure.{first}").check()
    click(at, "close-campaign")
    before = campaign_aggregates.latest(engine, first)
    second = a_campaign(engine).campaign_id
    joined(engine, second, who[1:])
    delete_assessment(engine, who[0], database.now())
    at = opened("campaign_board", manages=second)
    at.checkbox(key=f"close-sure.{second}").check()
    click(at, "close-campaign")
    after = campaign_aggregates.latest(engine, second)
    assert campaign_aggregates.latest(engine, first) == before
    assert [one["aggregate"]["dimensions"][0]["whole"]["n"] for one in (before, after)] == [12, 7]


def test_a_dma_campaign_gives_named_results_in_the_official_columns() -> None:
    engine = database.engine()
    made = a_campaign(engine, instrument="dma-sme").campaign_id
    for name in ("Ada", "=Bo"):
        one = an_estimate(engine, name, "sme-all-max")
        joined(engine, made, [one], Consents(aggregate=True, named=True))
    joined(engine, made, [an_estimate(engine, "Cy", "sme-all-max")], COUNTED)
    at = opened("campaign_board", manages=made)
    assert "3 évaluations complètes" in text_of(at)
    assert [one.label for one in at.get("download_button")] == ["Résultats nommés, colonnes EDIH"]
    named = [
        one.record
        for one in campaign_members.all_members(engine, made, here.today())
        if one.consents.named
    ]
    rows = list(csv.DictReader(io.StringIO(here.named_file(named))))
    assert list(rows[0])[:5] == [
        "SME name", "SME ID", "DMA Timing", "DMA Score", "Digital Business Strategy",
    ]  # fmt: skip
    assert {row["SME name"] for row in rows} == {"Ada", "'=Bo"}
    assert {row["DMA Score"] for row in rows} == {"100.0"}


def test_the_open_data_of_a_closed_campaign_names_nobody() -> None:
    engine = database.engine()
    made = a_campaign(engine, questions=OWN).campaign_id
    members(engine, made, 9, EVERYTHING)
    at = opened("campaign_board", manages=made)
    at.checkbox(key=f"close-sure.{made}").check()
    click(at, "close-campaign")
    found = here.final_figures(kept(made))
    assert found is not None
    text = here.open_data_file(kept(made), found, "fr")
    assert "Maison" not in text
    rows = list(csv.DictReader(io.StringIO(text)))
    whole = [row for row in rows if row["grouping"] == "whole"]
    told = {(row["subject"], row["measure"]): row["value"] for row in whole}
    assert told["overall", "members"] == "9"
    assert told["Partagez-vous un outil ?", "members"] == ""
    assert told["participation", "complete"] == "9"


def test_the_entrance_stands_on_the_result_and_among_the_other_assessments() -> None:
    one = an_assessment(database.engine(), "Les Dauphins")
    at = opened("others")
    assert {"start-campaign", "join-campaign"} <= {button.key for button in at.button}
    links = [link.label for link in opened("results", holds=one).get("page_link")]
    assert "Rejoindre une campagne" in links


def test_the_first_day_is_chosen_and_nobody_joins_before_it() -> None:
    at = opened("campaign")
    at.text_input(key="campaign-name").set_value("Fédération")
    first = at.selectbox(key="campaign-starts.fr")
    first.select_index(len(first.options) - 1).run()
    click(at, "create-campaign")
    (made,) = at.session_state["jalon.campaign.mine"]
    found = kept(made)
    assert here.today() < found.starts_on < found.ends_on
    assert not found.takes_members(here.today())
    assert "à partir du" in text_of(at)


def test_deleting_a_campaign_says_what_goes_and_tells_its_members() -> None:
    engine = database.engine()
    made = a_campaign(engine, questions=OWN)
    ids = members(engine, made.campaign_id, 6)
    at = opened("campaign_board", manages=made.campaign_id)
    assert "téléchargez-les d’abord" not in text_of(at)
    at.checkbox(key=f"close-sure.{made.campaign_id}").check()
    click(at, "close-campaign")
    assert "téléchargez-les d’abord" in text_of(at)
    assert "les accords de 6 membres" in text_of(at)
    assert "Cochez d’abord" in text_of(click(at, "delete-campaign"))
    assert kept(made.campaign_id)
    at.checkbox(key=f"delete-sure.{made.campaign_id}").check()
    assert "la campagne est effacée" in text_of(click(at, "delete-campaign"))
    with pytest.raises(campaigns.UnknownCampaign):
        kept(made.campaign_id)
    assert [consents_of(one) for one in ids] == [None] * 6
    assert "campagne supprimée, avec votre accord" in text_of(opened("share", holds=ids[0]))
    assert campaign_aggregates.latest(engine, made.campaign_id) is not None


def test_campaigns_of_one_name_are_told_apart_by_their_days() -> None:
    now, later = (
        a_campaign(database.engine(), starts_on=day).campaign_id
        for day in (here.today(), here.today() + dt.timedelta(days=9))
    )
    at = opened("campaign", manages=now)
    at.session_state["jalon.campaign.mine"] = (now, later)
    at = at.switch_page(navigation.path("campaign")).run()
    first, second = (at.button(key=f"campaign-{one}").label for one in (now, later))
    assert first != second
    assert (" Ouverte du " in first, " Ouvre le " in second) == (True, True)

    member = an_assessment(database.engine(), "Le Gué")
    for one in (now, later):
        campaign_members.join(database.engine(), kept(one), member, COUNTED, kept(one).starts_on)
    at = opened("campaign_member", holds=member, g=now)
    assert "Ouvre le " in " ".join(link.proto.label for link in at.get("page_link"))


def test_before_deletion_one_reads_what_goes_and_that_published_figures_stay() -> None:
    engine, made = database.engine(), a_campaign(database.engine()).campaign_id
    member = members(engine, made, 6)[0]
    keys.issue(engine, member, "link", database.now(), role="reader", label="Le bureau")
    before = text_of(opened("my_data", holds=member))
    assert "dans la campagne « Fédération des Tisserands » (Ouverte du" in before
    assert "1 lien ou code" in before
    assert "déjà publiés restent" not in before
    assert "réponses de votre équipe" not in before
    today = here.today()
    board = opened("campaign_board", manages=made)
    board.checkbox(key=f"close-sure.{made}").check()
    click(board, "close-campaign")
    panels.open_panel(engine, member, today, scope=FLASH, version=CORE.version, slips=False)
    after = text_of(opened("my_data", holds=member))
    assert "déjà publiés restent" in after
    assert "réponses de votre équipe (1 fois)" in after
