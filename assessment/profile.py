"""Who the enterprise is and what it plans: one vocabulary for screens, criteria, files and tests.

Everything is optional: absent or null means unknown, and unknown is never "no".
The meaning of each field stands in docs/profile-fields.md.
"""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from assessment.base import Content


def _through_text(value: Any) -> Any:
    """Numbers reach Decimal through their text, so that 0.1 stays 0.1."""
    return str(value) if isinstance(value, float) else value


Money = Annotated[Decimal, BeforeValidator(_through_text), Field(ge=0, allow_inf_nan=False)]
Number = Annotated[Decimal, BeforeValidator(_through_text), Field(ge=0, allow_inf_nan=False)]
Share = Annotated[Decimal, BeforeValidator(_through_text), Field(ge=0, le=1)]
AgeOrNever = Number | Literal["never"]
Family = Literal[
    "nonprofit",
    "cooperative",
    "mutual",
    "foundation",
    "social_company",
    "work_integration",
    "commercial",
    "network",
]


class Award(Content):
    """One aid received before."""

    programme: str
    months_ago: Number


class Enterprise(Content):
    """Who the enterprise is."""

    name: str | None = Field(default=None, max_length=200)
    country: str | None = None
    region: str | None = Field(default=None, description="Main operating site, ISO 3166-2.")
    municipality: str | None = None
    province: str | None = None
    mrc: str | None = None
    epci: str | None = None
    registered_office_region: str | None = None
    establishment_regions: tuple[str, ...] | None = None
    gaeltacht: bool | None = None
    in_metropole: bool | None = None
    priority_area: bool | None = None
    overseas: bool | None = None
    legal_form: str | None = None
    form_family: tuple[Family, ...] | None = None
    accreditations: tuple[str, ...] | None = None
    registers: tuple[str, ...] | None = None
    registered: bool | None = None
    fte: Number | None = None
    employees: Number | None = None
    permanent_fte: Number | None = None
    volunteers: Number | None = None
    members_count: Number | None = None
    board_size: Number | None = None
    turnover: Money | None = None
    balance_sheet_total: Money | None = None
    earned_revenue_share: Share | None = None
    public_funding_share: Share | None = None
    public_ownership_share: Share | None = None
    economic_activity: bool | None = None
    trading_activity: bool | None = None
    for_profit: bool | None = None
    is_sse: bool | None = None
    commercial_purpose: bool | None = None
    employer: bool | None = None
    sector: str | None = None
    nace: tuple[str, ...] | None = None
    creation_date: dt.date | None = None
    registration_date: dt.date | None = None
    age_years: Number | None = None
    months_since_registration: Number | None = None
    months_trading: Number | None = None
    in_difficulty: bool | None = None
    solvent: bool | None = None
    equity_negative: bool | None = None
    tax_social_up_to_date: bool | None = None
    tax_clearance: bool | None = None
    accounts_filed: bool | None = None
    group_above_sme: bool | None = None
    de_minimis_3y: Money | None = None
    previous_awards: tuple[Award, ...] | None = None
    joint_committee: str | None = None
    opco: str | None = None
    diversity_plan: bool | None = None
    french_website: bool | None = None
    business_permit: bool | None = None
    uid: bool | None = None
    esus: bool | None = None
    enterprise_ireland_client: bool | None = None
    previous_beneficiary: bool | None = None
    is_federation: bool | None = None
    autonomous: bool | None = None
    nis2: bool | None = None
    part_time_self_employed: bool | None = None
    small_company: bool | None = None
    taxable_profit: bool | None = None
    b2c_share: Share | None = None


class Project(Content):
    """What the enterprise plans, and what it can put in."""

    need: str | None = None
    kind: str | None = None
    expenses: tuple[str, ...] | None = None
    cost: Money | None = Field(default=None, description="Excluding tax.")
    cost_incl_tax: Money | None = None
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    started: bool | None = Field(default=None, description="Any order or payment already made.")
    provider_labelled: bool | None = None
    provider: str | None = None
    goal: Literal["own_organisation", "beneficiaries"] | None = None
    own_contribution_share: Share | None = None
    other_public_aid: Money | None = None
    digital_plan_age_months: AgeOrNever | None = None
    cyber_diagnosis_age_months: AgeOrNever | None = None
    self_assessment_done: bool | None = None
    research_partner: bool | None = None
    open_licence: bool | None = None
    cross_border_partner: bool | None = None
    trainees: Literal["employees", "volunteers"] | None = None
    participants: Number | None = None
    project_rank: int | None = Field(default=None, ge=1)
    topic: str | None = None
    hours_per_month: Number | None = None
    own_money_per_year: Money | None = None
    duration_months: Number | None = None
    region: str | None = Field(default=None, description="Where it is carried out, ISO 3166-2.")
    cofinancing: bool | None = Field(default=None, description="Other funders take part.")
    jobs_created: Number | None = Field(default=None, description="FTE the project creates.")
    requested_amount: Money | None = None


class Profile(Content):
    """The enterprise and its project, as far as known."""

    enterprise: Enterprise = Enterprise()
    project: Project = Project()
