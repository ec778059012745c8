"""Write the pages that say what the program says of itself: rules, commands, settings, schemas.

Run: python docs/make_pages.py
"""

from __future__ import annotations

import inspect
import io
import json
import re
import shutil
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from pydantic.fields import FieldInfo
from rich.console import Console
from rich.text import Text

from claimcheck.assessment import policy
from claimcheck.cli.gathering import check_bare
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.main import COMMANDS, cli
from claimcheck.cli.schema import RECORDS, schema_of
from claimcheck.formats import render
from claimcheck.records.models import Record
from claimcheck.records.settings import Settings
from claimcheck.rules.registry import RULES, Rule, rule_page

DOCS = Path(__file__).parent
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
_LINES = 34
"""Lines of the gate's output that its picture shows before the end."""
_WIDTH = 100
"""Columns of the help text in the pages, as on a wide terminal."""


def pages() -> dict[str, str]:
    """Path under docs -> content, of every page that is generated."""
    found = {"rules/README.md": _rules(), "commands/README.md": _commands(), "settings.md": _settings()}
    found |= {f"rules/{rule.code}.md": _rule(rule) for rule in RULES}
    found |= {f"commands/{name}.md": _command(name) for name in COMMANDS}
    found["check.svg"] = _picture()
    found |= {f"schemas/{name}.json": json.dumps(schema_of(name), indent=2) + "\n" for name in RECORDS}
    return found


def _picture() -> str:
    """The gate's output on a draft (the example), as a terminal shows it; a picture that loads nothing."""
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.md"
        shutil.copy(DOCS.parent / "articles" / "four-capitals.md", draft)
        report = check_bare(Invocation(start=draft.parent), draft, None)
        printed = render("text", report).replace(f"{folder}/", "")
    lines = f"$ claimcheck check draft.md\n\n{printed}".splitlines()
    shown = [*lines[:_LINES], "…", *lines[-2:]] if len(lines) > _LINES + 3 else lines
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=False)
    console.print(Text("\n".join(shown)), soft_wrap=False)
    drawn = console.export_svg(title="claimcheck", unique_id="claimcheck")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL) + "\n"


def _rule(rule: Rule) -> str:
    level = "could not check (exit status 2)" if rule.stage == "problem" else rule.level
    alone = " Also for a bare article." if rule.alone else ""
    return f"# {rule.code} {rule.name}\n\nDefault level: {level}.{alone}\n\n{rule_page(rule).strip()}\n"


def _rules() -> str:
    lines = [
        "# Rules",
        "",
        "`claimcheck rule CODE` prints the same pages. Codes, names and families (`CC2xx`) are accepted",
        "wherever a rule is named. Where your desk puts these pages on the web, `check.rule_url` in the",
        "[settings](../settings.md) makes every format link there.",
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


def _commands() -> str:
    rows = [f"| [{name}]({name}.md) | {short} |" for name, (_, short) in COMMANDS.items()]
    return (
        "\n".join(
            [
                "# Commands",
                "",
                "Each page is what `claimcheck COMMAND --help` prints. These stand before a command's "
                "name and hold for all:",
                "",
                *_options(cli),
                "",
                "| command | what it does |",
                "|---|---|",
                *rows,
                "",
                "Exit status of every command: 0 clean or done, 1 findings (or a quotation that is nowhere), "
                "2 could not check, 130 stopped by hand.",
            ]
        )
        + "\n"
    )


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            yield f"- `{', '.join(option.opts)}`: {option.help}"


def _command(name: str) -> str:
    context = cli.make_context("claimcheck", [], resilient_parsing=True)
    command = cli.get_command(context, name)
    assert command is not None
    return "\n".join([f"# claimcheck {name}", "", COMMANDS[name][1], *_help(command, name, context)]) + "\n"


def _help(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = command.make_context(name, [], parent=parent, resilient_parsing=True)
    context.terminal_width = _WIDTH
    if parent.parent is not None:
        yield f"\n## {context.command_path}"
    yield "\n```text"
    yield command.get_help(context)
    yield "```"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _help(found, inner, context)


def _settings() -> str:
    lines = [
        "# Settings",
        "",
        "Settings are read from `claimcheck.toml` in your settings folder (`~/.config/claimcheck` on Linux), "
        "then from the one in the workspace, then from the environment, each overruling the one before; "
        "some commands have an option that overrules all. An unknown key is an error with a suggestion.",
        "",
        "A setting `key` in the section `[section]` is `CLAIMCHECK_SECTION_KEY` in the environment. "
        "`claimcheck schema settings` prints the same as a JSON Schema.",
    ]
    for name, field in Settings.model_fields.items():
        kind = field.annotation
        if name != "policy" and inspect.isclass(kind) and issubclass(kind, Record):
            lines += ["", f"## [{name}]", "", *_section(name, kind)]
    constants = Path(policy.__file__).with_name("policy.toml").read_text("utf-8").strip()
    lines += [
        "",
        "## [policy]",
        "",
        "Overrides single constants of the assessment; [how the sourcing is graded](scoring.md) says what "
        "they do. A report names the policy's version, and shows that it was overridden. These are the "
        "constants:",
        "",
        "```toml",
        constants,
        "```",
    ]
    return "\n".join(lines) + "\n"


def _section(section: str, model: type[Record]) -> Iterator[str]:
    doc = inspect.cleandoc(model.__doc__ or "")
    yield doc.partition("\n")[0]
    meanings = _meanings(doc)
    for key, field in model.model_fields.items():
        yield ""
        yield f"### {section}.{key}"
        yield ""
        if key in meanings:
            yield meanings[key]
            yield ""
        yield f"Type: {_type(field.annotation)}. Default: {_default(field)}."


def _meanings(doc: str) -> dict[str, str]:
    """What a docstring's list of attributes says of each; attributes said together share the sentence."""
    found: dict[str, str] = {}
    listed = re.split(r"^    (?=\w+(?:, \w+)*: )", doc.partition("Attributes:\n")[2], flags=re.MULTILINE)
    for item in listed[1:]:
        names, _, meaning = item.partition(": ")
        text = " ".join(meaning.split()).replace("``", "`")
        found |= {name.strip(): f"{text[0].upper()}{text[1:]}" for name in names.split(",")}
    return found


def _type(annotation: object) -> str:
    if typing.get_origin(annotation) is typing.Literal:
        return "one of " + ", ".join(f"`{value}`" for value in typing.get_args(annotation))
    if typing.get_origin(annotation) is typing.Annotated:
        return _type(typing.get_args(annotation)[0])
    if isinstance(annotation, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        return " or ".join(map(_type, parts))
    if typing.get_origin(annotation) is list:
        return f"list, each {_type(typing.get_args(annotation)[0])}"
    if typing.get_origin(annotation) is dict:
        return f"table, each value {_type(typing.get_args(annotation)[1])}"
    names = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`"}
    return names.get(annotation, "anything") if isinstance(annotation, type) else "anything"


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True)
    if value is None:
        return "none"
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def write() -> None:
    """Write every generated page, and take away those that are no longer generated."""
    wanted = pages()
    for folder in ("rules", "commands", "schemas"):
        (DOCS / folder).mkdir(exist_ok=True)
        for path in (DOCS / folder).iterdir():
            if f"{folder}/{path.name}" not in wanted:
                path.unlink()
    for name, text in wanted.items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
