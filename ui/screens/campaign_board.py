"""One campaign, for its coordinator: pass the code on, follow, close, read, take away."""

import streamlit as st

from content.wording import Wording
from network.open_data import data_dictionary
from storage.campaigns import Campaign
from ui import campaign_figures, campaigns, navigation, session
from ui.campaigns import Board
from ui.components import html, journey
from ui.components.campaign_picture import picture
from ui.components.campaign_together import shared_needs
from ui.components.guard import screen
from ui.components.invitation import come_back, invitation

_CSV = "text/csv; charset=utf-8"


@screen
def show(t: Wording) -> None:
    """While open: the code and how many joined. Once closed: the figures, which stay."""
    one = campaigns.current()
    if one is None:
        html.arrive(t("campaign.gone"))
        html.write(html.paragraph(t("campaign.gone_text")))
        if st.button(t("campaign.to_campaign"), type="primary"):
            navigation.go("campaign", g=None, a=None)
        return
    board = campaigns.board(one, t.language)
    journey.back(t, "campaign", a=None)
    html.arrive(one.name, html.paragraph(_kicker(t, one), "kicker"))
    _participation(t, one, board)
    if one.closed_on is None:
        _pass_on(t, one)
        _come_back(t, one)
        _running(t, one, board)
    elif board.aggregate is not None:
        picture(t, one, board.aggregate, final=True)
    _together(t, one, board)
    _downloads(t, one, board)
    if one.closed_on is None:
        _close(t, one, board)
    _delete(t, one, board)


def _kicker(t: Wording, one: Campaign) -> str:
    title = campaign_figures.instrument(one.instrument, t.language).title
    if one.closed_on is not None:
        return f"{title} · {t('campaign.closed_on', day=journey.day(t, one.closed_on))}"
    last = t("campaign.until", day=journey.day(t, one.ends_on))
    if campaigns.today() < one.starts_on:
        return f"{title} · {t('campaign.from', day=journey.day(t, one.starts_on))} · {last}"
    return f"{title} · {last}"


def _participation(t: Wording, one: Campaign, board: Board) -> None:
    said = [t("campaign.joined", count=board.joined), t("campaign.complete", count=board.complete)]
    if one.invited is not None:
        said.insert(0, t("campaign.asked", count=one.invited))
    if one.closed_on is None:
        said.append(t("campaign.counted", count=board.counted))
    html.write(html.heading(t("campaign.participation"), 2), html.items(said, "facts"))


def _pass_on(t: Wording, one: Campaign) -> None:
    html.write(html.heading(t("campaign.pass_on"), 2))
    code = session.recall(f"campaign.join.{one.id}")
    if code is None:
        html.write(html.paragraph(t("campaign.code_gone")))
        if st.button(t("team.code_make"), key="new-code"):
            session.remember(f"campaign.join.{one.id}", campaigns.new_join_code(one))
            st.rerun()
        return
    html.write(html.paragraph(t("campaign.pass_on_text")))
    invitation(t, code, campaigns.join_link(code), t("campaign.qr"))


def _come_back(t: Wording, one: Campaign) -> None:
    code = session.recall(f"campaign.organiser.{one.id}")
    if code is not None:
        come_back(t, code, one.expires_on)


def _running(t: Wording, one: Campaign, board: Board) -> None:
    """Made when it is asked for: each one seen leaves less to show at the end."""
    html.write(html.heading(t("campaign.running"), 2))
    if board.aggregate is not None:
        picture(t, one, board.aggregate, final=False)
    if board.waits_for:
        html.write(html.paragraph(t("campaign.waits", count=board.waits_for)))
        return
    html.write(html.notice(t("campaign.running_cost")))
    if st.button(t("campaign.running_make"), key="running"):
        campaigns.look_now(one)
        st.rerun()


def _together(t: Wording, one: Campaign, board: Board) -> None:
    if one.instrument != campaign_figures.CORE:
        return
    html.write(
        html.heading(t("campaign.pools"), 2),
        shared_needs(t, board.pools),
        html.heading(t("campaign.peers"), 2),
        html.paragraph(t("campaign.willing", count=board.willing)),
    )


def _downloads(t: Wording, one: Campaign, board: Board) -> None:
    published = board.aggregate if one.closed_on is not None else None
    if published is None and not board.named:
        return
    html.write(html.heading(t("campaign.files"), 2), html.paragraph(t("campaign.files_text")))
    with st.container(horizontal=True, key="campaign-files"):
        if published is not None:
            _file(t, "open", campaigns.open_data_file(one, published, t.language))
            _file(t, "dictionary", data_dictionary(t.language))
        if board.named:
            official = one.instrument != campaign_figures.CORE
            _file(t, "edih" if official else "named", campaigns.named_file(board.named))


def _file(t: Wording, name: str, content: str) -> None:
    # The mark tells spreadsheets that the file is UTF-8.
    st.download_button(
        t(f"campaign.file_{name}"), data=content.encode("utf-8-sig"), mime=_CSV,
        file_name=f"jalon-campaign-{name}.csv", on_click="ignore", key=f"campaign-file-{name}",
    )  # fmt: skip


def _close(t: Wording, one: Campaign, board: Board) -> None:
    html.write(
        html.heading(t("campaign.close_heading"), 2), html.paragraph(t("campaign.close_text"))
    )
    if board.complete < board.joined:
        html.write(html.notice(t("campaign.close_early", count=board.joined - board.complete)))
    sure = st.checkbox(t("campaign.close_sure"), key=f"close-sure.{one.id}")
    if not st.button(t("campaign.close"), key="close-campaign"):
        return
    if not sure:
        html.write(html.notice(t("campaign.close_tick"), "warn", "alert"))
        return
    campaigns.close(one)
    st.rerun()


def _delete(t: Wording, one: Campaign, board: Board) -> None:
    """What goes, what stays, said before."""
    said = [t("campaign.delete_members", count=board.joined), t("campaign.delete_theirs")]
    if board.aggregate is not None:
        said.append(t("campaign.delete_figures"))
    html.write(
        html.heading(t("campaign.delete_heading"), 2),
        html.paragraph(t("campaign.delete_text", day=journey.day(t, one.expires_on))),
        html.items(said),
    )
    sure = st.checkbox(t("campaign.delete_sure"), key=f"delete-sure.{one.id}")
    if not st.button(t("campaign.delete"), key="delete-campaign"):
        return
    if not sure:
        html.write(html.notice(t("campaign.close_tick"), "warn", "alert"))
        return
    campaigns.delete(one)
    navigation.go("campaign", g=None, a=None, deleted="1")


show()
