"""Every rule there is. The table is all that is imported before rules run; each module has one rule.

A rule's module holds ``check(context) -> Iterator[Complaint]``, and its docstring is the rule's page.
A code is never given to another rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from inspect import cleandoc
from typing import cast

from claimcheck.errors import ClaimcheckError
from claimcheck.records.settings import Level
from claimcheck.rules.model import Complaint, Needs, RuleContext, Stage

Check = Callable[[RuleContext], Iterable[Complaint]]


class UnknownRule(ClaimcheckError):
    """There is no rule of that code or name."""

    def __init__(self, wanted: str, *, place: str = "", extra: Iterable[Rule] = ()) -> None:
        names = [name for rule in (*RULES, *extra) for name in (rule.code, rule.name)]
        near = get_close_matches(wanted, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else "`claimcheck rule` lists them all."
        super().__init__(f"There is no rule {wanted!r}.", place=place, remedy=hint)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the registry.

    Attributes:
        code: ``CC`` and three digits, the first telling the family; of a plug-in's rule other letters.
        name: kebab case; the module's name with underscores.
        alone: whether it has something to say of a bare article without a workspace.
        needs: what there must be for it to have anything to say; without that it is not even imported.
        page: the page of a plug-in's rule, in Markdown; that of claimcheck's own is its module's docstring.
    """

    code: str
    name: str
    level: Level
    stage: Stage = "workspace"
    alone: bool = False
    needs: Needs = ""
    page: str = ""

    @property
    def module(self) -> str:
        """Name of the module that holds the rule."""
        return f"claimcheck.rules.{self.name.replace('-', '_')}"


_ROWS = """
CC001 claim-gone                warning workspace
CC002 article-changed           error   workspace
CC003 unknown-source            error   workspace
CC004 other-language            warning workspace alone
CC005 anchor-broken             error   workspace
CC006 conflict-copy             error   workspace  needs=strays
CC007 cache-in-workspace        warning workspace  needs=strays
CC090 rule-crashed              error   problem
CC091 nothing-to-check          error   problem
CC092 unreadable                error   problem
CC101 uncited                   error   workspace alone
CC102 cited-not-read            error   workspace
CC103 undecided                 error   workspace
CC104 weak                      warning workspace  needs=accepted
CC105 single-origin             warning workspace  needs=accepted
CC106 circular                  error   workspace  needs=accepted
CC107 policy-unmet              warning workspace  needs=accepted
CC108 part-not-covered          warning workspace  needs=accepted
CC109 ungraded                  error   workspace  needs=accepted
CC110 opposing-proposal         note    workspace  needs=evidence
CC201 quotation-absent          error   workspace  needs=accepted
CC202 quotation-number          error   workspace  needs=evidence
CC203 quotation-negation        error   workspace  needs=evidence
CC204 quotation-name            error   workspace  needs=evidence
CC205 quotation-words           error   workspace  needs=evidence
CC206 quotation-truncated       error   workspace  needs=evidence
CC207 wrong-speaker             error   workspace  needs=evidence
CC208 no-speaker                warning workspace alone
CC209 quotation-translated      warning workspace alone
CC210 marks-lost                warning workspace alone needs=relations
CC301 disputed                  error   workspace  needs=accepted
CC302 contradicted              error   workspace  needs=accepted
CC303 claims-disagree           error   workspace alone needs=relations
CC304 headline-says-more        warning workspace alone needs=relations
CC305 hedge-dropped             warning workspace alone needs=relations
CC306 one-study-as-two          warning workspace alone needs=relations
CC307 origin-says-both          error   workspace  needs=accepted
CC308 content-contradicted      warning workspace  needs=accepted
CC309 spoken-against        warning workspace  needs=accepted
CC401 figure-differs            error   workspace  needs=accepted
CC402 stale-date                warning workspace alone
CC403 relative-date             note    workspace alone
CC404 unit-differs            error   workspace    needs=accepted
CC405 sum-differs             warning workspace alone
CC406 calculation-differs     error   workspace    needs=accepted
CC501 source-without-text       note    workspace  needs=sources
CC502 source-changed            error   workspace  needs=sources
CC503 source-retracted          error   workspace  needs=accepted
CC504 unknown-lineage           note    workspace  needs=accepted
CC505 later-than-article        warning workspace  needs=accepted
CC506 passage-outdated          error   workspace  needs=accepted
CC507 dead-link               warning workspace    needs=sources
CC508 transcript-unheard      warning workspace    needs=accepted
CC601 anonymous                 note    workspace alone
CC602 reports-indicate          warning workspace alone
CC603 relayed                   warning workspace alone
CC604 no-reply-sought           warning workspace alone
CC605 judgement-without-author  note    workspace alone
CC606 view-of-nobody            warning workspace alone needs=relations
CC607 unnamed-study             warning workspace alone needs=relations
CC701 never-reviewed            error   workspace
CC702 changed-since-sign-off    error   workspace  needs=signoffs
CC703 second-person-missing     error   workspace  needs=signoffs
CC704 signed-own-work           warning workspace  needs=signoffs
CC901 waiver-expired            error   report     needs=waivers
CC902 waiver-unused             warning report     needs=waivers
CC903 waiver-too-long           warning report     needs=waivers
CC904 baseline-stale            warning report     needs=baseline
CC905 waiver-ending             note    report     needs=waivers
CC906 policy-weakened         error   report       needs=weakenings
CC907 signed-by-another       note    report       needs=weakenings
"""


def _row(words: list[str]) -> Rule:
    code, name, level, stage, *rest = words
    needs = next((word.removeprefix("needs=") for word in rest if word.startswith("needs=")), "")
    return Rule(code, name, cast(Level, level), cast(Stage, stage), "alone" in rest, cast(Needs, needs))


RULES: tuple[Rule, ...] = tuple(_row(line.split()) for line in _ROWS.strip().splitlines())
"""All rules, by code."""


def find_rule(wanted: str, *, place: str = "", extra: Sequence[Rule] = ()) -> Rule:
    """The rule of a code or name, in any case.

    Args:
        place: where it is named, for the message.
        extra: rules of plug-ins.

    Raises:
        UnknownRule: with the nearest name.
    """
    key = wanted.strip().casefold()
    for rule in (*RULES, *extra):
        if key in (rule.code.casefold(), rule.name):
            return rule
    raise UnknownRule(wanted, place=place, extra=extra)


_FAMILY = re.compile(r"([A-Z]{2,8}\d{1,3})X*")


def rules_matching(wanted: Iterable[str], *, place: str = "", extra: Sequence[Rule] = ()) -> frozenset[str]:
    """Codes of the rules that codes, names or families (``CC2``, ``CC2xx``) stand for.

    Args:
        extra: rules of plug-ins.

    Raises:
        UnknownRule: where one of them stands for none.
    """
    codes: set[str] = set()
    for name in wanted:
        family = _FAMILY.fullmatch(name.strip().upper())
        found = {rule.code for rule in (*RULES, *extra) if family and rule.code.startswith(family[1])}
        codes |= found or {find_rule(name, place=place, extra=extra).code}
    return frozenset(codes)


def load_check(rule: Rule) -> Check:
    """The rule's function; imports its module."""
    check: Check = import_module(rule.module).check
    return check


def rule_page(rule: Rule) -> str:
    """The rule's page, in Markdown."""
    return cleandoc(rule.page) if rule.page else cleandoc(import_module(rule.module).__doc__ or "")
