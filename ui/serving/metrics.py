"""What an operator can count, for Prometheus: never who, nor what it was about."""

from prometheus_client import Counter, Gauge, Histogram

_SECONDS = (0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10)

REQUESTS = Counter("jalon_requests", "Requests answered.", ["route", "status"])
REQUEST_SECONDS = Histogram("jalon_request_seconds", "To answer one.", ["route"], buckets=_SECONDS)
SCREEN_SECONDS = Histogram(
    "jalon_screen_seconds", "From a click received to its screen written to the end.",
    buckets=_SECONDS,
)  # fmt: skip
SAVES = Counter("jalon_saves", "Answers and fields to keep.", ["outcome"])
FAILURES = Counter("jalon_failures", "What went wrong, by its kind.", ["kind"])
REPORTS = Counter("jalon_reports", "Files made for a visitor.")
REFUSED = Counter("jalon_refused", "Visitors asked to come back later.", ["why"])
RELEASED = Counter("jalon_released", "Idle tabs let go to make room.")
OPEN = Gauge("jalon_open_sessions", "Tabs connected.")
AT_WORK = Gauge("jalon_visitors", "Visitors who hold a place.")
PLACES = Gauge("jalon_places", "Places in this process (JALON_VISITORS).")
DRAINING = Gauge("jalon_draining", "1 once this process was asked to stop.")
