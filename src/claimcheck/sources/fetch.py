"""Following the addresses of sources: whether they still lead somewhere.

Nothing is kept of what an address leads to. Addresses come from records that others may have written, so
hosts that are not on the public internet are not asked at all, not even by way of a redirection.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Editor
from claimcheck.records.models import LinkCheck, Source

SECONDS = 15.0
_GONE = (404, 410)
_NO_HEAD = (400, 403, 405, 501)
"""What hosts answer that do not take the short question; they are asked the long one."""

Outcome = Literal["works", "gone", "unclear"]
Allowed = Callable[[str], bool]
"""Whether a host may be asked, by its name."""


class NoAddress(ClaimcheckError):
    """A source has no address of the web."""

    def __init__(self, source_id: str) -> None:
        super().__init__(
            f"{source_id} has no address of the web.",
            remedy=f"Give it one: claimcheck source edit {source_id} --url URL",
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What an address led to; ``note`` says it in a few words."""

    outcome: Outcome
    note: str


class _NotAllowed(URLError):
    """A redirection leads where nothing is asked."""


class _Careful(HTTPRedirectHandler):
    """Follows redirections to hosts that may be asked, and no others."""

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        """As the library does, after a look at where it leads."""
        if not _may_ask(newurl, self._allowed):
            raise _NotAllowed("it leads to a host that is not on the public internet")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def is_public(host: str) -> bool:
    """Whether every address of a host is one of the public internet."""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return True  # it is asked, and the answer will say that there is no such host
    return all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)


def is_web(url: str | None) -> bool:
    """Whether an address is one of the web."""
    return url is not None and urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).hostname)


def _may_ask(url: str, allowed: Allowed) -> bool:
    return is_web(url) and allowed(urlsplit(url).hostname or "")


def follow(url: str, *, seconds: float = SECONDS, allowed: Allowed = is_public) -> Found:
    """Ask an address whether it still leads somewhere.

    Args:
        allowed: which hosts may be asked.
    """
    if not _may_ask(url, allowed):
        return Found("unclear", "its host is not on the public internet")
    opener = build_opener(_Careful(allowed))
    for method in ("HEAD", "GET"):
        agent = {"User-Agent": "claimcheck (link check)"}
        try:
            with opener.open(Request(url, method=method, headers=agent), timeout=seconds) as answer:
                return Found("works", f"answered {answer.status}")
        except HTTPError as error:
            if method == "HEAD" and error.code in _NO_HEAD:
                continue
            return Found("gone" if error.code in _GONE else "unclear", f"answered {error.code}")
        except URLError as error:
            return Found("unclear", _why(error.reason))
        except (OSError, HTTPException, ValueError) as error:
            return Found("unclear", _why(error))
    return Found("unclear", "it answers neither question")


def _why(reason: object) -> str:
    if isinstance(reason, socket.gaierror):
        return "there is no such host, or no connection"
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return str(reason)[:200] or type(reason).__name__


def check_link(
    editor: Editor, source: Source, *, by: str, at: str, ask: Callable[[str], Found] = follow
) -> Found:
    """Follow a source's address and record what was found.

    Raises:
        NoAddress; and what :meth:`claimcheck.records.edits.Editor.change_source` raises.
    """
    url = source.url
    if url is None or not is_web(url):
        raise NoAddress(source.id)
    found = ask(url)
    link = LinkCheck(at=at, by=by, url=url, outcome=found.outcome, note=found.note)
    editor.change_source(source.id, lambda now: now.model_copy(update={"link": link}))
    return found
