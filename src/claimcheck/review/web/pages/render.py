"""From what is known of an article to the page and its pieces; every word from outside is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimcheck.formats.escaping import cut
from claimcheck.records.counting import counted
from claimcheck.records.models import Claim
from claimcheck.reporting.model import LETTERS
from claimcheck.reporting.prose import GRADES_SOURCING, STATUS_MEANINGS, STATUS_WORDS
from claimcheck.review.keys import Binding
from claimcheck.review.views import ArticleState, Filter
from claimcheck.review.web.pages.apart import NOTHING_APART, KeptApart
from claimcheck.review.web.pages.card import card_of, chain_of, following
from claimcheck.review.web.pages.galley import FIRST_CHARACTERS, lay_out
from claimcheck.review.web.pages.harmless import harmless, seen
from claimcheck.review.web.pages.keys import PAGE_BINDINGS, grouped_keys, shown_key
from claimcheck.review.web.pages.marks import filters_of, marks_of, progress_of, short_id, strip_of
from claimcheck.review.web.pages.reading import list_sources, read_source
from claimcheck.review.web.pages.trays import orphans_of, out_of


@dataclass(frozen=True, slots=True)
class Shell:
    """What is around an article and not of it.

    Attributes:
        reader: who looks; the name that decisions will carry.
        owner: may invite and dismiss.
        revision: of the article's records as read.
        presence: by short claim id, the names of others who are on it now.
        people: names known, offered where a name is asked for.
        bindings: the keys, a user's own settings applied.
        may: actions of the interface that the reader's role permits; None for all.
        today: ISO date, for queries that are overdue.
    """

    reader: str
    owner: bool = False
    revision: str = ""
    presence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    bindings: tuple[Binding, ...] = PAGE_BINDINGS
    may: frozenset[str] | None = None
    today: str = ""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in the list of all."""

    slug: str
    title: str
    stage: str
    total: int
    left: int


class Pages:
    """The page and its fragments; made once, for its templates are compiled once."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("claimcheck.review.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=harmless,
        )
        self._environment.filters.update(
            seen=seen,
            day=lambda time: time[:10],
            shown_key=shown_key,
            counted=counted,
            cut=cut,
            short=short_id,
        )
        self._environment.globals.update(
            letters=LETTERS,
            words=STATUS_WORDS,
            meanings=STATUS_MEANINGS,
            grades_sourcing=GRADES_SOURCING,
            chain_of=chain_of,
        )

    def _fill(self, template: str, /, **values: object) -> str:
        return self._environment.get_template(f"{template}.html.j2").render(**values)

    def article(
        self,
        state: ArticleState,
        shell: Shell,
        focus: str = "",
        filter: Filter = "all",
        *,
        apart: KeptApart = NOTHING_APART,
    ) -> str:
        """The whole page.

        Args:
            focus: short id of the claim to begin with; the first claim where there is none of that name.
            apart: what the article's file holds beside its text.
        """
        marks = marks_of(state)
        claim = next((item for item in state.record.claims if short_id(item) == focus), None)
        claim = claim or next(iter(state.ordered()), None)
        return self._fill(
            "article",
            state=state,
            slug=state.slug,
            about=state.record.article,
            shell=shell,
            marks=marks,
            cells=strip_of(marks),
            progress=progress_of(state),
            galley=lay_out(state, 0, FIRST_CHARACTERS),
            card=card_of(state, claim, self._others(shell, claim)) if claim else None,
            next=following(state, claim) if claim else None,
            filter=filter,
            orphans=sum(mark.orphan for mark in marks),
            groups=grouped_keys(shell.bindings),
            apart=apart,
            **self._keys(shell),
        )

    def body(self, state: ArticleState, start: int = 0) -> str:
        """The article from a group of blocks on, to the end."""
        return self._fill("galley", galley=lay_out(state, start), slug=state.slug)

    def strip(self, state: ArticleState) -> str:
        """The article's claims in order, by status."""
        return self._fill("strip", cells=strip_of(marks_of(state)), state=state)

    def card(self, state: ArticleState, claim: Claim, shell: Shell) -> str:
        """The card of one claim."""
        return self._fill(
            "card",
            state=state,
            shell=shell,
            card=card_of(state, claim, self._others(shell, claim)),
            next=following(state, claim),
            progress=progress_of(state),
            **self._keys(shell),
        )

    def filters(self, state: ArticleState, name: Filter) -> str:
        """The filters with their counts, and the claims that the chosen one lets through."""
        return self._fill("filters", filtering=filters_of(state, name), progress=progress_of(state))

    def dropped(self, state: ArticleState, apart: KeptApart = NOTHING_APART) -> str:
        """What extraction dropped, each with the way back, and what the file holds beside its text."""
        return self._fill("dropped", dropped=state.record.dropped, apart=apart)

    def orphans(self, state: ArticleState) -> str:
        """Claims whose sentence is gone."""
        return self._fill("orphans", orphans=orphans_of(state), slug=state.slug)

    def out(self, state: ArticleState, shell: Shell) -> str:
        """Queries that are out, who reviewed what, and how far people agree."""
        return self._fill("out", out=out_of(state, shell.today), slug=state.slug)

    def sources(self, state: ArticleState) -> str:
        """Every source, to be opened."""
        return self._fill("sources", sources=list_sources(state), slug=state.slug)

    def source(
        self,
        state: ArticleState,
        source_id: str,
        start: int | None = None,
        end: int | None = None,
        around: int | None = None,
        *,
        whole: bool = False,
        apart: KeptApart = NOTHING_APART,
    ) -> str:
        """A source at a place, and what its file holds beside its text; a page of its own where ``whole``."""
        reading = read_source(state, source_id, start, end, around)
        template = "source_page" if whole else "source"
        return self._fill(template, reading=reading, slug=state.slug, whole=whole, apart=apart)

    def index(self, articles: Sequence[ArticleLine], shell: Shell) -> str:
        """All articles."""
        return self._fill("index", articles=articles, shell=shell)

    def refused(self, status: int, message: str, remedy: str) -> str:
        """Why nothing is shown."""
        return self._fill("refused", status=status, message=message, remedy=remedy)

    def invited(self, name: str, role: str, token: str) -> str:
        """Asks an invited person to enter: by a form, for a mere look at the address must not use it up."""
        return self._fill("invited", name=name, role=role, token=token)

    def entered(self) -> str:
        """Leads on to the articles once the cookie is set."""
        return self._fill("entered")

    @staticmethod
    def _others(shell: Shell, claim: Claim) -> tuple[str, ...]:
        return tuple(shell.presence.get(short_id(claim), ()))

    @staticmethod
    def _keys(shell: Shell) -> dict[str, Mapping[str, str]]:
        """By action, the first key, as the controls show it."""
        return {"key": {item.action: shown_key(item.keys[0]) for item in shell.bindings if item.keys}}
