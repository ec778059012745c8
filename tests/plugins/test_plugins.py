"""Plug-ins of another package, really packaged and installed, through the program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PACKAGE = HERE / "package"
EXTENDING = HERE.parents[1] / "docs" / "extending.md"
PROGRAM = Path(sys.executable).with_name("claimcheck")
ARTICLE = "# Harbour\n\nThe iconic lighthouse was built in 1904. The council spent $41 million on the pier.\n"
NAMED = {"readers": "wire", "rules": "harbour-house", "formats": "tally", "judges": "echo"}


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Call = Callable[..., Ran]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the package of tests/plugins/package was installed into."""
    return install(PACKAGE, tmp_path_factory.mktemp("plugins"))


def install(package: Path, folder: Path) -> Path:
    source, target = folder / "source", folder / "target"
    shutil.copytree(package, source, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--target", str(target), str(source)], check=True, capture_output=True)
    return target


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    desk = tmp_path / "desk"
    (desk / "articles").mkdir(parents=True)
    (desk / "claims").mkdir()
    (desk / "articles" / "harbour.md").write_text(ARTICLE)
    return desk


@pytest.fixture
def run(desk: Path, installed: Path) -> Call:
    def call(*args: str, path: Path = installed) -> Ran:
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(desk.parent / "home"),
            "CLAIMCHECK_AS": "m.ito",
            "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
            "PYTHONPATH": str(path),
        }
        done = subprocess.run(
            [str(PROGRAM), *args], cwd=desk, capture_output=True, env=environ, text=True, check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


def settings(desk: Path, more: str = "", /, **plugins: str) -> None:
    lines = [f'{group} = ["{name}"]' for group, name in plugins.items()]
    (desk / "claimcheck.toml").write_text("\n".join([more, "[plugins]", *lines]) + "\n")


def entry_point(folder: Path, group: str, name: str, code: str) -> Path:
    """A folder with one installed module and its entry point, as an installer leaves them."""
    info = folder / "odd-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[claimcheck.{group}]\n{name} = odd:GIVEN\n")
    (folder / "odd.py").write_text(code)
    return folder


def test_a_rule_finds_in_every_format_and_fails_the_gate(run: Call, desk: Path) -> None:
    settings(desk, '[check]\nselect = ["HD1xx"]', rules="harbour-house")
    assert run("extract", "articles/harbour.md").status == 0
    text = run("check")
    assert text.status == 1
    assert "HD101 iconic-word" in text.out
    assert 'The house does not print "iconic"' in text.out
    found = json.loads(run("check", "--format", "json").out)["findings"]
    assert [(one["code"], one["line"], one["column"]) for one in found] == [("HD101", 3, 5)]
    log = json.loads(run("check", "--format", "sarif").out)["runs"][0]
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["HD101"]
    assert log["results"][0]["ruleIndex"] == 0
    assert "It is the writer's view" in run("rule", "HD101").out
    assert "HD101" in run("rule").out


def test_its_level_is_set_and_its_finding_waived_as_of_any_other_rule(run: Call, desk: Path) -> None:
    settings(
        desk,
        '[check]\nselect = ["iconic-word", "CC902"]\n[check.severity]\nHD101 = "note"',
        rules="harbour-house",
    )
    run("extract", "articles/harbour.md")
    assert run("check").status == 0
    claim = json.loads(run("check", "--format", "json").out)["findings"][0]["claim"]
    waived = run("waive", "iconic-word", claim, "--reason", "its name", "--expires", "2026-04-01")
    assert waived.status == 0, waived.err
    report = json.loads(run("check", "--format", "json").out)
    assert report["findings"] == []
    assert len(report["waived"]) == 1


def test_what_no_setting_names_does_not_run(run: Call, desk: Path) -> None:
    settings(desk)
    run("extract", "articles/harbour.md")
    assert "HD101" not in run("check").out
    assert "There is no output format 'tally'" in run("check", "--format", "tally").err
    (desk / "copy.wire").write_text("Harbour\n# own\nThe pier cost $41 million last year.\n")
    assert '"format": "txt"' in run("extract", "--json", "copy.wire").out


def test_no_entry_point_is_looked_for_unless_a_plug_in_is_named(desk: Path) -> None:
    settings(desk)
    code = (
        "import sys, importlib.metadata as m; from claimcheck.cli.main import main; asked = []\n"
        "m.entry_points = lambda group: asked.append(group) or ()\n"
        "assert main(['extract', 'articles/harbour.md']) == 0\n"
        "assert main(['check']) == 1; sys.exit(any('claimcheck' in one for one in asked))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, check=False)
    assert done.returncode == 0


def test_a_format_prints_and_writes(run: Call, desk: Path) -> None:
    settings(desk, '[check]\nselect = ["HD101"]', rules="harbour-house", formats="tally")
    run("extract", "articles/harbour.md")
    printed = run("check", "--format", "tally", "--output", "tally=tally.txt")
    assert printed.out == "1 findings\n1 HD101\n"
    assert (desk / "tally.txt").read_text() == printed.out
    assert "Did you mean tally?" in run("check", "--format", "taly").err
    assert run("check", "--format", "taly").status == 2


def test_a_reader_reads_files_of_its_suffix(run: Call, desk: Path) -> None:
    settings(desk, readers="wire")
    (desk / "copy.wire").write_text("Harbour\n# agency only 77\nThe pier cost $41 million last year.\n")
    answer = json.loads(run("extract", "--json", "copy.wire").out)
    assert answer["article"]["format"] == "wire"
    assert "agency" not in answer["article"]["text"]
    assert [claim["text"] for claim in answer["claims"]] == ["The pier cost $41 million last year."]
    assert run("extract", "copy.wire").status == 0
    assert run("source", "add", "copy.wire", "--id", "copy").status == 0


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def GIVEN(data, place):\n    raise ValueError('torn')", "failed: ValueError: torn"),
        ("GIVEN = 7", "is int, no function"),
        ("def GIVEN(data, place):\n    return 'text'", "gave str, no Document"),
        ("import nowhere_to_be_found", "cannot be imported: ModuleNotFoundError"),
        ("import os\ndef GIVEN(data, place):\n    os._exit(3)", "it crashed (exit 3)"),
        ("def GIVEN(data, place):\n    bytearray(4_000_000_000)", "MB of memory"),
        ("from pathlib import Path\ndef GIVEN(data, place):\n    Path(__file__).with_name('x').write_text('x')", "failed: OSError"),
    ],
)  # fmt: skip
def test_a_reader_that_fails_is_one_error(
    run: Call, desk: Path, tmp_path: Path, code: str, says: str
) -> None:
    settings(desk, readers="wire")
    (desk / "copy.wire").write_text("Harbour\n")
    odd = entry_point(tmp_path / "odd", "readers", "wire", code)
    told = run("extract", "copy.wire", path=odd)
    assert told.status == 2
    assert says in told.err
    assert len(told.err.splitlines()) == 1


def test_a_judge_proposes_and_the_facts_overrule_it(run: Call, desk: Path) -> None:
    settings(desk, '[judges]\nuse = ["facts", "echo"]', judges="echo")
    (desk / "articles" / "harbour.md").write_text(
        "# Harbour\n\nThe council spent $41 million on the pier.\n\n"
        "Fishing crews in the northern bay fear the new quay will drive the herring away.\n"
    )
    (desk / "minutes.txt").write_text(
        "Minutes of the council.\n\nThe council spent $52 million on the pier.\n\n"
        "Crews in the northern bay say the herring may leave because of the quay.\n"
    )
    run("extract", "articles/harbour.md")
    assert run("source", "add", "minutes.txt", "--id", "minutes").status == 0
    linked = run("link")
    assert linked.status == 0, linked.err
    assert "Judge echo:" in linked.err
    assert "0 answers overruled" not in linked.err
    record = (desk / "claims" / "harbour.yaml").read_text()
    assert "plugin:echo" in record
    by_echo = [part for part in record.split("- source:") if "plugin:echo" in part]
    assert all("supports" in part and "$52" not in part.split("prefix")[0] for part in by_echo)


@pytest.mark.parametrize(
    ("group", "name", "code", "says"),
    [
        ("rules", "odd", "import nowhere_to_be_found", "cannot be imported: ModuleNotFoundError"),
        ("rules", "odd", "GIVEN = 7", "a list of pairs (Rule, check)"),
        ("rules", "odd", "{rule}GIVEN = [(Rule('CC999', 'odd', 'error', page='P'), print)]", "letters other than CC"),
        ("rules", "odd", "{rule}GIVEN = [(Rule('odd1', 'odd', 'error', page='P'), print)]", "such as XX101"),
        ("rules", "odd", "{rule}GIVEN = [(Rule('XX101', 'odd', 'error'), print)]", "XX101 has no page"),
        ("rules", "odd", "{rule}GIVEN = [(Rule('XX101', 'uncited', 'error', page='P'), print)]", "there is a rule uncited already"),
        ("rules", "odd", "{rule}GIVEN = [(Rule('XX101', 'a', 'error', page='P'), print), (Rule('XX101', 'b', 'error', page='P'), print)]", "there is a rule XX101 already"),
        ("formats", "odd", "GIVEN = 7", "a function from a Report to text"),
        ("formats", "json", "GIVEN = print", "claimcheck has a format of that name"),
        ("judges", "odd", "GIVEN = 7", "it has no method judge"),
        ("judges", "facts", "GIVEN = 7", "claimcheck has a judge of that name"),
        ("readers", "pdf", "GIVEN = 7", "claimcheck reads .pdf files itself"),
        ("readers", "A.b", "GIVEN = 7", "a suffix in lower case without its dot"),
    ],
)  # fmt: skip
def test_a_plug_in_of_the_wrong_shape_is_one_error(
    run: Call, desk: Path, tmp_path: Path, group: str, name: str, code: str, says: str
) -> None:
    settings(desk)
    run("extract", "articles/harbour.md")
    (desk / "minutes.txt").write_text("The council met.\n")
    run("source", "add", "minutes.txt")
    settings(desk, f'[judges]\nuse = ["{name}"]' if group == "judges" else "", **{group: name})
    rule = "from claimcheck.rules.registry import Rule\n"
    odd = entry_point(tmp_path / "odd", group, name, code.replace("{rule}", rule))
    command = {"judges": ["link"], "readers": ["extract", "articles/harbour.md"]}.get(group, ["check"])
    told = run(*command, path=odd)
    assert (told.status, told.out) == (2, "")
    assert says in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("group", ["rules", "formats", "readers"])
def test_a_plug_in_that_is_not_installed_is_one_error(run: Call, desk: Path, group: str) -> None:
    settings(desk)
    run("extract", "articles/harbour.md")
    settings(desk, **{group: f"{NAMED[group]}s"})
    told = run(
        "check" if group != "readers" else "extract", *(["articles/harbour.md"] if group == "readers" else [])
    )
    assert told.status == 2
    assert f'Did you mean "{NAMED[group]}"?' in told.err
    assert "pip install" in told.err


def test_a_judge_that_nobody_named_among_the_plug_ins_is_one_error(run: Call, desk: Path) -> None:
    settings(desk)
    run("extract", "articles/harbour.md")
    (desk / "minutes.txt").write_text("The council met.\n")
    run("source", "add", "minutes.txt")
    settings(desk, '[judges]\nuse = ["fact"]')
    told = run("link")
    assert told.status == 2
    assert 'judges.use names "fact", which is no judge. Did you mean "facts"?' in told.err


@pytest.mark.parametrize(
    "check", ['severity = { HD110 = "note" }', 'ignore = ["iconic-words"]', 'select = ["HD110"]']
)
def test_an_unknown_code_is_told_with_the_plug_ins_nearest(run: Call, desk: Path, check: str) -> None:
    settings(desk, f"[check]\n{check}", rules="harbour-house")
    run("extract", "articles/harbour.md")
    told = run("check")
    assert told.status == 2
    assert "Did you mean HD101?" in told.out or "Did you mean iconic-word?" in told.out


@pytest.mark.parametrize("body", ["    raise ValueError('no')", "    return [7]"])
def test_a_rule_that_fails_is_told_and_the_others_run(
    run: Call, desk: Path, tmp_path: Path, body: str
) -> None:
    settings(desk, rules="odd")
    code = (
        "from claimcheck.rules.registry import Rule\n"
        f"def check(context):\n{body}\n"
        "GIVEN = [(Rule('XX101', 'odd', 'error', page='P'), check)]\n"
    )
    run("extract", "articles/harbour.md")
    told = run("check", path=entry_point(tmp_path / "odd", "rules", "odd", code))
    assert told.status == 2
    assert "CC090" in told.out
    assert "CC101" in told.out


def test_a_format_that_fails_is_one_error(run: Call, desk: Path, tmp_path: Path) -> None:
    settings(desk, formats="odd")
    run("extract", "articles/harbour.md")
    odd = entry_point(tmp_path / "odd", "formats", "odd", "def GIVEN(report):\n    return 7\n")
    told = run("check", "--format", "odd", path=odd)
    assert (told.status, told.out) == (2, "")
    assert "it gave int instead of text" in told.err


def test_a_change_cannot_switch_its_rules_off(run: Call, desk: Path) -> None:
    settings(desk, rules="harbour-house")
    run("extract", "articles/harbour.md")
    commit(desk)
    settings(desk, '[check]\nignore = ["CC1"]')
    found = json.loads(run("check", "--policy-from", "HEAD", "--format", "json").out)["findings"]
    assert {"HD101", "CC101", "CC906"} <= {one["code"] for one in found}
    assert any("plug-in rules of harbour-house" in one["message"] for one in found)


def commit(desk: Path) -> None:
    who: Mapping[str, str] = {"PATH": os.environ["PATH"], "HOME": str(desk.parent / "home")}
    for args in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=M", "-c", "user.email=m@desk.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *args], cwd=desk, env=who, check=True)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.*")), ids=lambda path: path.name)
def test_the_example_of_the_documentation_is_what_was_installed(path: Path) -> None:
    if path.suffix in (".py", ".toml") and path.name != "__init__.py":
        assert path.read_text().strip() in EXTENDING.read_text(), path
