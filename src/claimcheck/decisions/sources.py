"""What a person says of a source that is recorded: its grade, where it got it, that it was withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.decisions.desk import Change, Desk
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Decided, Derivation, Retraction, Source
from claimcheck.records.writing import canonical
from claimcheck.sources.adding import UnknownParent, checked
from claimcheck.sources.grading import PROVIDER_WORDS, derive_grade

_TELLING = frozenset(
    {"title", "authors", "publisher", "owner", "url", "published", "translator", "notes", "study", "wire"}
)
"""Fields that may tell who a confidential source is."""


_WORKED_OUT = ("original", "derived_from", "heard")


class NothingToEdit(ClaimcheckError):
    """Nothing new was said of a source."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"Nothing was said of {source} that its record does not say already.",
            remedy="Say what to change, such as --tier or --derived-from; see: claimcheck source edit --help",
        )


class TellsWhoItIs(ClaimcheckError):
    """A field of a confidential source that would stand in the workspace."""

    def __init__(self, source: str, fields: list[str]) -> None:
        super().__init__(
            f"{source} is confidential, and its {' and '.join(fields)} might tell who it is.",
            remedy="Nothing was changed. What is held privately is added anew, not edited.",
        )


class DerivedFromItself(ClaimcheckError):
    """A source cannot have taken its information from itself."""

    def __init__(self, source: str) -> None:
        super().__init__(f"{source} cannot be derived from itself.", remedy="Nothing was changed.")


class AlreadyRetracted(ClaimcheckError):
    """The source was withdrawn before."""

    def __init__(self, source: str, retraction: Retraction) -> None:
        super().__init__(
            f"{source} is retracted already, recorded by {retraction.by} on {retraction.at[:10]}.",
            remedy="Nothing was changed.",
        )


def edit_source(desk: Desk, source_id: str, fields: Mapping[str, object]) -> Change:
    """Change what a source's record says; text, snapshot, testimony and retraction stay as they are.

    Args:
        fields: by the names of :class:`~claimcheck.records.models.Source`; ``original`` and
            ``derived_from`` (ids) set the lineage, a ``provider`` gives a new grade where none is given
            besides, and ``heard`` says whether the person compared a machine's transcript with the recording.

    Raises:
        UnknownSource, UnknownParent, DerivedFromItself, TellsWhoItIs, BadDetail, NothingToEdit.
    """
    wanted = {**_lineage(desk, source_id, fields), **_grade(fields), **_heard(desk, fields)}
    plain = {name: value for name, value in fields.items() if name not in _WORKED_OUT}

    def change(source: Source) -> Source:
        telling = sorted(_TELLING & plain.keys())
        if source.private is not None and telling:
            raise TellsWhoItIs(source_id, telling)
        edited = checked(lambda: Source.model_validate({**dict(source), **wanted, **plain}))
        if edited == source:
            raise NothingToEdit(source_id)
        return edited

    return _changed(desk, "edit source", source_id, change)


def retract_source(desk: Desk, source_id: str, why: str) -> Change:
    """Mark a source as withdrawn; from then on it counts for nothing.

    Raises:
        UnknownSource, AlreadyRetracted.
    """

    def change(source: Source) -> Source:
        if source.retracted is not None:
            raise AlreadyRetracted(source_id, source.retracted)
        retraction = Retraction(at=desk.now, by=desk.by, why=why)
        return source.model_copy(update={"retracted": retraction})

    return _changed(desk, "retract source", source_id, change)


def _changed(desk: Desk, verb: str, source_id: str, change: Callable[[Source], Source]) -> Change:
    """Change one source and note it for undo."""
    edited = desk.editor.change_source(source_id, change)
    before = {} if edited.before is None else canonical(edited.before)
    return desk.done(verb, source_id, edited.path, before, canonical(edited.after))


def _lineage(desk: Desk, source_id: str, fields: Mapping[str, object]) -> dict[str, object]:
    parents = fields.get("derived_from")
    if isinstance(parents, (list, tuple)) and parents:
        known = desk.fresh().source_ids()
        for parent in parents:
            if parent == source_id:
                raise DerivedFromItself(source_id)
            if parent not in known:
                raise UnknownParent(str(parent))
        derived = [Derivation(source=str(parent)) for parent in parents]
        return {"lineage": "derived", "derived_from": derived}
    if "original" not in fields:
        return {}
    return {"lineage": "original" if fields["original"] else "unknown", "derived_from": []}


def _heard(desk: Desk, fields: Mapping[str, object]) -> dict[str, object]:
    """That the person who decides compared a machine's transcript with the recording, or nobody did."""
    if "heard" not in fields:
        return {}
    if not fields["heard"]:
        return {"heard": None}
    return {"machine_transcript": True, "heard": Decided(by=desk.by, at=desk.now)}


def _grade(fields: Mapping[str, object]) -> dict[str, object]:
    """The grade that a provider stands for."""
    provider = next((name for name in PROVIDER_WORDS if name == fields.get("provider")), None)
    if provider is None:
        return {}
    grade = derive_grade(provider)
    return {"tier": grade.tier, "reliability": grade.reliability}
