"""Who said what, and what references hang on: ``python benchmarks/attribution_cases.py [-v] [FILE...]``.

Reads short cases of our own from attribution_cases.txt (or the files named), whose head explains the form. An
attribution is looked for by its cue; then each of speaker, cue, content, hops and anonymity is right or
wrong. Titles before a name, articles before a noun, marks and a leading "that" do not count. *Invented* are
attributions nobody asked for. A reference is right where words and target agree; a note's own text may be no
claim. ``-v`` prints what is wrong.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.documents.reading import read_document
from claimcheck.extraction.attribution import find_attributions
from claimcheck.extraction.attribution.lexicon import TITLES
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Attribution, Span

ASKED = ("speaker", "cue", "content", "hops", "anonymous")


@dataclass
class Case:
    """A short text and what is right of it."""

    kind: str
    format: str
    text: str = ""
    said: list[list[str]] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    cited: list[tuple[str, str]] = field(default_factory=list)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file."""
    cases: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "@":
            kind, _, form = (
                rest.rpartition(" ") if rest.endswith((" md", " txt", " html")) else (rest, "", "")
            )
            cases.append(Case(kind, form))
        elif mark == "=":
            cases[-1].said.append([part.strip() for part in rest.split("|")])
        elif mark == "+":
            cases[-1].allowed.append(bare(rest))
        elif mark == "~":
            words, _, target = rest.partition("|")
            cases[-1].cited.append((words.strip(), target.strip()))
        elif line and mark != "#" and cases and not cases[-1].text:
            cases[-1].text = line.replace("¶", "\n")
    return cases


def bare(words: str | None) -> str:
    """Words as they are compared: lower case, no marks, no title, article or "that" in front."""
    found = re.findall(r"\w+(?:['’]\w+)*", (words or "").lower())
    while found and (found[0] in TITLES | {"the", "a", "an", "that", "to", "rt", "hon", "st"}):
        found.pop(0)
    return " ".join(found)


def judged(case: Case) -> tuple[dict[str, list[bool]], list[str]]:
    """What of the case is right, by what was asked, and what is wrong in words."""
    found = find_attributions(case.text)
    results: dict[str, list[bool]] = {asked: [] for asked in (*ASKED, "not invented")}
    wrong: list[str] = []
    for wanted in case.said:
        match = next((one for one in found if _cue_fits(case.text, one, wanted)), None)
        if match is not None:
            found.remove(match)
        for asked, right, got in _compared(case.text, match, wanted):
            results[asked].append(right)
            wrong += [] if right else [f"{asked}: {got!r}"]
    found = [one for one in found if not any(cue in bare(_words(case.text, one.cue)) for cue in case.allowed)]
    results["not invented"] += [False] * len(found) or [True]
    wrong += [f"invented: {_told(case.text, one)}" for one in found]
    return results, wrong


def _cue_fits(text: str, found: Attribution, wanted: list[str]) -> bool:
    if wanted[1] != "*":
        return bare(wanted[1]) in bare(_words(text, found.cue)) or _overlaps(text, found, wanted)
    return wanted[2] == "*" or _overlaps(text, found, wanted)


def _overlaps(text: str, found: Attribution, wanted: list[str]) -> bool:
    content = bare(_words(text, found.content))
    return wanted[2] != "*" and bool(content) and (content in bare(wanted[2]) or bare(wanted[2]) in content)


def _compared(text: str, found: Attribution | None, wanted: list[str]) -> Iterator[tuple[str, bool, str]]:
    more = [part.strip() for part in (wanted[3] if len(wanted) > 3 else "").split(";") if part.strip()]
    speaker, cue, content = wanted[:3]
    if speaker != "*":
        got = found.speaker if found else "nothing found"
        yield "speaker", any(_names(got, one) for one in speaker.split(" / ")), str(got)
    if cue != "*":
        got = _words(text, found.cue) if found else ""
        yield "cue", bare(cue) in bare(got) and bool(found), got
    if content != "*":
        got = _words(text, found.content) if found else ""
        yield "content", bare(content) == bare(got), got
    hops = sorted(bare(one) for one in more if one != "anon")
    got_hops = sorted(bare(hop.name) for hop in found.hops) if found else []
    if speaker != "*" or hops:
        yield "hops", _alike(hops, got_hops), str(got_hops)
    if found and speaker[0] not in "-*":
        yield "anonymous", found.anonymous == ("anon" in more), str(found.anonymous)


def _alike(wanted: list[str], got: list[str]) -> bool:
    return len(wanted) == len(got) and all(
        one in two or two in one for one, two in zip(wanted, got, strict=True)
    )


def _names(got: str | None, wanted: str) -> bool:
    if wanted == "-":
        return got is None
    return all(bare(one) in bare(got) for one in wanted.split(";")) and (
        len(bare(got)) <= len(bare(wanted)) + 20 * wanted.count(";")
    )


def _words(text: str, spans: list[Span]) -> str:
    return " ".join(text[span.start : span.end] for span in spans)


def _told(text: str, one: Attribution) -> str:
    return f"{one.speaker} | {_words(text, one.cue)} | {_words(text, one.content)}"


def cited(case: Case) -> tuple[dict[str, list[bool]], list[str]]:
    """Whether each reference hangs on its words, and no note is a claim."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"case.{case.format}")
        path.write_text(case.text, encoding="utf-8")
        document = read_document(path)
    claims = extract_claims(document, slug="case").claims
    got = {
        (bare(claim.text[one.start : one.end]), bare(one.target))
        for claim in claims
        for one in claim.citations
    }
    wanted = {(bare(words), bare(target)) for words, target in case.cited}
    speakers = {bare(one.speaker) for claim in claims for one in claim.attributions}
    got -= {pair for pair in got if pair[1] in speakers and pair not in wanted}  # asked elsewhere
    notes = [
        one
        for _, one in wanted
        if any(
            bare(claim.text) in (one, f"1 {one}")
            or (bare(claim.text).endswith(one) and len(bare(claim.text)) < len(one) + 6)
            for claim in claims
        )
    ]
    results = {
        "reference": [one in got for one in wanted],
        "no other reference": [not got - wanted],
        "no note a claim": [not notes],
    }
    wrong = [f"references: {sorted(got)}"] if got != wanted else []
    return results, wrong + [f"note as a claim: {note}" for note in notes]


def main(arguments: list[str]) -> None:
    """Print how many of each question are right, by kind."""
    verbose = "-v" in arguments
    paths = [Path(one) for one in arguments if one != "-v"]
    cases = [one for path in paths or [Path(__file__).with_suffix(".txt")] for one in read_cases(path)]
    totals: dict[str, Counter[str]] = {}
    whole: dict[str, list[bool]] = {}
    begin = time.process_time()
    for case in cases:
        results, wrong = cited(case) if case.format else judged(case)
        for asked, answers in results.items():
            for key in (case.kind, "all"):
                count = totals.setdefault(key, Counter())
                count[asked] += sum(answers)
                count[asked + " of"] += len(answers)
        for key in (case.kind, "all"):
            whole.setdefault(key, []).append(not wrong)
        if verbose and wrong:
            print(f"[{case.kind}] {case.text!r}\n    " + "\n    ".join(wrong))
    for kind, count in totals.items():
        parts = [
            f"{a} {count[a]}/{count[a + ' of']}" for a in count if not a.endswith(" of") and count[a + " of"]
        ]
        print(f"{kind:12} whole cases {sum(whole[kind])}/{len(whole[kind])} | " + ", ".join(parts))
    print(f"{time.process_time() - begin:.2f} s CPU")


if __name__ == "__main__":
    main(sys.argv[1:])
