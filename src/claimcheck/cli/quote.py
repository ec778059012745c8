"""``claimcheck quote "…"``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain
from claimcheck.errors import ExitCode

if TYPE_CHECKING:
    from claimcheck.evidence.quotations import QuotationVerdict


@click.command("quote")
@click.argument("words", metavar="QUOTATION")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the answers as JSON.")
@click.pass_obj
def quote_command(invocation: Invocation, words: str, limit: int, as_json: bool) -> int:
    """Search all sources for a quotation and say, word by word, what differs.

    Exit status 1 if no source has the words, verbatim or edited.
    """
    from claimcheck.cli.collecting import source_texts
    from claimcheck.evidence.library import Library
    from claimcheck.evidence.quotations import find_quotation

    workspace = invocation.workspace()
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    library = Library(source_texts(workspace, sources))
    found = [
        (source, verdict)
        for source, verdict in find_quotation(library.prepared, words, limit=limit)
        if verdict.match != "absent"
    ]
    if as_json:
        rows = [
            {"source": source, **verdict_data(verdict, library.texts[source].text)}
            for source, verdict in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for source, verdict in found:
            click.echo("\n".join(_lines(source, verdict, library.texts[source].text)))
        if not found:
            searched = f"{len(library.texts)} source{'s' * (len(library.texts) != 1)}"
            click.echo(f"Absent: none of {searched} on hand has these words.", err=True)
    good = any(verdict.match in ("verbatim", "edited") for _, verdict in found)
    return int(ExitCode.CLEAN if good else ExitCode.FINDINGS)


def verdict_data(verdict: QuotationVerdict, text: str) -> dict[str, object]:
    """A verdict as JSON data, with the passage it is about."""
    return {
        "match": verdict.match,
        "start": verdict.start,
        "end": verdict.end,
        "score": verdict.score,
        "passage": text[verdict.start : verdict.end],
        "differences": [
            {"kind": d.kind, "printed": d.printed, "source": d.source} for d in verdict.differences
        ],
        "warnings": list(verdict.warnings),
    }


def _lines(source: str, verdict: QuotationVerdict, text: str) -> list[str]:
    from claimcheck.evidence.linking import say_quotation

    passage = plain(text[verdict.start : verdict.end])
    before, after = one_line(verdict.before[-60:]), one_line(verdict.after[:60])
    return [
        f"{verdict.match.upper():9} {source} [{verdict.start}:{verdict.end}]",
        f"  …{before} «{passage}» {after}…",
        f"  {plain(say_quotation(verdict))}",
    ]
