"""Debian's nginx with the file of deploy/, on a loopback port, for tests and measures."""

import os
import pwd
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tools.find_nginx import find

DEPLOY = Path(__file__).parents[1] / "deploy"
NAME = "jalon.example.org"

_AROUND = """{user}daemon off; pid {folder}/pid; error_log {folder}/error.log;
worker_processes 1; worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
  types {{ text/html html; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/jalon.conf;
}}
"""


class Nginx:
    """In front of two replicas, over TLS with a certificate of its own making."""

    def __init__(self, folder: Path, replicas: Sequence[int]) -> None:
        """`replicas` are the ports of a and of b."""
        self.port = free_port()
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        _certificate(folder)
        (folder / "jalon.conf").write_text(rendered(folder, self.port, replicas))
        user = "user nobody nogroup; " if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(_AROUND.format(user=user, folder=folder))

    @property
    def url(self) -> str:
        """Where visitors come."""
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Comes back once it takes connections."""
        path = find()
        if path is None:
            raise RuntimeError("nginx is missing: install it, or set JALON_NGINX to one")
        command = [path, "-p", str(self._folder), "-c", str(self._folder / "nginx.conf")]
        with (self._folder / "nginx.out").open("wb") as output:
            self._process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError((self._folder / "nginx.out").read_text())

    def stop(self) -> None:
        """At once."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    @property
    def pid(self) -> int:
        """Of the master."""
        return self._process.pid if self._process else 0


def rendered(folder: Path, port: int, replicas: Sequence[int]) -> str:
    """deploy/nginx.conf with ports, certificate and folders of this run, nothing else changed."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    live = f"/etc/letsencrypt/live/{NAME}"
    for written, ours in {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "    listen [::]:80;\n": "",
        f"server_name {NAME};": "server_name 127.0.0.1;",
        f"{live}/fullchain.pem": f"{folder}/cert.pem",
        f"{live}/privkey.pem": f"{folder}/key.pem",
        "127.0.0.1:8501": f"127.0.0.1:{replicas[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{replicas[1]}",
        "/var/log/nginx": str(folder),
        "/opt/jalon/deploy": str(_readable(folder)),
    }.items():
        if written not in text:
            raise ValueError(f"deploy/nginx.conf has no {written!r} any more")
        text = text.replace(written, ours)
    return text


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _readable(folder: Path) -> Path:
    """A folder with the page of deploy/ that nginx's worker may read."""
    (folder / "away.html").write_bytes((DEPLOY / "away.html").read_bytes())
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for place in (folder, folder / "away.html"):
            os.chown(place, nobody.pw_uid, nobody.pw_gid)
    return folder


def new_folder() -> Path:
    """A folder nginx's worker may come into: those of pytest are shut to it."""
    return Path(tempfile.mkdtemp(prefix="jalon-nginx-"))


def _certificate(folder: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
