"""Plug-ins of other packages: found by entry point, and only where settings name them.

The groups are ``claimcheck.readers``, ``claimcheck.rules``, ``claimcheck.formats`` and ``claimcheck.judges``.
Entry points are looked for, and ``importlib.metadata`` imported, only once a setting names a plug-in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, cast

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from claimcheck.cli.invocation import Invocation
    from claimcheck.documents.readers import PluginReader
    from claimcheck.evidence.stance import Judge
    from claimcheck.formats import Render
    from claimcheck.records.settings import JudgesSettings, Settings
    from claimcheck.rules.registry import Check, Rule

Group = Literal["readers", "rules", "formats", "judges"]

BUILT_IN_JUDGES = ("facts", "llm")
"""What ``judges.use`` may name besides plug-ins."""

_CODE = re.compile(r"(?!CC)[A-Z]{2,8}\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SUFFIX = re.compile(r"[a-z0-9]+")


class PluginMissing(ClaimcheckError):
    """Settings name a plug-in that no installed package has."""

    def __init__(self, group: Group, name: str, installed: Sequence[str]) -> None:
        near = get_close_matches(name, installed, n=1)
        close = f'Did you mean "{near[0]}"? Otherwise install' if near else "Install"
        super().__init__(
            f'plugins.{group} names "{name}", which no installed package has.',
            remedy=f"{close} the package that has it with pip install, where claimcheck is installed.",
        )


class PluginBroken(ClaimcheckError):
    """A plug-in is installed but cannot be imported."""

    def __init__(self, group: Group, name: str, target: str, why: str) -> None:
        super().__init__(
            f'The plug-in "{name}" of plugins.{group} ({target}) cannot be imported: {why}.',
            remedy=f"Mend or reinstall its package, or take it out of plugins.{group}.",
        )


class PluginMisshapen(ClaimcheckError):
    """A plug-in is not what its group is made of."""

    def __init__(self, group: Group, name: str, what: str, wanted: str) -> None:
        super().__init__(
            f'The plug-in "{name}" of plugins.{group} is of the wrong shape: {what}.',
            remedy=f"Wanted: {wanted}.",
        )


class PluginTaken(ClaimcheckError):
    """A plug-in has a name or code that something else has already."""

    def __init__(self, group: Group, name: str, what: str) -> None:
        super().__init__(
            f'The plug-in "{name}" of plugins.{group} cannot be used: {what}.',
            remedy=f"Give it another name in its package, or take it out of plugins.{group}.",
        )


class UnknownJudge(ClaimcheckError):
    """``judges.use`` names what is neither a judge of claimcheck nor a plug-in of ``plugins.judges``."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = get_close_matches(name, known, n=1)
        hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known)}."
        super().__init__(
            f'judges.use names "{name}", which is no judge.',
            remedy=f"{hint} A plug-in has to stand in plugins.judges too.",
        )


@contextmanager
def _given(settings: Settings, key: str) -> Iterator[None]:
    """What is wrong with a setting is told of where it was given: a file and line, a variable, an option."""
    try:
        yield
    except (PluginMissing, PluginBroken, PluginMisshapen, PluginTaken, UnknownJudge) as error:
        error.place = settings.origin(key)
        raise


def plugin_rules(settings: Settings) -> tuple[tuple[Rule, Check], ...]:
    """The rules of the plug-ins that settings name, each with its function.

    Raises:
        PluginMissing, PluginBroken, PluginMisshapen, PluginTaken.
    """
    names = settings.plugins.rules
    if not names:
        return ()
    with _given(settings, "plugins.rules"):
        return _rules(names)


def _rules(names: Sequence[str]) -> tuple[tuple[Rule, Check], ...]:
    from claimcheck.rules.registry import RULES

    taken = {key for rule in RULES for key in (rule.code, rule.name)}
    found: list[tuple[Rule, Check]] = []
    for entry in _entries("rules", names):
        for rule, check in _rules_of(entry):
            twice = next((key for key in (rule.code, rule.name) if key in taken), None)
            if twice is not None:
                raise PluginTaken("rules", entry.name, f"there is a rule {twice} already")
            taken.update((rule.code, rule.name))
            found.append((rule, check))
    return tuple(found)


def _rules_of(entry: EntryPoint) -> list[tuple[Rule, Check]]:
    from claimcheck.rules.model import LEVELS

    def wrong(what: str) -> PluginMisshapen:
        wanted = (
            "a list of pairs (Rule, check), each rule with a page and a code such as XX101: "
            "capital letters other than CC, and three digits"
        )
        return PluginMisshapen("rules", entry.name, what, wanted)

    given = _object("rules", entry)
    if not isinstance(given, (list, tuple)) or not given:
        raise wrong(f"it is {type(given).__name__}, not a list of rules")
    for pair in given:
        if not (isinstance(pair, tuple) and len(pair) == 2 and _is_rule(*pair)):
            raise wrong(f"{str(pair)[:80]} is no pair of a Rule and a function")
        rule = pair[0]
        if not _CODE.fullmatch(str(rule.code)):
            raise wrong(f"a rule has the code {str(rule.code)[:20]!r}")
        if not _NAME.fullmatch(str(rule.name)):
            raise wrong(f"{rule.code} has the name {str(rule.name)[:40]!r}, which is not in kebab-case")
        if not isinstance(rule.page, str) or not rule.page.strip():
            raise wrong(f"{rule.code} has no page")
        if rule.level not in LEVELS or rule.stage != "workspace":
            raise wrong(f"{rule.code} has the level {rule.level!r} and the stage {rule.stage!r}")
    return cast("list[tuple[Rule, Check]]", list(given))


def _is_rule(rule: object, check: object) -> bool:
    from claimcheck.rules.registry import Rule

    return isinstance(rule, Rule) and callable(check)


def plugin_formats(settings: Settings) -> dict[str, Render]:
    """The output formats of the plug-ins that settings name, by name.

    Raises:
        PluginMissing, PluginBroken, PluginMisshapen, PluginTaken.
    """
    names = settings.plugins.formats
    if not names:
        return {}
    with _given(settings, "plugins.formats"):
        return _formats(names)


def _formats(names: Sequence[str]) -> dict[str, Render]:
    from claimcheck.formats import FORMATS

    for name in names:
        if name in FORMATS:
            raise PluginTaken("formats", name, "claimcheck has a format of that name")
    found: dict[str, Render] = {}
    for entry in _entries("formats", names):
        given = _object("formats", entry)
        if not callable(given):
            wanted = "a function from a Report to text"
            raise PluginMisshapen("formats", entry.name, f"it is {type(given).__name__}", wanted)
        found[entry.name] = cast("Render", given)
    return found


def plugin_readers(settings: Settings) -> dict[str, PluginReader]:
    """The readers of the plug-ins that settings name, by suffix; only the reading child imports them.

    Raises:
        PluginMissing, PluginMisshapen, PluginTaken.
    """
    names = settings.plugins.readers
    if not names:
        return {}
    with _given(settings, "plugins.readers"):
        return _readers(names)


def _readers(names: Sequence[str]) -> dict[str, PluginReader]:
    from claimcheck.documents.readers import PluginReader
    from claimcheck.documents.reading import SUFFIXES

    for name in names:
        if not _SUFFIX.fullmatch(name):
            wanted = "a suffix in lower case without its dot, such as rst"
            raise PluginMisshapen("readers", name, "its name is not that of the files it reads", wanted)
        if f".{name}" in SUFFIXES:
            raise PluginTaken("readers", name, f"claimcheck reads .{name} files itself")
    return {
        f".{entry.name}": PluginReader(entry.name, entry.value, _folder(entry))
        for entry in _entries("readers", names)
    }


def readers_here(invocation: Invocation) -> dict[str, PluginReader]:
    """The plug-in readers that the settings of this call name.

    Raises:
        As :func:`plugin_readers`; SettingsError.
    """
    return plugin_readers(invocation.settings_here())


def plugin_judges(settings: Settings) -> dict[str, Judge]:
    """The judges of plug-ins that both ``plugins.judges`` and ``judges.use`` name.

    Raises:
        UnknownJudge, PluginMissing, PluginBroken, PluginMisshapen, PluginTaken.
    """
    names = settings.plugins.judges
    with _given(settings, "judges.use"):
        _known_judges(settings.judges, names)
    with _given(settings, "plugins.judges"):
        return _judges(names, [name for name in names if name in settings.judges.use])


def _judges(names: Sequence[str], wanted: Sequence[str]) -> dict[str, Judge]:
    for name in names:
        if name in BUILT_IN_JUDGES:
            raise PluginTaken("judges", name, "claimcheck has a judge of that name")
    found: dict[str, Judge] = {}
    for entry in _entries("judges", wanted) if wanted else ():
        given = _object("judges", entry)
        if isinstance(given, type):
            given = _made(entry, given)
        if not callable(getattr(given, "judge", None)):
            wanted_shape = "an object, or a class without arguments, with the method judge of Judge"
            raise PluginMisshapen("judges", entry.name, "it has no method judge", wanted_shape)
        found[entry.name] = cast("Judge", given)
    return found


def _known_judges(judges: JudgesSettings, names: Sequence[str]) -> None:
    for name in judges.use:
        if name not in BUILT_IN_JUDGES and name not in names:
            raise UnknownJudge(name, [*BUILT_IN_JUDGES, *names])


def _made(entry: EntryPoint, kind: Callable[[], object]) -> object:
    try:
        return kind()
    except Exception as error:
        raise PluginBroken("judges", entry.name, entry.value, _said(error)) from error


def find_rule_here(invocation: Invocation, wanted: str) -> Rule:
    """The rule of a code or name, of claimcheck or of a plug-in that settings name.

    Raises:
        UnknownRule: with the nearest name; what :func:`plugin_rules` raises.
    """
    from claimcheck.rules.registry import UnknownRule, find_rule

    try:
        return find_rule(wanted)
    except UnknownRule:
        extra = plugin_rules(invocation.settings_here())
    return find_rule(wanted, extra=[rule for rule, _ in extra])


def _entries(group: Group, names: Iterable[str]) -> list[EntryPoint]:
    """The entry point of each name, once."""
    from importlib.metadata import entry_points

    installed = entry_points(group=f"claimcheck.{group}")
    found = []
    for name in dict.fromkeys(names):
        of_name = [entry for entry in installed if entry.name == name]
        if not of_name:
            raise PluginMissing(group, name, sorted({entry.name for entry in installed}))
        if len({entry.value for entry in of_name}) > 1:
            raise PluginTaken(group, name, "two installed packages have one of that name")
        found.append(of_name[0])
    return found


def _object(group: Group, entry: EntryPoint) -> object:
    try:
        loaded: object = entry.load()
    except Exception as error:
        raise PluginBroken(group, entry.name, entry.value, _said(error)) from error
    return loaded


def _said(error: Exception) -> str:
    lines = str(error).splitlines() or [""]
    return f"{type(error).__name__}: {lines[0][:300]}"


def _folder(entry: EntryPoint) -> str:
    """The folder its package was installed into, for a child that knows no PYTHONPATH."""
    return str(entry.dist.locate_file("")) if entry.dist is not None else ""
