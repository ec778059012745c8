"""Record files: strict reading from bytes, and writing as text.

Reading refuses everything that could mean something else than it says: see
:mod:`claimcheck.records.dialect` for the form, :mod:`claimcheck.records.models` for the content. Every
refusal names file, line and column and what to do about it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TypeVar

from pydantic import ValidationError

from claimcheck.records import writing
from claimcheck.records.complaints import check_version, complain
from claimcheck.records.dialect import MAX_BYTES, RecordError, decode
from claimcheck.records.locating import locate
from claimcheck.records.models import (
    FORMAT_VERSION,
    Baseline,
    ClaimFile,
    DeskFile,
    Record,
    Source,
    WaiverFile,
)
from claimcheck.records.parsing import parse, parse_json
from claimcheck.records.transcribing import transcribe
from claimcheck.records.writing import Data

R = TypeVar("R", bound=Record)
_HEAD = f"claimcheck: {FORMAT_VERSION}\n".encode()


class DuplicateClaim(RecordError):
    """Two claims of one file have the same id."""

    def __init__(self, place: str, claim_id: str) -> None:
        super().__init__(
            f"The claim id {claim_id} is given twice.",
            place=place,
            remedy="Delete the copy, or run claimcheck extract to give it an id of its own.",
        )


class ForeignClaim(RecordError):
    """A claim's id names another article than the file it stands in."""

    def __init__(self, place: str, claim_id: str, slug: str) -> None:
        super().__init__(
            f"The claim {claim_id} stands in the file of {slug}.",
            place=place,
            remedy=f"Move it to its own file; ids here begin with {slug}/.",
        )


class MisnamedSource(RecordError):
    """A source's id is not the name of its file."""

    def __init__(self, place: str, source_id: str, stem: str) -> None:
        super().__init__(
            f"The id is {source_id}, but the file is named {stem}.yaml.",
            place=place,
            remedy="Make them the same; evidence refers to the id.",
        )


def load_claims(data: bytes, place: str) -> ClaimFile:
    """Read ``claims/<slug>.yaml``.

    Args:
        data: the file's bytes.
        place: the file's name for messages, such as ``claims/harbour.yaml``; its stem is the slug that
            claim ids must begin with.

    Raises:
        RecordError: one of its subclasses, placed as ``file:line:column``.
    """
    record = _load(ClaimFile, data, place)
    check_claim_ids(record, data, place)
    return record


def check_claim_ids(record: ClaimFile, data: bytes, place: str) -> None:
    """Refuse duplicate ids and ids of another article's file.

    Args:
        data: the file's bytes, only looked at to place a complaint.

    Raises:
        DuplicateClaim, ForeignClaim: placed at the claim.
    """
    slug = _stem(place)
    ids = [claim.id for claim in record.claims]
    if len(set(ids)) != len(ids):
        twice = next(key for key, count in Counter(ids).items() if count > 1)
        index = max(number for number, key in enumerate(ids) if key == twice)
        raise DuplicateClaim(_at_id(data, place, index), twice)
    prefix = slug + "/"
    for index, key in enumerate(ids):
        if not key.startswith(prefix):
            raise ForeignClaim(_at_id(data, place, index), key, slug)


def _at_id(data: bytes, place: str, index: int) -> str:
    return f"{place}:{locate(decode(data, place), ['claims', index, 'id'])}"


def load_source(data: bytes, place: str) -> Source:
    """Read ``sources/<id>.yaml``.

    Raises:
        RecordError: one of its subclasses.
    """
    record = _load(Source, data, place)
    if record.id != _stem(place):
        at = locate(decode(data, place), ["id"])
        raise MisnamedSource(f"{place}:{at}", record.id, _stem(place))
    return record


def load_waivers(data: bytes, place: str) -> WaiverFile:
    """Read ``claims/waivers.yaml``.

    Raises:
        RecordError: one of its subclasses.
    """
    return _load(WaiverFile, data, place)


def load_desk(data: bytes, place: str) -> DeskFile:
    """Read ``claims/<slug>.desk.yaml``.

    Raises:
        RecordError: one of its subclasses.
    """
    return _load(DeskFile, data, place)


def load_baseline(data: bytes, place: str) -> Baseline:
    """Read ``claims/baseline.json``.

    Raises:
        RecordError: one of its subclasses.
    """
    text = decode(data, place)
    return _validated(Baseline, parse_json(text, place), text, place)


def dump_claims(record: ClaimFile) -> str:
    """The text of ``claims/<slug>.yaml``; the same record always gives the same text.

    Raises:
        UnwritableText: for NUL and lone surrogates.
    """
    return writing.document(record)


def dump_source(record: Source) -> str:
    """The text of ``sources/<id>.yaml``.

    Raises:
        UnwritableText: for NUL and lone surrogates.
    """
    return writing.document(record)


def dump_waivers(record: WaiverFile) -> str:
    """The text of ``claims/waivers.yaml``.

    Raises:
        UnwritableText: for NUL and lone surrogates.
    """
    return writing.document(record)


def dump_desk(record: DeskFile) -> str:
    """The text of ``claims/<slug>.desk.yaml``.

    Raises:
        UnwritableText: for NUL and lone surrogates.
    """
    return writing.document(record)


def dump_baseline(record: Baseline) -> str:
    """The text of ``claims/baseline.json``, findings sorted."""
    data = {"claimcheck": record.claimcheck, "findings": dict(sorted(record.findings.items()))}
    return json.dumps(data, indent=1, ensure_ascii=True) + "\n"


def _load(model: type[R], data: bytes, place: str) -> R:
    own = read_own(model, data)
    if own is not None:
        return own
    text = decode(data, place)
    return _validated(model, parse(text, place), text, place)


def read_own(model: type[R], data: bytes) -> R | None:
    """The record of a file in our own layout, read quickly; None for any other, whatever is wrong with it.

    What a record must be besides its model (:func:`check_claim_ids`) is for the caller to see to.
    """
    if not data.startswith(_HEAD) or len(data) > MAX_BYTES:
        return None
    try:
        transcribed = transcribe(data.decode("utf-8"))
        return model.model_validate_json(transcribed) if transcribed is not None else None
    except (UnicodeDecodeError, ValidationError):
        return None  # what is wrong, and where, is for the reader of any layout to say


def _validated(model: type[R], data: dict[str, Data], text: str, place: str) -> R:
    check_version(data, FORMAT_VERSION, text, place)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise complain(error, model, text, place) from None


def _stem(place: str) -> str:
    return place.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
