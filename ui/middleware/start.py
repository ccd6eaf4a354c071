"""A start that is refused says so in one sentence, where the server would print a traceback."""

import logging
import sys

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.flat import flat
from content.errors import ContentError
from storage.errors import DatabaseNewer, StorageUnavailable

_log = logging.getLogger("jalon")


class StartMiddleware:
    """Puts what to do in the place of the traceback; a mistake of ours keeps its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but the end of a start."""

        async def plainly(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                # Starlette is handling what stopped it.
                said = sentence(sys.exc_info()[1])
                message = {**message, "message": said or message.get("message", "")}
            await send(message)

        await self.app(scope, receive, plainly if scope["type"] == "lifespan" else send)


def sentence(error: BaseException | None) -> str:
    """Where, what and the remedy, on one line; empty for what is no refusal of ours."""
    if isinstance(error, DatabaseNewer):
        return flat(f"Jalon does not start: {error}")
    if isinstance(error, StorageUnavailable):
        return flat(
            f"Jalon does not start: {error}; check DATABASE_URL or JALON_DATA, and start it again"
        )
    if isinstance(error, ContentError):
        first = error.problems[0]
        at = f" ({first.place})" if first.place else ""
        more = len(error.problems) - 1
        others = f" (and {more} more: `python -m jalon check`)" if more else ""
        return flat(
            f"Jalon does not start: {first.file}:{first.line}{at}: {first.message}{others}; "
            "mend the file or put its last version back, and start it again"
        )
    return ""
