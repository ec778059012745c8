"""An accepted passage contradicts a claim, though what it weighs makes no dispute.

## What it checks
Accepted passages that contradict a claim which is neither contradicted nor disputed by its status: the source
is of a low grade, not graded, or cannot count. Also passages against that it was said at all, where the
claim's status rests on whether it is so. The message says the grade.

## Why it matters
The grade says how far to lean on a source, not that it is wrong. Whoever accepted the passage read it as
contradicting the article, and the editor has to know before it goes out.

## Example
    The harbour made a profit.

## Instead
    The harbour says it made a profit; a skippers' newsletter puts it at a loss.

## Configuration
A warning; where more speaks against a claim than for it, an error if an unsourced claim is one
(`unsourced_cfs` and `unsourced_ufs` under `[check]`). A level for this rule under `[check.severity]`
overrides both.

## When to waive
Where the passage is known to be wrong, better: reject it. Where the text states the dispute, have a named
person record that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.assessment.assess import LayerAssessment
from claimcheck.assessment.weights import Item
from claimcheck.rules.helpers import GRAVE, cheapest_fix, fix_against, say_against, weightiest_against
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find contradictions that no status tells of."""
    for view in context.sourced_claims():
        for layer in (view.assessment.statement, view.assessment.content):
            for item in _told_here(view, layer):
                what = "this" if layer.decides else "that it was said"
                outweighs = _outweighs(layer)
                yield at_claim(
                    view,
                    say_against(view, layer, item, what),
                    _fix(context, view, layer, item),
                    subject=f"{layer.layer} {item.source}",
                    state="" if outweighs else "outweighed",
                    level="error" if outweighs and context.unsourced_level(view.claim) == "error" else None,
                )


def _told_here(view: ClaimView, layer: LayerAssessment) -> Sequence[Item]:
    """The weightiest passage of each source against a layer, where no other rule tells of them."""
    by_status = layer.decides and layer.status in GRAVE
    if by_status or (not layer.decides and layer.layer == "content"):
        return ()
    if view.claim.states_dispute is not None and not layer.lacks_support:
        return ()
    both = frozenset(layer.verdict.both)
    against = weightiest_against(view, layer)
    return [item for item in against if not (item.weight and item.origins & both)]


def _fix(context: RuleContext, view: ClaimView, layer: LayerAssessment, item: Item) -> str:
    if layer.decides and item.excluded != "ungraded":
        if layer.lacks_support and layer is view.assessment.decisive:
            return cheapest_fix(context, view)
        fix = (
            f"Correct the text, or say in it what {item.source} says and have a named person record that "
            f"(claimcheck desk mark); reject the passage if it says something else."
        )
    elif layer.decides:
        fix = f"Grade {item.source}, so that it can be weighed; reject the passage if it says something else."
    else:
        fix = f"Correct who said what, or show why {item.source} should not count."
    return fix_against(view, [item.index], fix)


def _outweighs(layer: LayerAssessment) -> bool:
    """Whether more speaks against a deciding layer than for it.

    To accept what contradicts a claim must not make the gate laxer than it was without.
    """
    opinion = layer.verdict.opinion
    return layer.decides and opinion.points_against > opinion.points_for
