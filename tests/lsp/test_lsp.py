"""The language server, through a real client over standard input and output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lsp_editor import Editor, in_editor
from lsprotocol import types

PROGRAM = Path(sys.executable).with_name("claimcheck")
DRAFT = """---
title: Harbour
date: 2026-03-04
---

# Harbour 😀

The 😀 harbour board spent $42 million on dredging in 2025.

😀 “We never agreed to any of the new plan,” Ana Ruiz said.

Do you live near the harbour?
"""
INTERVIEW = "# Interview\n\nAna Ruiz: “We never agreed to all of the old plan, and they know it.”\n"


def at(line: int, start: int, end: int | None = None) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, start if end is None else end))


def partial(line: int, start: int, end: int, text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(at(line, start, end), text)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    (tmp_path / "alone").mkdir()
    return tmp_path / "alone"


@pytest.fixture
def desk(tmp_path: Path, home: Path) -> Path:
    """A workspace with a recorded article and a source."""
    folder = tmp_path / "desk"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "harbour.md").write_text(DRAFT)
    (folder / "interview.md").write_text(INTERVIEW)
    call(folder, home, "init")
    call(folder, home, "extract", "articles/harbour.md")
    call(folder, home, "source", "add", "interview.md", "--from", "named-witness", "--original")
    return folder


def call(folder: Path, home: Path, *args: str) -> str:
    environ = {"HOME": str(home), "CLAIMCHECK_NOW": "2026-03-04T09:12:00Z", "PATH": "/usr/bin:/bin"}
    environ |= {"XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state")}
    done = subprocess.run(
        [str(PROGRAM), "--as", "m.ito", *args],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def codes(diagnostics: list[types.Diagnostic]) -> list[object]:
    return [item.code for item in diagnostics]


def test_a_draft_without_a_workspace(alone, home):
    async def work(editor: Editor) -> None:
        uri = (alone / "draft.md").as_uri()
        found = await editor.open(uri, DRAFT)
        uncited = next(item for item in found if item.code == "CC101")
        assert uncited.range == at(7, 0, len(DRAFT.splitlines()[7].encode("utf-16-le")) // 2)
        assert uncited.severity == types.DiagnosticSeverity.Error
        assert uncited.source == "claimcheck"
        page = Path(uncited.code_description.href.removeprefix("file://"))
        assert page.read_text().startswith("# CC101 uncited")
        said = await editor.hover(uri, 7, 10)
        assert "**unsourced** (quantity, check-worthy)" in said
        assert "CC101 uncited" in said
        assert await editor.hover(uri, 11, 4) == "No claim: question."
        assert await editor.hover(uri, 6, 0) is None
        offered = await editor.actions(uri, at(7, 3))
        assert offered == [], "nothing is recorded, so there is nothing to waive or restore"

    in_editor(alone, work, home=home)
    assert list(alone.iterdir()) == []


def test_typing_is_followed_unsaved_in_utf16_and_checked_once(alone, home):
    async def work(editor: Editor) -> None:
        uri = (alone / "draft.md").as_uri()
        await editor.open(uri, "The 😀 board\u2028met in\r\nOslo.\r\n")
        editor.rounds = 0
        typed = "The board spent $42 million on dredging in 2025."
        editor.type(uri, 2, partial(0, 7, 7, "harbour "))
        for number, letter in enumerate(typed):
            editor.type(uri, 3 + number, partial(2, number, number, letter))
        last = 2 + len(typed)
        await editor.until(lambda: editor.published[uri].version == last)
        assert editor.rounds <= 3, "keystrokes are checked together, not one by one"
        found = editor.published[uri].diagnostics
        assert at(2, 0, len(typed)) in [item.range for item in found if item.code == "CC101"]
        assert (await editor.hover(uri, 2, 20)).startswith("**unsourced**")
        whole = await editor.change(
            uri, 99, types.TextDocumentContentChangeWholeDocument("Why did the board meet in Oslo?\n")
        )
        assert [item.code for item in whole if item.code == "CC101"] == []
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await editor.until(lambda: editor.published[uri].version is None)
        assert list(editor.published[uri].diagnostics) == []

    in_editor(alone, work, home=home, options={"delay": 0.3})


def test_an_untitled_buffer_is_checked_and_a_program_is_not(alone, home):
    async def work(editor: Editor) -> None:
        assert "CC101" in codes(await editor.open("untitled:Untitled-1", DRAFT))
        editor.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem("file:///x/a.py", "python", 1, DRAFT))
        )
        assert await editor.hover("file:///x/a.py", 7, 10) is None
        assert "file:///x/a.py" not in editor.published

    in_editor(alone, work, home=home)


def test_a_recorded_article_is_checked_with_its_evidence_and_unsaved_words(desk, home):
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}

    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        found = await editor.open(uri, DRAFT)
        assert "CC102" in codes(found) or "CC103" in codes(found), "rules that need the desk run"
        edited = await editor.change(uri, 2, partial(7, 26, 37, "$43 million"))
        spent = next(item for item in edited if item.code == "CC101")
        assert "CC002" not in codes(edited), "the buffer is what is checked, not the file"
        offered = [action.title for action in await editor.actions(uri, spent.range)]
        assert not any("Waive CC101" in title for title in offered), "what was just typed is not on record"

    in_editor(desk, work, home=home)
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before


def test_waiving_asks_for_a_reason_and_takes_one(desk, home):
    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        found = await editor.open(uri, DRAFT)
        spent = next(item for item in found if item.code == "CC101")
        (waive,) = [
            action
            for action in await editor.actions(uri, spent.range)
            if action.title.startswith("Waive CC101")
        ]
        await editor.run(waive)
        assert len(editor.asked) == 1, "nobody answered, so nothing is waived"
        assert not (desk / "claims" / "waivers.yaml").exists()
        editor.answer = "the source is on its way"
        await editor.run(waive)
        await editor.until(lambda: "CC101" not in codes(editor.published[uri].diagnostics))
        assert "is waived until 2026-04-03 by m.ito" in editor.messages[-1]
        waive.command.arguments[0].update(reason="seen by the editor", expires="2026-03-20")
        await editor.run(waive)
        waive.command.arguments[0].update(expires="soon")
        await editor.run(waive)
        assert "no day" in editor.messages[-1]

    in_editor(desk, work, home=home)
    waivers = (desk / "claims" / "waivers.yaml").read_text()
    assert waivers.count("code: ") == 1
    assert '"seen by the editor"' in waivers
    assert '"2026-03-20"' in waivers


def test_a_dropped_sentence_is_restored(desk, home):
    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        await editor.open(uri, DRAFT)
        (restore,) = await editor.actions(uri, at(11, 5))
        assert restore.title == "Record “Do you live near the harbour?” as a claim (dropped: question)"
        await editor.run(restore)
        assert editor.messages[-1].startswith("Restored as harbour/")
        await editor.run(restore)
        assert "Nothing that was dropped" in editor.messages[-1]

    in_editor(desk, work, home=home)
    assert '"Do you live near the harbour?"' in (desk / "claims" / "harbour.yaml").read_text()


def test_a_quotation_is_found_and_the_sources_words_are_printed(desk, home):
    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        await editor.open(uri, DRAFT)
        offered = await editor.actions(uri, at(9, 12))
        printing = next(
            action for action in offered if action.title.startswith("Print the words of interview")
        )
        (edit,) = printing.edit.changes[uri]
        line = DRAFT.splitlines()[9]
        units = line.encode("utf-16-le")
        kept = units[: 2 * edit.range.start.character].decode("utf-16-le")
        rest = units[2 * edit.range.end.character :].decode("utf-16-le")
        assert kept == "😀 “"
        assert rest.lstrip(",").startswith("” Ana Ruiz said.")
        assert "all of the old plan" in edit.new_text
        showing = next(action for action in offered if action.title.startswith("Show where interview"))
        await editor.run(showing)
        (shown,) = editor.shown
        assert shown.selection.start.line == 2
        assert shown.uri.endswith("/text.txt") or shown.uri.endswith("interview.md")

    in_editor(desk, work, home=home)


@pytest.mark.parametrize("terms", ["off record", "embargo"])
def test_the_words_of_a_source_that_holds_them_back_are_not_offered(desk, home, terms):
    call(desk, home, "source", "edit", "interview", "--terms", terms)

    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        await editor.open(uri, DRAFT)
        offered = await editor.actions(uri, at(9, 12))
        assert not any("interview" in action.title for action in offered)
        said = await editor.hover(uri, 9, 12) or ""
        told = [item.message for item in editor.published[uri].diagnostics]
        assert "old plan" not in " ".join([said, *told])

    in_editor(desk, work, home=home)


def test_an_editor_that_cannot_show_files_is_told_where(desk, home):
    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        await editor.open(uri, DRAFT)
        offered = await editor.actions(uri, at(9, 12))
        await editor.run(next(action for action in offered if action.title.startswith("Show where")))
        assert "sources/interview" in editor.messages[-1]

    in_editor(desk, work, home=home, shows=False)


def test_records_that_change_on_disk_are_read_again(desk, home):
    async def work(editor: Editor) -> None:
        uri = (desk / "articles" / "harbour.md").as_uri()
        await editor.open(uri, DRAFT)
        await editor.until(lambda: editor.registered)
        record = desk / "claims" / "harbour.yaml"
        good = record.read_text()
        record.write_text("claimcheck: 1\narticle: nothing\n")
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
        await editor.until(lambda: "could not be checked" in str(editor.published[uri].diagnostics))
        record.write_text(good)
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await editor.until(lambda: "CC101" in codes(editor.published[uri].diagnostics))

    in_editor(desk, work, home=home)


def test_settings_say_where_the_pages_are_and_the_editor_what_to_leave_out(desk, home):
    (desk / "claimcheck.toml").write_text('[check]\nrule_url = "https://desk.example/rules/{code}.html"\n')

    async def work(editor: Editor) -> None:
        found = await editor.open((desk / "articles" / "harbour.md").as_uri(), DRAFT)
        assert "CC101" not in codes(found)
        assert found
        assert all(
            item.code_description.href == f"https://desk.example/rules/{item.code}.html" for item in found
        )

    in_editor(desk, work, home=home, options={"delay": 0, "ignore": ["uncited"]})


def test_a_misspelt_rule_to_leave_out_is_told(alone, home):
    async def work(editor: Editor) -> None:
        assert "CC101" in codes(await editor.open((alone / "a.md").as_uri(), DRAFT))
        assert any("uncited" in message for message in editor.messages)

    in_editor(alone, work, home=home, options={"delay": 0, "ignore": ["uncitd"]})


HOSTILE = "The board spent $42 million in 2025 [x](command:evil) <script>alert(1)</script> \x1b[31m \u202e \ud83d.\n"


def test_hostile_and_huge_text_leaves_the_server_standing(alone, home):
    async def work(editor: Editor) -> None:
        uri = (alone / "a.md").as_uri()
        await editor.open(uri, HOSTILE)
        said = await editor.hover(uri, 0, 10) or ""
        assert "<script" not in said
        assert "](command" not in said
        huge = await editor.change(uri, 2, types.TextDocumentContentChangeWholeDocument("x" * 1_000_001))
        assert "are not checked" in huge[0].message
        assert await editor.hover(uri, 0, 10) is None
        nul = await editor.change(uri, 3, types.TextDocumentContentChangeWholeDocument("a\0b\n" + DRAFT))
        assert isinstance(nul, list)
        empty = await editor.change(uri, 4, types.TextDocumentContentChangeWholeDocument(""))
        assert "CC101" not in codes(empty)
        again = await editor.change(uri, 5, types.TextDocumentContentChangeWholeDocument(DRAFT))
        assert "CC101" in codes(again)

    in_editor(alone, work, home=home)


def test_without_the_extra_the_install_line_is_named(tmp_path):
    script = "import sys; sys.modules['pygls'] = None; from claimcheck.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "lsp"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 2
    assert "pip install 'claimcheck-desk[lsp]'" in done.stderr
