"""``claimcheck explain CLAIM``."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain

if TYPE_CHECKING:
    from claimcheck.assessment.explain import Explanation, LayerExplanation
    from claimcheck.records.models import Claim, ClaimFile, Evidence, Source
    from claimcheck.records.workspace import Loaded, Workspace

_MOST = 400
"""Code points of a passage that are printed; the rest is told by the command beside it, and in the JSON."""


@click.command("explain")
@click.argument("claim_id", metavar="CLAIM")
@click.option("--json", "as_json", is_flag=True, help="Print the explanation as JSON.")
@click.pass_obj
def explain_command(invocation: Invocation, claim_id: str, as_json: bool) -> None:
    """Say how a claim's status came about, and what would clear it."""
    from claimcheck.assessment.explain import explain
    from claimcheck.cli.collecting import assessed

    workspace = invocation.workspace()
    loaded, claim = workspace.claim(claim_id)
    desk = assessed(invocation, workspace, [loaded])
    explanation = explain(claim, desk.assessments[claim.id], desk.policy)
    unprinted = unprinted_of(desk.sources.values(), invocation.now())
    if as_json:
        told = {"text": claim.text, **asdict(explanation), "evidence": _as_json(claim, unprinted)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        from claimcheck.reporting.model import say_signed

        changed = _changed(claim, _place(workspace, loaded, claim), say_signed(claim, desk.sources))
        click.echo("\n".join(_lines(claim, explanation, changed, unprinted)))
        _say_before(invocation, workspace, claim)


def _say_before(invocation: Invocation, workspace: Workspace, claim: Claim) -> None:
    from claimcheck.cli.checked_before import Checked

    for told in Checked(invocation, workspace).told([claim], claim.id.partition("/")[0]):
        line = told.line()
        click.echo(f"\n{line[:1].upper()}{line[1:]}")


def _place(workspace: Workspace, loaded: Loaded[ClaimFile], claim: Claim) -> str:
    """Where a claim whose sentence is gone stands in its record; empty for one that is in its article."""
    from claimcheck.rules.report import say_spot

    if not claim.orphan:
        return ""
    line, column = workspace.claim_places(loaded, [claim.id]).get(claim.id, (0, 0))
    return say_spot(loaded.place, line, column, "")


def _changed(claim: Claim, place: str, signed: Iterable[str]) -> list[str]:
    """What a person must know before trusting the status: a sentence that changed or is gone, sign-offs.

    Args:
        place: where the record of a claim whose sentence is gone has it.
    """
    lines = []
    if claim.orphan:
        lines.append(f"The sentence is gone from the article; what was decided waits in {place}.")
    if claim.was is not None:
        lines.append("The sentence changed since its evidence was decided on; look at each passage again.")
        lines.append(f"  was: {plain(claim.was)}")
    lines += [f"Signed: {one_line(line)}" for line in signed]
    return ["", *lines] if lines else []


def _lines(
    claim: Claim, explanation: Explanation, changed: Iterable[str], unprinted: Mapping[str, str]
) -> list[str]:
    lines = [f"{claim.id}  {explanation.status.upper()}", f"  {plain(claim.text)}"]
    if len(claim.parts) > 1:
        told = (f"{number} {part_words(claim, number - 1)}" for number in range(1, len(claim.parts) + 1))
        lines.append(f"  Parts: {'; '.join(told)}")
    lines += ["", explanation.sentence]
    for layer in explanation.layers:
        lines += ["", *_layer(layer)]
    lines += changed
    if claim.evidence:
        lines += ["", "Evidence:", *evidence_lines(claim, unprinted)]
    if explanation.if_accepted:
        lines += ["", f"If all proposals were accepted: {explanation.if_accepted}."]
    if explanation.cheapest_fix:
        lines += ["", f"To clear it: {explanation.cheapest_fix}"]
    lines += ["", f"To add a passage yourself: {adding(claim.id)}"]
    versions = f"{explanation.rule_version}, policy {explanation.policy_version}"
    return [*lines, "", f"({versions}; this grades the sourcing, not the truth)"]


def _layer(layer: LayerExplanation) -> list[str]:
    from claimcheck.assessment.origins import say_origin

    opinion = layer.opinion
    lines = [
        f"The {layer.layer}: {layer.status}.  belief {opinion.belief:.3f}  "
        f"disbelief {opinion.disbelief:.3f}  uncertainty {opinion.uncertainty:.3f}  "
        f"conflict {opinion.conflict:.3f}"
    ]
    without = {other.origin: other for other in layer.without}
    for row in layer.origins:
        other = without.get(row.origin)
        change = f"  without it: {other.status}, {other.belief:.3f}" if other else ""
        lines.append(
            f"  origin {say_origin(row.origin)}: for {row.points_for:.2f}, against {row.points_against:.2f} "
            f"({', '.join(row.members)}){change}"
        )
    lines += [f"  {reason}" for reason in layer.reasons]
    return lines + [f"  unmet: {need}" for need in layer.unmet]


def _reading(item: Evidence) -> str:
    """The command that shows the place of an item in its source."""
    from claimcheck.records.locators import say_place

    where = item.locator
    narrow = where and (where.time or where.cell)
    place = narrow or (f"{item.start}-{item.end}" if item.start is not None else say_place(where))
    return f"claimcheck source show {item.source} --at {shlex.quote(plain(place))}"


def adding(claim_id: str) -> str:
    """The command that adds a passage which nobody proposed."""
    return f"claimcheck desk evidence {claim_id} SOURCE 'WORDS' --about LAYER --stance STANCE"


def unprinted_of(sources: Iterable[Source], now: str) -> dict[str, str]:
    """By id, the sources whose words are not printed, each with why."""
    from claimcheck.records.withholding import withheld

    return {source.id: why for source in sources if (why := withheld(source, now))}


def evidence_lines(claim: Claim, unprinted: Mapping[str, str], status: str = "") -> list[str]:
    """The evidence of a claim with the numbers that commands take, or only that of one status.

    Args:
        unprinted: as :func:`unprinted_of` gives it.
    """
    from claimcheck.records.locators import say_place
    from claimcheck.records.withholding import without_words

    lines: list[str] = []
    for number, item in enumerate(claim.evidence, 1):
        if status not in ("", item.status):
            continue
        why = unprinted.get(item.source)
        words = f"({why}: its words are not printed)" if why else f"“{one_line(item.exact, _MOST)}”"
        lines.append(
            f"  {number}  {item.status:9} {item.stance:11} about the {item.about:9} {item.source}: {words}"
        )
        place = say_place(item.locator)
        if place or (why and item.start is not None):
            lines.append(f"     {one_line(place)}{'; ' * bool(place)}read it: {_reading(item)}")
        item = without_words(item) if why else item
        if item.parts:
            lines.append(f"     bears on: {', '.join(part_words(claim, at) for at in item.parts)}")
        if item.said_by:
            lines.append(f"     said by: {one_line(item.said_by)}")
        if item.calculation:
            lines.append(f"     worked out: {one_line(item.calculation.formula)}")
        if item.reason:
            lines.append(f"     {one_line(item.reason)}")
    return lines


def part_words(claim: Claim, index: int) -> str:
    """A part of a claim in its words; "a part that is gone" where the record names one that there is not."""
    if index >= len(claim.parts):
        return "a part that is gone"
    part = claim.parts[index]
    return f"“{one_line(claim.text[part.start : part.end], 60)}”"


def _as_json(claim: Claim, unprinted: Mapping[str, str]) -> list[dict[str, object]]:
    """Every item of evidence as the record has it, with its number; without words that are not printed."""
    from claimcheck.records.withholding import without_words

    found = []
    for number, item in enumerate(claim.evidence, 1):
        why = unprinted.get(item.source)
        shown = without_words(item) if why else item
        kept = shown.model_dump(mode="json", exclude_defaults=True)
        found.append({"number": number, **kept, **({"not_printed": why} if why else {})})
    return found
