"""Wire copy: a line of headings, then a paragraph a line; lines that begin with # are the agency's own."""

from claimcheck.documents.build import TextBuilder
from claimcheck.documents.model import Document


def read(data: bytes, place: str) -> Document:
    """The copy without the agency's lines."""
    lines = data.decode("utf-8").splitlines()
    built = TextBuilder()
    for line in lines:
        if not line.startswith("#"):
            built.add(
                line.strip(), "paragraph" if built.blocks else "headline", level=0 if built.blocks else 1
            )
    return Document(text=built.text(), format="wire", blocks=tuple(built.blocks), title=lines[0])
