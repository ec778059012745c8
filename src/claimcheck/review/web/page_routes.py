"""Pages and pieces of pages: everything that is looked at and not decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from claimcheck.documents.model import HiddenText
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Claim
from claimcheck.records.workspace import UnknownClaim
from claimcheck.review.views import FILTERS, ArticleState, Filter
from claimcheck.review.web.pages.apart import NOTHING_APART, KeptApart, kept_apart
from claimcheck.review.web.pages.marks import seen_token
from claimcheck.review.web.pages.render import ArticleLine
from claimcheck.review.web.reading import readable
from claimcheck.review.web.room import From, InRoom, Room
from claimcheck.review.web.security import OWN
from claimcheck.review.web.visitors import Visitor, digest
from claimcheck.sources.texts import load_apart, load_article_apart

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
_Start = Annotated[int | None, Query(ge=0, le=2**31)]
_From = Annotated[int, Query(alias="from", ge=0, le=2**31)]
_PREFETCH = ("purpose", "sec-purpose", "x-moz")


@router.get("/enter")
def look_in(request: Request, room: InRoom, token: str = "") -> Response:
    """Let the owner in; an invited person is asked to come in, so that a mere look uses nothing up."""
    if any("prefetch" in request.headers.get(name, "").lower() for name in _PREFETCH):
        return Response(status_code=204)
    if room.visitors.is_owners(token):
        return _let_in(request, room, token)
    invited = room.visitors.invitations.by_token(digest(token), room.desk.now())
    if invited is not None:
        return HTMLResponse(room.pages.invited(invited.name, invited.role, token))
    return _not_let_in(request, room)


@router.post("/enter")
def come_in(request: Request, room: InRoom, token: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Let somebody in with a link."""
    return _let_in(request, room, token)


def _let_in(request: Request, room: Room, token: str) -> Response:
    entered = room.visitors.enter(token)
    if entered is None:
        return _not_let_in(request, room)
    secret, visitor = entered
    room.log.note(room.desk.now(), visitor.name, visitor.role, "came in")
    # A cookie that is SameSite=Strict does not follow a redirect that another site began.
    here = request.headers.get("sec-fetch-site", "none") in ("none", "same-origin")
    answer: Response = RedirectResponse("/", 303) if here else HTMLResponse(room.pages.entered())
    addresses = room.desk.addresses
    secure = addresses.scheme == "https"
    answer.set_cookie(addresses.cookie, secret, httponly=True, samesite="strict", secure=secure, path="/")
    return answer


def _not_let_in(request: Request, room: Room) -> Response:
    secret = request.cookies.get(room.desk.addresses.cookie, "")
    if room.visitors.visitor(secret) is not None:
        return RedirectResponse("/", 303)
    message = "This link lets nobody in: it was used already, has expired, or was taken back."
    remedy = "Start claimcheck review again for a new one, or ask for a new invitation."
    return HTMLResponse(room.pages.refused(403, message, remedy), 403)


@router.get("/")
def index(room: InRoom, visitor: From) -> Response:
    """All articles, or the one there is."""
    slugs = room.readings.slugs()
    begin = room.desk.article or (slugs[0] if len(slugs) == 1 else "")
    if begin:
        return RedirectResponse(f"/a/{begin}", 303)
    return all_articles(room, visitor)


@router.get("/articles")
def all_articles(room: InRoom, visitor: From) -> Response:
    """The list of all articles."""
    lines = [_line(room, visitor, slug) for slug in room.readings.slugs()]
    return HTMLResponse(room.pages.index(lines, room.shell(visitor)))


def _line(room: Room, visitor: Visitor, slug: str) -> ArticleLine:
    try:
        state, trouble = readable(room.readings, slug, visitor.name)
    except ClaimcheckError as error:
        return ArticleLine(slug, slug, f"cannot be read: {error}", 0, 0)
    about = state.record.article
    total = sum(not claim.orphan for claim in state.record.claims)
    return ArticleLine(slug, about.title or about.path, trouble or about.stage, total, state.left())


@router.get("/a/{slug}")
def article(room: InRoom, visitor: From, slug: str, c: str = "", f: str = "all") -> str:
    """One article, its strip, and the card of the claim in focus."""
    state, _ = readable(room.readings, slug, visitor.name)
    shown = next((item for item in state.record.claims if item.id == f"{slug}/{c}"), None)
    shown = shown or next(iter(state.ordered()), None)
    if shown is not None:
        room.seen.note(seen_token(shown), shown)
    apart = _apart(lambda: load_article_apart(room.desk.workspace(), slug))
    return room.pages.article(state, room.shell(visitor, slug), c, _filter(f), apart=apart)


@router.get("/a/{slug}/article")
def galley(
    room: InRoom, visitor: From, slug: str, start: Annotated[int, Query(alias="from", ge=0)] = 0
) -> str:
    """The article from a block on."""
    return room.pages.body(_state(room, visitor, slug), start)


@router.get("/a/{slug}/strip")
def strip(room: InRoom, visitor: From, slug: str) -> str:
    """The whole article by status."""
    return room.pages.strip(_state(room, visitor, slug))


@router.get("/a/{slug}/claims/{short}/card")
def card(room: InRoom, visitor: From, slug: str, short: str) -> str:
    """The card of a claim."""
    state = _state(room, visitor, slug)
    shown = _claim(state, short)
    room.seen.note(seen_token(shown), shown)
    return room.pages.card(state, shown, room.shell(visitor, slug))


@router.get("/a/{slug}/filters")
def filters(room: InRoom, visitor: From, slug: str, f: str = "all") -> str:
    """The filters, and which claims one lets through."""
    return room.pages.filters(_state(room, visitor, slug), _filter(f))


@router.get("/a/{slug}/dropped")
def dropped(room: InRoom, visitor: From, slug: str) -> str:
    """What was dropped as no claim, and what the file holds beside its text."""
    state = _state(room, visitor, slug)
    return room.pages.dropped(state, _apart(lambda: load_article_apart(room.desk.workspace(), slug)))


@router.get("/a/{slug}/orphans")
def orphans(room: InRoom, visitor: From, slug: str) -> str:
    """Claims whose sentence is gone."""
    return room.pages.orphans(_state(room, visitor, slug))


@router.get("/a/{slug}/out")
def out(room: InRoom, visitor: From, slug: str) -> str:
    """Queries that are out, who reviewed what, and how far people agree."""
    return room.pages.out(_state(room, visitor, slug), room.shell(visitor, slug))


@router.get("/a/{slug}/sources")
def sources(room: InRoom, visitor: From, slug: str) -> str:
    """Every source, to be opened."""
    return room.pages.sources(_state(room, visitor, slug))


@router.get("/s/{source}")
def source(
    request: Request,
    room: InRoom,
    visitor: From,
    source: str,
    a: str,
    start: _Start = None,
    end: _Start = None,
    around: Annotated[int | None, Query(alias="from", ge=0, le=2**31)] = None,
) -> str:
    """A source at a place. That it was opened is noted first."""
    state = _state(room, visitor, a)
    whole = request.headers.get(OWN.decode()) != "1"
    shown = _with_private(request, room, visitor, state, source)
    if source in state.sources:
        what = "opened what is held privately" if shown is not state else "opened"
        room.log.note(room.desk.now(), visitor.name, visitor.role, what, source=source, article=a)
    record = state.sources.get(source)
    apart = NOTHING_APART
    if record is not None and record.private is None:
        apart = _apart(lambda: load_apart(room.desk.workspace(), source))
    return room.pages.source(shown, source, start, end, around, whole=whole, apart=apart)


def _with_private(
    request: Request, room: Room, visitor: Visitor, state: ArticleState, source: str
) -> ArticleState:
    """The state with a confidential source's own title and text, for those who may see them.

    That is the owner at this machine, and whoever an invitation grants it.
    """
    record = state.sources.get(source)
    here = request.client is not None and request.client.host in ("127.0.0.1", "::1")
    if record is None or record.private is None:
        return state
    if not (visitor.confidential or (visitor.role == "owner" and here and room.desk.addresses.loopback)):
        return state
    try:
        held = room.desk.private.load(record.private)
    except ClaimcheckError:
        return state
    told = record.model_copy(update={"title": f"{held.name} (confidential)", "private": None})
    return replace(
        state, sources={**state.sources, source: told}, texts={**state.texts, source: held.text or held.notes}
    )


@router.get("/events")
def events(room: InRoom, visitor: From, a: str) -> Response:
    """What happens to an article, as it happens."""
    room.hub.check_room(visitor)
    _state(room, visitor, a)
    revision = room.readings.revision(a)
    stream = room.hub.stream(visitor, a, revision, lambda: room.visitors.stands(visitor.session), room.people)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def _apart(load: Callable[[], Sequence[HiddenText]]) -> KeptApart:
    """What is kept apart of a file; where the list of it is damaged, that is told and the rest is shown."""
    try:
        return kept_apart(load())
    except ClaimcheckError as error:
        return KeptApart(trouble=str(error))


def _state(room: Room, visitor: Visitor, slug: str) -> ArticleState:
    return readable(room.readings, slug, visitor.name)[0]


def _claim(state: ArticleState, short: str) -> Claim:
    found = state.claim(f"{state.slug}/{short}")
    if found is None:
        raise UnknownClaim(f"{state.slug}/{short}", [claim.id for claim in state.record.claims])
    return found


def _filter(name: str) -> Filter:
    return next((known for _, known, _ in FILTERS if known == name), "all")
