"""Collecting what the pure layers are given: records, texts and what is derived from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimcheck.assessment.assess import Assessment, assess_claim
from claimcheck.assessment.origins import Lineages
from claimcheck.assessment.policy import Policy, load_policy
from claimcheck.cli.derived import DerivedCache, key_of
from claimcheck.cli.invocation import Invocation
from claimcheck.records.models import Claim, ClaimFile, Source
from claimcheck.records.workspace import Loaded, Workspace

if TYPE_CHECKING:
    from claimcheck.documents.original import Original
    from claimcheck.reporting.model import ArticleInput
    from claimcheck.sources.texts import SourceText


@dataclass(frozen=True, slots=True)
class Assessed:
    """Claims of some articles, assessed.

    Attributes:
        assessments: by claim id.
        copying: pairs (later, earlier) of source ids.
    """

    sources: Mapping[str, Source]
    policy: Policy
    copying: Sequence[tuple[str, str]]
    assessments: Mapping[str, Assessment]


def source_texts(workspace: Workspace, sources: Mapping[str, Source]) -> list[SourceText]:
    """The texts of all sources that are on hand.

    Raises:
        ClaimcheckError: if a record names a text that cannot be read.
    """
    from claimcheck.sources.texts import load_text

    found = (load_text(workspace, source) for source in sources.values())
    return [text for text in found if text is not None]


def copying_between(
    invocation: Invocation, workspace: Workspace, sources: Mapping[str, Source]
) -> list[tuple[str, str]]:
    """Dated copying between the sources' texts, worked out once for texts that did not change.

    Raises:
        ClaimcheckError: if a text cannot be read.
    """
    documents = {name: source for name, source in sources.items() if source.text is not None}
    hashes = source_hashes(workspace, documents)
    if len(hashes) < 2:
        return []

    def make() -> list[tuple[str, str]]:
        from claimcheck.sources.copies import find_copies

        texts = source_texts(workspace, {name: documents[name] for name in hashes})
        return find_copies(texts, articles)

    articles = {name for name in hashes if workspace.claims_path(name).exists()}
    key = key_of(
        f"{name} {hashes[name]} {documents[name].published} {name in articles}" for name in sorted(hashes)
    )
    return DerivedCache(invocation.cache(workspace.root)).get("copying", key, make, _pairs)


def _pairs(rows: Any) -> list[tuple[str, str]]:
    return [(str(later), str(earlier)) for later, earlier in rows]


def assessed(
    invocation: Invocation,
    workspace: Workspace,
    articles: Sequence[Loaded[ClaimFile]],
    *,
    only: str | None = None,
    change: Callable[[Source], Source] | None = None,
    known: Mapping[str, tuple[Claim, Assessment]] | None = None,
) -> Assessed:
    """Assess the claims of some articles, or one claim of them.

    Args:
        change: applied to each source first, to ask what would be.
        known: by id, claims as they were assessed before, from the same sources and genre.
    """
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    if change is not None:
        sources = {name: change(source) for name, source in sources.items()}
    policy = load_policy(workspace.settings.policy, origin=workspace.settings.origin)
    copying = copying_between(invocation, workspace, sources)
    assessments = {}
    lineages = Lineages(sources, copying)
    for article in articles:
        slug = article.path.stem
        lineage = lineages.of(slug)
        for claim in article.record.claims:
            if only is not None and claim.id != only:
                continue
            before = known.get(claim.id) if known else None
            if before is not None and before[0] == claim:
                assessments[claim.id] = before[1]
                continue
            assessments[claim.id] = assess_claim(
                claim,
                sources,
                policy,
                genre=article.record.article.genre,
                article_slug=slug,
                lineage=lineage,
            )
    return Assessed(sources, policy, copying, assessments)


def report_inputs(
    workspace: Workspace, articles: Sequence[Loaded[ClaimFile]], desk: Assessed
) -> tuple[list[ArticleInput], dict[str, str]]:
    """What a report is made from: articles with their texts, and the texts of the sources on hand."""
    from claimcheck.reporting.model import ArticleInput

    inputs = [
        ArticleInput(
            loaded.path.stem,
            loaded.record,
            text := workspace.reading_text(loaded.path.stem),
            desk.assessments,
            original_file(workspace, loaded, text),
        )
        for loaded in articles
    ]
    texts = {text.source.id: text.text for text in source_texts(workspace, desk.sources)}
    return inputs, texts


def original_file(workspace: Workspace, loaded: Loaded[ClaimFile], text: str) -> Original | None:
    """Where the words of an article stand in its file; None where that is gone, or has its own lines."""
    path = workspace.resolve(loaded.record.article.path, loaded.place)
    return original_in(path.name, path.read_bytes(), text) if path.is_file() else None


def original_in(name: str, data: bytes, text: str) -> Original | None:
    """Where the words of a web page's reading text stand in its code; None of other files."""
    if not name.lower().endswith((".html", ".htm", ".xhtml")):
        return None
    from claimcheck.documents.original import original_of
    from claimcheck.documents.web.decoding import decode_page

    return original_of(decode_page(data, name)[0], text)


def source_hashes(workspace: Workspace, sources: Mapping[str, Source]) -> dict[str, str]:
    """SHA-256 of each source's reading text as it lies there now; a missing file has none."""
    found = {}
    for source in sources.values():
        if source.text is None:
            continue
        path = workspace.resolve(source.text.path, workspace.place(workspace.source_path(source.id)))
        if path.is_file():
            found[source.id] = sha256(path.read_bytes()).hexdigest()
    return found
