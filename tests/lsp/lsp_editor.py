"""A real LSP client (pygls's own) that talks to the program over pipes, as an editor does."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Union

import cattrs
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

PATIENCE = 60


def _converter() -> cattrs.Converter:
    """The library's, which takes a code action that has a command for the command itself, put right."""
    converter = default_converter()

    def structure(item: dict[str, object], _: object) -> types.Command | types.CodeAction:
        kind = types.Command if isinstance(item.get("command"), str) else types.CodeAction
        return converter.structure(item, kind)

    converter.register_structure_hook(types.Command | types.CodeAction, structure)
    converter.register_structure_hook(Union[types.Command, types.CodeAction], structure)  # noqa: UP007
    return converter


class Editor(LanguageClient):
    """Keeps what the server publishes, and answers what it asks."""

    def __init__(self) -> None:
        super().__init__("test-editor", "1", converter_factory=_converter)
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.shown: list[types.ShowDocumentParams] = []
        self.answer: str | None = None
        self.asked: list[types.ShowMessageRequestParams] = []
        self.registered: list[types.Registration] = []
        self.rounds = 0
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._diagnostics(params))
        self.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params.message))
        self.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)(lambda params: self._ask(params))
        self.feature(types.WINDOW_SHOW_DOCUMENT)(lambda params: self._show(params))
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: self._register(params))

    def _diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        self.published[params.uri] = params
        self.rounds += 1

    def _ask(self, params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
        self.asked.append(params)
        return types.MessageActionItem(self.answer) if self.answer else None

    def _show(self, params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        self.shown.append(params)
        return types.ShowDocumentResult(True)

    def _register(self, params: types.RegistrationParams) -> None:
        self.registered += params.registrations

    async def until(self, done: Callable[[], object]) -> None:
        for _ in range(PATIENCE * 50):
            if done():
                return
            await asyncio.sleep(0.02)
        raise AssertionError("the server did not do it in time")

    async def open(self, uri: str, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        await self.until(lambda: uri in self.published)
        return list(self.published[uri].diagnostics)

    async def change(self, uri: str, version: int, *changes: object) -> list[types.Diagnostic]:
        self.type(uri, version, *changes)
        await self.until(lambda: self.published[uri].version == version)
        return list(self.published[uri].diagnostics)

    def type(self, uri: str, version: int, *changes: object) -> None:
        identifier = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, list(changes)))

    async def actions(self, uri: str, span: types.Range) -> list[types.CodeAction]:
        found = [item for item in self.published[uri].diagnostics if item.range.start.line == span.start.line]
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), span, types.CodeActionContext(diagnostics=found)
        )
        return list(await self.text_document_code_action_async(params) or [])

    async def hover(self, uri: str, line: int, character: int) -> str | None:
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        found = await self.text_document_hover_async(params)
        return found.contents.value if found else None

    async def run(self, action: types.CodeAction) -> None:
        command = action.command
        await self.workspace_execute_command_async(
            types.ExecuteCommandParams(command=command.command, arguments=command.arguments)
        )


def in_editor(
    folder: Path,
    work: Callable[[Editor], Awaitable[None]],
    *,
    home: Path,
    options: dict[str, object] | None = None,
    shows: bool = True,
) -> None:
    """Start the server in a folder, let ``work`` talk to it, and end both as the protocol asks."""

    async def session() -> None:
        editor = Editor()
        env = {
            **os.environ,
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "CLAIMCHECK_NOW": "2026-03-04T09:12:00Z",
        }
        await editor.start_io(
            str(Path(sys.executable).with_name("claimcheck")),
            "--as",
            "m.ito",
            "lsp",
            cwd=str(folder),
            env=env,
        )
        window = types.WindowClientCapabilities(
            show_document=types.ShowDocumentClientCapabilities(support=True) if shows else None
        )
        watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        workspace = types.WorkspaceClientCapabilities(did_change_watched_files=watched)
        capabilities = types.ClientCapabilities(window=window, workspace=workspace)
        await editor.initialize_async(
            types.InitializeParams(capabilities, initialization_options=options or {"delay": 0.05})
        )
        editor.initialized(types.InitializedParams())
        await work(editor)
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()

    asyncio.run(asyncio.wait_for(session(), 2 * PATIENCE))
