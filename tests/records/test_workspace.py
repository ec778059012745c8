from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.records.cache import RecordCache
from claimcheck.records.codec import DuplicateClaim, ForeignClaim, MisnamedSource
from claimcheck.records.complaints import InvalidRecord
from claimcheck.records.dialect import NotUtf8
from claimcheck.records.models import ClaimFile
from claimcheck.records.places import BadSlug, OutsideWorkspace, check_slug, conflict_copy, inside
from claimcheck.records.workspace import (
    BadFileName,
    NoWorkspace,
    UnknownArticle,
    UnknownClaim,
    UnknownSource,
    UnreadableFile,
    Workspace,
)


def claims(slug: str, key: str = "aaaaaaaa") -> str:
    return (
        f'claimcheck: 1\narticle: {{title: "T", path: "a.md", sha256: "{"0" * 64}"}}\nclaims:\n- id: {slug}/{key}\n'
        '  text: "One."\n  anchor: {start: 0, end: 4}\n  kind: event\n  check_worthiness: {label: CFS, score: 0.5}\n'
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    for folder in ("claims", "sources", "articles"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    (root / "claims/harbour.yaml").write_text(claims("harbour"))
    (root / "claims/harbour.txt").write_text("One.")
    (root / "sources/minutes.yaml").write_text('claimcheck: 1\nid: minutes\ntitle: "M"\n')
    return root


def test_a_workspace_is_found_from_any_folder_below_it(root: Path, tmp_path: Path) -> None:
    assert Workspace.discover(root / "claims").root == root
    with pytest.raises(NoWorkspace, match="claimcheck init"):
        Workspace.discover(tmp_path)


def test_it_lists_and_reads_what_there_is(root: Path) -> None:
    (root / "claims/harbour.desk.yaml").write_text("claimcheck: 1\n")
    (root / "claims/waivers.yaml").write_text("claimcheck: 1\n")
    (root / "claims/baseline.json").write_text('{"claimcheck": 1}')
    (root / "claims/.harbour.yaml.abc.1.ff.cctmp").write_text("half")
    workspace = Workspace(root)
    assert workspace.slugs() == ["harbour"]
    assert workspace.source_ids() == ["minutes"]
    assert [loaded.place for loaded in workspace.articles()] == ["claims/harbour.yaml"]
    assert [loaded.record.title for loaded in workspace.sources()] == ["M"]
    assert workspace.claim("harbour/aaaaaaaa")[1].text == "One."
    assert workspace.reading_text("harbour") == "One."
    assert workspace.waivers() is not None
    assert workspace.baseline() is not None
    assert workspace.desk("harbour") is not None


def test_an_empty_workspace_holds_nothing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert (workspace.slugs(), workspace.source_ids(), workspace.waivers()) == ([], [], None)


def test_unknown_names_get_suggestions(root: Path) -> None:
    workspace = Workspace(root)
    with pytest.raises(UnknownArticle, match="Did you mean harbour"):
        workspace.article("harbor")
    with pytest.raises(UnknownSource, match="Did you mean minutes"):
        workspace.source("minuets")
    for nearly in ("harbor/aaaaaaaa", "harbour/aaaaabaa", "aaaaaaaa"):
        with pytest.raises(UnknownClaim, match="Did you mean harbour/aaaaaaaa"):
            workspace.claim(nearly)


@pytest.mark.parametrize(
    ("given", "listing"),
    [("draft", "csv$"), ("harbour", "csv harbour$"), ("harbour/zzzzzzzz", "csv harbour$")],
)
def test_what_is_no_claim_at_all_is_told_what_claims_look_like(root: Path, given: str, listing: str) -> None:
    with pytest.raises(
        UnknownClaim, match=f"such as harbour/aaaaaaaa; list them with: claimcheck export {listing}"
    ) as caught:
        Workspace(root).claim(given)
    assert "Did you mean" not in str(caught.value)


def test_of_many_names_the_first_are_listed_and_the_rest_counted() -> None:
    known = [f"minutes-{number:02}" for number in range(13)]
    assert str(UnknownSource("nope", known)).endswith(
        "minutes-06, minutes-07, and 5 more; list them with: claimcheck source list"
    )
    assert str(UnknownSource("nope", known[:2])).endswith("There are: minutes-00, minutes-01.")


@pytest.mark.parametrize(
    "name", ["../x", "..", "", ".", "a/b", "A", "ä", "a" * 81, "-a", "a.b", "a b", "a\n", "a\0"]
)
def test_what_is_no_slug_never_becomes_a_path(root: Path, name: str) -> None:
    workspace = Workspace(root)
    for make in (workspace.claims_path, workspace.source_path, workspace.source_folder, workspace.desk_path):
        with pytest.raises(BadSlug):
            make(name)


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "waivers", "baseline"])
def test_reserved_names_are_refused(name: str) -> None:
    with pytest.raises(BadSlug, match="reserved"):
        check_slug(name)


@pytest.mark.parametrize(
    "name", ["Harbour.yaml", "har bour.yaml", "con.yaml", "harbour.yml", "x_y.yaml", "é.yaml"]
)
def test_a_file_with_a_name_no_record_has_is_not_passed_over(root: Path, name: str) -> None:
    (root / "claims" / name).write_text(claims("harbour"))
    with pytest.raises(BadFileName, match="Rename it"):
        Workspace(root).slugs()


@pytest.mark.parametrize(
    "name",
    [
        "harbour (conflicted copy 2026-03-04).yaml",
        "harbour (Ann's conflicted copy 2026-03-04).yaml",
        "harbour (1).yaml",
        "harbour.sync-conflict-20260304-101112-ABCDEFG.yaml",
        "harbour~",
        "harbour.yaml~",
        "harbour.yaml.orig",
        "harbour-DESKTOP-7Q2.yaml",
        "Copy of harbour.yaml",
        "harbour - Copy.yaml",
        "harbour - Copy (2).yaml",
        "harbour copy 3.yaml",
        "harbour 2.yaml",
        "harbour (MacBook (2)'s conflicted copy 2026-03-04 (1)).yaml",
        "harbour (Case Conflict).yaml",
        "harbour (conflicted copy ann 2026-03-04 101112).yaml",
        "harbour (SFConflict ann@desk.example 2026-03-04-10-11-12).yaml",
        "harbour_conflict-20260304-101112.yaml",
        "harbour_conf(1).yaml",
        "harbour [Conflict].yaml",
        "harbour.Conflict.yaml",
        "harbour.conflict1.yaml",
        "harbour.yaml.conflict2",
        "harbour-Anns-MacBook-Pro.yaml",
        "harbour-LAPTOP-1234-2.yaml",
        "harbour_REMOTE_12345.yaml",
    ],
)
def test_conflict_copies_are_told_apart_from_records(root: Path, name: str) -> None:
    (root / "claims" / name).write_text(claims("harbour"))
    workspace = Workspace(root)
    assert workspace.slugs() == ["harbour"]
    (copy,) = workspace.conflict_copies()
    assert (copy.path.name, copy.original) == (name, root / "claims/harbour.yaml")


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("harbour-budget-DESKTOP-7Q2.yaml", "harbour-budget.yaml"),
        ("harbour-budget-2-Anns-iMac.yaml", "harbour-budget-2.yaml"),
        ("harbour.desk.sync-conflict-20260304-101112-ABCDEFG.yaml", "harbour.desk.yaml"),
        ("harbour.desk (conflicted copy).yaml", "harbour.desk.yaml"),
        ("waivers (Ann's conflicted copy).yaml", "waivers.yaml"),
        ("baseline (conflicted copy 2026-03-04).json", "baseline.json"),
        ("baseline-DESKTOP-7Q2.json", "baseline.json"),
    ],
)
def test_a_copy_is_of_the_longest_name_there_is(name: str, original: str) -> None:
    copy = conflict_copy(Path(name))
    assert copy is not None
    assert copy.original == Path(original)


@pytest.mark.parametrize(
    "name",
    [
        "harbour.yaml", "harbour-budget.yaml", "harbour-2.yaml", "harbour.desk.yaml", "a.txt", "baseline.json",
        "waivers.yaml", "conflict.yaml", "copy-of-harbour.yaml", "harbour-conflict.yaml", "found.json",
    ],
)  # fmt: skip
def test_ordinary_names_are_no_copies(name: str) -> None:
    assert conflict_copy(Path(name)) is None


@pytest.mark.parametrize(
    "named", ["/etc/passwd", "../x", "a/../../x", "", "a\\b", "C:/x", "a\0b", "out/x", "claims/../../x"]
)
def test_paths_that_lead_out_are_refused(root: Path, named: str) -> None:
    (root / "out").symlink_to(root.parent)
    with pytest.raises(OutsideWorkspace, match=r"sources/m\.yaml: .*leads out"):
        inside(root, named, "sources/m.yaml")


def test_paths_inside_are_resolved_through_links_that_stay_inside(root: Path) -> None:
    (root / "alias").symlink_to(root / "articles")
    assert inside(root, "alias/new.md", "x") == root / "articles/new.md"


def test_record_files_and_folders_linked_from_outside_are_refused(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(claims("pier"))
    (root / "claims/pier.yaml").symlink_to(secret)
    with pytest.raises(OutsideWorkspace):
        Workspace(root).article("pier")
    (root / "claims/pier.yaml").unlink()
    (root / "claims").rename(tmp_path / "elsewhere")
    (root / "claims").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideWorkspace):
        Workspace(root).slugs()


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "dangling"])
def test_what_is_no_file_is_one_clear_error(root: Path, kind: str) -> None:
    path = root / "claims/pier.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path if kind == "loop" else root / "claims/gone")
    with pytest.raises((UnreadableFile, OutsideWorkspace)) as caught:
        list(Workspace(root).articles())
    assert "claims/pier.yaml" in str(caught.value)


def test_records_that_disagree_with_their_place_are_refused(root: Path) -> None:
    (root / "claims/pier.yaml").write_text(claims("harbour"))
    with pytest.raises(ForeignClaim):
        Workspace(root).article("pier")
    (root / "sources/release.yaml").write_text('claimcheck: 1\nid: minutes\ntitle: "M"\n')
    with pytest.raises(MisnamedSource):
        Workspace(root).source("release")
    (root / "claims/harbour.yaml").write_text(claims("harbour") + claims("harbour").partition("claims:\n")[2])
    with pytest.raises(DuplicateClaim, match=r"harbour\.yaml:9:7"):
        Workspace(root).article("harbour")


def test_a_text_that_is_not_utf8_is_refused(root: Path) -> None:
    (root / "claims/harbour.txt").write_bytes(b"a\xff")
    with pytest.raises(NotUtf8, match=r"harbour\.txt:1:2"):
        Workspace(root).reading_text("harbour")


def test_reading_writes_nothing_in_the_workspace(root: Path, tmp_path: Path) -> None:
    def tree() -> list[tuple[str, int, bytes]]:
        files = sorted(path for path in root.rglob("*") if path.is_file())
        return [(str(path), path.stat().st_mtime_ns, path.read_bytes()) for path in files]

    before = tree()
    workspace = Workspace(root, cache=RecordCache(tmp_path / "cache"))
    list(workspace.articles())
    list(workspace.sources())
    assert tree() == before


# The cache

# Our own layout is read as quickly as a cache would be; what a person laid out is kept in one.


@pytest.fixture
def by_hand(root: Path) -> Path:
    path = root / "claims/harbour.yaml"
    path.write_text("# by hand\n" + path.read_text())
    return root


def test_a_file_in_our_own_layout_is_not_kept(root: Path, tmp_path: Path) -> None:
    assert read(root, tmp_path / "cache").claims[0].text == "One."
    assert not list(tmp_path.rglob("cache/**/*.json"))


def read(root: Path, cache: Path) -> ClaimFile:
    return Workspace(root, cache=RecordCache(cache)).article("harbour").record


def test_what_comes_from_the_cache_is_the_same(by_hand: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert read(by_hand, cache) == read(by_hand, cache) == Workspace(by_hand).article("harbour").record


def test_the_cache_follows_the_content(by_hand: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read(by_hand, cache)
    path = by_hand / "claims/harbour.yaml"
    path.write_text(path.read_text().replace("One.", "Two."))
    assert read(by_hand, cache).claims[0].text == "Two."


def test_a_cached_record_is_still_checked_against_its_place(by_hand: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read(by_hand, cache)
    (by_hand / "claims/pier.yaml").write_bytes((by_hand / "claims/harbour.yaml").read_bytes())
    with pytest.raises(ForeignClaim, match=r"pier\.yaml:5:7"):
        Workspace(by_hand, cache=RecordCache(cache)).article("pier")
    (by_hand / "sources/a.yaml").write_text('claimcheck: 1\nid: a\ntitle: "M"\n')
    Workspace(by_hand, cache=RecordCache(cache)).source("a")
    (by_hand / "sources/b.yaml").write_text('claimcheck: 1\nid: a\ntitle: "M"\n')
    with pytest.raises(MisnamedSource):
        Workspace(by_hand, cache=RecordCache(cache)).source("b")


def test_a_bad_record_is_never_cached(by_hand: Path, tmp_path: Path) -> None:
    path = by_hand / "claims/harbour.yaml"
    path.write_text(path.read_text().replace("kind: event", "kind: evnt"))
    for _ in range(2):
        with pytest.raises(InvalidRecord):
            read(by_hand, tmp_path / "cache")


def stored(cache: Path) -> Path:
    (found,) = cache.rglob("*.json")
    return found


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"claimcheck": 2}', b"\xff", b"[" * 100_000])
def test_a_damaged_cache_is_read_past(by_hand: Path, tmp_path: Path, content: bytes) -> None:
    cache = tmp_path / "cache"
    expected = read(by_hand, cache)
    stored(cache).write_bytes(content)
    assert read(by_hand, cache) == expected


def test_a_cache_that_others_could_write_is_not_believed(by_hand: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read(by_hand, cache)
    forged = stored(cache)
    forged.write_bytes(forged.read_bytes().replace(b"One.", b"Not."))
    assert read(by_hand, cache).claims[0].text == "Not."
    forged.parent.chmod(0o777)
    assert read(by_hand, cache).claims[0].text == "One."


def test_no_cache_folder_is_no_trouble(by_hand: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    assert read(by_hand, tmp_path / "cache").claims[0].text == "One."
