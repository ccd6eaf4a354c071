"""`jalon accounts`: who may sign in. No password is ever typed here, nor shown."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Annotated

import typer
from sqlalchemy import Engine

from access.rules import ACCOUNT_ROLES, AccountRole
from jalon.errors import BadInput, InternalFailure
from storage import accounts as stored
from storage import second_factor
from storage.accounts import CODE_LIVES, Kept

LONGEST = 254

app = typer.Typer(
    help="Accounts of advisers, coordinators, curators and operators.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_Login = Annotated[str, typer.Argument(help="Login, or the id that 'list' prints.")]
_Roles = Annotated[
    list[str] | None, typer.Option("--role", help=f"{', '.join(ACCOUNT_ROLES)}; may be repeated.")
]


@app.command()
def add(
    login: Annotated[str, typer.Argument(help="E-mail, or a name to sign in with.")],
    name: Annotated[str, typer.Option(help="The name shown on her screen.")] = "",
    role: _Roles = None,
) -> None:
    """Make an account and print the code with which its person chooses her password."""
    roles, whole = _roles(role or ()), stored.same_login(login)
    if not whole or len(whole) > LONGEST:
        raise BadInput(f"'{login}' is no login; write an e-mail or a name, {LONGEST} signs at most")
    with _database() as engine:
        try:
            made, code = stored.add(engine, _now(), whole, name or login, roles)
        except stored.LoginTaken:
            raise BadInput(f"'{whole}' has an account; see 'accounts list'") from None
    print(f"{made.id} {whole}: {' '.join(sorted(roles)) or 'no role'}")
    _tell(code)


@app.command("list")
def list_() -> None:
    """Print every account: id, login, name, roles, state."""
    with _database() as engine:
        found = stored.listed(engine)
    for one in found:
        roles = " ".join(role for role in ACCOUNT_ROLES if role in one.roles) or "-"
        who = one.login or f"{one.issuer}#{one.subject}"
        print(one.id, who, one.name, roles, _state(one), sep="\t")


@app.command()
def roles(login: _Login, role: _Roles = None) -> None:
    """Give these roles and no other; without --role, none."""
    wanted = _roles(role or ())
    with _database() as engine:
        stored.set_roles(engine, _one(engine, login).id, wanted)
    print(f"{login}: {' '.join(sorted(wanted)) or 'no role'}")


@app.command()
def disable(login: _Login) -> None:
    """Stop an account: whoever is signed in with it is out at her next click."""
    with _database() as engine:
        stored.disable(engine, _one(engine, login).id, _now())
    print(f"{login}: disabled")


@app.command()
def enable(login: _Login) -> None:
    """Let it sign in again, and end a pause after wrong tries."""
    with _database() as engine:
        stored.enable(engine, _one(engine, login).id)
    print(f"{login}: enabled")


@app.command()
def reset(
    login: _Login,
    telephone: Annotated[
        bool, typer.Option("--telephone", help="Forget the code from her telephone as well.")
    ] = False,
) -> None:
    """End the password and every sign-in; print a code to choose another."""
    with _database() as engine:
        found = _one(engine, login)
        if found.login is None:
            raise BadInput(f"'{login}' signs in with an outside provider; reset it there")
        code = stored.new_password_code(engine, found.id, _now())
        if telephone:
            second_factor.turn_off(engine, found.id)
    print(f"{login}: signed out everywhere, password ended")
    _tell(code)


@app.command()
def remove(login: _Login) -> None:
    """Remove an account for good; campaigns and assessments stay."""
    with _database() as engine:
        stored.remove(engine, _one(engine, login).id)
    print(f"{login}: removed")


@contextmanager
def _database() -> Iterator[Engine]:
    from storage.engine import open_engine
    from storage.errors import StorageUnavailable
    from storage.migrate import migrate

    try:
        engine = open_engine()
        migrate(engine)
        yield engine
        engine.dispose()
    except StorageUnavailable as error:
        raise InternalFailure(error) from None


def _roles(wanted: Sequence[str]) -> tuple[AccountRole, ...]:
    for one in wanted:
        if one not in ACCOUNT_ROLES:
            near = get_close_matches(one, ACCOUNT_ROLES, 1, 0)[0]
            raise BadInput(f"--role: '{one}' is no role; did you mean '{near}'?")
    return tuple(role for role in ACCOUNT_ROLES if role in wanted)


def _one(engine: Engine, named: str) -> Kept:
    everyone = stored.listed(engine)
    found = [one for one in everyone if named == one.id or stored.same_login(named) == one.login]
    if found:
        return found[0]
    logins = [one.login for one in everyone if one.login]
    near = get_close_matches(stored.same_login(named), logins, 1, 0)
    hint = f"did you mean '{near[0]}'?" if near else "there is no account yet"
    raise BadInput(f"'{named}' has no account; {hint}")


def _state(one: Kept) -> str:
    if one.disabled_at is not None:
        return "disabled"
    if one.locked_until is not None and one.locked_until > _now():
        return f"locked until {one.locked_until:%Y-%m-%d %H:%M} UTC"
    if one.login is not None and one.password_hash is None:
        return "no password yet"
    return "active, with telephone" if one.totp_secret is not None else "active"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _tell(code: str) -> None:
    print(f"code: {code}")
    print(f"Give it by voice or on paper: it lives {CODE_LIVES.days} days and is used once, at")
    print("'/new-password' on the site.")
