"""The web server: `uvicorn ui.asgi:app`. The screens in app.py, and what Streamlit leaves out."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from streamlit import file_util

from content.languages import LANGUAGES
from ui import assets, database, health, startup, stylesheet
from ui.access_log import drop_queries_from_logs
from ui.middleware.admission import AdmissionMiddleware
from ui.middleware.device import DeviceMiddleware
from ui.middleware.language import LanguageMiddleware
from ui.middleware.last_word import LastWordMiddleware
from ui.middleware.outside import OutsideMiddleware
from ui.middleware.requests import RequestMiddleware
from ui.middleware.security import SecurityMiddleware
from ui.middleware.start import StartMiddleware
from ui.middleware.static import CompressedFiles, StaticMiddleware
from ui.refusal import refusal
from ui.routes import ROUTES
from ui.serving.doors import Doors
from ui.serving.json_log import log_as_json
from ui.serving.settings import WrongSetting, settings
from ui.theme import theme


def build_app(
    script: Path,
    languages: Sequence[str] = LANGUAGES,
    preload: Callable[[], None] = startup.preload,
) -> st.App:
    """The server of these screens. `script` is absolute; `preload` runs before the first visit."""
    try:
        chosen = settings()
    except WrongSetting as error:
        sys.exit(str(error))
    drop_queries_from_logs()
    doors = Doors(chosen.visitors, chosen.drain_seconds)
    stylesheet.linked = True
    theme()
    streamlits = Path(file_util.get_static_dir())
    files = CompressedFiles(streamlits)

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        if chosen.json_log:
            # Again: Streamlit has set lines of its own meanwhile.
            log_as_json()
        await to_thread.run_sync(database.engine)
        await to_thread.run_sync(preload)
        await to_thread.run_sync(files.warm)
        startup.settle()
        purging = asyncio.create_task(startup.purge_daily())
        doors.on_stop()
        yield
        purging.cancel()
        database.close()

    served = st.App(
        script,
        lifespan=lifespan,
        routes=[*ROUTES, *health.routes(doors, chosen.metrics_token)],
        middleware=[
            Middleware(StartMiddleware),
            Middleware(SecurityMiddleware, page=streamlits / "index.html"),
            Middleware(RequestMiddleware, lines=chosen.json_log),
            Middleware(AdmissionMiddleware, doors=doors, refusal=refusal, replica=chosen.replica),
            Middleware(StaticMiddleware, files=files),
            Middleware(DeviceMiddleware),
            Middleware(LastWordMiddleware),
            Middleware(OutsideMiddleware),
            Middleware(LanguageMiddleware, languages=languages, head=assets.head()),
        ],
    )
    if chosen.json_log:
        log_as_json()
    return served


app = build_app(Path(__file__).parents[1] / "app.py")
