"""What somebody who signed in changes about her own account; each asks first who it is.

Everything here raises NobodySignedIn when the sign-in has ended, and StorageUnavailable.
"""

from access import passwords, second_factor
from access.passwords import Problem
from identity.site import read_site
from storage import accounts, sign_ins
from storage import second_factor as factors
from storage.accounts import Kept
from ui import database, session, signing_in, visitor
from ui.accounts import somebody
from ui.signing_in import Answer

LONGEST_NAME = 80


def mine() -> Kept:
    """The account of who is signed in here."""
    return accounts.load(database.engine(), somebody().id)


def browsers() -> int:
    """On how many browsers she is signed in, this one included."""
    return sign_ins.count(database.engine(), somebody().id, database.now())


def rename(name: str) -> bool:
    """Changes the name shown; False for an empty one."""
    whole = " ".join(name.split())[:LONGEST_NAME]
    if not whole:
        return False
    accounts.rename(database.engine(), somebody().id, whole)
    return True


def change_password(old: str, new: str) -> Problem | Answer:
    """A new password, with the old one; every other browser of hers is out.

    Comes back only when it was refused: this browser is signed in anew otherwise.
    """
    known = mine()
    why = passwords.problem(new, known.login or "", known.name)
    if why is not None:
        return why
    answer = signing_in.proves(known, old)
    if answer.said == "in":
        accounts.set_password(database.engine(), known.id, passwords.hash_password(new))
        signing_in.let_in(known.id)
    return answer


def new_telephone() -> tuple[str, str]:
    """A secret for a telephone, the same until it is confirmed, and what its square says."""
    known = mine()
    secret: str = session.once("second.secret", known.id, second_factor.new_secret)
    site = read_site(visitor.language()).brand.name
    return secret, second_factor.address(secret, known.login or known.name, site)


def confirm_telephone(typed: str) -> tuple[str, ...] | None:
    """Asks for the telephone's code from now on; recovery codes, shown this once. None: wrong."""
    known, (secret, _) = mine(), new_telephone()
    step = second_factor.step_of(secret, typed, database.now(), None)
    if known.password_hash is None or step is None:
        return None
    codes = second_factor.new_recovery_codes()
    factors.turn_on(database.engine(), known.id, secret, step, codes)
    session.forget("second.secret")
    return codes


def drop_telephone(password: str) -> Answer:
    """The password alone signs in again; asks for it first. `in`: it is done."""
    known = mine()
    answer = signing_in.proves(known, password)
    if answer.said == "in":
        factors.turn_off(database.engine(), known.id)
    return answer


def recovery_left() -> int:
    """How many recovery codes she has not used."""
    return factors.recovery_left(database.engine(), somebody().id)
