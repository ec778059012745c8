from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from record_strategies import claim_files

from claimcheck.records import codec
from claimcheck.records.codec import ForeignClaim
from claimcheck.records.dialect import ConflictMarkers
from claimcheck.records.edits import CopyDisagrees, Editor
from claimcheck.records.initialise import init_workspace
from claimcheck.records.merge_files import NoRecordFile, merge_files
from claimcheck.records.models import Baseline, ClaimFile
from claimcheck.records.workspace import Workspace

PLACE = "claims/harbour.yaml"


def item(source: str, status: str = "proposed", extra: str = "") -> str:
    decided = f'    by: {extra or "ann"}\n    at: "2026-03-04T09:12:00Z"\n' if status != "proposed" else ""
    return f"  - source: {source}\n    about: content\n    stance: supports\n    status: {status}\n{decided}"


def claim(key: str, evidence: str = "", more: str = "") -> str:
    return (
        f'- id: harbour/{key}\n  text: "One."\n  anchor: {{start: 0, end: 4}}\n  kind: event\n'
        "  check_worthiness: {label: CFS, score: 0.5}\n"
        + (f"  evidence:\n{evidence}" if evidence else "")
        + more
    )


HEAD = f'claimcheck: 1\narticle: {{title: "T", path: "a.md", sha256: "{"0" * 64}"}}\nclaims:\n'
A, B = "aaaaaaaa", "bbbbbbbb"


def merge(base: str | None, ours: str, theirs: str):
    return merge_files(None if base is None else base.encode(), ours.encode(), theirs.encode(), PLACE)


def test_decisions_on_different_claims_merge_and_comments_stay() -> None:
    base = HEAD + "# first\n" + claim(A, item("x")) + "# second\n" + claim(B, item("y"))
    ours = base.replace(item("x"), item("x", "accepted", "ann"))
    theirs = base.replace(item("y"), item("y", "rejected", "bob"))
    merged = merge(base, ours, theirs)
    assert not merged.clashes
    assert merged.text == ours.replace(item("y"), item("y", "rejected", "bob"))


def test_decisions_on_different_evidence_of_one_claim_merge() -> None:
    base = HEAD + claim(A, item("x") + item("y"))
    ours = base.replace(item("x"), item("x", "accepted"))
    theirs = base.replace(item("y"), item("y", "rejected"))
    assert merge(base, ours, theirs).text == HEAD + claim(A, item("x", "accepted") + item("y", "rejected"))


def test_sign_offs_of_both_sides_are_kept() -> None:
    def sign(name: str) -> str:
        return f'  - {{by: {name}, at: "2026-03-04T09:12:00Z", decision: verified, fingerprint: "cc1:{"0" * 16}"}}\n'

    base = HEAD + claim(A)
    merged = merge(base, base + "  signoffs:\n" + sign("ann"), base + "  signoffs:\n" + sign("bob"))
    assert not merged.clashes
    assert sorted(s.by for s in codec.load_claims(merged.text.encode(), PLACE).claims[0].signoffs) == [
        "ann",
        "bob",
    ]


def test_the_same_thing_decided_differently_is_marked_and_never_chosen() -> None:
    base = HEAD + claim(A, item("x")) + claim(B)
    ours = base.replace(item("x"), item("x", "accepted", "ann"))
    theirs = base.replace(item("x"), item("x", "rejected", "bob"))
    merged = merge(base, ours, theirs)
    assert {clash.path.rpartition("/")[2] for clash in merged.clashes} == {"status", "by"}
    assert merged.text == (
        HEAD
        + "<<<<<<< ours\n"
        + claim(A, item("x", "accepted", "ann"))
        + "=======\n"
        + claim(A, item("x", "rejected", "bob"))
        + ">>>>>>> theirs\n"
        + claim(B)
    )
    with pytest.raises(ConflictMarkers, match="Keep one of the two versions"):
        codec.load_claims(merged.text.encode(), PLACE)


def test_a_claim_deleted_here_and_changed_there_is_a_clash() -> None:
    base = HEAD + claim(A, item("x")) + claim(B)
    theirs = base.replace(item("x"), item("x", "accepted"))
    merged = merge(base, HEAD + claim(B), theirs)
    assert len(merged.clashes) == 1
    assert "status: accepted" in merged.text


def test_a_clash_that_would_make_an_invalid_claim_is_a_clash_of_the_whole_claim() -> None:
    base = HEAD + claim(A)
    ours = base.replace('"One."', '"Two."').replace("start: 0, end: 4", "start: 9, end: 13")
    theirs = base + "  parts:\n  - {kind: rest, start: 0, end: 4}\n"
    assert not merge(base, ours, theirs).clashes
    shorter = base.replace('"One."', '"On."').replace("end: 4", "end: 3")
    assert [clash.path for clash in merge(base, shorter, theirs).clashes] == [f"claims/harbour/{A}"]


def test_a_conflict_copy_without_a_base_keeps_what_either_decided() -> None:
    ours = HEAD + claim(A, item("x", "accepted") + item("y")) + claim(B)
    theirs = HEAD + claim(A, item("x") + item("y", "rejected")) + claim(B)
    merged = merge(None, ours, theirs)
    assert not merged.clashes
    assert merged.text == HEAD + claim(A, item("x", "accepted") + item("y", "rejected")) + claim(B)


@given(claim_files(), claim_files())
def test_one_sided_changes_always_merge_to_that_side(base: ClaimFile, changed: ClaimFile) -> None:
    old, new = codec.dump_claims(base), codec.dump_claims(changed)
    for ours, theirs in ((old, new), (new, old)):
        merged = merge(old, ours, theirs)
        assert not merged.clashes
        result = codec.load_claims(merged.text.encode(), PLACE)
        assert {c.id: c for c in result.claims} == {c.id: c for c in changed.claims}
        assert result.article == changed.article


@given(claim_files(), claim_files(), claim_files())
def test_nothing_either_side_wrote_is_lost_without_a_clash(
    base: ClaimFile, ours: ClaimFile, theirs: ClaimFile
) -> None:
    merged = merge(*(codec.dump_claims(record) for record in (base, ours, theirs)))
    if merged.clashes:
        with pytest.raises(ConflictMarkers):
            codec.load_claims(merged.text.encode(), PLACE)
    else:
        assert codec.load_claims(merged.text.encode(), PLACE)


def test_a_baseline_merges_by_fingerprint() -> None:
    def baseline(*names: str) -> bytes:
        return codec.dump_baseline(Baseline(claimcheck=1, findings={name: name for name in names})).encode()

    merged = merge_files(baseline("a"), baseline("a", "b"), baseline("c"), "claims/baseline.json")
    assert codec.load_baseline(merged.text.encode(), "b.json").findings == {"b": "b", "c": "c"}


def test_a_file_that_is_no_record_is_refused() -> None:
    with pytest.raises(NoRecordFile):
        merge_files(b"", b"", b"", "README.md")


# Whole workspaces


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    root = tmp_path / "desk"
    (root / "claims").mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    return Editor(Workspace(root), tmp_path / "cache")


def test_a_conflict_copy_is_absorbed(editor: Editor) -> None:
    folder = editor.workspace.root / "claims"
    (folder / "harbour.yaml").write_text(
        HEAD + "# mine\n" + claim(A, item("x", "accepted")) + claim(B, item("y"))
    )
    (folder / "harbour (1).yaml").write_text(
        HEAD + claim(A, item("x")) + claim(B, item("y", "rejected", "bob"))
    )
    (copy,) = editor.workspace.conflict_copies()
    assert editor.absorb(copy)
    expected = HEAD + "# mine\n" + claim(A, item("x", "accepted")) + claim(B, item("y", "rejected", "bob"))
    assert (folder / "harbour.yaml").read_text() == expected
    assert editor.workspace.conflict_copies() == []


def test_a_copy_that_decided_otherwise_stays_beside_the_original(editor: Editor) -> None:
    folder = editor.workspace.root / "claims"
    (folder / "harbour.yaml").write_text(HEAD + claim(A, item("x", "accepted")))
    (folder / "harbour~").write_text(HEAD + claim(A, item("x", "rejected", "bob")))
    (copy,) = editor.workspace.conflict_copies()
    with pytest.raises(
        CopyDisagrees, match=r"harbour~: This copy and claims/harbour\.yaml disagree on .*status"
    ):
        editor.absorb(copy)
    assert (folder / "harbour.yaml").read_text() == HEAD + claim(A, item("x", "accepted"))
    assert copy.path.exists()


def test_a_copy_without_its_original_becomes_it_if_it_can_be_read(editor: Editor) -> None:
    folder = editor.workspace.root / "claims"
    (folder / "harbour 2.yaml").write_text(HEAD + claim(A))
    editor.absorb(editor.workspace.conflict_copies()[0])
    assert editor.workspace.slugs() == ["harbour"]
    (folder / "pier~").write_text(HEAD + claim(A))
    with pytest.raises(ForeignClaim):
        editor.absorb(editor.workspace.conflict_copies()[0])
    assert (folder / "pier~").exists()


DRIVER = """\
import sys
from pathlib import Path
from claimcheck.records.merge_files import merge_files
base, ours, theirs, place = sys.argv[1:5]
read = lambda name: Path(name).read_bytes()
merged = merge_files(read(base) or None, read(ours), read(theirs), place)
Path(ours).write_bytes(merged.text.encode())
sys.exit(1 if merged.clashes else 0)
"""


def test_git_merges_two_branches_by_claim(editor: Editor, tmp_path: Path) -> None:
    root = editor.workspace.root

    def git(*words: str, check: bool = True) -> int:
        settings = ["-c", "user.name=ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
        return subprocess.run(
            ["git", "-C", str(root), *settings, *words], check=check, capture_output=True
        ).returncode

    def commit(text: str) -> None:
        (root / PLACE).write_text(text)
        git("add", ".")
        git("commit", "-qm", "x")

    git("init", "-qb", "main")
    init_workspace(root)
    (tmp_path / "driver.py").write_text(DRIVER)
    git("config", "merge.claimcheck.driver", f"{sys.executable} {tmp_path / 'driver.py'} %O %A %B %P")
    base = HEAD + claim(A, item("x")) + claim(B, item("y"))
    commit(base)
    git("checkout", "-qb", "other")
    commit(base.replace(item("y"), item("y", "rejected", "bob")))
    git("checkout", "-q", "main")
    commit(base.replace(item("x"), item("x", "accepted")))
    git("merge", "-q", "--no-edit", "other")
    assert (root / PLACE).read_text() == HEAD + claim(A, item("x", "accepted")) + claim(
        B, item("y", "rejected", "bob")
    )

    git("checkout", "-q", "other")
    commit(base.replace(item("x"), item("x", "rejected", "bob")))
    git("checkout", "-q", "main")
    assert git("merge", "-q", "--no-edit", "other", check=False) == 1
    with pytest.raises(ConflictMarkers):
        editor.workspace.article("harbour")
