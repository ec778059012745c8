"""``claimcheck rule CODE``."""

from __future__ import annotations

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.plugins import find_rule_here, plugin_rules
from claimcheck.rules.registry import RULES, rule_page


@click.command("rule")
@click.argument("code", required=False)
@click.pass_obj
def rule_command(invocation: Invocation, code: str | None) -> None:
    """Show the page of a rule, by code or name; without CODE, list them all."""
    if code is None:
        extra = plugin_rules(invocation.settings_here())
        for rule in (*RULES, *(rule for rule, _ in extra)):
            click.echo(f"{rule.code}  {rule.level:8} {rule.name}")
        return
    rule = find_rule_here(invocation, code)
    click.echo(f"{rule.code} {rule.name} ({rule.level})\n\n{rule_page(rule)}")
