"""As whom this browser opens an assessment, by itself or by its account; the line that says so.

Everything that raises here raises UnknownAssessment for a browser that may not open the
assessment at all, NotAllowed for one that opens it and may not do this (access/rules.py decides).
"""

from access.rules import Object, Role, Verb, require
from access.rules import may as role_may
from access.secrets import fingerprint
from storage import audit, devices, guidance
from storage.audit import Act, Who
from storage.devices import Standing
from storage.errors import UnknownAssessment
from ui import accounts, database, session, visitor
from ui.visitor import browser as browser


def role(assessment_id: str) -> Role:
    """As whom this browser opens this assessment now: a link may have ended since.

    An owner who is signed in as its adviser too is its owner.
    """
    found = standing(assessment_id) or as_adviser(assessment_id)
    return found.role if found else "nobody"


def may(assessment_id: str, verb: Verb, thing: Object) -> bool:
    """Whether this browser may do this, to show it or not: each function here asks again.

    As of the last `load` of this tab, which every screen begins with: a page asks this often.
    """
    known, last = session.recall("roles", (None, ()))
    roles = last if known == assessment_id else _roles(standings(assessment_id))
    return any(role_may(one, verb, thing) for one in roles)


def standing(assessment_id: str, without: str = "") -> Standing | None:
    """As whom, and by which link; None: not at all. `without` leaves out the key of this hash.

    Without a cookie the tab that began an assessment owns it.
    """
    if visitor.device() is None and assessment_id in session.opened():
        return Standing("owner")
    now, engine = database.now(), database.engine()
    return devices.standing(engine, browser(), assessment_id, now, without=without)


def as_adviser(assessment_id: str) -> Standing | None:
    """The account signed in here, where it advises on this assessment."""
    account = accounts.current()
    if account is None or "adviser" not in account.roles:
        return None
    found = guidance.find(database.engine(), assessment_id, account.id, database.now())
    return None if found is None else Standing("adviser", found.name)


def standings(assessment_id: str) -> tuple[Standing, ...]:
    """Every way this browser opens it, that of an account first: it says who."""
    ways = (as_adviser(assessment_id), standing(assessment_id))
    return tuple(way for way in ways if way is not None)


def allowed(assessment_id: str, verb: Verb, thing: Object) -> Who:
    """Who this is; raises unless one of their ways in may."""
    ways = standings(assessment_id)
    session.remember("roles", (assessment_id, _roles(ways)))
    if not ways:
        raise UnknownAssessment(assessment_id)
    way = next((one for one in ways if role_may(one.role, verb, thing)), ways[0])
    require(way.role, verb, thing)
    return Who(way.role, way.label, fingerprint(browser(), assessment_id))


def _roles(ways: tuple[Standing, ...]) -> tuple[Role, ...]:
    return tuple(way.role for way in ways)


def noted(
    assessment_id: str, verb: Verb, thing: Object, about: str = "", *, once: bool = True
) -> None:
    """Asks, then writes it down: what cannot be written down is not done."""
    note(assessment_id, allowed(assessment_id, verb, thing), Act(verb, thing, about), once=once)


def note(assessment_id: str, who: Who, act: Act, *, once: bool = True) -> None:
    """Writes it down. What this tab has just noted is not written to the database again."""
    now, seen = database.now(), session.recall("noted", {})
    if once and (last := seen.get((assessment_id, who, act))) and now - last < audit.QUIET:
        return
    audit.note(database.engine(), assessment_id, who, act, now, once=once)
    session.remember("noted", {**seen, (assessment_id, who, act): now})
