"""What stands before every request: host, origin, session, rate and size; and the headers of every answer.

The server trusts nothing that a page of somebody else could make a browser send. A request counts only if it
asks for an address this server knows itself under (so that a name re-bound to this machine is refused), comes
from a page of its own, and carries the session's cookie.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimcheck.review.web import limits
from claimcheck.review.web.addresses import Addresses
from claimcheck.review.web.visitors import Visitors

ENTER, STATIC, UPLOAD = "/enter", "/static/", "/api/sources"
OWN = b"x-claimcheck"
"""The header that scripts of ours send and no form or foreign page can."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action {form}; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types claimcheck"
)
_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
_SAFE = frozenset({"GET", "HEAD"})
_TYPES = {
    ENTER: ("application/x-www-form-urlencoded",),
    UPLOAD: ("multipart/form-data", "application/json"),
}
"""What a request's body may be, where it is not JSON only."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request goes no further.

    Attributes:
        wait: seconds after which it may be tried again, or 0.
    """

    status: int
    error: str
    remedy: str
    wait: float = 0.0


class Guard:
    """The app, behind all checks.

    Args:
        page: makes the page that a person sees instead, from status, message and remedy.
        clock: seconds, monotonic.
    """

    def __init__(
        self,
        app: ASGIApp,
        addresses: Addresses,
        visitors: Visitors,
        page: Callable[[int, str, str], str],
        clock: Callable[[], float],
    ) -> None:
        self._app = app
        self._addresses = addresses
        self._visitors = visitors
        self._page = page
        self._requests = limits.Buckets(limits.REQUESTS, clock)
        self._entries = limits.Buckets(limits.ENTRIES, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or say why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        answer = _with_headers(send, scope)
        refusal = self._foreign(scope) or self._unknown(scope) or self._hasty(scope)
        body = b""
        if refusal is None and scope["method"] not in _SAFE:
            refusal, body = await _body(scope, receive)
        if refusal is not None:
            await self._refuse(refusal, scope, answer)
            return
        await self._app(scope, _once(body, receive), answer)

    def _foreign(self, scope: Scope) -> Refusal | None:
        """Whether a page of somebody else, or a name that is not ours, is behind the request."""
        hosts = _headers(scope, b"host")
        if len(hosts) != 1 or not self._addresses.knows(hosts[0]):
            return Refusal(403, "This address is not one of this server's.", "Use the printed address.")
        path, method = scope["path"], scope["method"]
        origins = _headers(scope, b"origin")
        own = self._addresses.origin(hosts[0])
        site = _headers(scope, b"sec-fetch-site")
        # A form on a page that sends no referrer has the origin "null"; the browser says whose page it is.
        form = path == ENTER and method == "POST" and origins == ["null"] and site == ["same-origin"]
        if origins and origins != [own] and not form:
            return Refusal(403, "The request comes from another site.", "Nothing was done.")
        if site and site[0] not in ("same-origin", "none") and not (path == ENTER and method in _SAFE):
            return Refusal(403, "The request comes from another site.", "Open the printed address itself.")
        if method in _SAFE:
            return None
        if not origins:
            return Refusal(403, "The request does not say where it comes from.", "Send an Origin header.")
        if path != ENTER and _headers(scope, OWN) != ["1"]:
            return Refusal(403, "The request lacks the header X-Claimcheck.", "Nothing was done.")
        return _wrong_type(scope)

    def _unknown(self, scope: Scope) -> Refusal | None:
        """Whether nobody is known to be behind the request; else who it is goes into its state."""
        if scope["path"] == ENTER or scope["path"].startswith(STATIC):
            return None
        visitor = self._visitors.visitor(_cookie(scope, self._addresses.cookie))
        if visitor is None:
            remedy = "Open the address that claimcheck review printed, or ask for a new invitation."
            return Refusal(401, "You are not signed in here, or no longer.", remedy)
        scope.setdefault("state", {})["visitor"] = visitor
        return None

    def _hasty(self, scope: Scope) -> Refusal | None:
        client = (scope.get("client") or ("", 0))[0]
        if scope["path"] == ENTER:
            wait = self._entries.wait(client)
        else:
            visitor = scope.get("state", {}).get("visitor")
            wait = self._requests.wait(visitor.session if visitor else client)
        if wait:
            return Refusal(429, "Too many requests.", f"Try again in {wait:.0f} seconds.", wait)
        return None

    async def _refuse(self, refusal: Refusal, scope: Scope, send: Send) -> None:
        told = scope["path"].startswith("/api/") or bool(_headers(scope, OWN)) or scope["path"] == "/events"
        if told:
            text = json.dumps({"error": refusal.error, "remedy": refusal.remedy})
        else:
            text = self._page(refusal.status, refusal.error, refusal.remedy)
        kind = b"application/json" if told else b"text/html; charset=utf-8"
        data = text.encode("utf-8", "replace")
        headers = [(b"content-type", kind), (b"content-length", str(len(data)).encode())]
        if refusal.wait:
            headers.append((b"retry-after", str(int(refusal.wait) + 1).encode()))
        await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
        await send({"type": "http.response.body", "body": data})


def _wrong_type(scope: Scope) -> Refusal | None:
    kind = (_headers(scope, b"content-type") or [""])[0].partition(";")[0].strip().lower()
    expected = _TYPES.get(scope["path"], ("application/json",))
    if scope["method"] == "DELETE" or kind in expected:
        return None
    return Refusal(415, f"The request is not {expected[0]}.", "Nothing was done.")


def _headers(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1").strip() for key, value in scope["headers"] if key == name]


def _cookie(scope: Scope, name: str) -> str:
    """The value of a cookie; of two of one name neither, for another port or path may have set one."""
    found = [
        value
        for header in _headers(scope, b"cookie")
        for pair in header.split(";")
        for key, _, value in [pair.strip().partition("=")]
        if key == name
    ]
    return found[0] if len(found) == 1 else ""


async def _body(scope: Scope, receive: Receive) -> tuple[Refusal | None, bytes]:
    """The whole body, within the limit and in time."""
    limit = limits.UPLOAD if scope["path"] == UPLOAD else limits.BODY
    large = Refusal(413, f"The request is larger than {limit // 1024} KB.", "Nothing was done.")
    length = _headers(scope, b"content-length")
    if length and (not length[0].isdigit() or int(length[0]) > limit):
        return large, b""
    try:
        async with asyncio.timeout(limits.BODY_SECONDS):
            data = bytearray()
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return Refusal(400, "The request broke off.", "Nothing was done."), b""
                data += message.get("body", b"")
                if len(data) > limit:
                    return large, b""
                if not message.get("more_body"):
                    return None, bytes(data)
    except TimeoutError:
        return Refusal(408, "The request took too long to arrive.", "Nothing was done."), b""


def _once(body: bytes, receive: Receive) -> Receive:
    """A receive that gives the body that was read, and then whatever comes."""
    given = False

    async def next_message() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return next_message


def _with_headers(send: Send, scope: Scope) -> Send:
    form = "'self'" if scope["path"] == ENTER else "'none'"
    policy = (b"content-security-policy", _POLICY.format(form=form).encode())

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = {name for name, _ in _HEADERS}
            kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in ours]
            message = {**message, "headers": [*kept, *_HEADERS, policy]}
        await send(message)

    return answer
