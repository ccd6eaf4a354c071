"""Keeps secrets and ids out of the server's logs: they stand in the query of an address."""

import logging

_LOGGERS = ("uvicorn.access", "uvicorn.error")


class DropQueries(logging.Filter):
    """Cuts every address in a log line at its question mark."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the line through, without the queries."""
        if isinstance(record.args, tuple):
            record.args = tuple(_cut(value) for value in record.args)
        return True


def drop_queries_from_logs() -> None:
    """Applies to uvicorn's lines about requests and about WebSockets; calling twice is harmless."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(known, DropQueries) for known in logger.filters):
            logger.addFilter(DropQueries())


def _cut(value: object) -> object:
    return value.partition("?")[0] if isinstance(value, str) and value.startswith("/") else value
