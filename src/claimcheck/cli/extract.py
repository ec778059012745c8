"""``claimcheck extract``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.apart import announced, listed
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain, progress
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted

if TYPE_CHECKING:
    from claimcheck.documents.model import Document, HiddenText
    from claimcheck.documents.readers import PluginReader, Tracked
    from claimcheck.extraction.claims import Extraction
    from claimcheck.extraction.edits import Change
    from claimcheck.extraction.recording import Recorded
    from claimcheck.records.models import Article, Claim
    from claimcheck.records.workspace import Workspace


class RecordGiven(ClaimcheckError):
    """A record of the workspace was given where an article was wanted.

    Args:
        article: the file of the article it is the record of, or empty.
    """

    def __init__(self, place: str, article: str) -> None:
        what = f"claimcheck's own record of {article}" if article else "a record of claimcheck's own"
        remedy = f"Extract the article itself: claimcheck extract {article}" if article else "Name its file."
        super().__init__(f"{place} is {what}, not an article.", remedy=remedy)


_TOLD = ("reworded", "changed", "orphaned", "removed", "revived")


@click.command("extract")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print what was found and write nothing.")
@click.option("--dry-run", is_flag=True, help="Say what was found and write nothing.")
@click.option("--slug", help="Name of the record; otherwise made from the file's name.")
@click.option("--dropped", is_flag=True, help="List what was dropped or kept apart, with the reasons.")
@click.option(
    "--tracked",
    type=click.Choice(("accepted", "shown")),
    help="Read a Word file's tracked changes as if accepted, or as shown, deleted words too; as last time "
    "if left out, accepted at first.",
)
@click.option(
    "--keep",
    multiple=True,
    metavar="WORDS",
    help="Read a part of a web page that was left out, by its first words; the next time too. '' ends that.",
)
@click.pass_obj
def extract_command(
    invocation: Invocation,
    articles: tuple[Path, ...],
    as_json: bool,
    dry_run: bool,
    slug: str | None,
    dropped: bool,
    tracked: Tracked | None,
    keep: tuple[str, ...],
) -> None:
    """Record each assertion of an article as a claim.

    On an article that was edited, claims keep ids, evidence and sign-offs where the sentence is the same;
    every other change is listed. What is no claim is dropped with a reason; 'restore' brings it back.
    """
    if slug and len(articles) > 1:
        raise click.UsageError("--slug names one article, but several are given.")
    if as_json or dry_run:
        _print(invocation, articles, slug, (tracked, keep), as_json=as_json, dropped=dropped)
        return
    from claimcheck.cli.plugins import readers_here
    from claimcheck.documents.reading import read_document
    from claimcheck.extraction.recording import record_article

    editor = invocation.editor(invocation.workspace())
    for path in articles:
        _refuse_record(editor.workspace, path)
    readers = readers_here(invocation)
    for path in progress(articles, "Extracting"):
        name = _slug(slug, path)
        reading = _reading(_last(editor.workspace, name), tracked, keep)
        document = read_document(path, tracked=reading[0], keep=reading[1], readers=readers)
        _warn(path, document)
        digest = sha256(path.read_bytes()).hexdigest()
        recorded = record_article(editor, path, name, document, digest, reading[1])
        click.echo("\n".join(_summary(recorded, document.hidden, dropped)))


def _refuse_record(workspace: Workspace, path: Path) -> None:
    """Stop where a record is taken for an article: anything in claims/, and the records in sources/.

    Raises:
        RecordGiven.
    """
    claims, sources = workspace.root / "claims", workspace.root / "sources"
    folder = path.resolve().parent
    if folder == claims:
        slug = path.name.partition(".")[0]
        known = slug in workspace.slugs()
        raise RecordGiven(str(path), workspace.article(slug).record.article.path if known else "")
    if folder == sources and path.suffix == ".yaml":
        raise RecordGiven(str(path), "")


_Reading = tuple["Tracked", list[str]]
"""How tracked changes are read, and the first words of what is read in any case."""


def _reading(last: Article | None, tracked: Tracked | None, keep: Sequence[str]) -> _Reading:
    """As is said now, and else as the last time; what is kept is added to, unless an empty one ends that."""
    before = last.kept if last is not None and "" not in keep else []
    kept = dict.fromkeys(word for words in (*before, *keep) if (word := " ".join(words.split())))
    return tracked or (last.tracked if last is not None else "accepted"), list(kept)


def _last(workspace: Workspace, slug: str) -> Article | None:
    """The article as it was last recorded."""
    return workspace.article(slug).record.article if slug in workspace.slugs() else None


def _remembered(invocation: Invocation, path: Path, slug: str) -> Article | None:
    """The same where nothing is written: the call may stand in no workspace, or the file be another's."""
    from claimcheck.records.workspace import NoWorkspace

    if path.suffix.lower() in (".md", ".txt"):
        return None
    try:
        workspace = invocation.workspace()
    except NoWorkspace:
        return None
    article = _last(workspace, slug)
    return article if article is not None and article.path == workspace.place(path.resolve()) else None


def _slug(given: str | None, path: Path) -> str:
    from claimcheck.records.ids import slug_of

    return given or slug_of(path.stem)


def _warn(path: Path, document: Document) -> None:
    for warning in document.warnings:
        click.echo(f"{plain(str(path))}: {plain(warning)}", err=True)


def _summary(recorded: Recorded, hidden: Sequence[HiddenText], dropped: bool) -> list[str]:
    record = recorded.record
    live = [claim for claim in record.claims if not claim.orphan]
    fates = Counter(change.fate for change in recorded.changes)
    told = ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items())) or "none"
    lines = [f"{recorded.slug}: {counted(len(live), 'claim')} ({told})"]
    if not live:
        lines.append("  no sentence of it is a claim, so 'check' will have nothing to check; see --dropped")
    lines += [line for change in recorded.changes if change.fate in _TOLD for line in _change(change)]
    lines += [f"  decision reopened: {claim}" for claim in recorded.reopened]
    reasons = Counter(item.why for item in record.dropped)
    if reasons:
        told = ", ".join(f"{n} {why}" for why, n in reasons.most_common())
        lines.append(f"  dropped {len(record.dropped)}: {told}")
    if hidden:
        lines.append(f"  {announced(hidden)}")
    if dropped:
        lines += [f"    {one_line(item.text, 70)}  ({item.why})" for item in record.dropped]
        lines += listed(hidden)
    if not recorded.written:
        lines.append("  nothing changed")
    return lines


def _change(change: Change) -> list[str]:
    head = f"  {change.fate} {change.claim}"
    if change.was is None:
        return [head, f"    text: {one_line(change.text, 150)}"]
    from claimcheck.reporting.differences import compare_words, in_marks

    words = one_line(in_marks(compare_words(change.was, change.text)))
    lines = [head, f"    was: {one_line(change.was, 150)}", f"    now: {words}"]
    if change.into is not None:
        waits = "; what was decided on it waits as an orphan" if change.waits else ""
        lines[0] += ", merged with another"
        lines.append(f"    now part of {change.into}{waits}")
    return lines


def _print(
    invocation: Invocation,
    articles: tuple[Path, ...],
    slug: str | None,
    asked: tuple[Tracked | None, Sequence[str]],
    *,
    as_json: bool,
    dropped: bool,
) -> None:
    from claimcheck.cli.plugins import readers_here
    from claimcheck.extraction.recording import refuse_too_little

    answers = []
    readers = readers_here(invocation)
    for path in articles:
        name = _slug(slug, path)
        reading = _reading(_remembered(invocation, path, name), *asked)
        document, extraction = _read(path, name, reading, readers)
        if as_json:
            answers.append(_answer(path, document, extraction))
        else:
            refuse_too_little(document, extraction, str(path))
            click.echo("\n".join(_listing(path, document, extraction, dropped)))
    if as_json:
        whole: object = answers[0] if len(answers) == 1 else answers
        click.echo(_as_json(whole))


def _as_json(answer: object) -> bytes:
    """Indented JSON; pydantic's writer, being compiled, is many times faster than Python's."""
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(answer, indent=2)
    except PydanticSerializationError:
        # A lone surrogate cannot come out of a reader, but must not cost the answer if it did.
        return json.dumps(answer, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")


def _read(
    path: Path, slug: str, reading: _Reading, readers: Mapping[str, PluginReader]
) -> tuple[Document, Extraction]:
    from claimcheck.documents.reading import read_document
    from claimcheck.extraction.claims import extract_claims, published_day

    document = read_document(path, tracked=reading[0], keep=reading[1], readers=readers)
    _warn(path, document)
    return document, extract_claims(document, slug=slug, published=published_day(document))


def _answer(path: Path, document: Document, extraction: Extraction) -> dict[str, object]:
    from claimcheck.documents.apart import apart_data

    return {
        "article": {
            "path": str(path),
            "title": document.title or path.stem,
            "published": document.published,
            "language": document.language,
            "format": document.format,
            "sha256": sha256(path.read_bytes()).hexdigest(),
            "text": document.text,
        },
        "claims": [claim_data(claim) for claim in extraction.claims],
        "dropped": [item.model_dump() for item in extraction.dropped],
        "apart": [apart_data(item) for item in document.hidden],
    }


def claim_data(claim: Claim) -> dict[str, object]:
    """A claim as ``extract --json`` prints it: the record, with the span at the top level."""
    data = claim.model_dump()
    anchor = data.pop("anchor")
    left_out = {
        "evidence", "signoffs", "exempt", "states_dispute", "unnamed_approved", "restored", "reply_sought",
        "corrections", "was", "orphan",
    }  # fmt: skip
    kept = {name: value for name, value in data.items() if name not in left_out}
    return {"id": kept.pop("id"), "text": kept.pop("text"), **anchor, **kept}


def _listing(path: Path, document: Document, extraction: Extraction, dropped: bool) -> list[str]:
    title = document.title or path.stem
    found = counted(len(extraction.claims), "claim")
    lines = [f"{one_line(title)}: {found}, {len(extraction.dropped)} dropped"]
    for claim in extraction.claims:
        lines.append(f"  {claim.check_worthiness.label}  {claim.kind:10}  {one_line(claim.text, 110)}")
    if document.hidden:
        lines.append(f"  {announced(document.hidden)}")
    if dropped:
        lines += [f"    {one_line(item.text, 70)}  ({item.why})" for item in extraction.dropped]
        lines += listed(document.hidden)
    return lines
