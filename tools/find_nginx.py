"""Find the nginx the tests put in front of two replicas, or install Debian's when there is none.

Prints its path; exits 1 with what to do when it can neither find nor install one.
"""

import os
import shutil
import subprocess
import sys

_PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"


def find() -> str | None:
    """Path of nginx, or None. JALON_NGINX wins."""
    return os.environ.get("JALON_NGINX") or shutil.which("nginx", path=_PLACES)


def install() -> None:
    """Bring Debian's nginx; needs root and apt. The service it comes with is left alone."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"],
    ):
        subprocess.run(command, env=environment, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    if find() is None:
        install()
    path = find()
    if path is None:
        sys.exit("No nginx for the tests: install nginx, or set JALON_NGINX to one.")
    print(path)
