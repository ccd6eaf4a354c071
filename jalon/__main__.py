"""`python -m jalon`: the command line. Exit codes and formats: docs/command-line.md.

JSON goes to standard output. Whatever stops a command is said in exactly one line on standard
error, never a traceback.
"""

import sys

import typer
from typer.exceptions import TyperException

from jalon.cli import build
from jalon.errors import BadInput, InternalFailure
from jalon.telling import tell


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 problems found, 2 bad input, 3 internal failure."""
    try:
        given = sys.argv[1:] if arguments is None else arguments
        code = build(given)(args=given, prog_name="jalon", standalone_mode=False)
    except TyperException as error:
        return _stop(2, error.format_message())
    except BadInput as error:
        return _stop(2, error)
    except typer.Abort:
        return _stop(3, "stopped")
    except (BrokenPipeError, KeyboardInterrupt):
        return 3
    except InternalFailure as error:
        return _stop(3, error)
    except Exception as error:
        return _stop(3, f"{type(error).__name__}: {error}")
    return code if isinstance(code, int) else 0


def _stop(code: int, what: object) -> int:
    tell(f"jalon: {what}")
    return code


if __name__ == "__main__":
    sys.exit(main())
