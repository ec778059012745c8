"""The trained judge, where it is installed and settings do not leave it out."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from claimcheck.errors import MissingExtra

if TYPE_CHECKING:
    from claimcheck.evidence.trained import TrainedJudge
    from claimcheck.records.settings import Settings

_NEEDED = ("claimcheck_desk_judge", "onnxruntime", "tokenizers")


def trained_judge(settings: Settings) -> TrainedJudge | None:
    """The judge that ``judges.use`` asks for, or None.

    Raises:
        MissingExtra: where a settings file names it and it is not installed; by default it is not missed.
        DamagedJudge.
    """
    judges = settings.judges
    if "trained" not in judges.use:
        return None
    judge = judge_at_hand()
    if judge is None and "use" in judges.model_fields_set:
        raise MissingExtra("The trained judge", "judge")
    return judge


def judge_at_hand() -> TrainedJudge | None:
    """The judge if its package and what runs it are installed, else None.

    Raises:
        DamagedJudge.
    """
    if not all(map(find_spec, _NEEDED)):
        return None
    from claimcheck.evidence.trained import installed_judge

    return installed_judge()
