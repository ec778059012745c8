"""``claimcheck quote "…"``."""

from __future__ import annotations

import json

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain
from claimcheck.errors import ExitCode


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
    from claimcheck.evidence.linking import say_quotation
    from claimcheck.evidence.quotations import find_quotation

    workspace = invocation.workspace()
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    library = Library(source_texts(workspace, sources))
    found = [
        item
        for item in find_quotation(library.prepared, words, limit=limit)
        if item.verdict.match != "absent"
    ]
    good = any(item.verdict.match in ("verbatim", "edited") for item in found)
    if as_json:
        rows = [
            {
                "source": item.source,
                "match": item.verdict.match,
                "start": item.verdict.start,
                "end": item.verdict.end,
                "score": item.verdict.score,
                "passage": library.texts[item.source].text[item.verdict.start : item.verdict.end],
                "differences": [
                    {"kind": d.kind, "printed": d.printed, "source": d.source}
                    for d in item.verdict.differences
                ],
                "warnings": list(item.verdict.warnings),
            }
            for item in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for item in found:
            verdict = item.verdict
            passage = library.texts[item.source].text[verdict.start : verdict.end]
            click.echo(f"{verdict.match.upper():9} {item.source} [{verdict.start}:{verdict.end}]")
            click.echo(
                f"  …{one_line(verdict.before[-60:])} «{plain(passage)}» {one_line(verdict.after[:60])}…"
            )
            click.echo(f"  {plain(say_quotation(verdict))}")
        if not found:
            searched = f"{len(library.texts)} source{'s' * (len(library.texts) != 1)}"
            click.echo(f"Absent: none of {searched} on hand has these words.", err=True)
    return int(ExitCode.CLEAN if good else ExitCode.FINDINGS)
