"""The web server: `uvicorn ui.asgi:app`. The screens in app.py, and what Streamlit leaves out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from streamlit import file_util

from content.languages import LANGUAGES
from ui import database, startup
from ui.access_log import drop_queries_from_logs
from ui.middleware.device import DeviceMiddleware
from ui.middleware.language import LanguageMiddleware
from ui.middleware.security import SecurityMiddleware
from ui.middleware.static import CompressedFiles, StaticMiddleware
from ui.routes import ROUTES

TITLE = "Jalon"


def build_app(
    script: Path,
    languages: Sequence[str] = LANGUAGES,
    preload: Callable[[], None] = startup.preload,
) -> st.App:
    """The server of these screens. `script` is absolute; `preload` runs before the first visit."""
    drop_queries_from_logs()
    assets = Path(file_util.get_static_dir())
    files = CompressedFiles(assets)

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        await to_thread.run_sync(database.engine)
        await to_thread.run_sync(preload)
        await to_thread.run_sync(files.warm)
        startup.settle()
        purging = asyncio.create_task(startup.purge_daily())
        yield
        purging.cancel()
        database.close()

    return st.App(
        script,
        lifespan=lifespan,
        routes=ROUTES,
        middleware=[
            Middleware(SecurityMiddleware, page=assets / "index.html"),
            Middleware(StaticMiddleware, files=files),
            Middleware(DeviceMiddleware),
            Middleware(LanguageMiddleware, languages=languages, title=TITLE),
        ],
    )


app = build_app(Path(__file__).parents[1] / "app.py")
