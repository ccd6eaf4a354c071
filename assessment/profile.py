"""Who the enterprise is and what it plans: one vocabulary for screens, criteria, files and tests.

Everything is optional: absent or null means unknown, and unknown is never "no".
The meaning of each field stands in docs/profile-fields.md.
"""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from assessment.base import Content


def _through_text(value: Any) -> Any:
    """Numbers reach Decimal through their text, so that 0.1 stays 0.1."""
    return str(value) if isinstance(value, float) else value


def _of_this_world(value: Decimal) -> Decimal:
    """Refuses '1e-999999': one sign more a digit, and nobody could write it out."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_MOST_DIGITS:
        raise ValueError(f"more than {_MOST_DIGITS} decimals")
    return value


_MOST_DIGITS = 30
MOST = 10**12
"""No enterprise has more euros, people or months."""

Number = Annotated[
    Decimal,
    BeforeValidator(_through_text),
    Field(ge=0, le=MOST, allow_inf_nan=False),
    AfterValidator(_of_this_world),
]
Money = Number
Share = Annotated[
    Decimal,
    BeforeValidator(_through_text),
    Field(ge=0, le=1, allow_inf_nan=False),
    AfterValidator(_of_this_world),
]
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


Stage = Literal["founding", "start-up", "established"]
Activity = Literal[
    "social-inclusion",
    "work-integration",
    "care",
    "equal-opportunities",
    "culture",
    "ecology",
    "other",
]
Aim = Literal[
    "digital",
    "ai",
    "innovation",
    "internationalisation",
    "sustainability",
    "work-integration",
    "green-activity",
    "mainstream-cooperation",
    "validated-innovation",
    "guidance",
    "other",
]


class Award(Content):
    """One aid received before. With its amount and its rule, it counts towards de minimis."""

    programme: str
    months_ago: Number
    amount: Money | None = Field(default=None, description="EUR.")
    de_minimis: Literal["yes", "sgei", "no"] | None = None


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
    barred_from_aid: bool | None = None
    closed_years: Number | None = None
    annual_income: Money | None = None
    general_interest: bool | None = None
    corporate_foundation: bool | None = None
    domestic_ownership: bool | None = None
    own_bank_account: bool | None = None
    local_branch_registered: bool | None = None
    national_scope: bool | None = None
    in_business_park: bool | None = None
    opco_up_to_date: bool | None = None
    memberships: tuple[str, ...] | None = None
    local_schemes: tuple[str, ...] | None = None
    aided_topics: tuple[str, ...] | None = None
    french_compliance: bool | None = None
    solvent: bool | None = None
    equity_negative: bool | None = None
    tax_social_up_to_date: bool | None = None
    tax_clearance: bool | None = None
    accounts_filed: bool | None = None
    group_above_sme: bool | None = None
    de_minimis_3y: Money | None = None
    sgei_de_minimis_3y: Money | None = None
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
    social_purpose: bool | None = None
    recognised_nonprofit: bool | None = None
    commercial_registration: bool | None = None
    in_liquidation: bool | None = None
    aid_recovery: bool | None = None
    repayment_plan: bool | None = None
    debt_settlement: bool | None = None
    unrelated_board_members: Number | None = None
    open_membership: bool | None = None
    profit_limitation: bool | None = None
    voting_cap: Share | None = Field(default=None, description="Most votes one member may cast.")
    stage: Stage | None = None
    activities: tuple[Activity, ...] | None = None
    french_speaking: bool | None = None
    https_website: bool | None = None
    training_budget_left: bool | None = None
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
    requested_share: Share | None = None
    already_aided: bool | None = None
    ai_diagnosis_done: bool | None = None
    other_eu_funding: bool | None = None
    existing_agreement: bool | None = None
    social_investor_share: Share | None = None
    regions_count: Number | None = None
    premises_secured: bool | None = None
    provider_labelled: bool | None = None
    provider: str | None = None
    goal: Literal["own_organisation", "beneficiaries"] | None = None
    own_contribution_share: Share | None = None
    other_public_aid: Money | None = None
    aids_held: tuple[str, ...] | None = Field(default=None, description="Ids of programmes.")
    digital_plan_age_months: AgeOrNever | None = None
    cyber_diagnosis_age_months: AgeOrNever | None = None
    self_assessment_done: bool | None = None
    research_partner: bool | None = None
    open_licence: bool | None = None
    cross_border_partner: bool | None = None
    trainees: Literal["employees", "volunteers"] | None = None
    participants: Number | None = None
    project_rank: int | None = Field(default=None, ge=1, le=1000)
    topic: str | None = None
    hours_per_month: Number | None = None
    own_money_per_year: Money | None = None
    duration_months: Number | None = None
    region: str | None = Field(default=None, description="Where it is carried out, ISO 3166-2.")
    cofinancing: bool | None = Field(default=None, description="Other funders take part.")
    jobs_created: Number | None = Field(default=None, description="FTE the project creates.")
    aims: tuple[Aim, ...] | None = None
    external_provider: bool | None = None
    skill_in_house: bool | None = None
    commercial: bool | None = None
    professional_use: bool | None = None
    bank_refused: bool | None = None
    enough_collateral: bool | None = None
    bank_loan_share: Share | None = Field(default=None, description="By bank loan or lease.")
    lender_is_partner: bool | None = None
    lender_is_shareholder: bool | None = None
    own_contribution: Money | None = None
    support_agreement: bool | None = None
    cooperative_project: bool | None = None
    target_group_fte: Number | None = None
    supervisor_fte: Number | None = None
    new_asset: bool | None = None
    depreciation_years: Number | None = Field(default=None, description="0 when not depreciated.")
    eu_cofunding: bool | None = None
    tailor_made: bool | None = None
    partners_count: Number | None = Field(default=None, description="Yourselves included.")
    countries_count: Number | None = Field(default=None, description="Your own included.")
    users: Number | None = None
    storage_gb: Number | None = None
    requested_amount: Money | None = None


class Profile(Content):
    """The enterprise and its project, as far as known."""

    enterprise: Enterprise = Enterprise()
    project: Project = Project()
