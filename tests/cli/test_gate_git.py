"""The gate against git: what changed, and whose policy counts. Nothing a repository says is ever run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from calling import Ran, Runner

HARBOUR = "The harbour board met on 3 March 2026. The port handled 41 ships in February 2026.\n"
COUNCIL = "The town council approved a budget of $41.2 million on 4 March 2026.\n"


def git(desk: Path, *args: str, author: str = "m.ito") -> str:
    names = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in _who(author)}
    environ = {"PATH": os.environ["PATH"], "HOME": str(desk.parent / "home"), **names}
    done = subprocess.run(["git", *args], cwd=desk, env=environ, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _who(author: str) -> list[tuple[str, str]]:
    return [("NAME", author), ("EMAIL", f"{author}@desk.example")]


def commit(desk: Path, author: str = "m.ito") -> str:
    git(desk, "add", "-A", author=author)
    git(desk, "commit", "-q", "-m", "work", author=author)
    return git(desk, "rev-parse", "HEAD")


@pytest.fixture
def base(run: Runner, desk: Path) -> str:
    (desk / "articles").mkdir()
    (desk / "articles" / "harbour.md").write_text(HARBOUR)
    (desk / "articles" / "council.md").write_text(COUNCIL)
    (desk / "minutes.md").write_text("The harbour board met on 3 March 2026.\n")
    run("init")
    assert run("extract", "articles/harbour.md", "articles/council.md").status == 0
    assert run("source", "add", "minutes.md", "--from", "official-record").status == 0
    assert run("link").status == 0
    git(desk, "init", "-q", "-b", "main")
    return commit(desk)


def claims(done: Ran) -> set[str]:
    return {finding["claim"] for finding in done.json["findings"] if finding["claim"]}


def weakened(done: Ran) -> list[str]:
    return [finding["message"] for finding in done.json["findings"] if finding["code"] == "CC906"]


def first_claim(run: Runner, article: str) -> str:
    return str(run("extract", "--json", f"articles/{article}.md").json["claims"][0]["id"])


def test_nothing_changed_is_clean(run: Runner, base: str) -> None:
    done = run("check", "--changed", "--format", "json")
    assert done.status == 0, done.out
    assert run("check").status == 1


def test_an_edited_article_is_looked_at_whole_and_no_other(run: Runner, desk: Path, base: str) -> None:
    (desk / "articles" / "council.md").write_text(COUNCIL.replace("41.2", "42.1"))
    done = run("check", "--changed", "--format", "json")
    assert "CC002" in {finding["code"] for finding in done.json["findings"]}
    assert {claim.split("/")[0] for claim in claims(done)} == {"council"}


def test_a_changed_claim_is_looked_at_and_not_its_neighbours(run: Runner, desk: Path, base: str) -> None:
    claim = first_claim(run, "harbour")
    assert run("sign", claim).status == 0
    done = run("check", "--changed", "--format", "json")
    assert claims(done) == {claim}
    assert [row["id"] for row in done.json["claims"]] == [claim]


def test_a_changed_source_brings_its_claims(run: Runner, desk: Path, base: str) -> None:
    claim = first_claim(run, "harbour")
    assert run("accept", claim, "1").status == 0
    commit(desk)
    assert run("source", "retract", "minutes", "--why", "forged").status == 0
    done = run("check", "--changed", "--format", "json")
    assert claim in claims(done)
    assert not any(name.startswith("council/") for name in claims(done))


def test_changed_counts_from_where_a_branch_left(run: Runner, desk: Path, base: str) -> None:
    git(desk, "checkout", "-q", "-b", "work")
    run("sign", first_claim(run, "council"))
    commit(desk)
    assert claims(run("check", "--changed", "main", "--format", "json")) == {first_claim(run, "council")}
    assert run("check", "--changed", "--format", "json").status == 0


def test_changed_settings_bring_everything(run: Runner, desk: Path, base: str) -> None:
    settings = desk / "claimcheck.toml"
    settings.write_text(settings.read_text() + '\n[check]\nfail_on = "warning"\n')
    names = {claim.split("/")[0] for claim in claims(run("check", "--changed", "--format", "json"))}
    assert names == {"council", "harbour"}


def test_outside_git_and_in_a_shallow_clone_the_error_is_clear(
    run: Runner, desk: Path, base: str, tmp_path: Path
) -> None:
    run("sign", first_claim(run, "council"))
    commit(desk)
    git(tmp_path, "clone", "-q", "--depth", "1", desk.as_uri(), "shallow")
    done = run("check", "--changed", base, cwd=tmp_path / "shallow")
    assert done.status == 2
    assert "shallow clone" in done.err
    assert "fetch-depth: 0" in done.err
    subprocess.run(["rm", "-rf", str(desk / ".git")], check=True)
    done = run("check", "--changed")
    assert done.status == 2
    assert "not a git repository" in done.err


@pytest.mark.parametrize("ref", ["nowhere", "articles/council.md", "a\nb", ""])
def test_a_name_that_is_no_commit_is_refused(run: Runner, base: str, ref: str) -> None:
    for option in ("--changed", "--policy-from"):
        done = run("check", f"{option}={ref}")
        assert done.status == 2
        assert "names no commit" in done.err


def test_a_commit_s_name_is_never_an_option_of_git(run: Runner, desk: Path, base: str) -> None:
    done = run("check", "--policy-from=--output=x")
    assert done.status == 2
    assert "names no commit" in done.err
    assert not (desk / "x").exists()


def test_nothing_that_a_repository_names_is_run(run: Runner, desk: Path, base: str, tmp_path: Path) -> None:
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\ncat\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "gpg.program", "core.sshCommand"):
        git(desk, "config", key, str(trap))
    for key in ("diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge", "filter.x.process"):
        git(desk, "config", key, str(trap))
    git(desk, "config", "log.showSignature", "true")
    (desk / ".gitattributes").write_text("* diff=x filter=x\n")
    for hook in ("post-index-change", "post-checkout", "pre-commit", "reference-transaction"):
        path = desk / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(trap.read_bytes())
        path.chmod(0o755)
    (desk / "articles" / "council.md").write_text(COUNCIL.replace("41.2", "42.1"))
    run("sign", first_claim(run, "harbour"))
    sprung.unlink(missing_ok=True)
    assert run("check", "--changed", "--policy-from", "HEAD").status == 1
    assert not sprung.exists()


def test_a_change_cannot_lower_the_bar_for_itself(run: Runner, desk: Path, base: str) -> None:
    settings = desk / "claimcheck.toml"
    settings.write_text(
        settings.read_text()
        + '\n[check]\nunsourced_cfs = "note"\nignore = ["CC2xx"]\nseverity = {weak = "off"}\n'
    )
    claim = first_claim(run, "council")
    assert run("waive", "uncited", claim, "--reason", "so it is", "--expires", "2026-03-20").status == 0
    assert run("baseline", "add").status == 0
    done = run("check", "--policy-from", base, "--format", "json")
    assert done.status == 1
    said = "\n".join(weakened(done))
    assert "lowers check.unsourced_cfs from error to note" in said
    assert "switches off CC201" in said
    assert "lowers CC104 weak from warning to off" in said
    assert "waives CC101 until 2026-03-20" in said
    assert "to the baseline" in said
    unsourced = {"CC101", "CC102", "CC103"}
    errors = {finding["claim"] for finding in done.json["findings"] if finding["code"] in unsourced}
    assert claim in errors


def test_a_change_cannot_grade_its_source_up(run: Runner, desk: Path, base: str) -> None:
    record = desk / "sources" / "minutes.yaml"
    assert "lineage" in record.read_text() or "tier" in record.read_text()
    run("accept", first_claim(run, "harbour"), "1")
    record.write_text(record.read_text() + 'study: "A study"\n')
    done = run("check", "--policy-from", base, "--format", "json")
    assert any("grades minutes anew: study" in said for said in weakened(done))


def test_a_new_sign_off_does_not_count_yet_and_another_s_name_is_told(
    run: Runner, desk: Path, base: str
) -> None:
    claim = first_claim(run, "council")
    assert run("desk", "stage", "council", "cleared").status == 0
    before = commit(desk)
    assert run("sign", claim, "--as", "r.osei").status == 0
    commit(desk, author="m.ito")
    plain = {finding["code"] for finding in run("check", "--format", "json").json["findings"]}
    assert "CC701" not in plain
    held = run("check", "--policy-from", before, "--format", "json").json["findings"]
    found = {finding["code"] for finding in held if finding["claim"] == claim}
    assert {"CC701", "CC907"} <= found
    assert weakened(run("check", "--policy-from", before, "--format", "json")) == []


def test_a_sign_off_by_the_author_is_no_note(run: Runner, desk: Path, base: str) -> None:
    run("sign", first_claim(run, "council"), "--as", "r.osei")
    commit(desk, author="r.osei")
    found = run("check", "--policy-from", base, "--format", "json").json["findings"]
    assert "CC907" not in {finding["code"] for finding in found}


def test_a_sign_off_taken_out_and_a_claim_deleted_are_weakenings(run: Runner, desk: Path, base: str) -> None:
    claim = first_claim(run, "council")
    run("sign", claim)
    before = commit(desk)
    record = desk / "claims" / "council.yaml"
    kept = record.read_text()
    record.write_text(kept[: kept.index("  signoffs:")])
    assert "It takes out a sign-off." in weakened(run("check", "--policy-from", before, "--format", "json"))
    record.write_text(kept[: kept.index("claims:")] + "claims: []\n")
    said = weakened(run("check", "--policy-from", before, "--format", "json"))
    assert "It deletes a claim whose sentence still stands." in said


def test_a_commit_before_the_workspace_is_said_and_does_not_fail(run: Runner, desk: Path) -> None:
    git(desk, "init", "-q", "-b", "main")
    (desk / "readme").write_text("x")
    before = commit(desk)
    (desk / "articles").mkdir()
    (desk / "articles" / "harbour.md").write_text(HARBOUR)
    run("init")
    run("extract", "articles/harbour.md")
    run("baseline", "add")
    done = run("check", "--policy-from", before, "--format", "json")
    assert done.status == 0, done.out
    assert any("brings its own policy" in said for said in weakened(done))


def test_a_record_deleted_beside_its_article_is_a_weakening(run: Runner, desk: Path, base: str) -> None:
    for name in ("council.yaml", "council.txt"):
        (desk / "claims" / name).unlink()
    said = weakened(run("check", "--policy-from", base, "--format", "json"))
    assert said == ["It deletes the record of articles/council.md, which still stands."]
    (desk / "articles" / "council.md").unlink()
    assert weakened(run("check", "--policy-from", base, "--format", "json")) == []
