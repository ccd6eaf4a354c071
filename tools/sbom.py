"""`python -m tools.sbom`: what a server is made of, as CycloneDX 1.6, from the lock.

Names, versions and hashes are those of requirements.txt; licences those the installed packages
state. The same lock gives the same bytes: no date, no random number.
"""

import hashlib
import json
import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
OUTPUT = ROOT / "build" / "sbom.cdx.json"

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)([^\\\n]*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_BY_TEXT = {
    "mit": "MIT", "mit license": "MIT", "bsd license": "BSD-3-Clause", "isc license": "ISC",
    "3-clause bsd license": "BSD-3-Clause", "bsd-3-clause": "BSD-3-Clause",
    "apache license 2.0": "Apache-2.0", "apache-2.0": "Apache-2.0", "mpl-2.0": "MPL-2.0",
}  # fmt: skip
"""How packages that state no SPDX expression put it."""
_STATED_ELSEWHERE = {
    "colorama": "BSD-3-Clause",  # on Windows alone
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
}
"""What no field says in one expression; read in the package's own licence files."""


@dataclass(frozen=True)
class Pinned:
    """One package of the lock, with the hashes of each of its files."""

    name: str
    version: str
    where: str
    """The condition under which it is installed, '' when always."""
    hashes: tuple[str, ...]


def pinned(lock: str) -> Iterator[Pinned]:
    """The packages of a lock, in its order."""
    found = list(_PINNED.finditer(lock))
    ends = [one.start() for one in found[1:]] + [len(lock)]
    for one, end in zip(found, ends, strict=True):
        hashes = tuple(_HASH.findall(lock[one.end() : end]))
        yield Pinned(one[1].lower(), one[2], one[3].strip(" ;"), hashes)


def licence_of(name: str) -> str | None:
    """The SPDX expression of an installed package's licence; None when nothing states it."""
    if name in _STATED_ELSEWHERE:
        return _STATED_ELSEWHERE[name]
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    if expression := said.get("License-Expression"):
        return str(expression)
    classes = [one.rpartition("::")[2].strip() for one in said.get_all("Classifier") or ()
               if one.startswith("License")]  # fmt: skip
    for text in (said.get("License") or "", *classes):
        if known := _BY_TEXT.get(text.strip().lower()):
            return known
    return None


def sbom(lock: str, version: str) -> dict[str, Any]:
    """The CycloneDX document of this lock."""
    packages = list(pinned(lock))
    serial = uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(lock.encode()).hexdigest())
    own = "pkg:generic/jalon@" + version
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "name": "jalon", "version": version, "bom-ref": own,
                "licenses": [{"expression": "EUPL-1.2"}],
            }
        },
        "components": [_component(one) for one in packages],
        "dependencies": [{"ref": own, "dependsOn": [_purl(one) for one in packages]}],
    }  # fmt: skip


def _component(one: Pinned) -> dict[str, Any]:
    licence, purl = licence_of(one.name), _purl(one)
    # One package is many files, one for each platform: each has a hash of its own.
    files = [
        {"type": "distribution", "url": purl, "hashes": [{"alg": "SHA-256", "content": content}]}
        for content in one.hashes
    ]
    made: dict[str, Any] = {
        "type": "library", "name": one.name, "version": one.version, "purl": purl,
        "bom-ref": purl, "scope": "optional" if one.where else "required",
        "externalReferences": files,
    }  # fmt: skip
    return made | ({"licenses": [{"expression": licence}]} if licence else {})


def _purl(one: Pinned) -> str:
    return f"pkg:pypi/{one.name}@{one.version}"


def main() -> None:
    """Writes build/sbom.cdx.json."""
    version = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    made = sbom(LOCK.read_text("utf-8"), version[1] if version else "0")
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    unknown = [one["name"] for one in made["components"] if "licenses" not in one]
    print(f"{OUTPUT.relative_to(ROOT)}: {len(made['components'])} packages", end="")
    print(f", without a licence: {', '.join(unknown)}" if unknown else "", flush=True)


if __name__ == "__main__":
    sys.exit(main())
