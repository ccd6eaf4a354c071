"""The commands, by name. One file each."""

import typer

from jalon.check import check
from jalon.match import match
from jalon.purge import purge
from jalon.questions import questions
from jalon.report import report
from jalon.score import score
from jalon.search import search
from jalon.serve import serve
from jalon.translate import translate

app = typer.Typer(
    name="jalon",
    help="Digital maturity of social-economy enterprises: from first answer to funded, dated plan.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

for command in (questions, score, match, search, report, check, translate, purge, serve):
    app.command()(command)
