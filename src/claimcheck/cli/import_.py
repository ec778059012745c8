"""``claimcheck import``."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.exchange.attaching import Attached

LARGEST = 50_000_000
_SAY = {
    "note": "notes on claims",
    "proposal": "passages proposed",
    "source": "sources recorded as cited only",
    "known": "known already",
    "left": "left aside",
}


class CannotImport(ClaimcheckError):
    """A file is none of those that can be imported."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"It cannot be imported: {why}.",
            place=str(path),
            remedy="Give Web Annotations (JSON-LD), or a bibliography as CSL-JSON or BibTeX.",
        )


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "as_name", metavar="NAME", help="Who imports, as before the command's name.")
@click.pass_obj
def import_command(invocation: Invocation, file: Path, as_name: str | None) -> None:
    """Take in Web Annotations as notes and proposed passages, or CSL-JSON or BibTeX as cited sources.

    An annotation is attached only where its words stand, exactly and once; what is left aside is listed.
    Nothing that comes in counts before a person accepts it.
    """
    text = _read(file)
    found = _take(invocation, as_name, file, text)
    counts = Counter(item.outcome for item in found)
    for item in found:
        if item.outcome == "left":
            click.echo(f"left aside: {one_line(item.what, 80)}: {one_line(item.why)}")
    said = [f"{counts[name]} {words}" for name, words in _SAY.items() if counts[name]]
    click.echo(", ".join(said) if said else "The file holds nothing to import.")


def _take(invocation: Invocation, as_name: str | None, path: Path, text: str) -> list[Attached]:
    """Put what a file holds into the workspace, by what kind of file it is."""
    from claimcheck.exchange import annotations, bibtex, csl
    from claimcheck.exchange.annotation_model import CONTEXT
    from claimcheck.exchange.attaching import Attached, add_citations, attach_annotations

    if path.suffix.lower() == ".bib" or (not _is_json(text) and bibtex.is_bibtex(text)):
        bibliography = bibtex.read(text)
        taken = add_citations(invocation.desk(as_name), bibliography.citations)
        return [*taken, *(Attached(what, "left", why) for what, why in bibliography.left)]
    if not _is_json(text):
        raise CannotImport(path, "it is neither JSON nor BibTeX")
    if CONTEXT in text:
        return attach_annotations(invocation.desk(as_name), annotations.read(text))
    return add_citations(invocation.desk(as_name), csl.read(text))


def _is_json(text: str) -> bool:
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return False
    return True


def _read(path: Path) -> str:
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise CannotImport(path, (error.strerror or "it cannot be opened").lower()) from None
    if data is None:
        raise CannotImport(path, f"it is larger than {LARGEST // 1_000_000} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeError:
        raise CannotImport(path, "it is not UTF-8") from None
