"""Who may come in, and as whom: the owner by the printed link, others by invitation."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from claimcheck.review.web.invitations import Invitations, Role

_READER = frozenset({"note", "presence"})
_CHECKER = _READER | frozenset(
    "accept reject stance evidence quotation attribution sign tick split merge query answer reply restore "
    "undo sources".split()
)
_EDITOR = _CHECKER | frozenset({"mark", "waive", "assign"})
_MAY: dict[Role, frozenset[str]] = {
    "reader": _READER,
    "checker": _CHECKER,
    "editor": _EDITOR,
    "owner": _EDITOR | {"invite"},
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who came in.

    Attributes:
        name: what goes into ``by``; never taken from a request.
        session: hash of the session's secret; tells two visits of one person apart.
        confidential: whether an invitation grants the sight of confidential sources.
    """

    name: str
    role: Role
    session: str
    confidential: bool = False

    def may(self, action: str) -> bool:
        """Whether the role allows an action of the API."""
        return action in _MAY[self.role]

    @property
    def allowed(self) -> frozenset[str]:
        """All actions of the API that the role allows."""
        return _MAY[self.role]


class Visitors:
    """Links that let somebody in once, and the sessions that came of them.

    The owner's sessions live in this process only; those of invited people lie, hashed, in the user's state
    folder beside their invitations, so that a restart does not turn them out and a revocation does.

    Args:
        now: UTC, RFC 3339.
    """

    def __init__(self, owner: str, invitations: Invitations, now: Callable[[], str]) -> None:
        self.owner = owner
        self.invitations = invitations
        self._now = now
        self._links: set[str] = set()
        self._sessions: set[str] = set()

    def link(self) -> str:
        """A new token that lets the owner in once."""
        token = secrets.token_urlsafe(32)
        self._links.add(digest(token))
        return token

    def is_owners(self, token: str) -> bool:
        """Whether a token is an owner's that was not used yet."""
        return any(hmac.compare_digest(digest(token), known) for known in self._links)

    def enter(self, token: str) -> tuple[str, Visitor] | None:
        """Use a token up: the new session's secret and who it is, or None where the token lets nobody in."""
        secret = secrets.token_urlsafe(32)
        if self.is_owners(token):
            self._links.discard(digest(token))
            self._sessions.add(digest(secret))
            return secret, self._owner(digest(secret))
        found = self.invitations.accept(digest(token), digest(secret), self._now())
        if found is None:
            return None
        return secret, Visitor(found.name, found.role, digest(secret), found.confidential)

    def visitor(self, secret: str) -> Visitor | None:
        """Who a session belongs to; None where it is none, was revoked, or has expired."""
        if not secret:
            return None
        session = digest(secret)
        if session in self._sessions:
            return self._owner(session)
        found = self.invitations.by_session(session, self._now())
        return None if found is None else Visitor(found.name, found.role, session, found.confidential)

    def stands(self, session: str) -> bool:
        """Whether a session, named by its hash, still holds."""
        known = self.invitations.by_session(session, self._now())
        return session in self._sessions or known is not None

    def _owner(self, session: str) -> Visitor:
        return Visitor(self.owner, "owner", session)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
