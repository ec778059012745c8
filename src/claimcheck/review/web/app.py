"""The page as a web application: FastAPI behind a guard, static files from a list, errors in plain words."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from importlib.resources.abc import Traversable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from claimcheck import __version__
from claimcheck.decisions.claims import ChangedMeanwhile
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Conflict
from claimcheck.records.places import BadSlug
from claimcheck.records.workspace import UnknownArticle, UnknownClaim, UnknownSource
from claimcheck.review.bench import ChangedOutside
from claimcheck.review.web import decision_routes, page_routes, people_routes
from claimcheck.review.web.events import TooManyStreams
from claimcheck.review.web.invitations import UnknownInvitation
from claimcheck.review.web.pages.marks import seen_token
from claimcheck.review.web.room import MayNot, Room
from claimcheck.review.web.security import OWN, Guard

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_STATUS: tuple[tuple[tuple[type[ClaimcheckError], ...], int], ...] = (
    ((MayNot,), 403),
    ((UnknownArticle, UnknownClaim, UnknownSource, UnknownInvitation, BadSlug), 404),
    ((ChangedOutside, ChangedMeanwhile, Conflict), 409),
    ((TooManyStreams,), 429),
)


def create_app(room: Room) -> ASGIApp:
    """The application that serves a room, behind its guard."""
    app = FastAPI(
        title="claimcheck review",
        version=__version__,
        description="What the review page asks for. Every request needs the session's cookie.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=_alive,
    )
    app.state.room = room
    static = dict(_static(files("claimcheck.review.web") / "static", ""))

    @app.get("/static/{name:path}", include_in_schema=False)
    def static_file(name: str) -> Response:
        found = static.get(name)
        if found is None:
            raise HTTPException(404)
        data, kind = found
        return Response(data, media_type=kind)

    for routes in (page_routes, decision_routes, people_routes):
        app.include_router(routes.router)
    app.add_exception_handler(ClaimcheckError, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)
    return Guard(app, room.desk.addresses, room.visitors, room.pages.refused, time.monotonic)


def _static(folder: Traversable, prefix: str) -> list[tuple[str, tuple[bytes, str]]]:
    """Every static file by the name it is asked for under; no request becomes a path."""
    found: list[tuple[str, tuple[bytes, str]]] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _static(item, f"{prefix}{item.name}/")
        elif kind := _TYPES.get("." + item.name.rpartition(".")[2]):
            found.append((prefix + item.name, (item.read_bytes(), kind)))
    return found


@asynccontextmanager
async def _alive(app: FastAPI) -> AsyncIterator[None]:
    room: Room = app.state.room
    watching = asyncio.create_task(room.hub.watch(room.readings))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


def _answer(request: Request, status: int, error: str, remedy: str, **more: object) -> Response:
    """A refusal: as data for a script of ours, as a page for a person."""
    room: Room = request.app.state.room
    if request.url.path.startswith("/api/") or request.headers.get(OWN.decode()) == "1":
        return JSONResponse({"error": error, "remedy": remedy, **more}, status)
    return HTMLResponse(room.pages.refused(status, error, remedy), status)


def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, ClaimcheckError):
        raise error
    status = next((status for kinds, status in _STATUS if isinstance(error, kinds)), 422)
    where = f"{error.place}: " if error.place else ""
    more = _conflict(request, error) if status == 409 else {}
    return _answer(request, status, where + error.message, error.remedy, **more)


def _conflict(request: Request, error: ClaimcheckError) -> dict[str, object]:
    """Both sides of a conflict: what changed, and how the claim stands now."""
    room: Room = request.app.state.room
    short = str(request.path_params.get("short", ""))
    slug = str(request.path_params.get("slug", ""))
    state = room.readings.last(slug, request.state.visitor.name)
    claim = state.claim(f"{slug}/{short}") if state else None
    by, what = (error.by, list(error.what)) if isinstance(error, ChangedOutside) else ("", [error.message])
    return {
        "conflict": {"claim": short, "by": by, "what": what},
        "mark": room.mark(state, claim) if state and claim else None,
        "seen": seen_token(claim) if claim else "",
    }


def _invalid(request: Request, error: Exception) -> Response:
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": ""}
    where = ".".join(str(step) for step in first["loc"][1:])
    what = str(first["msg"])
    return _answer(request, 422, f"{where}: {what}" if where else what, "Nothing was done.")


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = {404: "There is nothing here.", 405: "This cannot be asked for in that way."}
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    return _answer(request, status, words.get(status, detail), "Nothing was done.")


def _fault(request: Request, error: Exception) -> Response:
    remedy = "Nothing was written by halves. What happened is told where claimcheck review was started."
    return _answer(request, 500, "This is a fault of claimcheck, not yours.", remedy)
