"""``claimcheck rule CODE``."""

from __future__ import annotations

import click

from claimcheck.rules.registry import RULES, find_rule, rule_page


@click.command("rule")
@click.argument("code", required=False)
def rule_command(code: str | None) -> None:
    """Show the page of a rule, by code or name; without CODE, list them all."""
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.level:8} {rule.name}")
        return
    rule = find_rule(code)
    click.echo(f"{rule.code} {rule.name} ({rule.level})\n\n{rule_page(rule)}")
