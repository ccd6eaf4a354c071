"""Legal forms and the families they belong to (contract, section Eligibility)."""

FAMILY_OF: dict[str, tuple[str, ...]] = {
    "be-asbl": ("nonprofit",),
    "be-aisbl": ("nonprofit",),
    "be-sc": ("cooperative",),
    "be-sc-cnc": ("cooperative",),
    "be-sc-es": ("cooperative", "social_company"),
    "be-srl": ("commercial",),
    "be-sa": ("commercial",),
    "be-independant": ("commercial",),
    "be-fondation": ("foundation",),
    "be-mutualite": ("mutual",),
    "association_1901": ("nonprofit",),
    "association": ("nonprofit",),
    "asbl": ("nonprofit",),
    "obnl": ("nonprofit",),
    "asociacion": ("nonprofit",),
    "charity": ("nonprofit",),
    "scop": ("cooperative",),
    "scic": ("cooperative",),
    "coop": ("cooperative",),
    "cooperative": ("cooperative",),
    "mutual": ("mutual",),
    "foundation": ("foundation",),
    "sis": ("social_company",),
    "company": ("commercial",),
    "sole_trader": ("commercial",),
}
"""A form that is not here has no family we know: unknown, never 'no'."""

WORK_INTEGRATION = frozenset(
    {"EI", "ETA", "SIAE", "EA", "maatwerk", "maatwerkbedrijf", "maatwerkafdeling"}
)
"""Accreditations that add the family work_integration."""

_PARENT = {"be-sc-es": "be-sc", "be-sc-cnc": "be-sc"}


def lineage(legal_form: str) -> tuple[str, ...]:
    """The form and the wider forms it belongs to, nearest first: be-sc-es is a be-sc."""
    parent = _PARENT.get(legal_form)
    return (legal_form, parent) if parent else (legal_form,)


def families(legal_form: str | None, accreditations: tuple[str, ...]) -> tuple[str, ...] | None:
    """The families of a form, with work_integration where an accreditation says so.

    None when nothing tells.

    >>> families("be-sc-es", ("EI",))
    ('cooperative', 'social_company', 'work_integration')
    """
    own = FAMILY_OF.get(legal_form or "", ())
    added = ("work_integration",) if WORK_INTEGRATION.intersection(accreditations) else ()
    return own + added or None
