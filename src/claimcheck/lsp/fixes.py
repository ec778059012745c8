"""Quick fixes: waive a finding, restore a dropped sentence, find a quotation and print the source's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from claimcheck.formats.escaping import cut, visible
from claimcheck.lsp.model import Checked, Found
from claimcheck.lsp.positions import Lines
from claimcheck.lsp.showing import range_of
from claimcheck.records.models import Claim

WAIVE = "claimcheck.waive"
RESTORE = "claimcheck.restore"
SHOW = "claimcheck.showPassage"
_MARKS = "\"'“”‘’«»„‚‹› \t\n"
_FEWEST_WORDS = 3
"""Words; what is shorter stands in too many sources to be told by them."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a draft: the words between its marks, and their span in code points."""

    words: str
    start: int
    end: int


def quotations_at(checked: Checked, start: int, end: int) -> list[Quoted]:
    """The quotations that a span of the draft touches, long enough to be looked for."""
    return [
        quoted
        for claim in checked.claims
        for quoted in _quotations(checked.text, claim)
        if quoted.start <= end and start <= quoted.end
    ]


def _quotations(text: str, claim: Claim) -> Iterator[Quoted]:
    for part in claim.parts:
        if part.kind != "quotation":
            continue
        start, end = claim.anchor.start + part.start, claim.anchor.start + part.end
        while start < end and text[start] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS:
            end -= 1
        if len(text[start:end].split()) >= _FEWEST_WORDS:
            yield Quoted(text[start:end], start, end)


def waive_fixes(
    uri: str, checked: Checked, diagnostics: Sequence[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    """A waiver for each finding that is about a recorded claim."""
    for diagnostic in diagnostics:
        claim = diagnostic.data.get("claim") if isinstance(diagnostic.data, dict) else None
        if claim not in checked.recorded or not isinstance(diagnostic.code, str):
            continue
        title = f"Waive {diagnostic.code} for this claim …"
        what = {"uri": uri, "code": diagnostic.code, "claim": claim}
        yield types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            command=types.Command(title, WAIVE, arguments=[what]),
        )


def restore_fixes(uri: str, checked: Checked, start: int, end: int) -> Iterator[types.CodeAction]:
    """Bringing back each dropped stretch that a span touches."""
    for item in checked.restorable:
        if item.start <= end and start <= item.end:
            title = f"Record “{_short(item.text)}” as a claim (dropped: {visible(item.why)})"
            yield types.CodeAction(
                title=title,
                kind=types.CodeActionKind.QuickFix,
                command=types.Command(title, RESTORE, arguments=[{"uri": uri, "start": item.start}]),
            )


def quotation_fixes(
    uri: str, checked: Checked, quoted: Quoted, found: Sequence[Found]
) -> Iterator[types.CodeAction]:
    """For each place where a quotation was found: show it, and print its words where they differ."""
    span = range_of(Lines(checked.text), quoted.start, quoted.end)
    for item in found:
        words = " ".join(item.passage.split())
        if item.match not in ("verbatim", "edited") and words != quoted.words:
            edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(span, words)]})
            title = f"Print the words of {item.source}: “{_short(words)}”"
            yield types.CodeAction(title=title, kind=types.CodeActionKind.QuickFix, edit=edit)
        title = f"Show where {item.source} has it ({item.match})"
        where = {"path": str(item.path), "start": item.start, "end": item.end, "says": item.says}
        yield types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            command=types.Command(title, SHOW, arguments=[where]),
        )


def _short(text: str) -> str:
    return cut(visible(" ".join(text.split())), 60)
