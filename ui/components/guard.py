"""Around every screen: whatever goes wrong, the visitor reads a sentence, never a traceback."""

import functools
import logging
from collections.abc import Callable

from access.rules import ACCOUNT_ROLES, NotAllowed
from content.errors import ContentError
from content.wording import Wording
from storage.errors import StorageUnavailable, UnknownAssessment
from ui import navigation, texts
from ui.accounts import NobodySignedIn
from ui.components import html
from ui.failures import trace
from ui.serving import metrics

_log = logging.getLogger("jalon.ui")


class Told(Exception):
    """The screen has said all it has to say to this visitor: what follows is not for them."""


def screen(body: Callable[[Wording], None]) -> Callable[[], None]:
    """The screen's `show()`: its body, given the words of the visitor's language."""

    @functools.wraps(body)
    def show() -> None:
        t = texts.current()
        try:
            body(t)
        except Told:
            # Unlike st.stop(), this leaves room for the foot of the page.
            return
        except StorageUnavailable as error:
            metrics.FAILURES.labels("storage").inc()
            _log.error("storage: %s", error)
            _say(t, "storage")
        except UnknownAssessment:
            _say(t, "unknown")
            navigation.link("landing", t("error.home"), a=None)
        except NobodySignedIn:
            _say(t, "signed_out")
            navigation.link("sign_in", t("sign_in.button"), a=None)
        except NotAllowed as error:
            _log.warning("refused: %s", error)
            if error.role in ACCOUNT_ROLES or error.role == "nobody":
                _say(t, "not_allowed", "not_allowed_account")
                navigation.link("account", t("title.account"), a=None)
            else:
                _say(t, "not_allowed")
                navigation.link("results", t("guest.results"))
        except ContentError as error:
            metrics.FAILURES.labels("content").inc()
            _log.error("content:\n%s", error)
            _say(t, "content")
        except Exception as error:
            metrics.FAILURES.labels("screen").inc()
            _log.error("a screen failed:\n%s", trace(error))
            _say(t, "other")

    return show


def _say(t: Wording, cause: str, text: str = "") -> None:
    html.arrive(t(f"error.{cause}.title"))
    html.write(html.notice(t(f"error.{text or cause}.text"), "warn", "alert"))
