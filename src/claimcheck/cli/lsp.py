"""``claimcheck lsp``: the language server, and what it does in the world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.errors import ClaimcheckError, MissingExtra
from claimcheck.records.workspace import NoWorkspace

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.evidence.source_library import Library
    from claimcheck.lsp.model import Checked, Found, TextFormat
    from claimcheck.records.models import ClaimFile
    from claimcheck.records.workspace import Loaded, Workspace

_MOST = 3
"""Passages offered for one quotation."""


class NotRecorded(ClaimcheckError):
    """The draft has no record to write a decision in."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is not recorded in a workspace.",
            remedy=f"Record it: claimcheck extract {path.name}",
        )


@click.command("lsp")
@click.pass_obj
def lsp_command(invocation: Invocation) -> None:
    """Show findings in an editor while a draft is written: a language server on standard input and output.

    Checks Markdown and plain text as it stands in the editor, saved or not. Needs the extra 'lsp'.
    """
    try:
        from claimcheck.lsp.server import Server
    except ImportError:
        raise MissingExtra("The language server", "lsp") from None
    import logging

    logging.disable(logging.INFO)  # the library tells of every message, which editors show as noise
    Server(EditorBench(invocation)).start_io()


class EditorBench:
    """What the server may do, for one caller; see :class:`claimcheck.lsp.model.Bench`."""

    def __init__(self, invocation: Invocation) -> None:
        self._invocation = invocation
        self._library: tuple[object, Library] | None = None

    def check(self, path: Path | None, text: str, form: TextFormat) -> Checked:
        """Check a draft: beside its record where there is one, else for what the text alone shows."""
        from claimcheck.documents.reading import read_text_document

        document = read_text_document(text, form)
        workspace = self._workspace(path)
        loaded = _record_of(workspace, path) if workspace and path else None
        if workspace is None or loaded is None:
            return self._alone(path, document)
        return self._beside(workspace, loaded, document, text)

    def _alone(self, path: Path | None, document: Document) -> Checked:
        from claimcheck.checking import check_article
        from claimcheck.extraction.claims import extract_claims
        from claimcheck.extraction.recording import describe_article, published_day
        from claimcheck.extraction.relations import find_relations
        from claimcheck.lsp.model import Checked

        name = path.name if path else "draft"
        found = extract_claims(document, slug="draft", published=published_day(document))
        report = check_article(
            describe_article(document, name, sha256(b"").hexdigest(), Path(name).stem),
            found.claims,
            document.text,
            slug="draft",
            today=self.today(path),
            relations=find_relations(found.claims, document.text),
            settings=self._invocation.settings(None),
        )
        return Checked(document.text, report, tuple(found.claims), tuple(found.dropped))

    def _beside(
        self, workspace: Workspace, loaded: Loaded[ClaimFile], document: Document, text: str
    ) -> Checked:
        """Check with the record brought up to the draft in memory; nothing is written."""
        from claimcheck.checking import ArticleInput, check_workspace
        from claimcheck.cli.gathering import gather
        from claimcheck.extraction.recording import renew
        from claimcheck.extraction.relations import find_relations
        from claimcheck.lsp.model import Checked

        slug, old = loaded.path.stem, loaded.record
        same = workspace.reading_text(slug) == text
        record = old if same else renew(old, document, slug)
        live = [claim for claim in record.claims if not claim.orphan]
        given = ArticleInput(slug, record, text, loaded.place, relations=find_relations(live, text))
        inputs = gather(self._here(workspace.root), workspace, [slug])
        report = check_workspace(replace(inputs, articles=[given]))
        own = [finding for finding in report.findings if finding.article == slug]
        known = {claim.id: claim.text for claim in old.claims}
        return Checked(
            text,
            replace(report, findings=tuple(own)),
            tuple(live),
            tuple(record.dropped),
            frozenset(claim.id for claim in live if known.get(claim.id) == claim.text),
            tuple(old.dropped) if same else (),
        )

    def rule_page(self, code: str) -> str | None:
        """Where the rule's page is: at the address that settings give, else a copy in the cache folder."""
        from claimcheck.rules.registry import RULES, rule_page

        rule = next((rule for rule in RULES if rule.code == code), None)
        if rule is None:
            return None
        from claimcheck.records.cache import private_folder

        folder = private_folder(self._invocation.dirs().cache, "rule-pages")
        if folder is None:
            return None
        page = folder / f"{rule.code}.md"
        text = f"# {rule.code} {rule.name}\n\n{rule_page(rule)}\n"
        try:
            if not page.is_file() or page.read_text("utf-8") != text:
                page.write_text(text, encoding="utf-8")
        except OSError:
            return None
        return page.as_uri()

    def find_quotation(self, path: Path | None, words: str) -> Sequence[Found]:
        """Where the sources on hand have words."""
        from claimcheck.evidence.linking import say_quotation
        from claimcheck.evidence.quotations import find_quotation
        from claimcheck.evidence.quotations.careful import CarefulReader
        from claimcheck.lsp.model import Found
        from claimcheck.records.withholding import withheld

        workspace = self._workspace(path)
        if workspace is None:
            return ()
        library = self._sources(workspace)
        found = []
        for source, verdict in find_quotation(library.prepared, words, _MOST, careful=CarefulReader()):
            held = library.texts[source]
            start, end = verdict.start, verdict.end
            if verdict.match == "absent" or start is None or end is None or held.source.text is None:
                continue
            if withheld(held.source, self._invocation.now()):
                continue  # an editor's fix would print its words in the article
            where = workspace.resolve(held.source.text.path, source)
            passage, says = held.text[start:end], say_quotation(verdict)
            found.append(Found(source, verdict.match, passage, says, where, start, end))
        return found

    def _sources(self, workspace: Workspace) -> Library:
        """The sources prepared, once for as long as they do not change."""
        from claimcheck.cli.collecting import source_hashes, source_texts
        from claimcheck.evidence.source_library import Library

        sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
        key = workspace.root, source_hashes(workspace, sources)
        if self._library is None or self._library[0] != key:
            self._library = key, Library(source_texts(workspace, sources))
        return self._library[1]

    def waive(self, path: Path, code: str, claim: str, reason: str, expires: date) -> str:
        """Excuse a finding on a claim of the draft's workspace."""
        from claimcheck.decisions.desk_work import waive
        from claimcheck.rules.registry import find_rule

        rule = find_rule(code)
        desk = self._here(path.parent).desk()
        waive(desk, rule.code, claim, reason, expires.isoformat())
        return f"{rule.code} {rule.name} on {claim} is waived until {expires} by {desk.by}"

    def restore(self, path: Path, start: int) -> str:
        """Bring back what was dropped from the draft at an offset."""
        from claimcheck.decisions.claims import restore

        desk = self._here(path.parent).desk()
        loaded = _record_of(desk.workspace, path)
        if loaded is None:
            raise NotRecorded(path)
        return f"Restored as {restore(desk, loaded.path.stem, start).subject}"

    def today(self, path: Path | None) -> date:
        """The day it is in the time zone of the draft's desk."""
        workspace = self._workspace(path)
        return self._invocation.today(workspace.settings.desk.time_zone if workspace else "UTC")

    def _here(self, folder: Path) -> Invocation:
        return replace(self._invocation, start=folder)

    def _workspace(self, path: Path | None) -> Workspace | None:
        try:
            return self._here(path.parent if path else self._invocation.start).workspace()
        except NoWorkspace:
            return None


def _record_of(workspace: Workspace, path: Path) -> Loaded[ClaimFile] | None:
    if not path.resolve().is_relative_to(workspace.root):
        return None
    place = workspace.place(path.resolve())
    return next((loaded for loaded in workspace.articles() if loaded.record.article.path == place), None)
