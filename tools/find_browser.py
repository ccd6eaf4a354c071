"""Find the browser the tests drive, or install Debian's chromium when there is none.

Prints its path; exits 1 with what to do when it can neither find nor install one.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Path of a Chromium-family browser, or None. JALON_BROWSER wins."""
    return os.environ.get("JALON_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Bring Debian's chromium; needs root and apt."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run(command, env=environment, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    if find() is None:
        install()
    path = find()
    if path is None:
        sys.exit("No browser for the tests: install chromium, or set JALON_BROWSER to one.")
    print(path)
