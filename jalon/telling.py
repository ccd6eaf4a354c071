"""What commands say beside their output: one line at a time, on standard error."""

import sys

from assessment.flat import flat


def tell(what: object) -> None:
    """One line, whatever it quotes: no sign in it moves a terminal's cursor or begins a line."""
    print(flat(str(what)), file=sys.stderr)
