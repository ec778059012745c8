"""A small workspace under review, without a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.policy import load_policy
from claimcheck.decisions.desk import Desk
from claimcheck.decisions.journal import Journal
from claimcheck.records.edits import Editor
from claimcheck.records.models import Claim, DeskFile, Source, StoredFile
from claimcheck.records.workspace import Workspace
from claimcheck.review.bench import Bench, Doors
from claimcheck.review.keys import BINDINGS, Binding
from claimcheck.review.places import Places
from claimcheck.review.terminal.frame import Frame, whole_frame, window_frame
from claimcheck.review.terminal.lines import text_of
from claimcheck.review.terminal.reviewer import Reviewer
from claimcheck.review.views import ArticleState
from claimcheck.sources.texts import load_text

QUOTE, PIER, MAY = "pier/aaaaaaaa", "pier/bbbbbbbb", "pier/cccccccc"
ARTICLE = (
    'Mayor Odile Fenn said the pier "was never safe in a storm". The pier cost 41 million. It opened in May.\n\n'
    "Read more on page 3.\n"
)
LETTER = "Mayor Fenn wrote: the pier was rarely safe in a storm, as everybody knew."
MINUTES = "The council heard that the pier cost 40 million."
CLAIMS = f"""\
claimcheck: 1
article: {{title: "Pier", path: "articles/pier.md", sha256: "{"0" * 64}", stage: checking}}
claims:
- id: {QUOTE}
  text: "Mayor Odile Fenn said the pier \\"was never safe in a storm\\"."
  anchor: {{start: 0, end: 59}}
  kind: quotation
  section: "The pier"
  check_worthiness: {{label: CFS, score: 0.9}}
  attributions:
  - source: [{{start: 0, end: 16}}]
    kind: direct
    speaker: "Odile Fenn"
    hops: [{{name: "her spokesman", how: "translated"}}]
  parts:
  - {{kind: quotation, start: 31, end: 58}}
  evidence:
  - source: letter
    about: statement
    stance: contradicts
    exact: "the pier was rarely safe in a storm"
    start: 18
    end: 53
    match: altered
    reason: "one word differs"
    judge: "quotations/1"
    status: proposed
- id: {PIER}
  text: "The pier cost 41 million."
  anchor: {{start: 60, end: 85}}
  kind: quantity
  check_worthiness: {{label: CFS, score: 0.8}}
  parts:
  - {{kind: figure, start: 14, end: 24}}
  - {{kind: name, start: 4, end: 8}}
  evidence:
  - source: minutes
    about: content
    stance: contradicts
    exact: "the pier cost 40 million"
    start: 23
    end: 47
    locator: {{page: 4}}
    judge: "facts/1"
    status: proposed
  - source: letter
    about: content
    stance: neutral
    judge: "facts/1"
    status: proposed
- id: {MAY}
  text: "It opened in May."
  anchor: {{start: 86, end: 103}}
  kind: event
  check_worthiness: {{label: UFS, score: 0.3}}
dropped:
- {{text: "Read more on page 3.", why: "call to the reader", start: 105, end: 125}}
"""


@dataclass
class Sitting:
    """One person's review of the small workspace, and what lies on disk."""

    root: Path
    state: Path
    by: str = "ann"
    now: str = "2026-03-04T09:12:00Z"
    keys: tuple[Binding, ...] = BINDINGS

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        self.workspace = Workspace(self.root)
        self.bench = Bench(
            Doors(
                read=self.read,
                desk=self.desk,
                findings=lambda claim_id: [("CC101", "The text names no source."), ("CC105", "It is weak.")],
                watched=[self.workspace.claims_path("pier"), self.workspace.desk_path("pier")],
            )
        )
        self.reviewer = Reviewer(self.bench, Places(self.state, self.root, "pier", self.by), self.keys)

    def desk(self, by: str | None = None) -> Desk:
        editor = Editor(Workspace(self.root), self.state / "cache")
        return Desk(editor, by or self.by, self.now, Journal(self.state, self.root))

    def read(self) -> ArticleState:
        self.workspace.reload()
        record = self.workspace.article("pier").record
        sources = {item.record.id: item.record for item in self.workspace.sources()}
        notes = self.workspace.desk("pier")
        policy = load_policy({})
        held = [load_text(self.workspace, source) for source in sources.values()]
        return ArticleState(
            slug="pier",
            record=record,
            text=self.workspace.reading_text("pier"),
            desk=notes.record if notes else DeskFile(claimcheck=1),
            sources=sources,
            texts={text.source.id: text.text for text in held if text is not None},
            assessments={claim.id: assess_claim(claim, sources, policy) for claim in record.claims},
            policy=policy,
            by=self.by,
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.reviewer.press(key)

    def type(self, text: str) -> None:
        for character in text:
            self.reviewer.press("space" if character == " " else character)
        self.reviewer.press("enter")

    def claim(self, claim_id: str) -> Claim:
        return Workspace(self.root).claim(claim_id)[1]

    @property
    def here(self) -> str:
        view = self.reviewer.view
        return view.claim.id if view else ""

    def screen(self, columns: int = 80, rows: int = 24) -> str:
        return shown(window_frame(self.reviewer, columns, rows, moved=True))

    def whole(self, width: int = 80) -> str:
        return shown(whole_frame(self.reviewer, width))


def shown(frame: Frame) -> str:
    return "\n".join(text_of(line) for line in frame.lines)


def lay_out(root: Path) -> None:
    for folder in ("claims", "sources", "articles"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    (root / "claims/pier.yaml").write_text(CLAIMS)
    (root / "claims/pier.txt").write_text(ARTICLE)
    editor = Editor(Workspace(root), root.parent / "cache")
    for name, title, text in (("letter", "Letter to the council", LETTER), ("minutes", "Minutes", MINUTES)):
        (root / "sources" / name).mkdir()
        (root / "sources" / name / "text.txt").write_text(text)
        stored = StoredFile(path=f"sources/{name}/text.txt", sha256=sha256(text.encode()).hexdigest())
        editor.create_source(
            Source(
                claimcheck=1, id=name, title=title, text=stored, published="2026-03-03",
                tier="primary", reliability="A", lineage="original",
            )
        )  # fmt: skip
