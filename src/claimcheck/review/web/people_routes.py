"""Who is here, who may come, and sources that are attached."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from claimcheck.documents.reading import read_document
from claimcheck.errors import ClaimcheckError
from claimcheck.records.identity import resolve_identity
from claimcheck.records.models import Provider, Testimony
from claimcheck.review.web import bodies
from claimcheck.review.web.bodies import Refused
from claimcheck.review.web.room import From, InRoom, Room, may
from claimcheck.review.web.visitors import Visitor
from claimcheck.sources.adding import Details, add_document, add_testimony, slug_of

router = APIRouter(prefix="/api", responses={403: {"model": Refused}, 422: {"model": Refused}}, tags=["desk"])


class NothingAttached(ClaimcheckError):
    """A source was to be attached and nothing came, or something that is none."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Nothing was attached: {why}.", remedy="Give a file, or what somebody told you.")


@router.post("/presence")
def presence(room: InRoom, visitor: From, body: bodies.Here) -> dict[str, object]:
    """Say which claim one is on."""
    may(visitor, "presence")
    if body.slug not in room.readings.slugs():
        room.state(visitor, body.slug)
    if room.people.on(visitor.session, visitor.name, body.slug, body.claim):
        room.hub.presence(body.slug, room.people)
    return {"people": room.people.in_article(body.slug, visitor.name)}


@router.get("/people")
def people(room: InRoom, visitor: From) -> dict[str, list[dict[str, object]]]:
    """Everybody known, who is here now, and (for the owner) the invitations."""
    here = room.people.names()
    known: dict[str, str] = dict.fromkeys(sorted(here | set(room.people_known)), "")
    invitations = room.visitors.invitations.all()
    known |= {item.name: item.role for item in invitations} | {room.desk.owner: "owner"}
    rows: list[dict[str, object]] = [
        {"name": name, "role": role, "here": name in here} for name, role in known.items()
    ]
    invited: list[dict[str, object]] = [
        {
            "id": item.id,
            "name": item.name,
            "role": item.role,
            "expires": item.expires,
            "used": bool(item.used),
            "confidential": item.confidential,
        }
        for item in invitations
    ]
    return {"people": rows, "invitations": invited if visitor.role == "owner" else []}


@router.post("/invitations")
def invite(room: InRoom, visitor: From, body: bodies.Invite) -> dict[str, object]:
    """Invite somebody, by a link that lets in once and is shown once."""
    may(visitor, "invite")
    name = resolve_identity(body.name, {}, None, room.people_known)
    made, token = room.visitors.invitations.invite(
        name,
        body.role,
        days=body.days,
        now=room.desk.now(),
        owner=room.desk.owner,
        confidential=body.confidential,
    )
    room.log.note(room.desk.now(), visitor.name, visitor.role, "invited", whom=made.name, as_=made.role)
    return {"id": made.id, "url": room.desk.addresses.url(f"/enter?token={token}"), "expires": made.expires}


@router.delete("/invitations/{key}")
def revoke(room: InRoom, visitor: From, key: str) -> dict[str, str]:
    """Take an invitation back; whoever came in with it is out at once."""
    may(visitor, "invite")
    gone = room.visitors.invitations.revoke(key)
    room.log.note(room.desk.now(), visitor.name, visitor.role, "revoked", whom=gone.name)
    return {"done": f"{gone.name} may no longer come in"}


@router.post("/sources")
async def attach(
    request: Request,
    room: InRoom,
    visitor: From,
    file: UploadFile | None = None,
    title: Annotated[str, Form(max_length=300)] = "",
    provider: Annotated[str, Form(alias="from", max_length=40)] = "unknown",
) -> dict[str, str]:
    """Attach a source: a file (multipart), or what a person told the desk (JSON)."""
    may(visitor, "sources")
    if file is None:
        if not request.headers.get("content-type", "").startswith("application/json"):
            raise NothingAttached("no file came")
        body = await request.body()
        return await run_in_threadpool(_testimony, room, visitor, body)
    data = await file.read()
    name = file.filename or "source"
    return await run_in_threadpool(_document, room, visitor, name, data, title, provider)


def _testimony(room: Room, visitor: Visitor, body: bytes) -> dict[str, str]:
    try:
        told = bodies.Told.model_validate_json(body)
    except ValidationError as error:
        raise NothingAttached(error.errors(include_input=False, include_url=False)[0]["msg"]) from None
    said, now = told.testimony, room.desk.now()
    if not said.who.strip() or not said.answer.strip():
        raise NothingAttached("it needs the name of the person and what they said")
    try:
        record = Testimony(
            who=said.who,
            when=said.when or now,
            by=visitor.name,
            contact=said.contact,
            question=said.question,
            answer=said.answer,
        )
    except ValidationError:
        raise NothingAttached("its time is none, such as 2026-03-04T09:12:00Z") from None
    details = Details(provider="named-witness", title=told.title or None)
    with room.readings.lock:
        editor = room.desk_of(visitor).editor
        name = _free(slug_of(f"{said.who}-{now[:10]}"), editor.workspace.source_ids())
        source = add_testimony(editor, name, record, details, now)
    return {"done": "attached", "source": source.id}


def _document(
    room: Room, visitor: Visitor, file_name: str, data: bytes, title: str, provider: str
) -> dict[str, str]:
    """Read in a limited child, as every document is; the name given decides nothing but how it is read."""
    try:
        who: Provider = TypeAdapter(Provider).validate_python(provider or "unknown")
    except ValidationError:
        raise NothingAttached(f"{provider[:40]!r} is nobody who stands behind a source") from None
    stem, suffix = slug_of(Path(file_name).stem), Path(file_name).suffix.lower()
    if not suffix[1:].isalnum() or len(suffix) > 8:
        raise NothingAttached("its name does not say what kind of file it is")
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
        path = Path(folder) / f"{stem}{suffix}"
        path.write_bytes(data)
        document = read_document(path)
    details = Details(provider=who, title=title.strip() or None)
    with room.readings.lock:
        editor = room.desk_of(visitor).editor
        name = _free(stem, editor.workspace.source_ids())
        source = add_document(editor, name, data, document, details, room.desk.now())
    return {"done": "attached", "source": source.id}


def _free(name: str, taken: list[str]) -> str:
    number = 2
    wanted = name
    while wanted in taken:
        wanted = f"{name[:75]}-{number}"
        number += 1
    return wanted
