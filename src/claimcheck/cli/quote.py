"""``claimcheck quote "…"``."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain
from claimcheck.errors import ExitCode
from claimcheck.records.counting import counted
from claimcheck.records.shortening import shorten

if TYPE_CHECKING:
    from claimcheck.evidence.archive import ArchiveCandidate
    from claimcheck.evidence.quotations import QuotationVerdict
    from claimcheck.index.archive import FolderArchive

_EXHAUSTIVE = 4_000_000
"""Code points of source texts up to which each is compared, whether or not its fingerprints match."""
_SHORTLIST = 20
_AROUND = 4_000
"""Code points of an archived text that are read on either side of a candidate."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage that resembles the quotation.

    Attributes:
        name: id of the source, or path of the archived file.
        start: where ``text`` begins in the whole text, in code points.
        candidate: True for what an archive holds, which verifies nothing.
        unprinted: why the source's words are not printed; empty where they are.
    """

    name: str
    text: str
    verdict: QuotationVerdict
    start: int = 0
    candidate: bool = False
    also: tuple[str, ...] = ()
    unprinted: str = ""


@click.command("quote")
@click.argument("words", metavar="QUOTATION")
@click.option("--speaker", help="Who is said to have said it.")
@click.option(
    "--archive",
    "archives",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Look through a folder of texts too; what is found there is a candidate.",
)
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the answers as JSON.")
@click.pass_obj
def quote_command(
    invocation: Invocation,
    words: str,
    speaker: str | None,
    archives: tuple[Path, ...],
    limit: int,
    as_json: bool,
) -> int:
    """Search all sources for a quotation and say, word by word, what differs.

    With --archive, folders of text files are searched as well, through an index that is kept in the user's
    cache and may be deleted; no workspace is needed then. What an archive holds is no source, and verifies
    nothing. Exit status 1 if no source has the words, verbatim or edited, or only as somebody else's than
    the --speaker.
    """
    from claimcheck.records.workspace import NoWorkspace

    if not any(character.isalnum() for character in words):
        raise click.UsageError('There are no words to look for: claimcheck quote "WORDS AS PRINTED".')
    try:
        found, searched = _in_sources(invocation, words, speaker, limit)
    except NoWorkspace:
        if not archives:
            raise
        found, searched = [], 0
    good = any(one.verdict.match in ("verbatim", "edited") and not one.verdict.wrong_speaker for one in found)
    sought = counted(searched, "source")
    for folder in archives:
        held, files = _in_archive(invocation, folder, words, speaker, limit)
        found += held
        sought += f" and {files} archived files"
    if as_json:
        click.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
        return int(ExitCode.CLEAN if good else ExitCode.FINDINGS)
    for one in found:
        click.echo("\n".join(_lines(words, one)))
    if not found:
        click.echo(f"Absent: none of {sought} on hand has these words.", err=True)
    return int(ExitCode.CLEAN if good else ExitCode.FINDINGS)


def _in_sources(
    invocation: Invocation, words: str, speaker: str | None, limit: int
) -> tuple[list[_Found], int]:
    """The nearest passages of the workspace's sources, best first, and how many were searched."""
    from claimcheck.cli.collecting import source_texts
    from claimcheck.evidence.archive import archive_of
    from claimcheck.evidence.quotations import find_quotation
    from claimcheck.evidence.quotations.careful import CarefulReader
    from claimcheck.evidence.speaking import narrator_of, prepared
    from claimcheck.records.withholding import withheld

    workspace = invocation.workspace()
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    texts = {text.source.id: text for text in source_texts(workspace, sources)}
    near = set(texts)
    if sum(len(text.text) for text in texts.values()) > _EXHAUSTIVE:
        archive = archive_of((name, text.text) for name, text in texts.items())
        candidates = archive.search(words, _SHORTLIST)
        near = {name for one in candidates for name in (one.document, *one.also)}
    found = find_quotation(
        {name: prepared(texts[name]) for name in sorted(near)},
        words,
        limit=limit,
        speaker=speaker,
        narrators={name: narrator_of(texts[name].source) for name in near},
        careful=CarefulReader(),
    )
    now = invocation.now()
    return [
        _Found(name, texts[name].text, verdict, unprinted=withheld(texts[name].source, now))
        for name, verdict in found
        if verdict.match != "absent" or verdict.retold
    ], len(texts)


def _in_archive(
    invocation: Invocation, folder: Path, words: str, speaker: str | None, limit: int
) -> tuple[list[_Found], int]:
    """Candidates of a folder, compared word by word with the text about them, and how many files it has."""
    from claimcheck.index.archive import FolderArchive

    folder = folder if folder.is_absolute() else invocation.start / folder
    archive = FolderArchive(folder, invocation.cache(folder))
    found: list[_Found] = []
    for candidate in archive.archive.search(words, limit):
        name = (folder / candidate.document).as_posix()
        also = tuple((folder / other).as_posix() for other in candidate.also)
        one = _compared(archive, candidate, words, speaker)
        if one is not None:
            found.append(replace(one, name=name, also=also))
    ranks = {"verbatim": 0, "edited": 1, "truncated": 2, "altered": 3, "absent": 4}
    return sorted(found, key=lambda one: (ranks[one.verdict.match], -one.verdict.score)), len(archive)


def _data(found: _Found) -> dict[str, object]:
    """A verdict as JSON data, with the passage it is about."""
    verdict = found.verdict
    start, end = verdict.start or 0, verdict.end or 0
    kept: dict[str, object] = {"file": found.name} if found.candidate else {"source": found.name}
    if found.candidate:
        kept |= {"candidate": True, "also": list(found.also)}
    kept |= {
        "match": verdict.match,
        "start": found.start + start,
        "end": found.start + end,
        "score": verdict.score,
        "wrong_speaker": verdict.wrong_speaker,
    }
    if found.unprinted:
        return kept | {"not_printed": found.unprinted}
    return kept | {
        "passage": found.text[start:end],
        "speaker": verdict.found_speaker,
        "differences": [
            {"kind": d.kind, "printed": d.printed, "source": d.source, "harmless": d.harmless}
            for d in verdict.differences
        ],
        "warnings": list(verdict.warnings),
    }


def _compared(
    archive: FolderArchive, candidate: ArchiveCandidate, words: str, speaker: str | None
) -> _Found | None:
    from claimcheck.evidence.quotations import judge_quotation
    from claimcheck.evidence.quotations.careful import CarefulReader

    text, start, end = archive.passage(candidate)
    low = max(0, start - _AROUND)
    window = text[low : end + len(words) + _AROUND]
    verdict = judge_quotation(window, words, speaker=speaker, careful=CarefulReader())
    if verdict.match == "absent" and not verdict.retold:
        return None
    return _Found(candidate.document, window, verdict, low, candidate=True)


def _lines(words: str, found: _Found) -> Sequence[str]:
    from claimcheck.evidence.quotations import say_quotation
    from claimcheck.reporting.differences import in_marks, mark_quotation

    verdict = found.verdict
    start, end = found.start + (verdict.start or 0), found.start + (verdict.end or 0)
    passage = plain(found.text[verdict.start : verdict.end])
    marked = "" if verdict.retold else in_marks(mark_quotation(words, verdict))
    lines = [
        f"{'REPORTED' if verdict.retold else verdict.match.upper():9} {plain(found.name)} [{start}:{end}]"
    ]
    if verdict.wrong_speaker:
        lines[0] += ", wrong speaker"
    if found.candidate:
        others = f", also in {len(found.also)} more" if found.also else ""
        lines[0] += f" (archive{others}: a candidate, no source)"
    if found.unprinted:
        reading = f"claimcheck source show {plain(found.name)} --at {start}-{end}"
        return [*lines, f"  ({found.unprinted}: its words are not printed; read them: {reading})"]
    lines.append(f"  {_before(verdict.before)}«{passage}»{_after(verdict.after)}")
    if verdict.found_speaker and not (verdict.retold or verdict.unsure_speaker or verdict.wrong_speaker):
        told = "Reported, in the source's own words, of" if verdict.narrated else "Said by"
        lines.append(f"  {told}: {one_line(verdict.found_speaker)}")
    if marked:
        lines.append(f"  Mark: {plain(marked)}")
    return [*lines, f"  {plain(say_quotation(verdict))}"]


_SHOWN = 60


def _before(text: str) -> str:
    """The words just before a passage, from a whole word on, spaced as the source has them."""
    shown = re.sub(r"\s+", " ", plain(text))
    return shown if len(shown) < _SHOWN else f"…{shown[-_SHOWN:].partition(' ')[2]}"


def _after(text: str) -> str:
    """The words just behind it."""
    shown = re.sub(r"\s+", " ", plain(text)).rstrip()
    return shorten(shown, _SHOWN)
