"""``claimcheck compare``: another version of an article against the one on record."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain
from claimcheck.errors import ExitCode

if TYPE_CHECKING:
    from claimcheck.extraction.edits import Comparison


@click.command("compare")
@click.argument("article")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.pass_obj
def compare_command(invocation: Invocation, article: str, file: Path, as_json: bool) -> int:
    """Hold FILE (what was published, say) against the text that ARTICLE's claims were checked on.

    Prints each claim that was changed, reworded, deleted or is new, with the words that differ. Exit status 1
    if anything but wording differs.
    """
    from claimcheck.cli.plugins import readers_here
    from claimcheck.documents.reading import read_document
    from claimcheck.extraction.claims import extract_claims
    from claimcheck.extraction.edits import Passage, compare_claims
    from claimcheck.extraction.recording import published_day

    record = invocation.workspace().article(article).record
    # As the text on record was read, so that deleted words that were shown there are no difference.
    checked, readers = record.article, readers_here(invocation)
    document = read_document(file, tracked=checked.tracked, keep=checked.kept, readers=readers)
    there = extract_claims(document, slug=article, published=published_day(document)).claims
    old, new = (
        [Passage(claim.text, claim.anchor.start, claim.anchor.end) for claim in claims if not claim.orphan]
        for claims in (record.claims, there)
    )
    found = compare_claims(old, new)
    if as_json:
        click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found)))
    differs = found.new or any(edit.status in ("changed", "deleted") for edit in found.claims)
    return int(ExitCode.FINDINGS if differs else ExitCode.CLEAN)


def _lines(found: Comparison) -> list[str]:
    lines = []
    shared = Counter(passage.start for edit in found.claims for passage in edit.new)
    for edit in found.claims:
        if edit.status == "same" and not edit.moved:
            continue
        moved = " and moved" if edit.moved else ""
        merged = ", merged with another" if any(shared[p.start] > 1 for p in edit.new) else ""
        lines.append(f"{edit.status}{moved}{merged}: {one_line(edit.old.text, 150)}")
        lines += [f"  {marked(edit.old.text, p.text)}" for p in edit.new if p.text != edit.old.text]
    lines += [f"new: {one_line(passage.text, 150)}" for passage in found.new]
    counts = Counter(edit.status for edit in found.claims)
    told = [f"{count} {status}" for status, count in sorted(counts.items())]
    return [*lines, ", ".join([*told, f"{len(found.new)} new"])]


def marked(old: str, new: str) -> str:
    """The new words with what was struck as ``[-…-]`` and what was inserted as ``{+…+}``."""
    from claimcheck.reporting.differences import compare_words, in_marks

    return plain(in_marks(compare_words(old, new)))
