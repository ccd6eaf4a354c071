"""What is said after a try to sign in that was refused, and about a password that will not do."""

from access.passwords import LONGEST, SHORTEST, Problem
from content.wording import Wording
from ui.components import html, journey
from ui.signing_in import Answer


def refused(t: Wording, answer: Answer, wrong: str = "sign_in.wrong") -> None:
    """A sentence for a wrong try, the moment when one may try again; `wrong` is its key."""
    if answer.locked_until is not None:
        text = t("sign_in.locked", time=journey.clock(answer.locked_until))
    else:
        text = t("sign_in.busy" if answer.said == "busy" else wrong)
    html.write(html.notice(text, "warn", "alert"))


def unfit(t: Wording, why: Problem) -> None:
    """Why a password will not do."""
    text = t(f"password.{why}", least=SHORTEST, most=LONGEST)
    html.write(html.notice(text, "warn", "alert"))
