from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.documents.model import Block, Document, Locator
from claimcheck.documents.reading import read_text_document
from claimcheck.records.edits import Editor
from claimcheck.records.initialise import init_workspace
from claimcheck.records.models import Claim, Evidence, Source, StoredFile, Testimony
from claimcheck.records.private import ConfidentialSource, PrivateStore
from claimcheck.records.workspace import Workspace
from claimcheck.sources.adding import (
    AlreadyRecorded,
    Details,
    UnknownParent,
    add_citation,
    add_document,
    add_testimony,
    slug_of,
)
from claimcheck.sources.confidential import add_confidential
from claimcheck.sources.copies import find_copies
from claimcheck.sources.grading import grade_for
from claimcheck.sources.texts import (
    SourceText,
    UnreadableBlocks,
    dump_blocks,
    load_text,
    parse_blocks,
    text_hash,
)
from claimcheck.sources.using import descendants, uses_of

NOW = "2026-03-04T09:00:00Z"
TEXT = "# Minutes\n\nThe council approved the budget of $41,200,000 by six votes to three.\n"


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    root = tmp_path / "desk"
    init_workspace(root)
    return Editor(Workspace(root), tmp_path / "cache")


def add(editor: Editor, name: str = "minutes", text: str = TEXT, **details: object) -> Source:
    document = read_text_document(text, "md")
    return add_document(editor, name, text.encode(), document, Details(**details), NOW)  # type: ignore[arg-type]


def test_a_document_is_stored_with_hash_grade_and_title(editor: Editor) -> None:
    source = add(editor, provider="official-record", original=True)
    assert (source.title, source.tier, source.reliability, source.lineage) == (
        "Minutes",
        "primary",
        "A",
        "original",
    )
    assert source.text is not None
    assert source.text.sha256 == text_hash(TEXT)
    assert source.snapshot is None, "the file is the reading text itself, so it is not kept twice"
    loaded = load_text(editor.workspace, editor.workspace.source("minutes").record)
    assert loaded is not None
    assert (loaded.text, loaded.changed) == (TEXT, False)
    assert [block.kind for block in loaded.blocks] == ["headline", "paragraph"]


def test_an_extracted_document_keeps_the_file_as_obtained(editor: Editor) -> None:
    document = Document("Said so.", "html", (Block("paragraph", 0, 8),), extracted=True)
    source = add_document(editor, "page", b"<p>Said so.</p>", document, Details(), NOW)
    assert source.snapshot is not None
    assert (editor.workspace.root / source.snapshot.path).read_bytes() == b"<p>Said so.</p>"


def test_a_text_that_changed_on_disk_is_noticed(editor: Editor) -> None:
    source = add(editor)
    assert source.text is not None
    (editor.workspace.root / source.text.path).write_text(TEXT + "More.\n")
    loaded = load_text(Workspace(editor.workspace.root), source)
    assert loaded is not None
    assert loaded.changed


def test_a_name_is_given_once(editor: Editor) -> None:
    add(editor)
    with pytest.raises(AlreadyRecorded, match="--id"):
        add(editor)


def test_a_parent_must_exist(editor: Editor) -> None:
    with pytest.raises(UnknownParent, match="nowhere"):
        add(editor, derived_from=("nowhere",))
    with pytest.raises(UnknownParent, match="No Such"):
        add(editor, derived_from=("No Such/Thing",))
    assert editor.workspace.source_ids() == []


def test_what_is_only_cited_says_where_it_could_be_had(editor: Editor) -> None:
    source = add_citation(editor, "yearbook", "the institute's library", Details(title="Yearbook"), NOW)
    assert (source.obtainable, source.text) == ("the institute's library", None)
    assert load_text(editor.workspace, source) is None


def test_a_testimony_is_its_answer(editor: Editor) -> None:
    said = Testimony(who="Clerk", when=NOW, by="m.ito", answer="Six to three.")
    source = add_testimony(editor, "clerk", said, Details(provider="named-witness"), NOW)
    loaded = load_text(editor.workspace, source)
    assert loaded is not None
    assert (loaded.text, loaded.blocks[0].speaker) == ("Six to three.", "Clerk")


def test_a_confidential_source_leaves_nothing_in_the_workspace(editor: Editor, tmp_path: Path) -> None:
    store = PrivateStore(tmp_path / "data")
    secret = ConfidentialSource(
        name="Zebediah Quill", file_name="zq.eml", contact="0555 123", text="It was the valve."
    )
    details = Details(
        title="Zebediah Quill", authors=("Zebediah Quill",), url="https://zq.example", notes="met at 9"
    )
    source = add_confidential(editor, store, secret, details, by="m.ito")
    assert source.private is not None
    assert store.load(source.private) == secret
    for path in editor.workspace.root.rglob("*"):
        if path.is_file():
            held = path.read_text(encoding="utf-8")
            assert not any(word in held for word in ("Zebediah", "zq.", "0555", "valve", "met at"))
    assert load_text(editor.workspace, source) is None


def test_a_party_is_a_good_witness_of_its_own_words_only(editor: Editor) -> None:
    source = add(editor, provider="party")
    assert grade_for(source, "statement").reliability == "B"
    assert grade_for(source, "content").reliability == "D"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Minutes of 3 March", "minutes-of-3-march"),
        ("Çok güzel!", "cok-guzel"),
        ("--x--", "x"),
        ("A" * 200, "a" * 80),
    ],
)
def test_names_become_legal_ids(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_name_without_latin_letters_still_becomes_an_id() -> None:
    assert slug_of("議事録") == slug_of("議事録") != slug_of("記録")


def test_blocks_survive_being_stored() -> None:
    blocks = (
        Block("headline", 0, 4, level=1),
        Block("cue", 5, 9, locator=Locator(page=2, time="00:01:02"), speaker="RENN", heard=False),
    )
    assert parse_blocks(dump_blocks(blocks), 9) == blocks


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"claimcheck": 2, "blocks": []}', '{"claimcheck": 1, "blocks": [{}]}']
)
def test_a_damaged_block_list_is_one_clear_error(editor: Editor, damage: str) -> None:
    source = add(editor)
    (editor.workspace.source_folder("minutes") / "blocks.json").write_text(damage)
    with pytest.raises(UnreadableBlocks, match=r"blocks\.json|list of blocks"):
        load_text(Workspace(editor.workspace.root), source)


def source_text(name: str, text: str, published: str | None) -> SourceText:
    stored = StoredFile(path=name, sha256=text_hash(text))
    source = Source(claimcheck=1, id=name, title=name, published=published, text=stored)
    return SourceText(source, text, (), f"sha256:{text_hash(text)}")


RELEASE = "Ticket sales at the festival rose by eighteen percent last year, the best result since the festival began."


def test_the_later_of_two_like_texts_is_the_copy() -> None:
    texts = [
        source_text("release", RELEASE, "2026-03-04"),
        source_text("paper", f"Good news from the coast. {RELEASE}", "2026-03-05"),
        source_text(
            "other",
            "The glass for the terminal has not been delivered, and nobody can give a date.",
            "2026-03-05",
        ),
    ]
    assert find_copies(texts) == [("paper", "release")]
    assert find_copies(texts[::-1]) == find_copies(texts)


def test_without_dates_either_may_be_the_copy() -> None:
    texts = [source_text("a", RELEASE, None), source_text("b", RELEASE, "2026-03-05")]
    assert find_copies(texts) == [("a", "b"), ("b", "a")]


def test_a_long_quotation_in_common_is_no_copying() -> None:
    said = '"We will not raise the mooring fees this year, nor the next, nor the one after that, come what may," she said.'
    mayor = "The mayor spoke at the fair for an hour on Sunday before a small crowd of boat owners, fishmongers and bored children, while rain fell on the bunting and the band packed up its brass one horn at a time."
    nothing = "Nothing new came from the town hall this week, our reporter writes from an empty press room, but one promise stands out among the many that were made over cold coffee and warm beer in the harbour inn."
    texts = [source_text("a", f"{mayor} {said}", None), source_text("b", f"{nothing} {said}", None)]
    assert find_copies(texts) == []


def test_uses_are_found_through_derivation() -> None:
    sources = {
        "root": Source(claimcheck=1, id="root", title="r"),
        "copy": Source.model_validate(
            {"claimcheck": 1, "id": "copy", "title": "c", "derived_from": [{"source": "root"}]}
        ),
        "else": Source(claimcheck=1, id="else", title="e"),
    }
    assert descendants("root", sources) == {"root", "copy"}
    evidence = Evidence(source="copy", about="content", stance="supports", status="proposed")
    claim = Claim.model_construct(id="a/b", evidence=[evidence])
    assert [(use.through, use.status) for use in uses_of(frozenset({"root", "copy"}), [claim])] == [
        ("copy", "proposed")
    ]
