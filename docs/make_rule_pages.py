"""Write the page of every rule, and their list, into docs/rules. Run: python docs/make_rule_pages.py."""

from __future__ import annotations

from pathlib import Path

from claimcheck.rules.registry import RULES, Rule, rule_page

FOLDER = Path(__file__).parent / "rules"
FAMILIES = {
    "0": "Records",
    "1": "Sourcing",
    "2": "Quotations",
    "3": "Disputes and consistency",
    "4": "Figures and dates",
    "5": "Sources",
    "6": "Attribution",
    "7": "Review",
    "9": "Hygiene",
}


def pages() -> dict[str, str]:
    """File name -> content, of every page that belongs in the folder."""
    return {"README.md": _contents(), **{f"{rule.code}.md": _page(rule) for rule in RULES}}


def _page(rule: Rule) -> str:
    level = "could not check (exit status 2)" if rule.stage == "problem" else rule.level
    alone = " Also for a bare article." if rule.alone else ""
    return f"# {rule.code} {rule.name}\n\nDefault level: {level}.{alone}\n\n{rule_page(rule).strip()}\n"


def _contents() -> str:
    lines = [
        "# Rules",
        "",
        "`claimcheck rule CODE` prints the same pages. Codes, names and families (`CC2xx`) are accepted",
        "wherever a rule is named.",
    ]
    for digit, title in FAMILIES.items():
        lines += [
            "",
            f"## CC{digit}xx {title}",
            "",
            "| code | name | level | what it finds |",
            "|---|---|---|---|",
        ]
        for rule in RULES:
            if rule.code[2] == digit:
                says = rule_page(rule).splitlines()[0]
                lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.level} | {says} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
