"""Bad input: one clear line, the right exit status, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from calling import Runner

GOOD = "The council approved the budget on Tuesday. The vote was seven to two.\n"


def one_clear_line(err: str) -> str:
    assert "Traceback" not in err
    assert "unexpected" not in err
    lines = [line for line in err.strip().splitlines() if line]
    assert len(lines) == 1, err
    return lines[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"caf\xe9 council\n", "UTF-8"),
        (b"a\x00b\n", "NUL"),
    ],
)
def test_unreadable_articles(run: Runner, desk: Path, content: bytes, says: str) -> None:
    (desk / "draft.txt").write_bytes(content)
    done = run("check", "draft.txt")
    assert done.status == 2
    line = one_clear_line(done.err)
    assert says.lower() in line.lower()
    assert "draft.txt" in line


def test_a_missing_file_and_a_directory(run: Runner, desk: Path) -> None:
    (desk / "folder").mkdir()
    for name in ("missing.md", "folder"):
        done = run("check", name)
        assert done.status == 2
        assert name in one_clear_line(done.err)


def test_utf16_with_its_mark_is_read(run: Runner, desk: Path) -> None:
    (desk / "draft.txt").write_bytes(GOOD.encode("utf-16"))
    assert len(run("extract", "--json", "draft.txt").json["claims"]) == 2


@pytest.mark.parametrize(
    "content",
    ["word " * 1_000_000, '"' * 50_000, "<div>" * 100_000 + "text" + "</div>" * 100_000, "[" * 50_000],
    ids=["5 MB in a line", "50,000 quotation marks", "100,000 nested tags", "50,000 brackets"],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_hostile_articles_end_soon_and_clearly(run: Runner, desk: Path, content: str, suffix: str) -> None:
    (desk / f"draft{suffix}").write_text(content)
    done = run("check", f"draft{suffix}")
    assert done.status in (0, 1, 2)
    assert "Traceback" not in done.err
    assert "unexpected" not in done.err


RECORD = "claims/draft.yaml"


def recorded(run: Runner, desk: Path) -> Path:
    (desk / "articles").mkdir()
    (desk / "articles" / "draft.txt").write_text(GOOD)
    run("init")
    assert run("extract", "articles/draft.txt").status == 0
    return desk / RECORD


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: text.replace("claimcheck: 1", "claimcheck: 9"), "version"),
        (lambda text: text.replace("kind: ", "kidn: ", 1), "kind"),
        (lambda text: text[: len(text) // 2], ""),
        (
            lambda text: text.replace("claims:", "<<<<<<< HEAD\nclaims:\n=======\n>>>>>>> other", 1),
            "conflict",
        ),
        (lambda text: text + "claims: []\n", "twice"),
        (lambda text: text.replace("article:", "article: &a", 1), "&"),
        (lambda text: text.replace('title: "', 'title: !!python/object:os.system "', 1), "!"),
        (lambda text: "a: " + "[" * 50_000, ""),
        (lambda text: text.replace("- id: draft/", "- id: ../draft/", 1), "id"),
    ],
    ids=["version", "key", "half", "conflict", "twice", "alias", "tag", "nested", "dots"],
)
def test_damaged_records_stop_the_gate_with_place_and_remedy(
    run: Runner, desk: Path, damage: object, says: str
) -> None:
    path = recorded(run, desk)
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    before = path.read_bytes()
    done = run("check")
    assert done.status == 2
    assert "Traceback" not in done.err + done.out
    assert RECORD in done.out
    assert says.lower() in done.out.lower()
    assert path.read_bytes() == before
    extracted = run("extract", "articles/draft.txt")
    assert extracted.status == 2, "nothing is written over a record that cannot be read"
    assert path.read_bytes() == before


def test_a_link_out_of_the_workspace_is_refused(run: Runner, desk: Path, tmp_path: Path) -> None:
    path = recorded(run, desk)
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)
    done = run("check")
    assert done.status == 2
    assert "the workspace" in done.out
    assert RECORD in done.out


def test_ids_given_twice_are_refused(run: Runner, desk: Path) -> None:
    path = recorded(run, desk)
    text = path.read_text()
    ids = [line.split("id: ")[1] for line in text.splitlines() if line.startswith("- id: ")]
    path.write_text(text.replace(ids[1], ids[0]))
    done = run("check")
    assert done.status == 2
    assert ids[0] in done.out


@pytest.mark.parametrize(
    "args", [("chek",), ("check", "--format", "xml"), ("rule", "CC999"), ("explain", "x/aaaaaaaa")]
)
def test_usage_errors_are_2_with_a_hint(run: Runner, desk: Path, args: tuple[str, ...]) -> None:
    recorded(run, desk)
    done = run(*args)
    assert done.status == 2
    assert "Traceback" not in done.err


def test_outside_a_workspace_the_remedy_is_named(run: Runner) -> None:
    done = run("link")
    assert done.status == 2
    assert "claimcheck init" in one_clear_line(done.err)


def test_unknown_settings_are_refused_with_a_suggestion(run: Runner, desk: Path) -> None:
    recorded(run, desk)
    (desk / "claimcheck.toml").write_text('[check]\nfail_onn = "note"\n')
    done = run("check")
    assert done.status == 2
    assert "fail_on" in one_clear_line(done.err)


def test_a_closed_pipe_is_no_error(run: Runner, desk: Path) -> None:
    recorded(run, desk)
    read, write = os.pipe()
    os.close(read)
    import subprocess

    from calling import PROGRAM

    done = subprocess.run(
        [str(PROGRAM), "rule"], cwd=desk, stdout=write, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(write)
    assert b"Traceback" not in done.stderr
    assert done.stderr == b""


def test_a_bad_line_is_answered_and_the_rest_judged(run: Runner) -> None:
    lines = (
        b'{"id": 1, "text": "The bridge cost $4 million."}\nnot json\n{"id": 3}\n\n{"id": 4, "text": "Hi!"}\n'
    )
    done = run("judge", "worthiness", "-", stdin=lines)
    assert done.status == 2
    import json

    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, 3, 4]
    assert ["error" in answer for answer in answers] == [False, True, True, False]


def test_a_private_name_never_reaches_what_is_printed(run: Runner, desk: Path) -> None:
    recorded(run, desk)
    (desk.parent / "leak.txt").write_text("Zebediah Quill says the valve was shut.\n")
    done = run("source", "add", str(desk.parent / "leak.txt"), "--confidential", "--title", "Zebediah Quill")
    assert done.status == 0, done.err
    outputs = [done, run("source", "list"), run("check"), run("status"), run("report"), run("link")]
    held = "".join(path.read_text() for path in desk.rglob("*") if path.is_file())
    for text in [held, *(out.out + out.err for out in outputs)]:
        assert "Zebediah" not in text
        assert "valve" not in text


def test_one_of_several_articles_that_is_not_recorded_is_named(run: Runner, desk: Path) -> None:
    (desk / "a.txt").write_text(GOOD)
    (desk / "b.txt").write_text(GOOD)
    run("init")
    run("extract", "a.txt")
    done = run("check", "a.txt", "missing.txt")
    assert done.status == 2
    assert one_clear_line(done.err) == "claimcheck: missing.txt: There is no such file. Check the path."
    done = run("check", "a.txt", "b.txt")
    assert done.status == 2
    assert "claimcheck extract b.txt" in one_clear_line(done.err)


def test_a_folder_that_is_not_there_is_named(run: Runner, desk: Path) -> None:
    (desk / "a.txt").write_text(GOOD)
    run("init")
    run("extract", "a.txt")
    for call in (
        ("export", "csv", "-o", "out/today/claims.csv"),
        ("report", "-o", "out/today/report.md"),
        ("check", "--output", "json=out/today/found.json"),
    ):
        done = run(*call)
        assert done.status == 2
        assert "there is no folder out/today. Make it first" in one_clear_line(done.err)
    assert not (desk / "out").exists()


def test_a_waiver_for_what_is_no_claim_says_what_to_do_instead(run: Runner, desk: Path) -> None:
    (desk / "a.txt").write_text(GOOD)
    run("init")
    run("extract", "a.txt")
    done = run("waive", "CC505", "minutes", "--reason", "known", "--expires", "2026-12-31")
    assert done.status == 2
    line = one_clear_line(done.err)
    assert "[check.severity]" in line
    assert "baseline add" in line
    assert not (desk / "claims/waivers.yaml").exists()


@pytest.mark.parametrize("broken", [False, True])
def test_an_article_that_is_refused_leaves_the_text_on_record(run: Runner, desk: Path, broken: bool) -> None:
    (desk / "draft.md").write_text(GOOD)
    (desk / "sub").mkdir()
    (desk / "sub" / "draft.md").write_text("Other words entirely. Prices rose 5 percent.\n")
    run("init")
    run("extract", "draft.md")
    if broken:
        with (desk / "claims" / "draft.yaml").open("a") as record:
            record.write("<<<<<<< ours\n")
    before = {path: path.read_bytes() for path in (desk / "claims").iterdir()}
    done = run("extract", "sub/draft.md")
    assert done.status == 2
    one_clear_line(done.err)
    assert {path: path.read_bytes() for path in (desk / "claims").iterdir()} == before
