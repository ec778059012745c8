"""What ``link`` and ``explain`` tell of claims that were checked before, here or in an older workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line

if TYPE_CHECKING:
    from claimcheck.evidence.checked import Before, CheckedClaims
    from claimcheck.records.models import Claim, ClaimFile
    from claimcheck.records.workspace import Loaded, Workspace

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of an article, and one that says the same and was checked before.

    Attributes:
        status: the older claim's status as its evidence stands now.
    """

    claim: Claim
    before: Before
    status: str

    def line(self) -> str:
        """One line for a person."""
        signed = self.before.signed
        differs = f"; it differs: {self.before.differs}" if self.before.differs else ""
        return one_line(
            f"checked before, as {self.before.claim.id}: “{one_line(self.before.claim.text, 90)}” "
            f"(signed {signed.decision} by {signed.by} on {signed.at[:10]}, now {self.status}{differs})"
        )

    def as_json(self) -> dict[str, object]:
        """The same as JSON data."""
        signed = self.before.signed
        return {
            "claim": self.claim.id,
            "before": self.before.claim.id,
            "text": self.before.claim.text,
            "decision": signed.decision,
            "by": signed.by,
            "at": signed.at,
            "status": self.status,
            "share": self.before.share,
            "differs": self.before.differs,
        }


class Checked:
    """The archives that are looked in: the other articles of the workspace, and older workspaces.

    Args:
        others: folders of older workspaces; they are only read.

    Raises:
        ClaimcheckError: where one of them is no workspace, or cannot be read.
    """

    def __init__(self, invocation: Invocation, workspace: Workspace, others: Iterable[Path] = ()) -> None:
        self._invocation = invocation
        self._places = [_Place(item) for item in (workspace, *(_opened(invocation, path) for path in others))]
        self._here = self._places[0]

    def told(self, claims: Sequence[Claim], slug: str) -> Iterator[Told]:
        """What was checked before of the claims of one article; that article itself is not looked in."""
        for place in self._places:
            archive = place.archive(slug if place is self._here else "")
            if not len(archive):
                continue
            for claim in claims:
                for before in archive.before(claim):
                    yield Told(claim, before, place.status(self._invocation, before.claim.id))


class _Place:
    """One workspace whose signed claims are looked in."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._articles = {loaded.path.stem: loaded for loaded in workspace.articles()}
        self._assessed: dict[str, dict[str, str]] = {}

    def archive(self, without: str) -> CheckedClaims:
        from claimcheck.evidence.checked import CheckedClaims

        kept = (loaded for slug, loaded in self._articles.items() if slug != without)
        return CheckedClaims([claim for loaded in kept for claim in loaded.record.claims if not claim.orphan])

    def status(self, invocation: Invocation, claim_id: str) -> str:
        slug = claim_id.partition("/")[0]
        if slug not in self._assessed:
            self._assessed[slug] = _statuses(invocation, self._workspace, self._articles[slug])
        return self._assessed[slug][claim_id]


def _statuses(invocation: Invocation, workspace: Workspace, loaded: Loaded[ClaimFile]) -> dict[str, str]:
    from claimcheck.cli.collecting import assessed

    desk = assessed(invocation, workspace, [loaded])
    return {name: assessment.status for name, assessment in desk.assessments.items()}


def _opened(invocation: Invocation, folder: Path) -> Workspace:
    from claimcheck.records.workspace import Workspace

    root = Workspace.find(invocation.start / folder)
    return Workspace(root, invocation.settings(root))
