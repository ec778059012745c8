from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_strategies import claim_files, claims

from claimcheck.records import codec
from claimcheck.records.codec import DuplicateClaim
from claimcheck.records.complaints import UnknownVersion
from claimcheck.records.dialect import ConflictMarkers
from claimcheck.records.edits import Editor
from claimcheck.records.models import Claim, ClaimFile
from claimcheck.records.rewriting import WouldBeUnreadable
from claimcheck.records.workspace import Workspace

relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    (tmp_path / "desk" / "claims").mkdir(parents=True)
    (tmp_path / "desk" / "claimcheck.toml").touch()
    return Editor(Workspace(tmp_path / "desk"), tmp_path / "cache")


def put(editor: Editor, text: str) -> Path:
    path = editor.workspace.claims_path("harbour")
    path.write_bytes(text.encode())
    return path


@st.composite
def commented(draw: st.DrawFn, record: ClaimFile) -> str:
    """The record's text with comments and blank lines strewn in where YAML allows them."""
    lines = []
    for line in codec.dump_claims(record).splitlines():
        if draw(st.integers(0, 5)) == 0:
            lines.append(draw(st.sampled_from(["# a remark", "", "   # - id: harbour/aaaaaaaa", "  "])))
        lines.append(line)
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, "# the end", ""])


@relaxed
@given(st.data())
def test_an_edit_leaves_all_other_bytes_alone(editor: Editor, data: st.DataObject) -> None:
    record = data.draw(claim_files(least=1))
    text = data.draw(commented(record))
    path = put(editor, text)
    index = data.draw(st.integers(0, len(record.claims) - 1))
    new = data.draw(claims(record.claims[index].id))

    editor.change_claim(new.id, lambda old: new)

    after = path.read_bytes().decode()
    assert codec.load_claims(after.encode(), "claims/harbour.yaml").claims[index] == new
    begin = text.index(f"- id: {new.id}\r" if "\r" in text else f"- id: {new.id}\n", text.index("\nclaims:"))
    while text[begin - 1] != "\n" or text[begin:].startswith("   #"):
        begin = text.index(f"- id: {new.id}", begin + 1)
    assert after[:begin] == text[:begin]
    following = text.find("\n- id: ", begin)
    tail = text[following:] if following >= 0 else "# the end"
    assert tail.strip() in after
    others = [claim for number, claim in enumerate(record.claims) if number != index]
    kept = codec.load_claims(after.encode(), "claims/harbour.yaml").claims
    assert [claim for number, claim in enumerate(kept) if number != index] == others
    assert after.count("# the end") == 1


@relaxed
@given(st.data())
def test_a_whole_file_edit_gives_what_was_meant(editor: Editor, data: st.DataObject) -> None:
    old, new = data.draw(claim_files()), data.draw(claim_files())
    path = put(editor, data.draw(commented(old)))
    editor.change_claims("harbour", lambda _: new)
    assert codec.load_claims(path.read_bytes(), "claims/harbour.yaml") == new


def sentence(key: str, text: str) -> str:
    return (
        f'- id: harbour/{key}\n  text: "{text}"\n  anchor: {{start: 0, end: {len(text)}}}\n'
        "  kind: event\n  check_worthiness: {label: CFS, score: 0.5}\n"
    )


HEAD = f'claimcheck: 1\narticle: {{title: "T", path: "a.md", sha256: "{"0" * 64}"}}\nclaims:\n'


def restate(text: str):
    def change(old: Claim) -> Claim:
        anchor = {"start": 5, "end": 5 + len(text)}
        return Claim.model_validate({**old.model_dump(), "text": text, "anchor": anchor})

    return change


def test_only_the_changed_lines_of_a_record_change(editor: Editor) -> None:
    text = (
        HEAD
        + "# above\n"
        + sentence("aaaaaaaa", "One.")
        + "  # inside\n  was: 'once'   # why\n"
        + sentence("bbbbbbbb", "Two.")
    )
    path = put(editor, text)
    editor.change_claim("harbour/aaaaaaaa", lambda old: old.model_copy(update={"was": "twice"}))
    assert path.read_text() == text.replace("'once'   # why", '"twice"   # why')


def test_a_quoted_id_and_indented_lists_are_found(editor: Editor) -> None:
    inner = "".join(
        f"  {line}\n"
        for line in sentence("aaaaaaaa", "One.")
        .replace("harbour/aaaaaaaa", '"harbour/aaaaaaaa"')
        .splitlines()
    )
    path = put(editor, HEAD + inner + "# end\n")
    editor.change_claim("harbour/aaaaaaaa", restate("Uno."))
    assert path.read_text() == (HEAD + inner + "# end\n").replace("One.", "Uno.").replace(
        "start: 0, end: 4", "start: 5, end: 9"
    )


def test_a_file_in_flow_style_is_edited_in_place(editor: Editor) -> None:
    claim = '{id: harbour/aaaaaaaa, text: "One.", anchor: {start: 0, end: 4},\n  kind: event, check_worthiness: {label: CFS, score: 0.5}}'
    other = claim.replace("aaaaaaaa", "bbbbbbbb")
    path = put(editor, HEAD.replace("claims:\n", f"claims: [  {other} ,\n # here\n {claim}  ]\n# end\n"))
    editor.change_claim("harbour/aaaaaaaa", restate("Uno."))
    after = path.read_text()
    assert f"claims: [  {other} ,\n # here\n " in after
    assert after.endswith("  ]\n# end\n")
    assert [claim.text for claim in codec.load_claims(after.encode(), "claims/harbour.yaml").claims] == [
        "One.",
        "Uno.",
    ]


def test_a_file_with_wrapped_texts_is_edited_in_place(editor: Editor) -> None:
    wrapped = sentence("aaaaaaaa", "One two.").replace("One two", "One\n    two")
    text = HEAD + wrapped + "# between\n" + sentence("bbbbbbbb", "Two.") + "# end\n"
    path = put(editor, text)
    editor.change_claim("harbour/bbbbbbbb", restate("Due."))
    assert path.read_text() == text.replace('"Two."', '"Due."').replace(
        "{start: 0, end: 4}", "{start: 5, end: 9}"
    )
    editor.change_claim("harbour/aaaaaaaa", restate("Uno due."))
    assert codec.load_claims(path.read_bytes(), "claims/harbour.yaml").claims[0].text == "Uno due."
    assert "# between\n- id: harbour/bbbbbbbb\n" in path.read_text()


def test_an_edit_that_changes_nothing_does_not_touch_the_file(editor: Editor) -> None:
    path = put(editor, HEAD + sentence("aaaaaaaa", "One."))
    before = path.stat()
    assert not editor.change_claim("harbour/aaaaaaaa", lambda old: old).changed
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_what_could_not_be_read_again_is_never_written(editor: Editor) -> None:
    path = put(editor, HEAD + sentence("aaaaaaaa", "One."))
    before = path.read_bytes()
    broken = {"text": "longer than its anchor"}
    with pytest.raises(WouldBeUnreadable, match="Nothing was written"):
        editor.change_claim("harbour/aaaaaaaa", lambda old: old.model_copy(update=broken))
    record = editor.workspace.article("harbour").record
    doubled = record.model_copy(update={"claims": record.claims * 2})
    for slug in ("harbour", "pier"):
        with pytest.raises(WouldBeUnreadable):
            editor.change_claims(slug, lambda _: doubled)
    assert path.read_bytes() == before
    assert not editor.workspace.claims_path("pier").exists()


def test_a_claim_given_twice_is_not_edited_by_guess(editor: Editor) -> None:
    path = put(editor, HEAD + sentence("aaaaaaaa", "One.") + sentence("aaaaaaaa", "Two."))
    before = path.read_bytes()
    with pytest.raises(DuplicateClaim, match="given twice"):
        editor.change_claim("harbour/aaaaaaaa", restate("Uno."))
    assert path.read_bytes() == before


def test_a_file_that_is_broken_elsewhere_is_not_written_over(editor: Editor) -> None:
    path = put(editor, "<<<<<<< HEAD\n" + HEAD + sentence("aaaaaaaa", "One."))
    with pytest.raises(ConflictMarkers):
        editor.change_claim("harbour/aaaaaaaa", restate("Uno."))
    path.write_text(HEAD.replace("claimcheck: 1", "claimcheck: 2") + sentence("aaaaaaaa", "One."))
    with pytest.raises(UnknownVersion):
        editor.change_claim("harbour/aaaaaaaa", restate("Uno."))


def test_a_comment_behind_a_changed_value_stays(editor: Editor) -> None:
    claim = sentence("aaaaaaaa", "One.").replace("kind: event", "kind: event   # for now")
    path = put(editor, HEAD + claim + "  was: 'a # b'" + " " * 100_000 + "# why\n")
    editor.change_claim("harbour/aaaaaaaa", lambda old: old.model_copy(update={"kind": "state", "was": "c"}))
    after = path.read_text()
    assert "  kind: state   # for now\n" in after
    assert after.endswith('  was: "c"' + " " * 100_000 + "# why\n")
