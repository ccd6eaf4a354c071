"""Find the libraries WeasyPrint draws with, or install Debian's: for `make bench` only.

`python -m tools.find_pango` always ends well: without them the measure is left out, and says so.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def missing() -> str:
    """Why WeasyPrint cannot be measured here; empty when it can."""
    if find_spec("weasyprint") is None:
        return "WeasyPrint is not installed"
    # Apart: importing it prints advice, and what it loads stays loaded.
    done = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True)
    return f"install {' '.join(PACKAGES)}" if done.returncode else ""


def install() -> None:
    """Bring Debian's; needs root and apt."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
    ):
        subprocess.run(command, env=environment, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    if missing():
        install()
    print(f"WeasyPrint: {missing() or 'found'}")
