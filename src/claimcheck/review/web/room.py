"""What all requests share: the desk that is served, and who is in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from claimcheck.decisions.claims import Build
from claimcheck.decisions.desk import Change, Desk
from claimcheck.decisions.journal import Journal
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Editor
from claimcheck.records.models import Claim
from claimcheck.records.private import PrivateStore
from claimcheck.records.trusted import TrustedTexts
from claimcheck.records.workspace import UnknownClaim, Workspace
from claimcheck.review.bench import ChangedOutside, Waivable
from claimcheck.review.changes import describe
from claimcheck.review.keys import Binding
from claimcheck.review.views import ArticleState
from claimcheck.review.web.access_log import AccessLog
from claimcheck.review.web.addresses import Addresses
from claimcheck.review.web.events import Hub
from claimcheck.review.web.invitations import Invitations
from claimcheck.review.web.pages.marks import mark_of, seen_token
from claimcheck.review.web.pages.render import Pages, Shell
from claimcheck.review.web.people import People
from claimcheck.review.web.reading import Copying, Readings
from claimcheck.review.web.seen import SeenBefore
from claimcheck.review.web.visitors import Visitor, Visitors


@dataclass(frozen=True, slots=True)
class WebDesk:
    """What the page serves, as its caller gives it.

    Attributes:
        workspace: makes a workspace of its own for each use, for none is shared between threads.
        state, cache: the user's folders.
        now: UTC, RFC 3339.
        findings: what the check complains of about a claim and a waiver could excuse.
        rule: a rule's code, from its code or name.
        build: makes a claim of a stretch that had been dropped.
        article: the slug to begin with, or empty for the list of all.
    """

    workspace: Callable[[], Workspace]
    state: Path
    cache: Path
    owner: str
    now: Callable[[], str]
    copying: Copying
    findings: Callable[[str], Sequence[Waivable]]
    rule: Callable[[str], str]
    build: Build
    private: PrivateStore
    bindings: tuple[Binding, ...]
    addresses: Addresses
    article: str = ""


class MayNot(ClaimcheckError):
    """The visitor's role does not allow an action."""

    def __init__(self, visitor: Visitor, action: str) -> None:
        super().__init__(
            f"A {visitor.role} may not {action}.", remedy="Ask the desk's owner for another role."
        )


@dataclass(frozen=True, slots=True)
class Room:
    """One running review."""

    desk: WebDesk
    root: Path
    people_known: Mapping[str, str]
    readings: Readings
    visitors: Visitors
    people: People
    hub: Hub
    log: AccessLog
    trusted: TrustedTexts
    pages: Pages = field(default_factory=Pages)
    seen: SeenBefore = field(default_factory=SeenBefore)

    def shell(self, visitor: Visitor, slug: str = "") -> Shell:
        """What is around an article for a visitor."""
        known = {visitor.name, self.desk.owner, *self.people_known, *self.people.names()}
        known |= {item.name for item in self.visitors.invitations.all()}
        return Shell(
            reader=visitor.name,
            owner=visitor.role == "owner",
            revision=self.readings.revision(slug) if slug else "",
            presence=self.people.in_article(slug, visitor.name) if slug else {},
            people=tuple(sorted(known)),
            bindings=self.desk.bindings,
            may=visitor.allowed,
            today=self.desk.now()[:10],
        )

    def state(self, visitor: Visitor, slug: str) -> ArticleState:
        """An article as it is now, as a visitor sees it.

        Raises:
            UnknownArticle, and what reading raises.
        """
        return self.readings.state(slug, visitor.name)

    def desk_of(self, visitor: Visitor, expect: Callable[[Claim], None] | None = None) -> Desk:
        """A visitor at work; the name is the session's, never the request's."""
        editor = Editor(self.desk.workspace(), self.desk.cache, self.trusted)
        journal = Journal(self.desk.state, self.root)
        return Desk(editor, visitor.name, self.desk.now(), journal, expect)

    def decide(
        self, visitor: Visitor, claim_id: str, seen: str | None, act: Callable[[Desk, Claim], Change]
    ) -> tuple[Change, ArticleState]:
        """Write a decision about a claim, if the claim is still what the person saw.

        Args:
            seen: token of what was on the screen; None for what does not rest on it.

        Raises:
            UnknownClaim, ChangedOutside; and what the decision raises.
        """
        slug = claim_id.partition("/")[0]
        with self.readings.lock:
            claim = self._as_seen(self.state(visitor, slug), claim_id, seen)

            def expect(now: Claim) -> None:
                if seen is not None and now != claim:
                    raise ChangedOutside(claim_id)

            try:
                change = act(self.desk_of(visitor, expect), claim)
            except ChangedOutside:
                self._as_seen(self.state(visitor, slug), claim_id, seen)
                raise
            return change, self.state(visitor, slug)

    def _as_seen(self, state: ArticleState, claim_id: str, seen: str | None) -> Claim:
        claim = state.claim(claim_id)
        if claim is None:
            raise UnknownClaim(claim_id, [item.id for item in state.record.claims])
        now = seen_token(claim)
        self.seen.note(now, claim)
        if seen is not None and seen != now:
            before = self.seen.claim(seen, claim_id)
            raise ChangedOutside(claim_id, *(describe(before, claim) if before is not None else ("", [])))
        return claim

    def known_claim(self, visitor: Visitor, claim_id: str) -> Claim:
        """A claim as it is now.

        Raises:
            UnknownArticle, UnknownClaim.
        """
        return self._as_seen(self.state(visitor, claim_id.partition("/")[0]), claim_id, None)

    def mark(self, state: ArticleState, claim: Claim) -> dict[str, object]:
        """How a claim stands for whoever the state is for; what it is like now is remembered."""
        self.seen.note(seen_token(claim), claim)
        return mark_of(state, claim).as_dict()


def open_room(desk: WebDesk, clock: Callable[[], float] = time.monotonic) -> Room:
    """A room around a desk, with nobody in it yet; what killed writers left is swept out."""
    workspace = desk.workspace()
    Editor(workspace, desk.cache).sweep(time.time())
    hub, trusted = Hub(), TrustedTexts()
    return Room(
        desk=desk,
        root=workspace.root,
        people_known=workspace.settings.desk.people,
        readings=Readings(workspace, desk.copying, hub.changed, trusted),
        visitors=Visitors(desk.owner, Invitations(desk.state, workspace.root), desk.now),
        people=People(clock),
        hub=hub,
        log=AccessLog(desk.state, workspace.root),
        trusted=trusted,
    )


def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


def _visitor(request: Request) -> Visitor:
    """Who asks; the guard has put it there."""
    visitor: Visitor = request.state.visitor
    return visitor


InRoom = Annotated[Room, Depends(_room)]
From = Annotated[Visitor, Depends(_visitor)]


def may(visitor: Visitor, action: str) -> None:
    """Refuse what a role does not allow.

    Raises:
        MayNot.
    """
    if not visitor.may(action):
        raise MayNot(visitor, action)
