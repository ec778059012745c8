"""A quotation's verdict in words: what was changed, and apart from it what newsroom style permits."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.evidence.quotations.model import Difference, QuotationVerdict

_MOST = 4


def say_quotation(verdict: QuotationVerdict) -> str:
    """The verdict in a few sentences: harmful differences first, harmless ones apart, warnings last."""
    harmful = [item for item in verdict.differences if not item.harmless]
    harmless = [item for item in verdict.differences if item.harmless]
    if verdict.left_out:
        harmless.pop()  # said by itself, below
    if verdict.match == "verbatim":
        said = "The words are there, word for word."
    elif verdict.match == "edited":
        said = "The words are there, edited as newsroom style permits"
        said += f": {_list(harmless)}." if harmless else "."
    elif verdict.match == "truncated":
        said = f"The words are there, but “{verdict.turned_by}” was cut, which turns the meaning."
    elif verdict.match == "altered":
        said = f"Altered: {_list(harmful)}." if harmful else "Altered."
    elif verdict.retold:
        whose = verdict.found_speaker or "somebody"
        return (
            f"Not there as a quotation: the source reports in its own words what {whose} said, "
            "and that does not tell the words."
        )
    else:
        said = "The words are not there."
    permitted = f"Permitted by style: {_list(harmless)}." if harmless and verdict.match != "edited" else ""
    left_out = f"Not quoted, and worth reading: “{verdict.left_out}”." if verdict.left_out else ""
    warnings = [f"{warning[:1].upper()}{warning[1:].rstrip('.')}." for warning in verdict.warnings]
    return " ".join(part for part in (said, permitted, left_out, *warnings) if part)


def _list(differences: Sequence[Difference]) -> str:
    shown = "; ".join(_one(difference) for difference in differences[:_MOST])
    more = len(differences) - _MOST
    return f"{shown}; and {more} more" if more > 0 else shown


def _one(difference: Difference) -> str:
    kind, printed, source = difference.kind, difference.printed, difference.source
    if printed and source:
        return f"{kind}: printed “{printed}”, source “{source}”"
    return f"{kind}: “{printed}” is not in the source" if printed else f"{kind}: the source has “{source}”"
