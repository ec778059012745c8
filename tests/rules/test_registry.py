from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_runner import load_cases

import claimcheck.rules
from claimcheck.rules.registry import (
    RULES,
    UnknownRule,
    find_rule,
    load_check,
    rule_page,
    rules_matching,
)

HEADINGS = ["What it checks", "Why it matters", "Example", "Instead", "Configuration", "When to waive"]
SHARED = {
    "__init__",
    "growing",
    "helpers",
    "model",
    "places",
    "precise",
    "registry",
    "relating",
    "report",
    "running",
    "wording",
    "worked_out",
}


def test_every_module_is_a_registered_rule_and_every_rule_has_a_module():
    folder = Path(claimcheck.rules.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - SHARED
    assert modules == {rule.name.replace("-", "_") for rule in RULES}


def test_codes_and_names_are_unique_and_sorted():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"CC\d{3}", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_with_all_its_sections(rule):
    page = rule_page(rule)
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS
    assert page.splitlines()[0].endswith(".")
    assert all(section.strip() for section in re.split(r"^## .+$", page, flags=re.MULTILINE))


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.stage != "problem"], ids=lambda rule: rule.code
)
def test_the_examples_of_the_page_run_as_cases(rule):
    example, instead = (section_of(rule_page(rule), name) for name in ("Example", "Instead"))
    if example[0].startswith(("(", "expires:")):
        return
    texts = {True: [], False: []}
    for case in load_cases(rule.code):
        texts[bool(case["finds"])].append([claim.get("text") for claim in case.get("claims", [])])
    assert example in texts[True]
    assert instead[0].startswith("(") or instead in texts[False]


def section_of(page, name):
    body = page.split(f"## {name}\n", 1)[1].split("\n## ", 1)[0]
    return [line.strip() for line in body.strip().splitlines()]


@pytest.mark.parametrize("wanted", ["CC301", "cc301", "disputed", "Disputed"])
def test_a_rule_is_found_by_code_and_name(wanted):
    assert find_rule(wanted).code == "CC301"


def test_an_unknown_rule_is_refused_with_a_suggestion():
    with pytest.raises(UnknownRule) as caught:
        find_rule("disputd", place="claimcheck.toml:3")
    assert str(caught.value) == "claimcheck.toml:3: There is no rule 'disputd'. Did you mean disputed?"
    with pytest.raises(UnknownRule, match="lists them all"):
        find_rule("zzzzzzzz")


def test_families_and_names_select_rules():
    assert rules_matching(["CC3xx"]) == {rule.code for rule in RULES if rule.code.startswith("CC3")}
    assert rules_matching(["CC30", "uncited"]) >= {"CC301", "CC101"}
    assert rules_matching(["cc2"]) == {rule.code for rule in RULES if rule.code.startswith("CC2")}
    with pytest.raises(UnknownRule):
        rules_matching(["CC"])
    with pytest.raises(UnknownRule):
        rules_matching(["CC8"])


def test_every_checking_rule_has_a_function():
    assert all(callable(load_check(rule)) for rule in RULES if rule.stage != "problem")
