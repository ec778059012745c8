"""Invitations to a desk on one network: single-use, expiring, revocable, bound to a name and a role.

One small file for each workspace in the user's state folder, readable by the user only. It holds hashes of
the links and sessions, never the secrets themselves.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Literal

from claimcheck.errors import ClaimcheckError
from claimcheck.records.atomic import write_atomically
from claimcheck.review.stamps import Stamp, stamp_of

Role = Literal["owner", "editor", "checker", "reader"]
INVITED: tuple[Role, ...] = ("editor", "checker", "reader")

LONGEST = 30
"""Days that an invitation may hold at most."""


class BadInvitation(ClaimcheckError):
    """An invitation without a name, or for too long, or in the owner's own name."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no invitation: {why}.", remedy="Nobody was invited.")


class UnknownInvitation(ClaimcheckError):
    """No invitation has that id."""

    def __init__(self, key: str) -> None:
        super().__init__(f"There is no invitation {key[:20]!r}.", remedy="It may have been revoked already.")


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation.

    Attributes:
        token: hash of the link's secret.
        expires: RFC 3339; the link, and the session that came of it, end then.
        session: hash of the session's secret, or empty where the link was not used yet.
        confidential: whether it grants the sight of confidential sources.
    """

    id: str
    name: str
    role: Role
    token: str
    made: str
    expires: str
    used: str = ""
    session: str = ""
    confidential: bool = False


class Invitations:
    """The invitations to one workspace.

    Args:
        state: the user's state folder for claimcheck.
        root: the workspace, resolved.
    """

    def __init__(self, state: Path, root: Path) -> None:
        self._path = state / "invitations" / f"{sha256(os.fsencode(root)).hexdigest()[:32]}.json"
        self._stamp: Stamp | None = None
        self._known: tuple[Invitation, ...] = ()

    def invite(
        self, name: str, role: Role, *, days: int, now: str, owner: str, confidential: bool = False
    ) -> tuple[Invitation, str]:
        """Invite somebody; the second value is the link's secret, which is kept nowhere.

        Raises:
            BadInvitation.
        """
        clean = " ".join(name.split())
        if not clean or len(clean) > 80 or not clean.isprintable():
            raise BadInvitation("it needs a name of at most 80 letters")
        if clean.casefold() == owner.casefold():
            raise BadInvitation(f"{owner} is the desk's owner")
        if not 1 <= days <= LONGEST:
            raise BadInvitation(f"it may hold for 1 to {LONGEST} days")
        token = secrets.token_urlsafe(32)
        expires = datetime.fromisoformat(now) + timedelta(days=days)
        made = Invitation(
            id=secrets.token_hex(4),
            name=clean,
            role=role,
            token=sha256(token.encode()).hexdigest(),
            made=now,
            expires=expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
            confidential=confidential,
        )
        self._change(lambda known: (*_live(known, now), made))
        return made, token

    def accept(self, token: str, session: str, now: str) -> Invitation | None:
        """Use a link up, by the hash of its secret; None where it is unknown, used or expired."""
        found: list[Invitation] = []

        def change(known: tuple[Invitation, ...]) -> tuple[Invitation, ...]:
            result = []
            for item in known:
                fits = secrets.compare_digest(item.token, token) and not item.used and item.expires > now
                result.append(replace(item, used=now, session=session) if fits else item)
                found.extend(result[-1:] if fits else ())
            return tuple(result)

        if self.by_token(token, now) is None:
            return None
        self._change(change)
        return found[0] if found else None

    def by_token(self, token: str, now: str) -> Invitation | None:
        """The invitation of a link that was not used yet, by the hash of its secret."""
        for item in self.all():
            if secrets.compare_digest(item.token, token) and not item.used and item.expires > now:
                return item
        return None

    def by_session(self, session: str, now: str) -> Invitation | None:
        """The invitation that a session came of."""
        for item in self.all():
            if item.session and secrets.compare_digest(item.session, session) and item.expires > now:
                return item
        return None

    def revoke(self, key: str) -> Invitation:
        """Take an invitation back, and with it the session that came of it.

        Raises:
            UnknownInvitation.
        """
        found = next((item for item in self.all() if item.id == key), None)
        if found is None:
            raise UnknownInvitation(key)
        self._change(lambda known: tuple(item for item in known if item.id != key))
        return found

    def all(self) -> tuple[Invitation, ...]:
        """All that are kept, read again where the file changed."""
        stamp = stamp_of(self._path)
        if stamp != self._stamp:
            self._known, self._stamp = _read(self._path), stamp
        return self._known

    def _change(self, change: Callable[[tuple[Invitation, ...]], tuple[Invitation, ...]]) -> None:
        with self._locked():
            after = change(_read(self._path))
            data = json.dumps([asdict(item) for item in after], indent=1).encode()
            write_atomically(self._path, data, place="invitations", mode=0o600)
        self._stamp = None

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _live(known: tuple[Invitation, ...], now: str) -> tuple[Invitation, ...]:
    return tuple(item for item in known if item.expires > now)


def _read(path: Path) -> tuple[Invitation, ...]:
    """What the file holds. One that cannot be read lets nobody in."""
    try:
        return tuple(Invitation(**row) for row in json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        return ()
