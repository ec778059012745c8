"""The gate where files are missing, doubled or forged."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from calling import Ran, Runner

ARTICLE = """Reports indicate that Norland has sent mercenaries to the Kestrel islands.
The committee meets in a former mill beside the river. Its archive holds letters from four centuries.
Visitors may read them on weekdays. The roof was repaired by volunteers in autumn.
The mercenaries Norland sent to the Kestrel islands show how far it will go.
"""


@pytest.fixture
def begun(run: Runner, desk: Path) -> Path:
    (desk / "articles").mkdir()
    (desk / "articles" / "budget.md").write_text(ARTICLE)
    (desk / "minutes.md").write_text("The council met.\n")
    run("init")
    assert run("extract", "articles/budget.md").status == 0
    assert run("source", "add", "minutes.md", "--from", "official-record").status == 0
    return desk


def codes(done: Ran) -> set[str]:
    return {finding["code"] for finding in done.json["findings"]}


def test_a_missing_article_makes_the_check_impossible(run: Runner, begun: Path) -> None:
    (begun / "articles" / "budget.md").unlink()
    done = run("check", "--format", "json")
    assert done.status == 2
    assert any("articles/budget.md is missing" in problem["message"] for problem in done.json["problems"])


def test_a_missing_source_text_is_a_finding(run: Runner, begun: Path) -> None:
    for path in (begun / "sources" / "minutes").iterdir():
        path.unlink()
    done = run("check", "--format", "json")
    assert "CC502" in codes(done)


def test_a_second_version_of_a_record_is_a_finding(run: Runner, begun: Path) -> None:
    (begun / "claims" / "budget (1).yaml").write_bytes((begun / "claims" / "budget.yaml").read_bytes())
    done = run("check", "--format", "json")
    copies = [finding for finding in done.json["findings"] if finding["code"] == "CC006"]
    assert [finding["path"] for finding in copies] == ["claims/budget (1).yaml"]


@pytest.mark.parametrize("kept", ["[[]]", "[{}]", "7", '{"a": 1}', "[1]", "{", "null"])
def test_a_malformed_row_of_the_derived_cache_is_a_miss(
    run: Runner, begun: Path, tmp_path: Path, kept: str
) -> None:
    first = run("check", "--format", "json")
    rows = list((tmp_path / "home" / ".cache" / "claimcheck" / "derived").rglob("*.json"))
    assert rows
    for path in rows:
        path.write_text(kept)
    again = run("check", "--format", "json")
    assert (again.status, again.out) == (first.status, first.out)


@pytest.mark.parametrize("kept", [{}, {"seen": [1]}, {"judged": {}}, {"judged": {"row": []}}, [], 7])
def test_a_judgement_of_the_cache_with_another_shape_is_a_miss(
    run: Runner, begun: Path, tmp_path: Path, kept: object
) -> None:
    first = run("check", "--format", "json")
    assert "CC305" in codes(first)
    (path,) = (tmp_path / "home" / ".cache" / "claimcheck" / "derived").rglob("judged-*/*.json")
    data = json.loads(path.read_bytes()[65:])
    honest = data["articles"]["budget"]
    data["articles"]["budget"] = {**honest, **kept} if isinstance(kept, dict) and kept else kept
    written = json.dumps(data).encode()
    path.write_bytes(sha256(written).hexdigest().encode() + b"\n" + written)
    assert run("check", "--format", "json").out == first.out


def test_a_cache_in_the_workspace_is_neither_read_nor_written(
    run: Runner, begun: Path, tmp_path: Path
) -> None:
    honest = run("check", "--format", "json")
    planted, made = begun / "cached", tmp_path / "elsewhere"
    run("check", XDG_CACHE_HOME=str(made))
    made.rename(planted)
    for path in planted.rglob("*.json"):
        path.write_text("[]")
    before = sorted((path, path.stat().st_mtime_ns) for path in planted.rglob("*"))
    done = run("check", "--format", "json", XDG_CACHE_HOME=str(planted))
    assert codes(done) == codes(honest) | {"CC007"}
    assert before == sorted((path, path.stat().st_mtime_ns) for path in planted.rglob("*"))


def test_folders_of_an_earlier_version_are_deleted(run: Runner, begun: Path, tmp_path: Path) -> None:
    derived = tmp_path / "home" / ".cache" / "claimcheck" / "derived"
    old = derived / "relations-0000000000000000"
    old.mkdir(parents=True, mode=0o700)
    (old / "a.json").write_text("[]")
    (derived / "something-else").mkdir()
    run("check")
    assert not old.exists()
    assert (derived / "something-else").is_dir()


def test_a_reading_text_that_is_not_the_article_s_is_a_finding(run: Runner, begun: Path) -> None:
    assert "CC002" not in codes(run("check", "--format", "json"))
    text = begun / "claims" / "budget.txt"
    text.write_text(text.read_text() + "A sentence of its own.\n")
    assert "CC002" in codes(run("check", "--format", "json"))


@pytest.mark.parametrize("data", [ARTICLE.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + ARTICLE.encode()])
def test_line_ends_and_marks_of_an_encoding_are_no_change(run: Runner, begun: Path, data: bytes) -> None:
    (begun / "articles" / "budget.md").write_bytes(data)
    assert run("extract", "articles/budget.md").status == 0
    assert "CC002" not in codes(run("check", "--format", "json"))
