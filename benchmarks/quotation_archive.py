"""Finding quotations in an archive of prose: share found, time a quotation, size of the index, beside peers.

    python benchmarks/quotation_archive.py [--megabytes 100] [--quotations 400] [--peers] [--folder FOLDER]

The archive is made of documentation, licences, change logs and Python sources found on the machine (files
that repeat another are left out), written as plain files into FOLDER (a temporary one unless named), and
filled up with copies in which words are changed where that is not enough. Peers: tantivy and SQLite's FTS5
(word search, no check of word order), and ``mmap.find`` of the quotation as it stands.
"""

from __future__ import annotations

import argparse
import gzip
import mmap
import os
import random
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from time import process_time

from claimcheck.evidence.archive import _fold as fold
from claimcheck.index.archive import FolderArchive

_SUFFIXES = {".txt", ".md", ".rst", ".html", ".py", ".pod", ".gz", ""}
_PROSE = re.compile(r"[A-Z][a-z]+(?:[ \n]+[\w,;'()-]+){2,60}\.")
_ROOTS = ("/usr/share/doc", "/usr/share", "/usr/lib", sys.prefix, "/usr/local/lib")
_COUNTED = 300_000_000
"""Bytes of an archive up to which it is counted how often each quotation stands there."""
Search = Callable[[str], list[str]]


def machine_texts() -> Iterator[str]:
    """Texts of this machine, each once."""
    seen: set[bytes] = set()
    for root in _ROOTS:
        for base, _, files in os.walk(root):
            for name in sorted(files):
                path = Path(base) / name
                if path.suffix not in _SUFFIXES or path.is_symlink() or path.stat().st_size > 2_000_000:
                    continue
                data = path.read_bytes()
                if path.suffix == ".gz":
                    data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else b""
                if not data or b"\0" in data[:4096] or len(data) > 4_000_000:
                    continue
                digest = sha256(data).digest()
                if digest not in seen:
                    seen.add(digest)
                    yield data.decode("utf-8", "ignore").replace("\r", "")


def write_corpus(folder: Path, size: int) -> tuple[int, int]:
    """Write files until they hold ``size`` bytes; bytes of the machine's own, and of all."""
    total = own = number = 0
    texts: list[str] = []

    def put(text: str) -> None:
        nonlocal total, number
        data = text.encode()
        place = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        total += len(data)
        number += 1

    for text in machine_texts():
        put(text)
        texts.append(text)
        if total >= size:
            return total, total
    own = total
    for turn in range(1, 1000):
        for text in texts:
            put(re.sub(r"\b(\w{3})(\w+)", rf"\g<1>{turn}\2", text))
            if total >= size:
                return own, total
    return own, total


def quotations(folder: Path, count: int) -> list[tuple[str, str, int, int, str]]:
    """Sentences of the archive as quoted: kind, document, span, quotation."""
    rng = random.Random(20261123)
    paths = sorted(folder.rglob("*.txt"))
    made: list[tuple[str, str, int, int, str]] = []
    kinds = ("verbatim", "word changed", "house style", "ellipsis", "short")
    while len(made) < count:
        path = rng.choice(paths)
        text = path.read_text(encoding="utf-8")
        match = _PROSE.search(text, rng.randrange(max(1, len(text) - 4000)))
        kind = kinds[len(made) % len(kinds)]
        words = " ".join(match[0].split()).split(" ") if match else []
        fits = 3 <= len(words) <= 6 if kind == "short" else len(" ".join(words)) >= 60
        if match is None or not fits:
            continue
        if kind == "word changed":
            words[len(words) // 2] = "altogether"
        quote = " ".join(words)
        if kind == "house style":
            quote = "“" + quote.replace("'", "’").rstrip(".") + ",”"
        if kind == "ellipsis":
            quote = " ".join([*words[: len(words) // 3], "…", *words[len(words) // 2 :]])
        made.append((kind, path.relative_to(folder).as_posix(), match.start(), match.end(), quote))
    return made


def _plain(text: bytes) -> str:
    return fold(text)[0].tobytes().decode("latin-1").strip()


def _head(data: bytes, characters: int) -> bytes:
    return data.decode()[:characters].encode()


def measure(folder: Path, archive: FolderArchive, asked: list[tuple[str, str, int, int, str]]) -> None:
    paths = sorted(folder.rglob("*.txt"))
    small = sum(path.stat().st_size for path in paths) <= _COUNTED
    whole = b"\n".join(fold(path.read_bytes())[0].tobytes() for path in paths) if small else b""
    table: dict[str, list[int]] = {}
    times = []
    for kind, name, start, end, quote in asked:
        began = process_time()
        candidates = archive.archive.search(quote)
        times.append(process_time() - began)
        data = (folder / name).read_bytes()
        low, high = len(_head(data, start)), len(_head(data, end))
        place = any(
            (c.document == name and c.start < high and c.end > low) or name in c.also for c in candidates
        )
        wording = _plain(data[low:high])
        around = ((folder / c.document).read_bytes()[max(0, c.start - 400) : c.end + 400] for c in candidates)
        same = place or any(wording in _plain(stretch) for stretch in around)
        first = whole.find(wording.encode("latin-1"))
        once = first >= 0 and whole.find(wording.encode("latin-1"), first + 1) < 0
        row = table.setdefault(kind, [0, 0, 0, 0, 0])
        for column, value in enumerate((1, same, place, once, once and place)):
            row[column] += value
    rows = [*sorted(table.items()), ("all", [sum(row[i] for row in table.values()) for i in range(5)])]
    for kind, (number, words, there, once, alone) in rows:
        print(
            f"  {kind:14}{number:5}  the words {words / number:6.1%}  in place {there / number:6.1%}"
            f"  in place, of {once} that stand once {alone / max(once, 1):6.1%}"
        )
    times.sort()
    print(
        f"  a quotation: median {times[len(times) // 2] * 1e3:.2f} ms, "
        f"p95 {times[len(times) * 95 // 100] * 1e3:.2f} ms, most {times[-1] * 1e3:.2f} ms (CPU)"
    )


def tantivy_search(folder: Path, place: Path) -> tuple[Search, int]:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=True, tokenizer_name="raw")
    builder.add_text_field("body", stored=False)
    place.mkdir()
    index = tantivy.Index(builder.build(), path=str(place))
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for path in sorted(folder.rglob("*.txt")):
        name = path.relative_to(folder).as_posix()
        writer.add_document(tantivy.Document(name=name, body=path.read_text(encoding="utf-8")))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(quote: str) -> list[str]:
        words = " ".join(re.findall(r"\w+", quote))
        hits = searcher.search(index.parse_query_lenient(words, ["body"])[0], 5).hits
        return [searcher.doc(address)["name"][0] for _, address in hits]

    return search, sum(path.stat().st_size for path in place.iterdir())


def fts_search(folder: Path, place: Path) -> tuple[Search, int]:
    base = sqlite3.connect(place)
    base.execute("create virtual table texts using fts5(name unindexed, body, content='')")
    names = []
    for path in sorted(folder.rglob("*.txt")):
        names.append(path.relative_to(folder).as_posix())
        base.execute(
            "insert into texts(rowid, name, body) values (?, '', ?)",
            (len(names), path.read_text(encoding="utf-8")),
        )
    base.commit()

    def search(quote: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", quote))
        rows = base.execute(
            "select rowid from texts where texts match ? order by rank limit 5", (words,)
        ).fetchall()
        return [names[row[0] - 1] for row in rows]

    return search, place.stat().st_size


def find_search(folder: Path, place: Path) -> tuple[Search, int]:
    starts, names, at = [], [], 0
    with place.open("wb") as file:
        for path in sorted(folder.rglob("*.txt")):
            starts.append(at)
            names.append(path.relative_to(folder).as_posix())
            at += file.write(path.read_bytes())
    with place.open("rb") as file:
        whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def search(quote: str) -> list[str]:
        from bisect import bisect_right

        found = whole.find(quote.encode())
        return [names[bisect_right(starts, found) - 1]] if found >= 0 else []

    return search, 0


def measure_peer(name: str, search: Search, asked: list[tuple[str, str, int, int, str]]) -> None:
    times, found = [], 0
    for _, document, _, _, quote in asked:
        began = process_time()
        names = search(quote)
        times.append(process_time() - began)
        found += document in names
    times.sort()
    print(
        f"  {name:12} document among five {found / len(asked):6.1%}, median "
        f"{times[len(times) // 2] * 1e3:.2f} ms, p95 {times[len(times) * 95 // 100] * 1e3:.2f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--quotations", type=int, default=400)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary) / "corpus"
        if not folder.is_dir():
            own, size = write_corpus(folder, options.megabytes * 1_000_000)
            print(f"{size / 1e6:.0f} MB, of which {own / 1e6:.0f} MB are the machine's own texts")
        size = sum(path.stat().st_size for path in folder.rglob("*.txt"))
        cache = Path(temporary) / "cache"
        began = process_time()
        archive = FolderArchive(folder, cache)
        built = process_time() - began
        began = process_time()
        archive = FolderArchive(folder, cache)
        opened = process_time() - began
        kept = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
        print(
            f"{size / 1e6:.0f} MB in {len(archive)} files; index {kept / size:.2f} of the text, "
            f"built in {built:.1f} s, opened again in {opened:.2f} s"
        )
        asked = quotations(folder, options.quotations)
        measure(folder, archive, asked)
        if not options.peers:
            return
        for name, make in (("tantivy", tantivy_search), ("FTS5", fts_search), ("mmap.find", find_search)):
            began = process_time()
            search, bytes_ = make(folder, Path(temporary) / name)
            print(f"  {name}: built in {process_time() - began:.1f} s, index {bytes_ / size:.2f} of the text")
            measure_peer(name, search, asked)


if __name__ == "__main__":
    main()
