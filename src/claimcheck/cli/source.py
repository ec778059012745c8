"""``claimcheck source``: add, list, show and retract sources."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.apart import announced
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.source_edit import edit_command
from claimcheck.cli.source_links import links_command
from claimcheck.cli.source_options import ask_provider, described, given
from claimcheck.cli.source_show import show_command
from claimcheck.cli.terminal import one_line, plain, progress
from claimcheck.errors import ClaimcheckError, ExitCode
from claimcheck.records.counting import counted
from claimcheck.records.models import Decided, Provider, Source

if TYPE_CHECKING:
    from claimcheck.cli.falling import Standing
    from claimcheck.documents.model import HiddenText
    from claimcheck.records.models import Claim
    from claimcheck.sources.adding import Details


_TELLING = ("authors", "publisher", "owner", "url", "published", "translator", "study", "wire")
"""What is said of a confidential source that its public record may not say; kept among the private notes."""


class NothingToAdd(ClaimcheckError):
    """``source add`` was given neither file, testimony nor citation, or more than one of them."""

    def __init__(self) -> None:
        super().__init__(
            "Say what to add.",
            remedy="Give one or more FILEs, or --testimony WHO with --answer, or --cited WHERE with --id.",
        )


class OneNameManyFiles(ClaimcheckError):
    """``--id`` or ``--title`` with several files."""

    def __init__(self, option: str) -> None:
        super().__init__(
            f"{option} names one source, but several files are given.", remedy="Add them one by one."
        )


class HereAlready(ClaimcheckError):
    """The file that is to be added is recorded, with the same text and under the same name."""

    def __init__(self, path: str, source: str) -> None:
        super().__init__(
            f"{path} is recorded already, with this very text: it is the source {source}.",
            remedy=f"Nothing was added. See it with: claimcheck source show {source}; "
            f"to say more of it: claimcheck source edit {source}",
        )


@click.group("source")
def source_command() -> None:
    """Add, edit, list, show and retract sources."""


source_command.add_command(edit_command)
source_command.add_command(links_command)
source_command.add_command(show_command)


@source_command.command("add")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--id", "source_id", help="Name of the record; otherwise made from the file's name.")
@described
@click.option("--unnamed", is_flag=True, help="The source is not named in print; implies --confidential.")
@click.option("--confidential", is_flag=True, help="Keep name, file and text outside the workspace.")
@click.option(
    "--tracked",
    type=click.Choice(("accepted", "shown")),
    default="accepted",
    show_default=True,
    help="Read a Word file's tracked changes as if accepted, or as shown, deleted words too.",
)
@click.option(
    "--keep",
    multiple=True,
    metavar="WORDS",
    help="Read a part of a web page that would be left out, by its first words.",
)
@click.option("--cited", metavar="WHERE", help="Only cited: where its text could be had.")
@click.option("--testimony", metavar="WHO", help="Record what this person told the desk.")
@click.option("--when", metavar="TIME", help="Testimony: when (UTC, RFC 3339); otherwise now.")
@click.option("--contact", default="", help="Testimony: number or office.")
@click.option("--question", default="", help="Testimony: what was asked.")
@click.option("--answer", help="Testimony: the answer, word for word.")
@click.option("--json", "as_json", is_flag=True, help="Print the records as JSON.")
@click.pass_obj
def add(
    invocation: Invocation,
    /,
    files: tuple[Path, ...],
    source_id: str | None,
    cited: str | None,
    testimony: str | None,
    as_json: bool,
    **options: Any,
) -> int:
    """Record sources: documents, what a person told the desk, or what is only cited.

    A document's reading text is extracted and kept with its hash, the file as obtained beside it. Of several
    files those that can be read are added, and the others named; exit status 2 then.
    """
    if sum(map(bool, (files, cited, testimony))) != 1:
        raise NothingToAdd
    added = _Adding(invocation, options)
    failed: list[ClaimcheckError] = []
    if cited:
        sources = [added.citation(source_id, cited)]
    elif testimony:
        sources = [added.testimony(source_id, testimony)]
    else:
        if len(files) > 1 and (source_id or options["title"]):
            raise OneNameManyFiles("--id" if source_id else "--title")
        sources, failed = _each(added, files, source_id)
    if as_json:
        click.echo(json.dumps([_public(source) for source in sources], ensure_ascii=False, indent=2))
    else:
        for source in sources:
            click.echo(f"{source.id}  {_grade(source)}  {one_line(source.title, 70)}")
        _say_open_questions(sources)
    return _say_failed(failed, len(files))


def _each(
    added: _Adding, files: Sequence[Path], source_id: str | None
) -> tuple[list[Source], list[ClaimcheckError]]:
    """The sources that files were made into, and why others were not; an only file's error is raised."""
    sources: list[Source] = []
    failed: list[ClaimcheckError] = []
    for path in progress(files, "Reading"):
        try:
            sources.append(added.document(path, source_id))
        except ClaimcheckError as error:
            if len(files) == 1:
                raise
            failed.append(error)
    return sources, failed


def _say_failed(failed: Sequence[ClaimcheckError], files: int) -> int:
    """Name what could not be added; the exit status."""
    if not failed:
        return int(ExitCode.CLEAN)
    for told in dict.fromkeys(str(error) for error in failed):
        click.echo(f"claimcheck: {plain(told)}", err=True)
    rest = "the others are" if len(failed) < files else "nothing was added"
    click.echo(f"Not added: {len(failed)} of {counted(files, 'file')}; {rest}.", err=True)
    return int(ExitCode.COULD_NOT_CHECK)


class _Adding:
    """One call of ``source add``: what was said on the command line, applied to each thing added."""

    def __init__(self, invocation: Invocation, options: dict[str, Any]) -> None:
        self._invocation = invocation
        self._options = options
        self._editor = invocation.editor(invocation.workspace())
        self._confidential = bool(options["confidential"] or options["unnamed"])

    def _details(self) -> Details:
        from claimcheck.sources.adding import Details

        left_out = {"unnamed", "confidential", "when", "contact", "question", "answer", "provider"}
        left_out |= {"tracked", "keep"}
        taken = {name: value for name, value in given(self._options).items() if name not in left_out}
        if taken.pop("heard", False):
            who = Decided(by=self._invocation.person(), at=self._invocation.now())
            taken |= {"heard": who, "machine_transcript": True}
        return Details(**taken, provider=self._provider(), named=not self._options["unnamed"])

    def _provider(self) -> Provider:
        known: Provider | None = self._options["provider"]
        if known is None and sys.stdin.isatty():
            known = ask_provider()
        return known or "unknown"

    def _unheard(self) -> bool:
        """Whether nobody said on the command line that the transcript is a person's, or was heard."""
        return self._options["machine_transcript"] is not False and not self._options["heard"]

    def document(self, path: Path, source_id: str | None) -> Source:
        from claimcheck.cli.plugins import readers_here
        from claimcheck.documents.reading import read_document
        from claimcheck.documents.transcripts import UNHEARD
        from claimcheck.sources.adding import add_document, slug_of

        # The name of a confidential file may tell who gave it, so not even an error says it.
        place = "the confidential file" if self._confidential else str(path)
        try:
            document = read_document(
                path,
                tracked=self._options["tracked"],
                keep=self._options["keep"],
                readers=readers_here(self._invocation),
            )
        except ClaimcheckError as error:
            error.place = place
            raise
        for warning in document.warnings:
            if warning != UNHEARD or self._unheard():
                click.echo(f"{plain(place)}: {plain(warning)}", err=True)
        name = source_id or self._free(slug_of(path.stem))
        now = self._invocation.now()
        if self._confidential:
            return self._held_privately(
                title=document.title or path.stem, text=document.text, file=path.name, apart=document.hidden
            )
        if document.hidden:
            told = (
                f"{place}: {announced(document.hidden)}. See it with: claimcheck source show {name} --dropped"
            )
            click.echo(plain(told), err=True)
        self._tell_of_doubles(path, name, document.text)
        source = add_document(self._editor, name, path.read_bytes(), document, self._details(), now)
        if source.text is not None:
            self._by_text.setdefault(source.text.sha256, []).append(source.id)
        return source

    def _free(self, name: str) -> str:
        """The name, or another where an article bears it: what has an article's id is the article itself."""
        return f"{name}-source" if name in self._editor.workspace.slugs() else name

    def _tell_of_doubles(self, path: Path, name: str, text: str) -> None:
        from claimcheck.sources.texts import text_hash

        held = self._by_text.get(text_hash(text), [])
        if name in held:
            raise HereAlready(str(path), name)
        if held and not set(held) & set(self._options["derived_from"]):
            more = f" (and of {len(held) - 1} more)" if len(held) > 1 else ""
            told = f"{plain(str(path))} has word for word the text of {held[0]}{more}"
            click.echo(
                f"{told}, and counts as one origin with it. If it is a reprint: "
                f"claimcheck source edit {name} --derived-from {held[0]}. "
                f"If it is the same document, delete sources/{name}.yaml and sources/{name}.",
                err=True,
            )

    @cached_property
    def _by_text(self) -> dict[str, list[str]]:
        """The ids of the sources with each text, by its hash: read once, then kept up with what is added."""
        known: dict[str, list[str]] = {}
        for loaded in self._editor.workspace.sources():
            if loaded.record.text is not None:
                known.setdefault(loaded.record.text.sha256, []).append(loaded.record.id)
        return known

    def testimony(self, source_id: str | None, who: str) -> Source:
        from claimcheck.records.models import Testimony
        from claimcheck.sources.adding import add_testimony, checked, slug_of

        if not self._options["answer"]:
            raise NothingToAdd
        now = self._invocation.now()
        said = checked(
            lambda: Testimony(
                who=who,
                when=str(self._options["when"] or now),
                by=self._invocation.person(),
                contact=str(self._options["contact"]),
                question=str(self._options["question"]),
                answer=str(self._options["answer"]),
            )
        )
        if self._confidential:
            text = f"Question: {said.question}\nAnswer: {said.answer}"
            return self._held_privately(title=who, text=text, contact=said.contact)
        name = source_id or slug_of(f"{who}-{now[:10]}")
        return add_testimony(self._editor, name, said, self._details(), now)

    def _held_privately(
        self, *, title: str, text: str, contact: str = "", file: str = "", apart: Sequence[HiddenText] = ()
    ) -> Source:
        from claimcheck.documents.apart import say_why
        from claimcheck.records.private import ConfidentialSource
        from claimcheck.sources.confidential import add_confidential

        details = self._details()
        told = [
            details.notes,
            *(f"{name}: {self._options[name]}" for name in _TELLING if self._options[name]),
            *(f"kept apart ({say_why(item)}): {item.text}" for item in apart),
        ]
        content = ConfidentialSource(
            name=details.title or title,
            file_name=file,
            contact=contact,
            text=text,
            notes="\n".join(filter(None, told)),
        )
        store = self._invocation.private_store()
        return add_confidential(self._editor, store, content, details, by=self._invocation.person())

    def citation(self, source_id: str | None, where: str) -> Source:
        from claimcheck.sources.adding import add_citation, slug_of

        name = source_id or slug_of(str(self._options["title"] or where))
        return add_citation(self._editor, name, where, self._details(), self._invocation.now())


def _say_open_questions(sources: list[Source]) -> None:
    unknown = [source.id for source in sources if source.lineage == "unknown" and source.private is None]
    if unknown:
        click.echo(
            f"Lineage unknown: {', '.join(unknown[:5])}{' …' if len(unknown) > 5 else ''}. Until someone "
            "says where they got it (--original, --derived-from), all such sources count as one origin.",
            err=True,
        )


def _grade(source: Source) -> str:
    return f"{source.tier}, {source.reliability}"


def _public(source: Source) -> dict[str, object]:
    return source.model_dump(exclude_defaults=True)


@source_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the records as JSON.")
@click.pass_obj
def list_(invocation: Invocation, as_json: bool) -> None:
    """List the sources."""
    sources = [loaded.record for loaded in invocation.workspace().sources()]
    if as_json:
        click.echo(json.dumps([_public(source) for source in sources], ensure_ascii=False, indent=2))
        return
    if not sources:
        click.echo("No sources yet. Add one with: claimcheck source add FILE", err=True)
    width = max((len(source.id) for source in sources), default=0)
    for source in sources:
        click.echo(
            f"{source.id:{width}}  {_grade(source):13}  {_state(source):12}  {one_line(source.title, 60)}"
        )


def _state(source: Source) -> str:
    if source.retracted:
        return "RETRACTED"
    if source.private:
        return "held privately"
    if source.testimony:
        return "testimony"
    if source.unheard:
        return "not heard"
    return "on hand" if source.text else "cited only"


@source_command.command("used-by")
@click.argument("source_id")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def used_by(invocation: Invocation, source_id: str, as_json: bool) -> None:
    """List the claims that a source is evidence for, directly or through what is derived from it.

    Each with the status it has now and, where that is another, the one it would have without the source.
    """
    from claimcheck.cli.falling import statuses, without
    from claimcheck.sources.using import claims_using

    workspace = invocation.workspace()
    workspace.source(source_id)
    uses = claims_using(workspace, source_id)
    now = statuses(invocation, workspace)
    then = statuses(invocation, workspace, without(source_id))
    if as_json:
        rows = [
            {
                "claim": use.claim.id, "through": use.through, "status": use.status, "text": use.claim.text,
                "claim_status": _standing(now, use.claim), "without": _standing(then, use.claim),
            }
            for use in uses
        ]  # fmt: skip
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for use in uses:
        through = "" if use.through == source_id else f" through {use.through}"
        falls = _falls(_standing(now, use.claim), _standing(then, use.claim))
        click.echo(f"{use.claim.id}  {use.status}{through}  {falls}  {one_line(use.claim.text, 60)}")
    if not uses:
        click.echo(f"No claim uses {source_id}.", err=True)


def _standing(statuses: Mapping[str, Standing], claim: Claim) -> str:
    return statuses[claim.id].status if claim.id in statuses else "sentence gone"


def _falls(now: str, then: str) -> str:
    return f"{now} -> {then}" if now != then else f"{now} either way"


@source_command.command("retract")
@click.argument("source_id")
@click.option("--why", required=True, help="Why it was withdrawn, one sentence.")
@click.option("--as", "as_name", metavar="NAME", help="Who decides, as before the command's name.")
@click.pass_obj
def retract(invocation: Invocation, source_id: str, why: str, as_name: str | None) -> None:
    """Record that a source was withdrawn, and list every claim that rested on it or falls with it.

    'undo' takes it back.
    """
    from claimcheck.cli.falling import statuses
    from claimcheck.decisions.sources import retract_source
    from claimcheck.sources.using import claims_using

    desk = invocation.desk(as_name)
    before = statuses(invocation, desk.fresh())
    retract_source(desk, source_id, why)
    workspace = desk.fresh()
    after = statuses(invocation, workspace)
    click.echo(f"{source_id} is retracted; it counts for nothing from now on.")
    rested = {use.claim.id for use in claims_using(workspace, source_id) if use.status == "accepted"}
    for claim, standing in sorted(after.items()):
        if before[claim].status != standing.status:
            told = f"{before[claim].status} -> {standing.status}"
            click.echo(f"  falls back: {claim}  {told}  {one_line(standing.text, 60)}")
        elif claim in rested:
            click.echo(f"  look again: {claim}  {standing.status} either way  {one_line(standing.text, 60)}")
