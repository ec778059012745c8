"""A source as it lies in ``sources/<id>/``: its reading text in ``text.txt``, its blocks in ``blocks.json``,
and in ``apart.json`` what the file holds beside its reading text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimcheck.documents.apart import parse_apart
from claimcheck.documents.labels import seconds_of
from claimcheck.documents.model import Block, HiddenText, Locator
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Source
from claimcheck.records.workspace import Workspace

TEXT_NAME = "text.txt"
BLOCKS_NAME = "blocks.json"
APART_NAME = "apart.json"
_VERSION = 1


class UnreadableBlocks(ClaimcheckError):
    """The block list beside a source's text is damaged."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "This list of blocks cannot be read.",
            place=place,
            remedy="Restore it, or delete it: the text is then read as plain paragraphs.",
        )


class UnreadableApart(ClaimcheckError):
    """The list of what was kept apart of a source or an article is damaged."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "This list of what was kept apart cannot be read.",
            place=place,
            remedy="Restore it, or delete it; the text that is read does not rest on it.",
        )


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source whose reading text is on hand.

    Attributes:
        snapshot: ``sha256:`` and the hash of the reading text as it now lies there.
        changed: True where that is not the text that was recorded.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    snapshot: str
    changed: bool = False


def text_hash(text: str) -> str:
    """SHA-256 of a reading text in UTF-8, hexadecimal."""
    return sha256(text.encode()).hexdigest()


def load_text(workspace: Workspace, source: Source) -> SourceText | None:
    """The reading text of a source, or None where the workspace does not hold one.

    A testimony's text is the answer. What is held privately is never loaded here.

    Raises:
        ClaimcheckError: if the record names a text that cannot be read.
    """
    if source.private is not None:
        return None
    if source.testimony is not None:
        answer = source.testimony.answer
        blocks = (Block("paragraph", 0, len(answer), speaker=source.testimony.who),)
        return SourceText(source, answer, blocks, f"sha256:{text_hash(answer)}")
    if source.text is None:
        return None
    path = workspace.resolve(source.text.path, workspace.place(workspace.source_path(source.id)))
    text = workspace.text_file(path)
    digest = text_hash(text)
    return SourceText(
        source, text, _blocks(workspace, source, text), f"sha256:{digest}", digest != source.text.sha256
    )


def load_apart(workspace: Workspace, source: str) -> tuple[HiddenText, ...]:
    """What a source's file holds beside its reading text, as it was kept apart when it was added.

    Raises:
        UnreadableApart.
    """
    return _apart(workspace, workspace.source_folder(source) / APART_NAME)


def load_article_apart(workspace: Workspace, slug: str) -> tuple[HiddenText, ...]:
    """What an article's file holds beside its reading text, as it was kept apart when it was last extracted.

    Raises:
        UnreadableApart.
    """
    return _apart(workspace, workspace.apart_path(slug))


def _apart(workspace: Workspace, path: Path) -> tuple[HiddenText, ...]:
    if not path.is_file():
        return ()
    try:
        return parse_apart(workspace.text_file(path))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UnreadableApart(workspace.place(path)) from None


def _blocks(workspace: Workspace, source: Source, text: str) -> tuple[Block, ...]:
    path = workspace.source_folder(source.id) / BLOCKS_NAME
    if not path.is_file():
        from claimcheck.documents.reading import read_text_document

        return read_text_document(text, "txt").blocks
    try:
        return parse_blocks(workspace.text_file(path), len(text))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UnreadableBlocks(workspace.place(path)) from None


def dump_blocks(blocks: Sequence[Block]) -> str:
    """Blocks as JSON, one a line, only what is not the default."""
    lines = ",\n".join(json.dumps(_as_dict(block), ensure_ascii=False) for block in blocks)
    return f'{{"claimcheck": {_VERSION}, "blocks": [\n{lines}\n]}}\n'


def _as_dict(block: Block) -> dict[str, object]:
    found: dict[str, object] = {"kind": block.kind, "start": block.start, "end": block.end}
    if block.level:
        found["level"] = block.level
    if block.speaker is not None:
        found["speaker"] = block.speaker
    if not block.heard:
        found["heard"] = False
    if block.locator is not None:
        for name in ("page", "paragraph", "cell", "time"):
            if (value := getattr(block.locator, name)) is not None:
                found[name] = value
    if block.times:
        found["times"] = [list(item) for item in block.times]
    return found


def parse_blocks(text: str, length: int) -> tuple[Block, ...]:
    """Read what :func:`dump_blocks` wrote.

    Args:
        length: of the reading text, in code points; no block may reach past it.

    Raises:
        ValueError, TypeError, KeyError: if it is not such a list.
    """
    tree = json.loads(text)
    if tree["claimcheck"] != _VERSION:
        raise ValueError("unknown version")
    blocks = tuple(_block(item) for item in tree["blocks"])
    last = 0
    for block in blocks:
        if not last <= block.start <= block.end <= length:
            raise ValueError("blocks out of order")
        last = block.end
    return blocks


def _block(item: dict[str, object]) -> Block:
    place = {name: item[name] for name in ("page", "paragraph", "cell", "time") if name in item}
    rest = {name: item[name] for name in ("level", "speaker", "heard") if name in item}
    locator = Locator(**place) if place else None  # type: ignore[arg-type]
    start, end = int(str(item["start"])), int(str(item["end"]))
    return Block(item["kind"], start, end, locator=locator, times=_times(item, start, end), **rest)  # type: ignore[arg-type]


def _times(item: dict[str, object], start: int, end: int) -> tuple[tuple[int, str], ...]:
    """The times within a block; lists written before there were any have none."""
    listed = item.get("times", [])
    if not isinstance(listed, list):
        raise ValueError("times are no list")
    found = tuple((int(offset), str(time)) for offset, time in listed)
    if any(not start <= offset < end or seconds_of(time) is None for offset, time in found):
        raise ValueError("a time is none, or not in its block")
    if list(found) != sorted(found, key=lambda pair: pair[0]):
        raise ValueError("times out of order")
    return found
