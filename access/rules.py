"""Who may do what: one table, one function. What the table does not say is refused."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

Role = Literal[
    "owner", "contributor", "reader", "adviser", "coordinator", "curator", "operator", "nobody"
]
"""`owner`: the enterprise itself. `nobody`: a visitor who shows no right to what is asked."""

KeyRole = Literal["owner", "contributor", "reader", "adviser"]
"""What a secret link or code may open an assessment as, the weakest last.

That of an adviser opens nothing by itself: an account accepts it (storage/guidance.py).
"""

AccountRole = Literal["adviser", "coordinator", "curator", "operator"]
"""What somebody who signed in may be, one or several; an enterprise needs no account."""

Verb = Literal["read", "write", "create", "delete", "share"]

Object = Literal[
    "assessment", "answers", "profile", "plan", "report", "keys", "expiry", "audit",
    "private-notes", "shared-notes", "narrative", "guidance", "panel", "consent",
    "campaign", "aggregate",
    "content", "suggestions", "service",
]  # fmt: skip
"""`assessment`: the whole of it. `profile`: who the enterprise is, and its worry in its own words.

`plan`: means, wishes and project sheets. `keys`: ways back in. `shared-notes`: an adviser's notes
for the enterprise, and what they saw together. `narrative`: her paragraphs and moves in a result;
to delete them is to leave them out. `guidance`: that she advises on it, her status and
appointments; to share it is to hand over what she began. `panel`: the voices of others on it.
`consent`: what an enterprise lets a campaign use. `suggestions`: what readers give back.
`service`: backups and purges.
"""

ROLES: tuple[Role, ...] = get_args(Role)
VERBS: tuple[Verb, ...] = get_args(Verb)
OBJECTS: tuple[Object, ...] = get_args(Object)
KEY_ROLES: tuple[KeyRole, ...] = get_args(KeyRole)
ACCOUNT_ROLES: tuple[AccountRole, ...] = get_args(AccountRole)

# What anyone may do, whoever they are elsewhere: begin an assessment, read our content, suggest.
_ANYONE: Mapping[Object, str] = {
    "assessment": "create",
    "content": "read",
    "suggestions": "create",
}

_TABLE: Mapping[Role, Mapping[Object, str]] = {
    "owner": {
        **_ANYONE,
        "assessment": "create read delete share",
        "answers": "read write",
        "profile": "read write",
        "plan": "read write",
        "report": "read",
        "keys": "read create delete",
        "expiry": "read write",
        "audit": "read",
        "shared-notes": "read",
        "narrative": "read delete",
        "guidance": "read delete",
        "panel": "read write create delete",
        "consent": "read write",
    },
    "contributor": {
        **_ANYONE,
        "assessment": "create read",
        "answers": "read write",
        "profile": "read write",
        "plan": "read write",
        "report": "read",
        "expiry": "read",
        "shared-notes": "read",
        "narrative": "read",
        "guidance": "read",
    },
    # Results are explained by the answers: who reads the ones reads the others.
    "reader": {
        **_ANYONE,
        "assessment": "create read",
        "answers": "read",
        "profile": "read",
        "plan": "read",
        "report": "read",
        "expiry": "read",
        "narrative": "read",
    },
    # On the assessments of her portfolio.
    "adviser": {
        **_ANYONE,
        "assessment": "create read",
        "answers": "read write",
        "profile": "read write",
        "plan": "read write",
        "report": "read",
        "expiry": "read",
        "private-notes": "read write create delete",
        "shared-notes": "read write create delete",
        "narrative": "read write create delete",
        "guidance": "read write create delete share",
    },
    # Of her own campaigns; an assessment is none of her business without a line of consent.
    "coordinator": {
        **_ANYONE,
        "consent": "read",
        "campaign": "read write create delete",
        "aggregate": "read share",
    },
    "curator": {
        **_ANYONE,
        "content": "read write create delete",
        "suggestions": "create read write delete",
    },
    # Keeps the site running without reading what it holds.
    "operator": {
        **_ANYONE,
        "service": "read write create delete",
    },
    "nobody": _ANYONE,
}  # fmt: skip


class NotAllowed(PermissionError):
    """This role may not do this to that; `object` says what it was about."""

    def __init__(self, role: Role, verb: Verb, thing: Object) -> None:
        super().__init__(f"{role} may not {verb} {thing}")
        self.role, self.verb, self.object = role, verb, thing


def may(role: Role, verb: Verb, thing: Object) -> bool:
    """Whether this role may do this. The only place where it is decided; unknown words: no."""
    return verb in _TABLE.get(role, {}).get(thing, "").split()


def require(role: Role, verb: Verb, thing: Object) -> None:
    """Raises NotAllowed unless this role may do this."""
    if not may(role, verb, thing):
        raise NotAllowed(role, verb, thing)


def strongest(roles: Iterable[KeyRole]) -> KeyRole | None:
    """Of several ways in, the one that may most; None without any."""
    held = set(roles)
    return next((role for role in KEY_ROLES if role in held), None)
