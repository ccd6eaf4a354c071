"""Where things are: a containment tree of places, by ISO 3166 codes, up to EU and INT."""

from functools import lru_cache

_COUNTRIES_OF_EU = (
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
)
_COUNTRIES_ELSEWHERE = "CH GB NO IS CA US BR CO IN MY SN NZ JP AU MA TN"
_REGIONS = {
    "BE": "BRU WAL VLG",
    "BE-WAL": "BE-WBR BE-WHT BE-WLG BE-WLX BE-WNA",
    "BE-VLG": "BE-VAN BE-VBR BE-VLI BE-VOV BE-VWV",
    "FR": "ARA BFC BRE CVL 20R GES HDF IDF NOR NAQ OCC PDL PAC 971 972 973 974 976",
    "FR-ARA": "FR-01 FR-03 FR-07 FR-15 FR-26 FR-38 FR-42 FR-43 FR-63 FR-69 FR-73 FR-74",
    "FR-BFC": "FR-21 FR-25 FR-39 FR-58 FR-70 FR-71 FR-89 FR-90",
    "FR-BRE": "FR-22 FR-29 FR-35 FR-56",
    "FR-CVL": "FR-18 FR-28 FR-36 FR-37 FR-41 FR-45",
    "FR-GES": "FR-08 FR-10 FR-51 FR-52 FR-54 FR-55 FR-57 FR-67 FR-68 FR-88",
    "FR-HDF": "FR-02 FR-59 FR-60 FR-62 FR-80",
    "FR-IDF": "FR-75 FR-77 FR-78 FR-91 FR-92 FR-93 FR-94 FR-95",
    "FR-NAQ": "FR-16 FR-17 FR-19 FR-23 FR-24 FR-33 FR-40 FR-47 FR-64 FR-79 FR-86 FR-87",
    "FR-NOR": "FR-14 FR-27 FR-50 FR-61 FR-76",
    "FR-OCC": "FR-09 FR-11 FR-12 FR-30 FR-31 FR-32 FR-34 FR-46 FR-48 FR-65 FR-66 FR-81 FR-82",
    "FR-PAC": "FR-04 FR-05 FR-06 FR-13 FR-83 FR-84",
    "FR-PDL": "FR-44 FR-49 FR-53 FR-72 FR-85",
    "CA": "QC ON NB NS PE NL MB SK AB BC YT NT NU",
    "ES": "AN AR AS CN CB CL CM CT EX GA IB RI MD MC NC PV VC CE ML",
    "IT": "21 23 25 32 34 36 42 45 52 55 57 62 65 67 72 75 77 78 82 88",
    "IT-78": "IT-CS",
    "DE": "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH",
    "NL": "DR FL FR GE GR LI NB NH OV UT ZE ZH",
    "GB": "ENG NIR SCT WLS",
}


def _tree() -> dict[str, str]:
    parent = {"EU": "INT"}
    parent |= dict.fromkeys(_COUNTRIES_OF_EU.split(), "EU")
    parent |= dict.fromkeys(_COUNTRIES_ELSEWHERE.split(), "INT")
    for outer, inner in _REGIONS.items():
        for code in inner.split():
            parent[code if "-" in code else f"{outer}-{code}"] = outer
    return parent


PARENT = _tree()
"""Each place and the one that contains it; INT is the root and stands for everywhere."""


def known(code: str) -> bool:
    """Whether the code names a place of the tree."""
    return code == "INT" or code in PARENT


@lru_cache(maxsize=1024)
def ancestors(code: str) -> tuple[str, ...]:
    """The places that contain this one, nearest first: BE-WAL → BE, EU, INT.

    A place we do not know lies, as far as we can tell, only in INT, or in its country when its
    code begins with one.
    """
    found = []
    place = PARENT.get(code, code.split("-")[0] if known(code.split("-")[0]) else "INT")
    while place != "INT":
        found.append(place)
        place = PARENT[place]
    return (*found, "INT")


def contains(outer: str, inner: str) -> bool:
    """Whether the place `inner` lies inside `outer`, itself included.

    >>> contains("BE", "BE-WAL"), contains("BE-WAL", "BE"), contains("INT", "CA-QC")
    (True, False, True)
    """
    return outer == inner or outer in ancestors(inner)
