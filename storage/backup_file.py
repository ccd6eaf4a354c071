"""The backup file: compressed lines of JSON, the same from both databases.

First a header (format, schema, moment, columns by table), then one line a row, `["table", [...]]`,
last the counts and the digest of all rows. A file cut short has no last line.
"""

import datetime as dt
import gzip
import json
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from storage.portable import Digest, Row, Source, as_line

FORMAT = "jalon-backup"
VERSION = 1
_LONGEST_LINE = 64 * 1024 * 1024


class WrongBackup(Exception):
    """No backup of ours, or a damaged or newer one, in one line."""


class NotWritten(Exception):
    """The disk did not take the backup; nothing of it is left."""


@dataclass(frozen=True)
class BackupFile:
    """A backup found whole: its schema, its moment, its columns and counts by table, its digest."""

    path: Path
    schema: str
    made_at: str
    columns: Mapping[str, Sequence[str]]
    counts: Mapping[str, int]
    digest: str

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row with its table. Raises WrongBackup when the file changed meanwhile."""
        with _lines(self.path) as lines:
            next(lines)
            for line in lines:
                if isinstance(line, list):
                    yield line[0], line[1]


def write(path: Path, source: Source, now: dt.datetime) -> BackupFile:
    """Writes a backup nobody else may read, and reads it back before it gets its name.

    Raises NotWritten, WrongBackup when what is on the disk is not what was written.
    """
    partial = path.with_name(f"{path.name}.part")
    try:
        with _private(partial) as file:
            written = _write(file, source, now)
        read = read_whole(partial)
        if (read.counts, read.digest) != (written.counts, written.value):
            raise WrongBackup("what is on the disk is not what was written")
        partial.replace(path)
        _keep_name(path.parent)
    except OSError as error:
        raise NotWritten(error.strerror or str(error)) from error
    finally:
        partial.unlink(missing_ok=True)
    return replace(read, path=path)


def read_whole(path: Path) -> BackupFile:
    """The backup at this path, each row of it counted and checked. Raises WrongBackup, OSError."""
    with _lines(path) as lines:
        header = next(lines, None)
        if not isinstance(header, dict) or header.get("format") != FORMAT:
            raise WrongBackup("not a backup of Jalon; give the file that `backup` wrote")
        if header.get("version") != VERSION:
            raise WrongBackup("this backup was written by a newer Jalon; restore it with that one")
        columns, found, said = _columns(header), Digest(), None
        for line in lines:
            if said is not None:
                raise WrongBackup("something stands after its end; it is damaged")
            if isinstance(line, dict):
                said = line
            else:
                found.add(*_row(line, columns))
    if said is None:
        raise WrongBackup("it is cut short; take an older one")
    if said != {"counts": found.counts, "digest": found.value}:
        raise WrongBackup("its content is not what was written; it is damaged, take an older one")
    schema, made_at = str(header["schema"]), str(header["made_at"])
    return BackupFile(path, schema, made_at, columns, found.counts, found.value)


def _write(file: BinaryIO, source: Source, now: dt.datetime) -> Digest:
    header = {
        "format": FORMAT,
        "version": VERSION,
        "schema": source.schema,
        "made_at": now.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "columns": {name: list(columns) for name, columns in source.columns.items()},
    }
    put = Digest()
    with gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0, compresslevel=6) as zipped:
        zipped.write(as_line(header).encode() + b"\n")
        for table, row in source.rows():
            put.add(table, row)
            zipped.write(as_line([table, row]).encode() + b"\n")
        zipped.write(as_line({"counts": put.counts, "digest": put.value}).encode() + b"\n")
    file.flush()
    os.fsync(file.fileno())
    return put


@contextmanager
def _private(path: Path) -> Iterator[BinaryIO]:
    """A new file that its owner alone may read."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        yield file


def _keep_name(folder: Path) -> None:
    """Without this a power cut may forget the file's name."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[Any]]:
    try:
        with gzip.open(path, "rb") as file:
            yield _read_lines(file)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise WrongBackup("not a backup of Jalon, or a damaged one; take another") from None


def _read_lines(file: Any) -> Iterator[Any]:
    while line := file.readline(_LONGEST_LINE):
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            raise WrongBackup("a line of it cannot be read; it is damaged") from None


def _columns(header: Mapping[str, Any]) -> dict[str, list[str]]:
    columns = header.get("columns")
    well_made = isinstance(columns, dict) and all(
        isinstance(names, list) and all(isinstance(name, str) for name in names)
        for names in columns.values()
    )
    if not well_made or not isinstance(header.get("schema"), str) or "made_at" not in header:
        raise WrongBackup("its first line is incomplete; it is damaged")
    return dict(columns)  # type: ignore[arg-type]


def _row(line: Any, columns: Mapping[str, list[str]]) -> tuple[str, Row]:
    match line:
        case [str(table), list(row)] if table in columns and len(row) == len(columns[table]):
            return table, row
    raise WrongBackup("a row of it belongs to no table; it is damaged")
