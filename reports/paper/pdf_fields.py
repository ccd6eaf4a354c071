"""The fields of a PDF that came back, read by another process with little memory and time.

A few bytes of a PDF can unpack into gigabytes, and the library that reads it is not ours: whatever
it does there stops there.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from content.wording import Wording
from reports.paper.found import UnreadableFile

APART = Path(__file__).with_name("fields_apart.py")
PATIENCE_SECONDS = 30


def fields_of(content: bytes, word: Wording) -> dict[str, str]:
    """Field name to what is written or chosen in it, '' for nothing.

    UnreadableFile in one sentence when it is no PDF, is locked, or has no fields.
    """
    answer = _apart(content)
    wrong, fields = answer.get("wrong"), answer.get("fields")
    if wrong is not None or fields is None:
        raise UnreadableFile(word(f"paper.file.{wrong or 'damaged'}"))
    return dict(fields)


def _apart(content: bytes) -> dict[str, Any]:
    """{"fields": …} or {"wrong": key}; {} when the other process came to a bad end."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(APART)],
            input=content,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, ValueError):
        return {}
    return answer
