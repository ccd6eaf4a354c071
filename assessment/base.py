"""What every piece of content is made of: frozen, no unknown keys."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lowercase words and hyphens, stable for ever once published."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text in the reader's language, never empty."""


class Content(BaseModel):
    """A piece of content read from a file: nothing changes it, nothing unknown gets in."""

    model_config = ConfigDict(frozen=True, extra="forbid")
