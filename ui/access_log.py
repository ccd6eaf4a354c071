"""Keeps secrets, ids and visitors' addresses out of the server's logs.

Secrets and ids stand in the query of an address.
"""

import logging

_LOGGERS = ("uvicorn.access", "uvicorn.error")
_A_REQUEST = '%s - "'
"""How uvicorn begins a line about a request or a WebSocket: the visitor's network address first."""


class DropQueries(logging.Filter):
    """Cuts every path in a log line at its question mark, and leaves out whose request it is."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the line through, without the queries and the network address."""
        if isinstance(record.args, tuple):
            said = [_cut(value) for value in record.args]
            if said and str(record.msg).startswith(_A_REQUEST):
                said[0] = "-"
            record.args = tuple(said)
        return True


def drop_queries_from_logs() -> None:
    """Applies to uvicorn's lines about requests and about WebSockets; calling twice is harmless."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(known, DropQueries) for known in logger.filters):
            logger.addFilter(DropQueries())


def _cut(value: object) -> object:
    return value.partition("?")[0] if isinstance(value, str) and value.startswith("/") else value
