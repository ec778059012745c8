"""Running the server, and leading the person's browser to it without the token in any process list."""

from __future__ import annotations

import asyncio
import atexit
import html
import os
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from claimcheck.errors import ClaimcheckError
from claimcheck.review.web.addresses import Addresses
from claimcheck.review.web.app import create_app
from claimcheck.review.web.room import Room

_LEFT = 20.0
"""Seconds after which the file that leads to the page is deleted."""


class CannotListen(ClaimcheckError):
    """The port is taken, or the address is not this machine's."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        why = (error.strerror or "it is no address of this machine").lower()
        super().__init__(
            f"{host}:{port} cannot be listened on: {why}.",
            remedy="Choose another --port, or none to have one chosen.",
        )


@dataclass(frozen=True, slots=True)
class Listening:
    """A socket that listens, and the port it got."""

    socket: socket.socket
    port: int


def listen(host: str, port: int) -> Listening:
    """Take a port; 0 has one chosen.

    Raises:
        CannotListen.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        raise CannotListen(host, port, error) from None
    return Listening(made, made.getsockname()[1])


def serve(
    room: Room,
    listening: Listening,
    *,
    cert: Path | None = None,
    key: Path | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve until the person ends it (Ctrl-C) or the system does; every decision is saved already.

    Args:
        ready: called once requests are answered.
    """
    config = uvicorn.Config(
        create_app(room),
        access_log=False,  # addresses hold tokens
        log_level="warning",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="on",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
        limit_concurrency=500,
        ssl_certfile=os.fspath(cert) if cert else None,
        ssl_keyfile=os.fspath(key) if key else None,
    )
    server = _Server(config, ready, room.hub.end)
    try:
        asyncio.run(server.serve([listening.socket]))
    except KeyboardInterrupt:
        return


class _Server(uvicorn.Server):
    """Tells when it has begun, and before it ends."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say that it ends, and end."""
        self._ending()
        await super().shutdown(sockets)


def has_browser(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a browser with a window can be expected; one that draws in the terminal would take it over."""
    if platform == "darwin" or environ.get("BROWSER") or environ.get("WSL_DISTRO_NAME"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def open_browser(addresses: Addresses, token: str, state: Path) -> bool:
    """Open the page by way of a small local file that only this user can read.

    The browser's command line, which every user of the machine may list, then holds the file's name and no
    token. The file is deleted soon; the token in it lets somebody in once.

    Returns:
        Whether a browser was started.
    """
    folder = state / "open"
    path = folder / f"{secrets.token_hex(8)}.html"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob("*.html"):  # of a program that was killed
            left.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_leading(addresses.url(f"/enter?token={token}")))
        started = webbrowser.open(path.as_uri())
    except (OSError, webbrowser.Error):
        started = False
    remove = threading.Timer(_LEFT if started else 0.0, path.unlink, kwargs={"missing_ok": True})
    remove.daemon = True
    remove.start()
    atexit.register(path.unlink, missing_ok=True)
    return started


def _leading(url: str) -> str:
    address = html.escape(url, quote=True)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="refresh" content="0; url={address}"><title>claimcheck review</title>'
        f'<p><a href="{address}" rel="noreferrer">Open the review</a></html>\n'
    )
