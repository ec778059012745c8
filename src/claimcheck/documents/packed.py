"""Files that are a zip of XML (.docx, .xlsx): opened within bounds, parsed without entities or network."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from claimcheck.documents.failures import DamagedDocument, LockedDocument, PackedTooTightly

if TYPE_CHECKING:
    from lxml.etree import _Element

UNPACKED_MOST = 200_000_000
"""Bytes all parts of a file may unpack to."""
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
)
"""Names of the standard's strict form, and those of the usual one."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Package:
    """A zip whose parts are read one at a time, never more than :data:`UNPACKED_MOST` bytes together."""

    def __init__(self, data: bytes, place: str, what: str) -> None:
        self._place, self._what, self._left = place, what, UNPACKED_MOST
        if data.startswith(_OLE):
            if _ENCRYPTED in data:
                raise LockedDocument(place, what)
            raise DamagedDocument(place, what, "it has the old binary format of before 2007")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DamagedDocument(place, what, "it cannot be unpacked") from error
        total = sum(part.file_size for part in self._zip.infolist())
        if total > UNPACKED_MOST:
            raise PackedTooTightly(place, total, UNPACKED_MOST)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; what the zip's directory says of its size is not believed."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except (zipfile.BadZipFile, KeyError, OSError, EOFError, RuntimeError, ValueError) as error:
            raise DamagedDocument(self._place, self._what, f"its part {name} cannot be unpacked") from error
        self._left -= len(data)
        if self._left < 0:
            raise PackedTooTightly(self._place, UNPACKED_MOST - self._left, UNPACKED_MOST)
        return data

    def in_usual_form(self) -> bytes | None:
        """The whole file with the names of the usual form, where it has the strict one; else None."""
        if not any(_STRICT in self.read(name) for name in self.names if name.endswith(".rels")):
            return None
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as copied:
            for name in sorted(self.names):
                copied.writestr(name, _with_usual_names(self.read(name)))
        return out.getvalue()

    def tree(self, name: str) -> _Element | None:
        """The root element of an XML part, or None if there is no such part."""
        from lxml import etree

        if name not in self.names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
        try:
            return etree.fromstring(_with_usual_names(self.read(name)), parser)
        except etree.XMLSyntaxError as error:
            raise DamagedDocument(self._place, self._what, f"its part {name} is no proper XML") from error

    def relations(self, name: str) -> dict[str, str]:
        """Targets by id of a part's relations file."""
        root = self.tree(name)
        found = root.iter("{*}Relationship") if root is not None else ()
        return {one.get("Id") or "": one.get("Target") or "" for one in found}


def _with_usual_names(data: bytes) -> bytes:
    """A part that was saved in the strict form of the standard, with the names of the usual one."""
    if _STRICT in data:
        for strict, usual in _NAMES:
            data = data.replace(_STRICT + strict, b"http://schemas.openxmlformats.org/" + usual)
    return data
