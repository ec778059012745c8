"""The trained judge, where settings or a flag ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import MissingExtra

if TYPE_CHECKING:
    from claimcheck.evidence.trained import TrainedJudge
    from claimcheck.records.settings import Settings


def trained_judge_for(settings: Settings) -> TrainedJudge | None:
    """The judge if ``judges.use`` names it, else None; as :func:`trained_judge`."""
    return trained_judge() if "trained" in settings.judges.use else None


def trained_judge() -> TrainedJudge:
    """The installed judge.

    Raises:
        MissingExtra, DamagedJudge.
    """
    try:
        from claimcheck.evidence.trained import trained_judge_at_hand
    except ImportError:  # onnxruntime or tokenizers
        raise MissingExtra("The trained judge", "judge") from None
    judge = trained_judge_at_hand()
    if judge is None:
        raise MissingExtra("The trained judge", "judge")
    return judge
