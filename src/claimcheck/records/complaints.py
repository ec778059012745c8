"""What is wrong with a record's content, in words a desk can act on."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from claimcheck.records.dialect import RecordError
from claimcheck.records.locating import locate

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


class InvalidRecord(RecordError):
    """A record's content is not what its format says."""

    def __init__(self, place: str, what: str, remedy: str, more: int = 0) -> None:
        also = f" ({more} more in this file.)" if more else ""
        super().__init__(what, place=place, remedy=remedy + also)


class UnknownVersion(RecordError):
    """The file's format version is not one this program reads."""

    def __init__(self, place: str, version: object, known: int) -> None:
        if version is None:
            text = f'The file does not begin with its format version ("claimcheck: {known}").'
            remedy = (
                "Add that line at the top if this is a record file; claimcheck migrate moves old files on."
            )
        elif isinstance(version, int) and version > known:
            text = f"The file has format version {version}; this claimcheck reads up to {known}."
            remedy = "Update claimcheck (pip install --upgrade claimcheck-desk)."
        else:
            text = f"The file has the unknown format version {version!r}."
            remedy = "Run: claimcheck migrate"
        super().__init__(text, place=place, remedy=remedy)


def complain(error: ValidationError, model: type[BaseModel], text: str, place: str) -> InvalidRecord:
    """The first thing wrong (a misspelt key before the key then missing), and how many more there are."""
    details = error.errors(include_url=False, include_context=True, include_input=True)
    first = next((item for item in details if item["type"] == "extra_forbidden"), details[0])
    path = [step for step in first["loc"] if step != "[key]"]
    where = path[:-1] if first["type"] == "missing" else path
    what, remedy = _words(first, model, path)
    if not text.endswith("\n"):
        remedy += " The last line has no end, so the file may have been cut off."
    at = locate(text, where, key=first["type"] == "extra_forbidden")
    return InvalidRecord(f"{place}:{at}", what, remedy, len(details) - 1)


def _words(details: ErrorDetails, model: type[BaseModel], path: list[str | int]) -> tuple[str, str]:
    kind, context = details["type"], details.get("ctx", {})
    name = ".".join(str(step) if isinstance(step, str) else f"[{step}]" for step in path).replace(".[", "[")
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        return f'Unknown key "{key}".', _suggest(key, _fields(model, path[:-1]))
    if kind == "missing":
        return f'The key "{name}" is missing.', "Add it."
    if kind == "literal_error":
        choices = str(context.get("expected", ""))
        words = [part.strip(" '\"") for part in choices.replace(" or ", ", ").split(",")]
        return f"{name} is {details['input']!r}.", _suggest(str(details["input"]), words)
    if kind == "string_type":
        return f"{name} must be text, not {_kind(details['input'])}.", "Put it in double quotes."
    if kind == "string_too_short":
        return f"{name} is empty.", "Fill it in, or delete the key where it may be left out."
    if kind == "string_pattern_mismatch":
        return f"{name} does not have the form {context.get('pattern')}.", "Correct it."
    if kind == "value_error":
        return f"{name or 'The record'}: {context.get('error')}.", "Correct it."
    if kind in ("model_type", "list_type", "dict_type"):
        wanted = "a list" if kind == "list_type" else "a mapping of keys"
        return f"{name} must be {wanted}, not {_kind(details['input'])}.", "Correct it."
    return f"{name}: {details['msg']}.", "Correct it."


def _kind(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a mapping",
    }
    return "nothing" if value is None else names.get(type(value), type(value).__name__)


def _suggest(word: str, choices: list[str]) -> str:
    close = get_close_matches(word, choices, 1, 0.6)
    if close:
        return f'Did you mean "{close[0]}"?'
    return f"It may be: {', '.join(choices)}." if choices else "Delete it."


def _fields(model: type[BaseModel], path: list[str | int]) -> list[str]:
    """The keys that may stand at a path within a model."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str):
            field = current.model_fields.get(step) if current else None
            current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if current else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None


def check_version(data: Mapping[str, object], known: int, text: str, place: str) -> None:
    """Refuse a file of another format version before its content is judged.

    Raises:
        UnknownVersion: with a suggestion.
    """
    version = data.get("claimcheck")
    if version != known or isinstance(version, bool):
        at = locate(text, ["claimcheck"]) if version is not None else "1:1"
        raise UnknownVersion(f"{place}:{at}", version, known)
