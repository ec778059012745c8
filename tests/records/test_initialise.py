from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from claimcheck.records.identity import NobodyNamed, NotOfTheDesk, git_identity, resolve_identity
from claimcheck.records.initialise import NotAFolder, init_workspace
from claimcheck.records.settings import Settings, load_settings
from claimcheck.records.workspace import Workspace


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_an_empty_folder_becomes_a_workspace(tmp_path: Path) -> None:
    done = init_workspace(tmp_path / "new")
    assert set(done.created) == {".", "articles", "claims", "sources", "claimcheck.toml"}
    assert done.merge_driver == ""
    assert load_settings(tmp_path / "new") == Settings()
    assert Workspace.discover(tmp_path / "new").slugs() == []


def test_doing_it_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    init_workspace(tmp_path)
    before = tree(tmp_path)
    again = init_workspace(tmp_path)
    assert (again.created, again.extended) == ((), ())
    assert tree(tmp_path) == before


def test_a_repository_gets_attributes_and_ignores_below_what_is_there(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    mine = b"* text=auto\r\nclaims/*.yaml -diff"
    (tmp_path / ".gitattributes").write_bytes(mine)
    (tmp_path / "claimcheck.toml").write_text("[check]\nfail_on = 'note'\n")
    done = init_workspace(tmp_path, private_desk_files=True)
    text = (tmp_path / ".gitattributes").read_bytes()
    assert text.startswith(mine + b"\r\n# claimcheck\r\n")
    assert text.count(b"claims/*.yaml") == 1
    assert b"sources/*.yaml text eol=lf merge=claimcheck" in text
    assert "claims/*.desk.yaml" in (tmp_path / ".gitignore").read_text()
    assert (tmp_path / "claimcheck.toml").read_text() == "[check]\nfail_on = 'note'\n"
    assert done.extended == (".gitattributes",)
    assert ".gitignore" in done.created
    assert done.merge_driver


def test_git_understands_the_attributes(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    init_workspace(tmp_path)
    command = ["git", "-C", str(tmp_path), "check-attr", "merge", "eol", "--", "claims/harbour.yaml"]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "merge: claimcheck" in said
    assert "eol: lf" in said


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(NotAFolder):
        init_workspace(tmp_path / "x")


def test_who_decides_is_asked_in_order() -> None:
    everywhere = {"CLAIMCHECK_AS": "env"}
    assert resolve_identity("asked", everywhere, "git", {}) == "asked"
    assert resolve_identity(None, everywhere, "git", {}) == "env"
    assert resolve_identity(None, {"CLAIMCHECK_AS": ""}, "Ann  Ito\n", {}) == "Ann Ito"
    with pytest.raises(NobodyNamed):
        resolve_identity(" ", everywhere, "git", {})
    with pytest.raises(NobodyNamed, match="--as NAME"):
        resolve_identity(None, {}, None, {})


def test_where_people_are_listed_only_they_decide() -> None:
    people = {"m.ito": "Mei Ito"}
    assert resolve_identity("m.ito", {}, None, people) == "m.ito"
    assert resolve_identity(None, {}, "Mei Ito", people) == "m.ito"
    with pytest.raises(NotOfTheDesk, match=r"There are: m\.ito"):
        resolve_identity("bob", {}, None, people)


def test_gits_name_is_read_from_the_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Ann Ito"], check=True)
    assert git_identity(tmp_path) == "Ann Ito"
