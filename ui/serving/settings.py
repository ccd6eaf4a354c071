"""What an operator sets about serving, in the environment of the process."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

VISITORS = 50
"""Visitors at work at once in one process before the next ones wait: see docs/performance.md."""

DRAIN_SECONDS = 10
_NAME = re.compile(r"[a-z0-9-]{1,20}")


@dataclass(frozen=True)
class Settings:
    """`visitors` at work at once; `replica` names this process among several, or is empty."""

    visitors: int = VISITORS
    drain_seconds: int = DRAIN_SECONDS
    json_log: bool = False
    replica: str = ""
    metrics_token: str = ""


class WrongSetting(Exception):
    """A setting that cannot be used, in a sentence that says what to write instead."""


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process. Raises WrongSetting."""
    log = environment.get("JALON_LOG") or "text"
    if log not in ("text", "json"):
        raise WrongSetting(f"JALON_LOG is {log!r}; write text or json")
    replica = environment.get("JALON_REPLICA") or ""
    if replica and not _NAME.fullmatch(replica):
        raise WrongSetting("JALON_REPLICA: at most 20 small letters, digits and hyphens")
    token = environment.get("JALON_METRICS_TOKEN") or ""
    if token and len(token) < 22:
        raise WrongSetting("JALON_METRICS_TOKEN is too short; at least 22 random characters")
    return Settings(
        visitors=_number(environment, "JALON_VISITORS", VISITORS, least=1),
        drain_seconds=_number(environment, "JALON_DRAIN_SECONDS", DRAIN_SECONDS, least=0),
        json_log=log == "json",
        replica=replica,
        metrics_token=token,
    )


def _number(environment: Mapping[str, str], name: str, default: int, least: int) -> int:
    given = environment.get(name) or str(default)
    if not (given.isascii() and given.isdecimal()) or int(given) < least:
        raise WrongSetting(f"{name} is {given!r}; write a whole number, {least} or more")
    return int(given)
