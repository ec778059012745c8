"""The server itself: what the editor says and asks (LSP 3.17), answered from the drafts and the bench."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import from_fs_path, to_fs_path

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError
from claimcheck.formats.escaping import visible
from claimcheck.lsp.drafts import Checker, Draft
from claimcheck.lsp.fixes import (
    RESTORE,
    SHOW,
    WAIVE,
    quotation_fixes,
    quotations_at,
    restore_fixes,
    waive_fixes,
)
from claimcheck.lsp.model import Bench, Checked, Found, TextFormat
from claimcheck.lsp.positions import Change, Lines, Place
from claimcheck.lsp.showing import SOURCE, diagnostics, hover
from claimcheck.rules.registry import rules_matching

DELAY = 0.4
"""Seconds from the last keystroke to the check."""
LONGEST = 1_000_000
"""Code points; a longer text would be checked for minutes at every pause."""
WAIVER_DAYS = 30
REASONS = ("the source is on its way", "common knowledge on this desk", "checked, record follows")
"""What an editor that cannot ask for words offers as reasons; ``claimcheck.waive`` takes any other."""
_WATCHED = ("**/claims/*.yaml", "**/claims/baseline.json", "**/sources/**", "**/claimcheck.toml")
_FORMATS: Mapping[str, TextFormat] = {
    ".md": "md",
    ".markdown": "md",
    ".mdown": "md",
    ".txt": "txt",
    ".text": "txt",
}


class _Protocol(LanguageServerProtocol):
    """Leaves the texts to :class:`Draft`: the library's own copy splits lines where editors do not."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Hand the change on untouched."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


class Server(LanguageServer):
    """One conversation with one editor.

    Args:
        delay: seconds from a change to the check; the editor may say otherwise when it begins.
    """

    def __init__(self, bench: Bench, delay: float = DELAY) -> None:
        super().__init__("claimcheck", __version__, protocol_cls=_Protocol)
        self._bench = bench
        self._drafts: dict[str, Draft] = {}
        self._hidden: frozenset[str] = frozenset()
        self._checker = Checker(bench, self._publish, self._failed, delay)
        _register(self)

    def begin(self, params: types.InitializeParams) -> None:
        """Take the editor's options: ``ignore`` (rules not to show) and ``delay`` (seconds)."""
        options = params.initialization_options
        if not isinstance(options, dict):
            return
        delay, ignore = options.get("delay"), options.get("ignore")
        if isinstance(delay, int | float) and 0 <= delay <= 60:
            self._checker.delay = float(delay)
        if isinstance(ignore, list):
            try:
                self._hidden = rules_matching(str(name) for name in ignore)
            except ClaimcheckError as error:
                self._say(str(error), types.MessageType.Error)

    async def begun(self, _: types.InitializedParams) -> None:
        """Ask to be told when records, sources or settings change on disk."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched is None or not watched.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration(id="records", method=method, register_options=options)
        await self.client_register_capability_async(types.RegistrationParams([registration]))

    async def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Check a draft that was opened; other kinds of text are left alone."""
        item = params.text_document
        path = _path_of(item.uri)
        form = _form_of(item.language_id, path)
        if form is not None:
            draft = Draft(item.uri, path, form, item.text, item.version)
            self._drafts[item.uri] = draft
            self._check_soon(draft)

    async def edited(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take over an edit and check a moment later."""
        draft = self._drafts.get(params.text_document.uri)
        if draft is not None:
            draft.edit(map(_change, params.content_changes), params.text_document.version)
            self._check_soon(draft)

    async def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """Check again: the file has caught up with the buffer."""
        if (draft := self._drafts.get(params.text_document.uri)) is not None:
            self._again([draft])

    async def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a draft and its findings."""
        draft = self._drafts.pop(params.text_document.uri, None)
        if draft is not None:
            self._checker.drop(draft)
            draft.version = -1  # a check still running is of no interest
            self._show(draft, [], None)

    async def changed_on_disk(self, _: types.DidChangeWatchedFilesParams) -> None:
        """Records changed, by a person or another program: every draft may read differently."""
        self._again(list(self._drafts.values()))

    def _again(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            draft.checked = None
            self._check_soon(draft)

    def _check_soon(self, draft: Draft) -> None:
        if len(draft.buffer) > LONGEST:
            self._checker.drop(draft)
            text = f"Texts of more than {LONGEST:,} characters are not checked while they are written."
            self._show(draft, [_remark(f"{text} Run: claimcheck check", _INFORMATION)], draft.version)
            return
        self._checker.soon(draft)

    def _publish(self, draft: Draft) -> None:
        if draft.checked is not None:
            found = diagnostics(draft.checked, self._bench.rule_page, self._hidden)
            self._show(draft, found, draft.version)

    def _failed(self, draft: Draft, error: Exception) -> None:
        what = (
            str(error)
            if isinstance(error, ClaimcheckError)
            else f"unexpected {type(error).__name__}: {error}"
        )
        self._show(draft, [_remark(f"This could not be checked: {what}", _ERROR)], draft.version)

    def _show(self, draft: Draft, found: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, found, version))

    def _say(self, text: str, kind: types.MessageType = types.MessageType.Info) -> None:
        self.window_show_message(types.ShowMessageParams(kind, visible(text)))

    async def _checked(self, uri: str) -> tuple[Draft, Checked] | None:
        draft = self._drafts.get(uri)
        if draft is None or len(draft.buffer) > LONGEST:
            return None
        checked = await self._checker.fresh(draft)
        return None if checked is None else (draft, checked)

    async def hovered(self, params: types.HoverParams) -> types.Hover | None:
        """Explain the claim under the pointer."""
        found = await self._checked(params.text_document.uri)
        if found is None:
            return None
        offset = Lines(found[1].text).offset(_place(params.position))
        return hover(found[1], offset, self._bench.rule_page)

    async def fixes(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done about what stands at a range."""
        uri = params.text_document.uri
        found = await self._checked(uri)
        if found is None:
            return []
        draft, checked = found
        lines = Lines(checked.text)
        start, end = lines.offset(_place(params.range.start)), lines.offset(_place(params.range.end))
        ours = [item for item in params.context.diagnostics if item.source == SOURCE]
        actions: list[types.CodeAction] = []
        for quoted in quotations_at(checked, start, end):
            places = await self._checker.run(self._finder(draft.path, quoted.words))
            actions += quotation_fixes(uri, checked, quoted, places)
        return [*actions, *restore_fixes(uri, checked, start, end), *waive_fixes(uri, checked, ours)]

    def _finder(self, path: Path | None, words: str) -> Callable[[], list[Found]]:
        return lambda: list(self._bench.find_quotation(path, words))

    async def waive(self, arguments: Any) -> None:
        """Command ``claimcheck.waive``: ``{uri, code, claim, reason?, expires?}``.

        Where no reason is given, asks for one.
        """
        uri, code, claim = (str(arguments[name]) for name in ("uri", "code", "claim"))
        path = _path_of(uri)
        reason = arguments.get("reason") or await self._reason(code)
        if path is None or not reason:
            return
        given = arguments.get("expires")
        try:
            expires = date.fromisoformat(given) if given else self._bench.today(path) + timedelta(WAIVER_DAYS)
        except ValueError:
            self._say(f"{given!r} is no day such as 2026-12-31.", types.MessageType.Error)
            return
        await self._do(lambda: self._bench.waive(path, code, claim, str(reason), expires))

    async def _reason(self, code: str) -> str | None:
        ask = types.ShowMessageRequestParams(
            types.MessageType.Info,
            f"Why is {visible(code)} excused for {WAIVER_DAYS} days? It is recorded with your name.",
            [types.MessageActionItem(reason) for reason in REASONS],
        )
        answer = await self.window_show_message_request_async(ask)
        return answer.title if answer is not None else None

    async def restore(self, arguments: Any) -> None:
        """Command ``claimcheck.restore``: ``{uri, start}``."""
        path, start = _path_of(str(arguments["uri"])), int(arguments["start"])
        if path is not None:
            await self._do(lambda: self._bench.restore(path, start))

    async def _do(self, work: Callable[[], str]) -> None:
        try:
            said = await self._checker.run(work)
        except ClaimcheckError as error:
            self._say(str(error), types.MessageType.Error)
            return
        self._say(said)
        self._again(list(self._drafts.values()))

    async def show_passage(self, arguments: Any) -> None:
        """Command ``claimcheck.showPassage``: ``{path, start, end, says}``; opens the source at its words."""
        path, says = Path(str(arguments["path"])), str(arguments["says"])
        window = self.client_capabilities.window
        uri = from_fs_path(str(path))
        if uri is None or window is None or window.show_document is None or not window.show_document.support:
            self._say(f"{path}: {says}")
            return
        lines = Lines(await self._checker.run(lambda: path.read_bytes().decode("utf-8-sig", "replace")))
        first, last = lines.place(int(arguments["start"])), lines.place(int(arguments["end"]))
        selection = types.Range(
            types.Position(first.line, first.character), types.Position(last.line, last.character)
        )
        await self.window_show_document_async(
            types.ShowDocumentParams(uri, take_focus=True, selection=selection)
        )


_ERROR, _INFORMATION = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Information


def _register(server: Server) -> None:
    """Tell the library which of the server's methods answers what."""
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.INITIALIZE)(lambda params: server.begin(params))
    server.feature(types.INITIALIZED)(_told(server.begun))
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_told(server.opened))
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_told(server.edited))
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_told(server.saved))
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_told(server.closed))
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_told(server.changed_on_disk))
    server.feature(types.TEXT_DOCUMENT_HOVER)(_told(server.hovered))
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_told(server.fixes))
    server.command(WAIVE)(_told(server.waive))
    server.command(RESTORE)(_told(server.restore))
    server.command(SHOW)(_told(server.show_passage))


def _told(method: Callable[[Any], Coroutine[Any, Any, Any]]) -> Callable[[Any], Coroutine[Any, Any, Any]]:
    """A method as a function of its own: the library writes on what it registers, which a method forbids."""

    async def handler(params: Any) -> Any:
        return await method(params)

    return handler


def _path_of(uri: str) -> Path | None:
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None


def _form_of(language: str, path: Path | None) -> TextFormat | None:
    if language == "markdown":
        return "md"
    by_name = _FORMATS.get(path.suffix.lower()) if path else None
    return by_name or ("txt" if language == "plaintext" and (path is None or not path.suffix) else None)


def _place(position: types.Position) -> Place:
    return Place(position.line, position.character)


def _change(event: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(event, types.TextDocumentContentChangePartial):
        return Change(event.text, _place(event.range.start), _place(event.range.end))
    return Change(event.text)


def _remark(text: str, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), visible(text), severity=severity, source=SOURCE)
