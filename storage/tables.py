"""All tables at once: each schema file adds its own to the one metadata, here each file is read."""

import importlib
import pkgutil
from collections.abc import Sequence

import storage
from storage.schema import metadata as metadata

for _module in pkgutil.iter_modules(storage.__path__):
    if _module.name.endswith("schema"):
        importlib.import_module(f"storage.{_module.name}")

NAMES: Sequence[str] = tuple(table.name for table in metadata.sorted_tables)
"""Every table, those that others refer to first."""
