"""Around every screen: whatever goes wrong, the visitor reads a sentence, never a traceback."""

import functools
import logging
from collections.abc import Callable

from content.errors import ContentError
from content.wording import Wording
from storage.errors import StorageUnavailable, UnknownAssessment
from ui import navigation, texts
from ui.components import html

_log = logging.getLogger("jalon.ui")


def screen(body: Callable[[Wording], None]) -> Callable[[], None]:
    """The screen's `show()`: its body, given the words of the visitor's language."""

    @functools.wraps(body)
    def show() -> None:
        t = texts.current()
        try:
            body(t)
        except StorageUnavailable as error:
            _log.error("storage: %s", error)
            _say(t, "storage")
        except UnknownAssessment:
            _say(t, "unknown")
            navigation.link("landing", t("error.home"), a=None)
        except ContentError as error:
            _log.error("content:\n%s", error)
            _say(t, "content")
        except Exception:
            _log.exception("a screen failed")
            _say(t, "other")

    return show


def _say(t: Wording, cause: str) -> None:
    html.write(
        html.heading(t(f"error.{cause}.title")),
        html.notice(t(f"error.{cause}.text"), "warn", "alert"),
    )
