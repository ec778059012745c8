"""Keys of one's own: from the user's settings alone, and what is shown is what they do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pexpect
import pytest
from review_desk import MAY, PIER, QUOTE, Sitting, lay_out
from test_review_terminal import PROGRAM

from claimcheck.records.settings import PersonalSetting, load_settings
from claimcheck.records.workspace import Workspace
from claimcheck.review.keys import BINDINGS, KeyTaken, NoKey, UnknownAction, action_for, hints, rebound
from claimcheck.review.web.pages.keys import PAGE_BINDINGS


def bound(**own: str | list[str]):  # type: ignore[no-untyped-def]
    keys = {action: [key] if isinstance(key, str) else key for action, key in own.items()}
    return rebound(BINDINGS, keys, "own.toml", {binding.action for binding in PAGE_BINDINGS})


def test_a_key_of_ones_own_takes_the_place_of_the_usual_ones() -> None:
    keys = bound(verify="z", next_claim=["J", "right"])
    assert [action_for(key, keys) for key in ("z", "v", "J", "right", "n", "a")] == [
        "verify", None, "next_claim", "next_claim", None, "accept",
    ]  # fmt: skip
    assert bound() == BINDINGS


def test_two_actions_may_change_places() -> None:
    keys = bound(accept="r", reject="a")
    assert (action_for("r", keys), action_for("a", keys)) == ("accept", "reject")


def test_an_unknown_action_gets_a_suggestion() -> None:
    with pytest.raises(UnknownAction, match='Did you mean "accept"') as caught:
        bound(acept="z")
    assert caught.value.place == "own.toml"
    with pytest.raises(UnknownAction, match="There are: accept, "):
        bound(zzzzzz="z")


def test_an_action_that_only_the_page_has_is_none_of_the_terminals_business() -> None:
    assert bound(split="X") == BINDINGS
    page = rebound(PAGE_BINDINGS, {"split": ["X"]}, "own.toml", {binding.action for binding in BINDINGS})
    assert action_for("X", page) == "split"


@pytest.mark.parametrize(
    "own", [{"accept": "r"}, {"accept": "z", "reject": "z"}, {"verify": "esc"}, {"sign": "?"}]
)
def test_one_key_never_does_two_things(own: dict[str, str]) -> None:
    with pytest.raises(KeyTaken, match="would be both") as caught:
        bound(**own)
    assert "[review.keys]" in caught.value.remedy


@pytest.mark.parametrize("key", ["", "ab", "1", "ctrl-x", "\x1b", "\n", "\u202e", " "])
def test_what_is_no_key_is_refused_with_the_names_there_are(key: str) -> None:
    with pytest.raises(NoKey, match="pagedown"):
        bound(accept=key)


def test_esc_always_leaves() -> None:
    keys = bound(leave="x")
    assert [action_for(key, keys) for key in ("x", "esc")] == ["leave", "leave"]


def test_no_action_needs_a_key_and_the_screens_say_so() -> None:
    assert "– waive" not in hints(bound(waive=[]))
    assert hints(bound(sign=[])).count("– sign") == 1


def test_the_screens_show_the_keys_as_they_are(sitting: Sitting) -> None:
    sitting.keys = bound(
        verify="z", open_help="H", quit="X", choose_filter="F", scroll_down="d", open_dropped="D"
    )
    sitting.open()
    assert "z verified" in sitting.screen()
    assert "H keys" in sitting.screen()
    sitting.press("v")
    assert "Press H" in sitting.reviewer.message
    assert sitting.claim(QUOTE).signoffs == []
    sitting.press("z")
    assert sitting.claim(QUOTE).signoffs
    assert sitting.here == PIER
    sitting.press("H")
    assert "  z               sign as verified" in sitting.whole()
    sitting.press("X")
    assert (sitting.reviewer.pane, sitting.reviewer.done) == ("claim", False), (
        "what quits closes what is open first"
    )
    sitting.press("D", "d", "enter")
    sitting.type("")
    assert [claim.id for claim in Workspace(sitting.root).article("pier").record.claims][:3] == [
        QUOTE,
        PIER,
        MAY,
    ]
    assert Workspace(sitting.root).article("pier").record.dropped == []


def test_a_workspace_cannot_set_anybodys_keys(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('[desk]\ntime_zone = "UTC"\n\n[review.keys]\naccept = "r"\n')
    with pytest.raises(PersonalSetting, match="CLAIMCHECK_REVIEW_KEYS") as caught:
        load_settings(tmp_path)
    assert caught.value.place == "claimcheck.toml:4"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    lay_out(root)
    (root / "articles/pier.md").write_text("The pier.\n")
    (tmp_path / "home/.config/claimcheck").mkdir(parents=True)
    return root


def environ(desk: Path, **more: str) -> dict[str, str]:
    home = desk.parent / "home"
    return {"PATH": os.environ["PATH"], "HOME": str(home), "CLAIMCHECK_AS": "ann", "TERM": "xterm", **more}


def test_the_users_own_settings_are_obeyed(desk: Path) -> None:
    own = desk.parent / "home/.config/claimcheck/claimcheck.toml"
    own.write_text('[review.keys]\nverify = ["Y", "space"]\npage_down = "pagedown"\n')
    command = [str(PROGRAM), "review", "--terminal"]
    child = pexpect.spawn(
        command[0], command[1:], cwd=str(desk), env=environ(desk), timeout=20, encoding="utf-8"
    )
    child.expect("Y verified")
    child.send(" ")
    child.expect("Saved: signed: verified")
    child.send("q")
    child.expect(pexpect.EOF)
    assert Workspace(desk).claim(QUOTE)[1].signoffs


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ('[review.keys]\nverfiy = "z"\n', 'Did you mean "verify"?'),
        ('[review.keys]\nverify = "a"\n', "would be both accept and verify"),
        ("[review.keys]\nverify = 3\n", "review.keys"),
        ("[review]\nkeyz = {}\n", 'Did you mean "keys"?'),
    ],
)
def test_wrong_keys_end_in_one_line(desk: Path, own: str, says: str) -> None:
    (desk.parent / "home/.config/claimcheck/claimcheck.toml").write_text(own)
    done = subprocess.run(
        [str(PROGRAM), "review", "--terminal"], cwd=desk, env=environ(desk), input=b"q\n", capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert "claimcheck.toml" in done.stderr.decode()
    assert len(done.stderr.decode().strip().splitlines()) == 1
