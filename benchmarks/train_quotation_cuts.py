"""Trains the second look at cut quotations and writes ``src/claimcheck/evidence/quotations/cuts.json``.

Run with ``python benchmarks/train_quotation_cuts.py``; needs scikit-learn (a tool of this script only) and
the news texts under ``CLAIMCHECK_DATA``. Seeded: the same data give the same file.

Cases: ``benchmarks/quotation_cuts/dev.txt``, ``tests/evidence/quotation_cuts.txt``, the hand-made quotations
of the tests and sets 1 to 8 of the unseen ones, all our own words; and, as ordinary harmless cuts, sentences
of one half of Wikinews (CC BY 2.5) shortened by pattern. No trait that only the news texts have is kept, so
that none of their words are in the file. Never read: ``test.txt``, set 9, the rest of Wikinews, PolNeAR.

Method: logistic regression over the traits of ``traits.py``. Single words also carry the word classes of
``lexicon`` and ``operators``; as all is linear, their weights fold into those of the words.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claimcheck.evidence.quotations import lexicon, operators
from claimcheck.evidence.quotations.chains import chains
from claimcheck.evidence.quotations.printed import read_printed
from claimcheck.evidence.quotations.second_look import MODEL_FILE, UNIT
from claimcheck.evidence.quotations.source import prepare_source
from claimcheck.evidence.quotations.surroundings import Frame
from claimcheck.evidence.quotations.traits import traits_of
from claimcheck.evidence.quotations.truncation import Reader, Shown
from quotation_cuts import cases
from quotation_verdicts import hand_made

ROOT = Path(__file__).parent.parent
REGIONS = "LRlrPNGK"
STRENGTH = 0.2  # inverse of the penalty on squared weights; chosen on dev.txt and the unseen sets
NEWS_WEIGHT = 0.5
HARMLESS_WEIGHT = 2.0  # of the honest quotations of the tests: a false alarm there is the worst
UNREAD_SET = 9
LEAST = 6  # hundredths below which a weight is left out
FEWEST = 2  # cases that a trait must be on in: what one case alone has is learned by heart
_SENTENCE = re.compile(r'[A-Z“"][^.!?\n]{30,300}[.!?](?=["” \n])')
_SHORTER = (
    re.compile(r"(.{25,}?), (?:and|but|which|who|while|with|after|as|because|although|where)\b"),
    re.compile(r"[A-Z][^,]{3,40}, (.{25,})[.!?]$"),
    re.compile(r".*?\bthat ((?:the|a|he|she|it|they|we|his|their|[A-Z])[^,;]{15,}?)[.,;]"),
    re.compile(r"(.*)[.!?]$"),
)

Row = tuple[set[str], bool, float]


def traits(source: str, quote: str) -> set[str] | None:
    """The traits of a quotation in its source; None where it is not found."""
    prepared = prepare_source(source)
    printed = read_printed(quote, (), "en", source, prepared.layout.speakers)
    chain = next(iter(chains(prepared, printed)), None)
    return traits_of(prepared, [(p.low, p.high) for p in chain.placements]) if chain else None


def own() -> Iterator[tuple[str, str, bool, float]]:
    """Our own cases: source, quotation, whether the cut turns it, weight."""
    for source, quote, turned, _ in cases("dev"):
        yield source, quote, turned, 1.0
    for line in (ROOT / "tests/evidence/quotation_cuts.txt").read_text(encoding="utf-8").splitlines():
        word, _, marked = line.partition(" ")
        quote = marked[marked.index("⟦") + 1 : marked.index("⟧")]
        yield marked.replace("⟦", "").replace("⟧", ""), quote, word == "turned", 1.0
    for source, quote, right in ordinary():
        if right <= {"verbatim", "edited"}:
            yield source, quote, False, HARMLESS_WEIGHT
        elif right == {"truncated"}:
            yield source, quote, True, 1.0


def ordinary() -> Iterator[tuple[str, str, set[str]]]:
    """The quotations of the tests that are not made for cuts alone: source, quotation, right verdicts."""
    for made in hand_made():
        yield made.source, made.quote, set(made.matches)
    for line in (ROOT / "tests/evidence/unseen_quotations.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["set"] < UNREAD_SET:
            right = case["match"] if isinstance(case["match"], list) else [case["match"]]
            yield case["source"].replace("⟦", "").replace("⟧", ""), case["quote"], set(right)


def turned_by_rule(source: str, quote: str) -> bool:
    """Whether a rule, not the judge that is trained here, calls the cut a turning one."""
    prepared = prepare_source(source)
    chain = next(
        iter(chains(prepared, read_printed(quote, (), "en", source, prepared.layout.speakers))), None
    )
    if chain is None:
        return True
    reader = Reader(prepared, Frame(frozenset(), frozenset()))
    return reader.cut(chain.low, chain.high, 0, len(prepared.tokens), Shown(False, False, False)) is not None


def news(data: Path) -> Iterator[tuple[str, str]]:
    """Ordinary cuts of one half of the news texts that no rule turns."""
    pick = random.Random(5)
    lines = (data / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[::2][:200]:
        text = json.loads(line)["text"]
        found = list(_SENTENCE.finditer(text))
        for sentence in pick.sample(found, min(8, len(found))):
            source = text[max(0, sentence.start() - 500) : sentence.end() + 500]
            for pattern in _SHORTER:
                cut = pattern.match(sentence.group())
                if cut and not turned_by_rule(source, cut.group(1)):
                    yield source, cut.group(1)


def rows(data: Path) -> list[Row]:
    """All cases as traits, label and weight."""
    ours = [(traits(source, quote), turned, weight) for source, quote, turned, weight in own()]
    theirs = [(traits(source, quote), False, NEWS_WEIGHT) for source, quote in news(data)]
    return [(found, turned, weight) for found, turned, weight in ours + theirs if found]


def classes() -> dict[str, list[str]]:
    """The word classes that each word of one is in."""
    found: dict[str, list[str]] = {}
    for module in (lexicon, operators):
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, frozenset):
                for word in value:
                    if isinstance(word, str):
                        found.setdefault(word, []).append(f"{module.__name__}.{name}")
    return found


def fit(cases_: list[Row]) -> tuple[dict[str, float], float]:
    """The weight of each trait, classes folded in, and the offset."""
    from scipy.sparse import lil_matrix  # tools of this script only
    from sklearn.linear_model import LogisticRegression

    known = classes()
    kept = {trait for found, _, weight in cases_ if weight != NEWS_WEIGHT for trait in found}
    often = Counter(trait for found, _, _ in cases_ for trait in found)
    places = {trait: at for at, trait in enumerate(sorted(t for t in kept if often[t] >= FEWEST))}
    names = sorted({name for found in known.values() for name in found})
    groups = {pair: len(places) + at for at, pair in enumerate((r, c) for r in REGIONS for c in names)}
    table = lil_matrix((len(cases_), len(places) + len(groups)))
    for row, (found, _, _) in enumerate(cases_):
        counted: Counter[int] = Counter(places[trait] for trait in found if trait in places)
        for trait in found:
            counted.update(groups[trait[0], name] for name in known.get(trait[1:], ()) if trait[0] != "*")
        for column, count in counted.items():
            table[row, column] = count
    model = LogisticRegression(C=STRENGTH, max_iter=600, solver="liblinear", random_state=0)
    model.fit(table.tocsr(), [turned for _, turned, _ in cases_], sample_weight=[w for _, _, w in cases_])
    coefficients = np.asarray(model.coef_)[0]
    weights = {trait: float(coefficients[at]) for trait, at in places.items()}
    for word, inside in known.items():
        for region in REGIONS:
            extra = sum(float(coefficients[groups[region, name]]) for name in inside)
            weights[region + word] = weights.get(region + word, 0.0) + extra
    return weights, float(model.intercept_[0])


def main() -> None:
    """Train, and write the file."""
    if "CLAIMCHECK_DATA" not in os.environ:
        sys.exit("Set CLAIMCHECK_DATA to the folder of the public evaluation data.")
    weights, offset = fit(rows(Path(os.environ["CLAIMCHECK_DATA"])))
    whole = {trait: round(weight * UNIT) for trait, weight in sorted(weights.items())}
    kept = {trait: weight for trait, weight in whole.items() if abs(weight) >= LEAST}
    text = json.dumps({"offset": round(offset * UNIT), "weights": kept}, ensure_ascii=False, indent=0)
    MODEL_FILE.write_text(text + "\n", encoding="utf-8")
    print(f"{len(kept):,} weights, {MODEL_FILE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
