"""``claimcheck judge``: the pure judgements as doors of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from claimcheck.cli.jsonlines import Request, answer_lines, load_pairs
from claimcheck.errors import ExitCode, MissingExtra

if TYPE_CHECKING:
    from claimcheck.evidence.embeddings import Embedder

_LINES = click.argument("lines", metavar="[FILE|-]", type=click.File("rb"), default="-")


@click.group("judge")
def judge_command() -> None:
    """Judge one thing at a time, without a workspace.

    Every judgement reads JSON Lines from FILE (or standard input) and prints one answer a line in the same
    order; a line that cannot be judged is answered with an error, and the exit status is then 2.
    """


@judge_command.command("quotes")
@_LINES
def quotes(lines: BinaryIO) -> int:
    """Is a quotation what the source says, word for word?

    In: {id, source_text, quote, context?, speaker?, segments?}. Out: {id, match, start, end, score,
    differences, warnings}. A quotation without a word ("…") is an error, and so is a source without one.
    """
    return answer_lines(lines, _judge_quote)


def _judge_quote(request: Request) -> Mapping[str, object]:
    from claimcheck.evidence.quotations import judge_quotation
    from claimcheck.evidence.quotations.careful import CarefulReader

    verdict = judge_quotation(
        request.worded("source_text", "the source's text is not on hand"),
        request.worded("quote", "there is nothing to check"),
        context=request.optional_text("context") or "",
        speaker=request.optional_text("speaker"),
        segments=request.texts("segments"),
        careful=CarefulReader(),
    )
    return {
        "match": verdict.match,
        "start": verdict.start,
        "end": verdict.end,
        "score": verdict.score,
        "differences": [
            {"kind": difference.kind, "printed": difference.printed, "source": difference.source}
            for difference in verdict.differences
        ],
        "warnings": list(verdict.warnings),
    }


@judge_command.command("stance")
@_LINES
def stance(lines: BinaryIO) -> int:
    """Does a passage support or contradict a claim?

    In: {id, claim, passage, claim_date?, passage_date?}. Out: {id, stance, confidence, reasons}.
    """
    return answer_lines(lines, _judge_stance)


def _judge_stance(request: Request) -> Mapping[str, object]:
    from claimcheck.evidence.stance import judge_stance

    verdict = judge_stance(
        request.text("claim"),
        request.text("passage"),
        claim_date=_day(request, "claim_date"),
        passage_date=_day(request, "passage_date"),
    )
    return {
        "stance": verdict.stance,
        "confidence": verdict.confidence,
        "reasons": [reason.text for reason in verdict.reasons],
    }


def _day(request: Request, name: str) -> date | None:
    given = request.optional_text(name)
    try:
        return date.fromisoformat(given[:10]) if given else None
    except ValueError:
        raise request.refuse(name, "is no ISO date") from None


@judge_command.command("worthiness")
@_LINES
def worthiness(lines: BinaryIO) -> int:
    """Is a sentence worth checking?

    In: {id, text}. Out: {id, label, score}; label NFS, UFS or CFS.
    """
    return answer_lines(lines, _judge_worthiness)


def _judge_worthiness(request: Request) -> Mapping[str, object]:
    from claimcheck.extraction.worthiness import judge_worthiness

    verdict = judge_worthiness(request.text("text"))
    return {"label": verdict.label, "score": verdict.score}


@judge_command.command("attributions")
@_LINES
def attributions(lines: BinaryIO) -> int:
    """Who says what in a text?

    In: {id, text}. Out: {id, attributions: [{source, cue, content, kind, hedge, anonymous, speaker}]};
    source, cue and content are lists of [start, end].
    """
    return answer_lines(lines, _judge_attributions)


def _judge_attributions(request: Request) -> Mapping[str, object]:
    from claimcheck.extraction.attribution import find_attributions

    found = []
    for attribution in find_attributions(request.text("text")):
        spans = {
            name: [[span.start, span.end] for span in getattr(attribution, name)]
            for name in ("source", "cue", "content")
        }
        rest = {name: getattr(attribution, name) for name in ("kind", "hedge", "anonymous", "speaker")}
        found.append({**spans, **rest})
    return {"attributions": found}


@judge_command.command("matches")
@click.option("--base", required=True, type=click.File("rb"), help="JSON Lines {id, text} to match against.")
@click.option("--embeddings", is_flag=True, help="Match by meaning too; needs the extra 'embeddings'.")
@_LINES
def matches(base: BinaryIO, embeddings: bool, lines: BinaryIO) -> int:
    """Which texts of a base say the same as each text?

    In: {id, text}. Out: {id, matches: [{id, score}]}, best first, at most 20.
    """
    from claimcheck.evidence.matches import Archive

    archive = Archive(load_pairs(base), _embedder() if embeddings else None)

    def judge(request: Request) -> Mapping[str, object]:
        found = archive.matches(request.text("text"))
        return {"matches": [{"id": match.id, "score": match.score} for match in found]}

    return answer_lines(lines, judge)


def _embedder() -> Embedder:
    """Raises MissingExtra where the extra is not installed."""
    from claimcheck.evidence.embeddings import embedder_at_hand

    found = embedder_at_hand()
    if found is None:
        raise MissingExtra("Matching by meaning", "embeddings")
    return found


@judge_command.command("edits")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def edits(old: Path, new: Path) -> int:
    """What became of each claim of OLD in NEW: same, reworded, changed or deleted, and what is new."""
    from claimcheck.documents.reading import read_document
    from claimcheck.extraction.edits import compare_articles

    found = compare_articles(read_document(old), read_document(new))
    click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    return ExitCode.CLEAN
