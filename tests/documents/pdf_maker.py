"""A small PDF writer for tests: pages of text placed by hand, in one standard font."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A line of text at a place on the page (points from the lower left corner)."""

    x: float
    y: float
    text: str
    size: float = 10
    colour: str = "0 0 0"
    mode: int = 0
    actual: str | None = None
    bold: bool = False


def pdf(pages: list[list[Words]], *, extra: str = "", over: str = "", crop: str = "") -> bytes:
    """A PDF with one page per list; ``extra`` is drawn under the text of every page, ``over`` over it."""
    cut = f"/CropBox [{crop}] " if crop else ""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        " /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {cut}/Resources << /Font 3 0 R >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        stream = extra + "".join(_drawn(words) for words in page) + over
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _assembled(objects)


def _drawn(words: Words) -> str:
    text = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    font = "F2" if words.bold else "F1"
    drawn = f"BT /{font} {words.size} Tf {words.mode} Tr {words.colour} rg 1 0 0 1 {words.x} {words.y} Tm ({text}) Tj ET\n"
    if words.actual is None:
        return drawn
    return f"/Span << /ActualText ({words.actual}) >> BDC\n{drawn}EMC\n"


def _assembled(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
