"""Several writers, killed writers, programs that do not know the lock, full disks."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from claimcheck.records import atomic, codec, locking
from claimcheck.records.atomic import WriteFailed, sweep
from claimcheck.records.edits import AlreadyThere, Conflict, Editor, KeepsChanging
from claimcheck.records.locking import NoLockFolder, WorkspaceBusy
from claimcheck.records.models import Claim, ClaimFile, ReplyAttempt, Source
from claimcheck.records.places import OutsideWorkspace
from claimcheck.records.workspace import Workspace

KEYS = ["aaaaaaaa", "bbbbbbbb", "cccccccc"]
HEAD = f'claimcheck: 1\narticle: {{title: "T", path: "a.md", sha256: "{"0" * 64}"}}\nclaims:\n'
CLAIM = '- id: harbour/{}\n  text: "One."\n  anchor: {{start: 0, end: 4}}\n  kind: event\n  check_worthiness: {{label: CFS, score: 0.5}}\n'
TEXT = HEAD + "".join(f"# {key}\n" + CLAIM.format(key) for key in KEYS)


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    root = tmp_path / "desk"
    (root / "claims").mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    (root / "claims/harbour.yaml").write_text(TEXT)
    return Editor(Workspace(root), tmp_path / "cache")


def asked(claim: Claim, to: str) -> Claim:
    attempt = ReplyAttempt(to=to, at="2026-03-04T09:12:00Z", by="ann")
    return claim.model_copy(update={"reply_sought": [*claim.reply_sought, attempt]})


def write_many(root: Path, cache: Path, name: str, count: int) -> None:
    editor = Editor(Workspace(root), cache)
    for number in range(count):
        editor.change_claim(
            f"harbour/{KEYS[number % 3]}", lambda claim, n=number: asked(claim, f"{name}-{n}")
        )


def recorded(editor: Editor) -> list[str]:
    editor.workspace.reload()
    claims = editor.workspace.article("harbour").record.claims
    return sorted(item.to for claim in claims for item in claim.reply_sought)


def run(editor: Editor, cache: Path, names: list[str], count: int) -> list[multiprocessing.Process]:
    context = multiprocessing.get_context("fork")
    root = editor.workspace.root
    return [context.Process(target=write_many, args=(root, cache, name, count)) for name in names]  # type: ignore[misc]


def test_four_processes_lose_and_double_nothing(editor: Editor, tmp_path: Path) -> None:
    workers = run(editor, tmp_path / "cache", ["a", "b", "c", "d"], 12)
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
        assert worker.exitcode == 0
    assert recorded(editor) == sorted(f"{name}-{number}" for name in "abcd" for number in range(12))


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(editor: Editor, tmp_path: Path) -> None:
    path = editor.workspace.claims_path("harbour")
    before: list[str] = []
    for number in range(60):
        (worker,) = run(editor, tmp_path / "cache", [f"k{number}"], 10_000)
        worker.start()
        time.sleep(0.02 + number % 10 / 300)
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()
        now = recorded(editor)
        assert set(before) <= set(now), "an earlier decision was lost"
        before = now
        if len(before) > 40:
            path.write_text(TEXT)
            before = []
    editor.sweep(time.time())
    assert [item.name for item in path.parent.iterdir()] == ["harbour.yaml"]


def test_the_sweep_spares_what_is_still_being_written(tmp_path: Path) -> None:
    host = atomic._host()
    mine = tmp_path / f".a.yaml.{host}.{os.getpid()}.00ff.cctmp"
    dead = tmp_path / f".a.yaml.{host}.999999999.00ff.cctmp"
    elsewhere = tmp_path / ".a.yaml.00000000.1.00ff.cctmp"
    other = tmp_path / ".important.cctmp"
    for path in (mine, dead, elsewhere, other):
        path.touch()
    assert sweep(tmp_path, time.time()) == [dead]
    assert sweep(tmp_path, time.time() + 2 * 24 * 3600) == [elsewhere]
    assert mine.exists()
    assert other.exists()


def test_a_change_by_a_program_without_the_lock_is_merged_in(editor: Editor) -> None:
    path = editor.workspace.claims_path("harbour")
    calls: list[int] = []

    def change(claim: Claim) -> Claim:
        if not calls:
            path.write_text(path.read_text().replace("# bbbbbbbb", "# seen by another program"))
        calls.append(1)
        return asked(claim, "x")

    editor.change_claim("harbour/aaaaaaaa", change)
    assert len(calls) == 2
    assert "# seen by another program" in path.read_text()
    assert recorded(editor) == ["x"]


def test_a_file_that_never_rests_is_left_alone(editor: Editor) -> None:
    path = editor.workspace.claims_path("harbour")

    def change(claim: Claim) -> Claim:
        path.write_text(path.read_text() + "# again\n")
        return asked(claim, "x")

    with pytest.raises(KeepsChanging, match="Pause the program"):
        editor.change_claim("harbour/aaaaaaaa", change)
    assert recorded(editor) == []


def changed_kind(record: ClaimFile, index: int, kind: str) -> ClaimFile:
    claims = list(record.claims)
    claims[index] = claims[index].model_copy(update={"kind": kind})
    return record.model_copy(update={"claims": claims})


def test_an_edit_prepared_on_an_older_version_is_merged_by_claim(editor: Editor) -> None:
    base = editor.workspace.article("harbour")
    editor.change_claim("harbour/bbbbbbbb", lambda claim: asked(claim, "x"))
    editor.save_claims(base, changed_kind(base.record, 0, "cause"))
    claims = editor.workspace.article("harbour").record.claims
    assert (claims[0].kind, len(claims[1].reply_sought)) == ("cause", 1)


def test_the_same_claim_changed_twice_is_a_conflict_with_both_versions(editor: Editor) -> None:
    base = editor.workspace.article("harbour")
    editor.change_claim("harbour/aaaaaaaa", lambda claim: claim.model_copy(update={"kind": "state"}))
    before = editor.workspace.claims_path("harbour").read_bytes()
    with pytest.raises(Conflict, match=r"On disk: state. Yours: cause.") as caught:
        editor.save_claims(base, changed_kind(base.record, 0, "cause"))
    assert [(clash.ours, clash.theirs) for clash in caught.value.clashes] == [("cause", "state")]
    assert str(caught.value).startswith(
        "claims/harbour.yaml: Somebody else changed kind of harbour/aaaaaaaa while you worked. "
    )
    assert str(caught.value).endswith(
        "Look at it with: claimcheck explain harbour/aaaaaaaa, then decide again."
    )
    assert editor.workspace.claims_path("harbour").read_bytes() == before


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_full_disk_leaves_the_old_file_and_no_litter(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    real = getattr(os, call)

    def fail(*args: object, **more: object) -> object:
        if call == "open" and not str(args[0]).endswith(".cctmp"):
            return real(*args, **more)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(atomic.os, call, fail)
    with pytest.raises(WriteFailed) as caught:
        editor.change_claim("harbour/aaaaaaaa", lambda claim: asked(claim, "x"))
    monkeypatch.undo()
    says = "input/output error" if code == errno.EIO else "the disk is full"
    assert str(caught.value).startswith(f"claims/harbour.yaml: Nothing was written: {says}.")
    assert "\n" not in str(caught.value)
    folder = editor.workspace.root / "claims"
    assert (folder / "harbour.yaml").read_text() == TEXT
    assert [path.name for path in folder.iterdir()] == ["harbour.yaml"]


def test_a_short_write_is_carried_on(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(atomic.os, "write", lambda descriptor, data: real(descriptor, bytes(data[:7])))
    editor.change_claim("harbour/aaaaaaaa", lambda claim: asked(claim, "x"))
    monkeypatch.undo()
    assert recorded(editor) == ["x"]


def test_permissions_and_links_of_the_file_stay(editor: Editor) -> None:
    path = editor.workspace.claims_path("harbour")
    real = editor.workspace.root / "real.yaml"
    path.rename(real)
    path.symlink_to(real)
    real.chmod(0o640)
    editor.change_claim("harbour/aaaaaaaa", lambda claim: asked(claim, "x"))
    assert path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert codec.load_claims(real.read_bytes(), "harbour.yaml").claims[0].reply_sought


def test_a_lock_held_too_long_is_one_clear_error(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "_PATIENCE", 0.05)
    with (
        locking.exclusive(editor.workspace.root, tmp_path / "cache"),
        pytest.raises(WorkspaceBusy, match="nothing was changed"),
    ):
        editor.change_claim("harbour/aaaaaaaa", lambda claim: asked(claim, "x"))
    editor.change_claim("harbour/aaaaaaaa", lambda claim: asked(claim, "x"))
    assert recorded(editor) == ["x"]


def test_without_a_folder_for_locks_nothing_is_written(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoLockFolder, match="XDG_CACHE_HOME"):
        Editor(editor.workspace, tmp_path / "file").change_claim("harbour/aaaaaaaa", lambda claim: claim)


def test_a_new_source_never_replaces_one(editor: Editor) -> None:
    source = Source(claimcheck=1, id="minutes", title="M")
    editor.create_source(source)
    with pytest.raises(AlreadyThere, match=r"sources/minutes\.yaml"):
        editor.create_source(source.model_copy(update={"title": "N"}))
    assert editor.workspace.source("minutes").record.title == "M"


def test_no_file_is_written_through_a_link_out_of_the_workspace(editor: Editor, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("theirs")
    link = editor.workspace.reading_text_path("harbour")
    link.symlink_to(outside)
    with pytest.raises(OutsideWorkspace):
        editor.write_bytes(link, b"ours")
    (editor.workspace.root / "sources").symlink_to(tmp_path)
    with pytest.raises(OutsideWorkspace):
        editor.create_source(Source(claimcheck=1, id="minutes", title="M"))
    assert outside.read_text() == "theirs"
