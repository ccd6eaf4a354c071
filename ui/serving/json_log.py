"""One JSON object a line, for whoever gathers logs. Nothing in it leads back to a visitor."""

import datetime as dt
import json
import logging
import sys

from ui.failures import trace

_LOGGERS = ("jalon", "uvicorn", "uvicorn.error", "streamlit")
_SILENT = "uvicorn.access"


class JsonLines(logging.Formatter):
    """A record as a line; its own fields come as `extra={"fields": {...}}`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat("T", "milliseconds")
        line: dict[str, object] = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        fields = getattr(record, "fields", None)
        if fields is None:
            line["message"] = record.getMessage()
        else:
            line.update(fields)
        if record.exc_info and isinstance(record.exc_info[1], Exception):
            # The message of an error may quote what somebody wrote: only where it went.
            line["trace"] = trace(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class NoVisitors(logging.Filter):
    """Leaves out uvicorn's lines about a socket: a line of ours says it without an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is about the server."""
        return not str(record.msg).startswith('%s - "')


def log_as_json() -> None:
    """Every line of this process from now on; calling twice is harmless."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(NoVisitors())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # Libraries speak of themselves: only their warnings.
    root.setLevel(logging.WARNING)
    names = set(_LOGGERS) | {
        name for name in logging.root.manager.loggerDict if name.startswith("streamlit")
    }
    for name in names:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    for name in _LOGGERS[:3]:
        logging.getLogger(name).setLevel(logging.INFO)
    silent = logging.getLogger(_SILENT)
    silent.handlers.clear()
    silent.propagate = False
