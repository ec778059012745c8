"""Confidential sources: content in the private store, a pseudonym in the workspace and nothing else."""

from __future__ import annotations

from claimcheck.records.edits import Editor
from claimcheck.records.models import Source
from claimcheck.records.private import ConfidentialSource, PrivateStore, pseudonym
from claimcheck.sources.adding import Details, slug_of
from claimcheck.sources.grading import derive_grade


def add_confidential(
    editor: Editor, store: PrivateStore, content: ConfidentialSource, details: Details, *, by: str
) -> Source:
    """Keep a source privately and record its pseudonym, grade and terms.

    Title, authors, publisher, address, notes, dates and the file stay out of the workspace, since each may
    tell who it is. The source is never sent to a model.

    Raises:
        What the store and :class:`~claimcheck.records.edits.Editor` raise.
    """
    taken = [
        loaded.record.private.pseudonym
        for loaded in editor.workspace.sources()
        if loaded.record.private is not None
    ]
    name = pseudonym(taken)
    private = store.save(content, name, by)
    grade = derive_grade(details.provider)
    source = Source(
        claimcheck=1,
        id=slug_of(name),
        title=name,
        provider=details.provider,
        tier=details.tier or grade.tier,
        reliability=details.reliability or grade.reliability,
        lineage="original" if details.original else "unknown",
        terms=details.terms,
        named=False,
        private=private,
        no_llm=True,
        fictional=details.fictional,
    )
    return editor.create_source(source).after
