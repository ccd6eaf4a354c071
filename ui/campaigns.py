"""Campaigns as a visitor meets them: who may see and do what is decided here, and only here.

The coordinator (the code, the browser that opened it, or an account it is on) sees how many
joined, what was published, and of each member what that member agreed to. A member (the owner of
its assessment) sees its own consents, what was published, and the other members who agreed to be
seen.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from access.rules import may
from access.secrets import fingerprint
from identity.site import read_site
from network.aggregate import Aggregate, from_json
from network.anonymity import next_batch
from network.members import OVERALL
from network.open_data import About, as_csv, open_data
from network.partners import Partner
from network.peers import Peer, peers
from network.pooling import Pool, pools, read_assumptions
from storage import account_campaigns, campaigns
from storage import campaign_aggregates as aggregates
from storage import campaign_members as members
from storage.accounts import Account
from storage.audit import Act, Who
from storage.campaign_members import Consents, Joined, Membership
from storage.campaigns import Campaign, Opened, UnknownCampaign
from storage.errors import UnknownAssessment
from storage.record import Record
from storage.removal import delete_campaign
from ui import accounts, codes, contents, database, navigation, session, visitor
from ui import campaign_figures as figures
from ui.routes import WRONG_KEYS
from ui.standing import allowed, browser, note, noted


@dataclass(frozen=True)
class Board:
    """What the coordinator sees. `counted` agreed to be counted and answered everything.

    `waits_for` more members make a running picture possible; `named` agreed to be shown by name.
    """

    joined: int
    complete: int
    counted: int
    aggregate: Aggregate | None
    waits_for: int
    pools: tuple[Pool, ...]
    named: tuple[Record, ...]
    willing: int


def create(
    name: str,
    instrument: str,
    starts_on: dt.date,
    ends_on: dt.date,
    invited: int | None,
    questions: Sequence[tuple[str, Sequence[str]]],
) -> Opened:
    """A campaign that this browser manages, with its two codes to show once.

    A coordinator who signed in manages it with her account instead. Raises NobodySignedIn and
    NotAllowed where the site asks for one.
    """
    if needs_coordinator():
        accounts.require("create", "campaign")
    asked = figures.instrument(instrument, visitor.language())
    own = [
        {"id": figures.question_id(text, options), "text": text, "options": list(options)}
        for text, options in questions
    ]
    opened = campaigns.create(
        database.engine(), today(), name=name, instrument=instrument, version=asked.version,
        starts_on=starts_on, ends_on=ends_on, invited=invited, questions=own,
    )  # fmt: skip
    _attach(opened.campaign_id)
    return opened


def needs_coordinator() -> bool:
    """Whether this site lets only a coordinator who signed in open a campaign."""
    return read_site(visitor.language()).accounts.campaigns_need_coordinator


def may_open() -> bool:
    """Whether a campaign can be opened here now: to show the form or not, `create` asks again."""
    return not needs_coordinator() or _coordinator() is not None


def of_account() -> tuple[Campaign, ...]:
    """The campaigns of the coordinator who is signed in. Raises NobodySignedIn, NotAllowed."""
    who = accounts.require("read", "campaign")
    return account_campaigns.listed(database.engine(), who.id, today())


def take_off(campaign_id: str) -> None:
    """Takes it off the account of who is signed in. Raises NobodySignedIn, NotAllowed."""
    who = accounts.require("write", "campaign")
    account_campaigns.detach(database.engine(), who.id, campaign_id)


def mine() -> tuple[Campaign, ...]:
    """The campaigns this browser manages, or this tab where there is no cookie."""
    device = visitor.device()
    if device is not None:
        return campaigns.list_for_device(database.engine(), device, today())
    return tuple(found for kept in _in_this_tab() if (found := _load(kept)) is not None)


def current() -> Campaign | None:
    """The campaign of the address, if this browser manages it; else None."""
    wanted = navigation.parameter("g")
    return _load(wanted) if wanted and _may_manage(wanted) else None


def open_as_organiser(typed: str) -> Campaign | None:
    """The campaign a coordinator's code opens, from now on here too, or on her account.

    PermissionError: too many wrong codes.
    """
    found = codes.counted(
        WRONG_KEYS, lambda: campaigns.by_organiser_code(database.engine(), typed, today())
    )
    if found is not None:
        _attach(found.id)
    return found


def by_code(typed: str) -> Campaign | None:
    """The campaign a join code lets one join, or None. PermissionError: too many wrong codes."""
    return codes.opens(
        "campaign", typed, lambda code: campaigns.by_join_code(database.engine(), code, today())
    )


# The coordinator's


def board(campaign: Campaign, language: str) -> Board:
    """What the coordinator sees now. PermissionError when this browser does not manage it."""
    _manage(campaign.id)
    joined = members.all_members(database.engine(), campaign.id, today())
    done = [one for one in joined if figures.complete(one.record)]
    counted = len(figures.counted(joined))
    published = _published(campaign.id)
    return Board(
        joined=len(joined),
        complete=len(done),
        counted=counted,
        aggregate=published,
        waits_for=next_batch(counted, _shown(published)),
        pools=_pools([figures.partner_of(one) for one in done], language),
        named=tuple(one.record for one in done if one.consents.named),
        willing=sum(one.consents.peer for one in done),
    )


def look_now(campaign: Campaign) -> None:
    """Makes the running picture, when five more members can enter it. PermissionError."""
    _manage(campaign.id)
    shown = _shown(_published(campaign.id))

    def make(joined: Sequence[Joined], earlier: Sequence[Mapping[str, Any]]) -> Any:
        if next_batch(len(figures.counted(joined)), shown):
            return None
        made, ledger = figures.figures(campaign, joined, earlier, final=False)
        return figures.frozen(campaign, made, final=False), ledger

    aggregates.publish_running(database.engine(), campaign.id, today(), make)


def close(campaign: Campaign) -> None:
    """No more members; the aggregate is made, once and for all. PermissionError."""
    _manage(campaign.id)

    def make(joined: Sequence[Joined], earlier: Sequence[Mapping[str, Any]]) -> Any:
        made, ledger = figures.figures(campaign, joined, earlier, final=True)
        return figures.frozen(campaign, made, final=True), ledger

    aggregates.close(database.engine(), campaign.id, today(), make)


def new_join_code(campaign: Campaign) -> str:
    """Another code; the one before stops working. PermissionError."""
    _manage(campaign.id)
    return campaigns.new_join_code(database.engine(), campaign.id)


def delete(campaign: Campaign) -> None:
    """Removes it for good; each member reads in its trail that it was. PermissionError."""
    _manage(campaign.id)
    engine, by = database.engine(), browser()
    for one in members.all_members(engine, campaign.id, today()):
        who = Who("coordinator", "", fingerprint(by, one.record.id))
        with suppress(UnknownAssessment):
            note(one.record.id, who, Act("delete", "campaign", campaign.name), once=False)
    delete_campaign(engine, campaign.id, today())
    session.remember("campaign.mine", tuple(one for one in _in_this_tab() if one != campaign.id))


def open_data_file(campaign: Campaign, aggregate: Aggregate, language: str) -> str:
    """The closed campaign's aggregate as CSV: it holds nothing that is not published."""
    asked = figures.instrument(campaign.instrument, language)
    closed_on = campaign.closed_on or today()
    about = About(
        closed_on=closed_on.isoformat(),
        instrument=asked.id,
        version=asked.version,
        levels=[one.id for one in asked.levels],
        options={q["id"]: q["options"] for q in campaign.questions},
        titles={q["id"]: q["text"] for q in campaign.questions},
    )
    return open_data(aggregate, about)


def named_file(named: Sequence[Record]) -> str:
    """Results of those who agreed to be named, as CSV; the official columns for a DMA estimate."""
    rows = [figures.row_of(record) for record in named]
    return as_csv(list(rows[0]) if rows else [], [list(row.values()) for row in rows])


def join_link(code: str) -> str:
    """The address to pass on; each reader's browser chooses its language."""
    return f"{visitor.site()}/{navigation.SCREENS['campaign_join']}?c={code}"


# A member's


def join(
    campaign: Campaign, assessment_id: str, consents: Consents, own: Mapping[str, int]
) -> None:
    """Joins, or changes what is agreed to. Raises CampaignClosed, UnknownAssessment."""
    noted(assessment_id, "write", "consent", once=False)
    engine = database.engine()
    members.join(engine, campaign, assessment_id, consents, today())
    if own:
        members.answer_own(engine, campaign, assessment_id, own, today())


def consent(membership: Membership, assessment_id: str, consents: Consents) -> bool:
    """Changes what is agreed to, at any time; False when it is no member any more.

    Raises UnknownAssessment.
    """
    noted(assessment_id, "write", "consent", once=False)
    return members.change(database.engine(), membership.campaign.id, assessment_id, consents)


def leave(campaign_id: str, assessment_id: str) -> None:
    """Takes everything back. Raises UnknownAssessment."""
    noted(assessment_id, "write", "consent", once=False)
    members.leave(database.engine(), campaign_id, assessment_id)


def memberships(assessment_id: str) -> tuple[Membership, ...]:
    """The campaigns this assessment has joined. Raises UnknownAssessment."""
    allowed(assessment_id, "read", "consent")
    return members.of_assessment(database.engine(), assessment_id, today())


def final_figures(campaign: Campaign) -> Aggregate | None:
    """What a closed campaign published: every member may read it."""
    return _published(campaign.id) if campaign.closed_on is not None else None


def seen_by(
    membership: Membership, record: Record, language: str
) -> tuple[tuple[Pool, ...], tuple[Peer, ...]]:
    """Needs this member shares with others if it agreed to that, and whom it may ask.

    Raises UnknownAssessment.
    """
    allowed(record.id, "read", "consent")
    joined = members.all_members(database.engine(), membership.campaign.id, today())
    done = [one for one in joined if figures.complete(one.record)]
    me = next((one for one in done if one.record.id == record.id), None)
    if me is None or record.instrument != figures.CORE:
        return (), ()
    partners = [
        figures.partner_of(one) for one in done if one.consents.pooling or one.consents.peer
    ]
    own = figures.partner_of(me)
    shared = _pools(partners, language) if me.consents.pooling else ()
    order = [question.id for question in contents.questionnaire(language).questions()]
    return tuple(one for one in shared if own in one.members), peers(own, partners, order)


def today() -> dt.date:
    """The day of the clock the database is read with."""
    return database.now().date()


def _pools(partners: Sequence[Partner], language: str) -> tuple[Pool, ...]:
    library = contents.library(language)
    by_id = {action.id: action for action in library.actions}
    return pools(partners, by_id, read_assumptions(language))


def _published(campaign_id: str) -> Aggregate | None:
    kept = aggregates.latest(database.engine(), campaign_id)
    return None if kept is None else from_json(kept["aggregate"])


def _shown(published: Aggregate | None) -> int:
    whole = published.picture(OVERALL).whole if published is not None else None
    return 0 if whole is None else whole.n


def _manage(campaign_id: str) -> None:
    if not _may_manage(campaign_id):
        raise PermissionError(campaign_id)


def _load(campaign_id: str) -> Campaign | None:
    try:
        return campaigns.load(database.engine(), campaign_id, today())
    except UnknownCampaign:
        return None


def _may_manage(campaign_id: str) -> bool:
    if campaign_id in _in_this_tab():
        return True
    device, engine = visitor.device(), database.engine()
    if device is not None and campaigns.holds(engine, device, campaign_id):
        return True
    who = _coordinator()
    return who is not None and account_campaigns.holds(engine, who.id, campaign_id)


def _coordinator() -> Account | None:
    """Who is signed in, if she may manage campaigns."""
    who = accounts.current()
    return who if who is not None and any(may(r, "write", "campaign") for r in who.roles) else None


def _attach(campaign_id: str) -> None:
    who = _coordinator()
    if who is not None:
        # To her alone: once she is signed out, this browser manages it no more.
        account_campaigns.attach(database.engine(), who.id, campaign_id)
        return
    if campaign_id not in _in_this_tab():
        session.remember("campaign.mine", (campaign_id, *_in_this_tab()))
    device = visitor.device()
    if device is not None:
        campaigns.attach(database.engine(), device, campaign_id)


def _in_this_tab() -> tuple[str, ...]:
    return tuple(session.recall("campaign.mine", ()))
