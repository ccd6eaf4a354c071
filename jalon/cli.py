"""The commands, by name. One file each, imported when it is the one asked for.

Starting is most of what a short command takes: what the others need stays unread.
"""

from collections.abc import Sequence
from importlib import import_module

import typer

COMMANDS = (
    "questions",
    "score",
    "match",
    "plan",
    "search",
    "report",
    "paper",
    "read",
    "check",
    "translate",
    "voices",
    "links",
    "purge",
    "backup",
    "restore",
    "move",
    "accounts",
    "serve",
)
"""Each is the function of its name in the file of its name, or the group of commands there."""


def build(arguments: Sequence[str]) -> typer.Typer:
    """The program with the command these arguments ask for; with all, where they name none."""
    app = typer.Typer(
        name="jalon",
        help="Digital maturity of social-economy enterprises: "
        "from first answer to funded, dated plan.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    # Alone, a command would be the whole program, and its name an argument.
    app.callback()(lambda: None)
    asked = arguments[0] if arguments else ""
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module = import_module(f"jalon.{name}")
        group = getattr(module, "app", None)
        if isinstance(group, typer.Typer):
            app.add_typer(group, name=name)
        else:
            app.command(name)(getattr(module, name))
    return app
