"""The report as one HTML page: self-contained, readable without script, fit to print."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.assessment.origins import say_origin
from claimcheck.records.counting import counted
from claimcheck.reporting.model import LETTERS, DeskReport
from claimcheck.reporting.passages import PassageView
from claimcheck.reporting.prose import (
    AGAINST_WORDS,
    CHANGED_LETTER,
    CHANGED_MEANS,
    CHANGED_WORDS,
    GRADES_SOURCING,
    STATUS_MEANINGS,
    STATUS_WORDS,
    UNSOURCED_WORDS,
)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimcheck.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["anchor"] = lambda claim_id: claim_id.replace("/", "-")
    environment.filters["counted"] = counted
    environment.filters["origin"] = say_origin
    environment.filters["day"] = lambda time: time[:10]
    return environment


def render_html(report: DeskReport) -> str:
    """The page as text; every word of articles and sources is escaped."""
    environment = _environment()
    passage = environment.get_template("passage.html.j2")

    def quoted(view: PassageView, proposed: bool = False) -> Markup:
        return Markup(passage.render(passage=view, proposed=proposed))  # autoescaped there

    loader = environment.loader
    css = loader.get_source(environment, "report.css")[0] if loader else ""
    return environment.get_template("report.html.j2").render(
        report=report,
        heading="Disputed claims" if report.disputed_only else "Claims and their sourcing",
        css=Markup(css),  # our own file
        quoted=quoted,
        letters=LETTERS,
        words=STATUS_WORDS,
        meanings=STATUS_MEANINGS,
        unsourced_words=UNSOURCED_WORDS,
        changed_letter=CHANGED_LETTER,
        against_words=AGAINST_WORDS,
        changed_words=CHANGED_WORDS,
        changed_means=CHANGED_MEANS,
        grades_sourcing=GRADES_SOURCING,
        shown={entry.id for article in report.articles for entry in article.entries},
    )
