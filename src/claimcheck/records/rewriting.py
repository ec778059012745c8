"""The new text of a record file, proven to read back as what was meant before it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.records import writing
from claimcheck.records.dialect import RecordError
from claimcheck.records.layout import Slice
from claimcheck.records.models import Claim, Record
from claimcheck.records.parsing import parse
from claimcheck.records.patching import patch
from claimcheck.records.writing import Data, canonical

R = TypeVar("R", bound=Record)


class WouldBeUnreadable(ClaimcheckError):
    """A record was to be written that could not be read again; the program is at fault, not the person."""

    def __init__(self, place: str, error: Exception) -> None:
        super().__init__(
            f"The change would make this file unreadable ({str(error).splitlines()[0]}).",
            place=place,
            remedy="Nothing was written. Please report this.",
        )


def as_mapping(text: str, where: Slice) -> str:
    """The text of a claim as a mapping of its own: a list item without its dash."""
    body = text[where.start : where.end]
    if where.flow:
        return body
    return body[: where.indent] + " " + body[where.indent + 1 :]


def with_claim(text: str, where: Slice, old: Claim, new: Claim, place: str) -> str:
    """The file's text with one claim changed and every other byte as it was.

    Raises:
        WouldBeUnreadable: where the new claim could not be read again.
    """
    if old == new:
        return text
    wanted = canonical(new)
    if where.flow:
        newline = "\n" if text[where.start : where.end].endswith("\n") else ""
        body = writing.flow(wanted, "") + newline
        slice_ = body
    else:
        slice_ = patch(as_mapping(text, where), canonical(old), wanted, reads_as(new))
        if slice_.lstrip().startswith("#"):
            slice_ = "\n".join(writing.mapping(wanted, where.indent + 2)) + "\n"
        body = slice_[: where.indent] + "-" + slice_[where.indent + 1 :]
    check_readable(slice_, _load_claim, new, place)
    return text[: where.start] + body + text[where.end :]


def _load_claim(data: bytes, place: str) -> Claim:
    return Claim.model_validate(parse(data.decode("utf-8"), place))


def reads_as(record: Record) -> Callable[[Data], bool]:
    """A test whether plain data is this record."""
    wanted = canonical(record)
    return lambda data: canonical(type(record).model_validate(data)) == wanted


def check_readable(text: str, load: Callable[[bytes, str], R], meant: R, place: str) -> None:
    """Prove that what is about to be written reads back as what was meant.

    Raises:
        WouldBeUnreadable: where it does not.
    """
    try:
        if canonical(load(text.encode("utf-8"), place)) == canonical(meant):
            return
        raise ValueError("it reads back as something else")
    except (RecordError, ValueError) as error:
        raise WouldBeUnreadable(place, error) from error
