"""Who said what, measured on PolNeAR's dev part: ``python benchmarks/attribution.py``.

Needs ``$CLAIMCHECK_DATA/attribution``. Beside ours stand two baselines that run here: quotation marks alone
(every outermost quotation is a content), and regular expressions over reporting verbs. Published for the same
set, exact F1 of source/cue/content: rules 11/23/6, a fine-tuned BERT 83/75/73. The matching rule is in
polnear.py.
"""

from __future__ import annotations

import re
import time

from claimcheck.extraction.attribution import find_attributions
from claimcheck.extraction.quotations import find_quoted
from claimcheck.records.models import Span
from polnear import Gold, Roles, load, score, table

_VERBS = (
    "said|says|told|wrote|added|argued|claimed|warned|announced|reported|noted|found"
    "|believes?|thinks?|tweeted"
)
_NAME = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*|he|she|they|He|She|They)"
_FORWARD = re.compile(rf"(?P<source>{_NAME}) (?P<cue>{_VERBS}) (?P<content>[^.\n]+)")
_BACKWARD = re.compile(rf"(?P<content>[“\"][^”\"\n]+[”\"]) (?P<source>{_NAME}) (?P<cue>{_VERBS})")


def ours(text: str) -> list[Roles]:
    def pairs(spans: list[Span]) -> tuple[tuple[int, int], ...]:
        return tuple((span.start, span.end) for span in spans)

    return [Roles(pairs(a.source), pairs(a.cue), pairs(a.content)) for a in find_attributions(text)]


def marks(text: str) -> list[Roles]:
    return [Roles((), (), ((q.start, q.end),)) for q in find_quoted(text) if q.depth == 0]


def patterns(text: str) -> list[Roles]:
    return [
        Roles((m.span("source"),), (m.span("cue"),), (m.span("content"),))
        for pattern in (_BACKWARD, _FORWARD)
        for m in pattern.finditer(text)
    ]


def timing(articles: list[Gold]) -> str:
    begin = time.process_time()
    for article in articles:
        find_attributions(article.text)
    spent = (time.process_time() - begin) / len(articles)
    words = sum(len(article.text.split()) for article in articles) / len(articles)
    return f"{spent * 1000:.1f} ms CPU an article of {words:.0f} words on average, model loaded"


def loading() -> str:
    begin = time.process_time()
    find_attributions("She said so.")
    return f"first call, with loading the model: {(time.process_time() - begin) * 1000:.0f} ms CPU"


def main() -> None:
    print(loading())
    articles = load("dev")
    systems = {"claimcheck": ours, "regular expressions": patterns, "quotation marks": marks}
    results = {name: score(articles, [find(a.text) for a in articles]) for name, find in systems.items()}
    print(table(results))
    print(timing(articles))


if __name__ == "__main__":
    main()
