"""Settings: one frozen object, from files, environment and command line.

Later wins: defaults, the user's ``claimcheck.toml``, the workspace's, environment variables
``CLAIMCHECK_<SECTION>_<KEY>``, then command-line overrides. Unknown keys are errors with a suggestion.
"""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, JsonValue, PrivateAttr, ValidationError

from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Record, WorthinessLabel

FILE_NAME = "claimcheck.toml"

Level = Literal["note", "warning", "error"]
RuleLevel = Literal["off", "note", "warning", "error"]
Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | float | bool | None"


def _check_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"there is no time zone {value!r}; it is a name such as Europe/London") from None
    return value


def _check_rule_url(value: str) -> str:
    if value and not (_RULE_URL.fullmatch(value) and ("{code}" in value or "{name}" in value)):
        raise ValueError("it is an address such as https://desk.example/rules/{code}.html, with {code} in it")
    return value


_RULE_URL = re.compile(r"(?:https?|file)://[!#-;=?-\[\]_a-{}~]+")
"""Without the characters that no address has and that Markdown or a shell would take for something else."""


class DeskSettings(Record):
    """How the desk works.

    Attributes:
        time_zone: IANA name; dates without a time are days there.
        people: short names of those who decide, each with the name to print; empty means anybody.
        second_person: which claims need a second person's sign-off.
        snapshots: whether sources as obtained lie in the workspace, or only on this machine.
        snapshot_limit: bytes; a larger snapshot is never committed.
        private_desk_files: True keeps notes, queries and assignments out of git.
    """

    time_zone: Annotated[str, AfterValidator(_check_zone)] = "UTC"
    people: dict[str, str] = Field(default_factory=dict)
    second_person: Literal["none", "check-worthy", "all"] = "none"
    snapshots: Literal["committed", "local"] = "committed"
    snapshot_limit: Annotated[int, Field(ge=0)] = 5_000_000
    private_desk_files: bool = False

    def needs_second(self, label: WorthinessLabel) -> bool:
        """Whether a claim of this check-worthiness needs a second person's sign-off."""
        wanted = self.second_person
        return wanted == "all" or (wanted == "check-worthy" and label == "CFS")


class CheckSettings(Record):
    """What fails the gate.

    Attributes:
        fail_on: the lowest level that makes ``check`` exit 1.
        select, ignore: rule codes, names or code prefixes; empty ``select`` means all.
        severity: level by rule code or name.
        unsourced_cfs, unsourced_ufs: level of an unsourced claim by its check-worthiness.
        rule_url: where the rules' pages are to be had, ``{code}`` and ``{name}`` standing for the rule's;
            formats and editors link there. Without it they name the command ``claimcheck rule``.
    """

    fail_on: Level = "error"
    select: list[str] = Field(default_factory=list)
    ignore: list[str] = Field(default_factory=list)
    severity: dict[str, RuleLevel] = Field(default_factory=dict)
    unsourced_cfs: RuleLevel = "error"
    unsourced_ufs: RuleLevel = "warning"
    rule_url: Annotated[str, AfterValidator(_check_rule_url)] = ""


class JudgesSettings(Record):
    """Which stance judges run, and where a model is reached.

    Attributes:
        use: names of judges; ``facts`` compares facts, ``llm`` also asks a language model.
        endpoint, model, api_key: of the language model; never read from a workspace file.
        seconds: how long one answer of it may take.
    """

    use: list[str] = Field(default_factory=lambda: ["facts"])
    endpoint: str | None = None
    model: str | None = None
    api_key: Annotated[str | None, Field(repr=False)] = None
    seconds: Annotated[int, Field(gt=0)] = 120


class SearchSettings(Record):
    """How passages are found.

    Attributes:
        embeddings: True finds also by meaning, with the extra ``embeddings``; slow the first time.
    """

    embeddings: bool = False


class PluginSettings(Record):
    """Installed plug-ins that may run, by entry-point name.

    Attributes:
        readers: of file formats, for articles and sources.
        rules: of the gate.
        formats: of what ``check`` prints.
        judges: of stance, beside the built-in ones.
    """

    readers: list[str] = Field(default_factory=list)
    rules: list[str] = Field(default_factory=list)
    formats: list[str] = Field(default_factory=list)
    judges: list[str] = Field(default_factory=list)


class ReviewSettings(Record):
    """How one person reviews; never read from a workspace file.

    Attributes:
        keys: one key, or several, by what they do; the keys not named stay as they come.
    """

    keys: dict[str, str | list[str]] = Field(default_factory=dict)


class Settings(Record):
    """All settings; ``policy`` overrides constants of the assessment, which checks their names."""

    desk: DeskSettings = DeskSettings()
    check: CheckSettings = CheckSettings()
    policy: dict[str, JsonValue] = Field(default_factory=dict)
    judges: JudgesSettings = JudgesSettings()
    search: SearchSettings = SearchSettings()
    plugins: PluginSettings = PluginSettings()
    review: ReviewSettings = ReviewSettings()
    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Whether the values are the same, wherever they came from."""
        return isinstance(other, Settings) and self.__dict__ == other.__dict__

    def origin(self, key: str) -> str:
        """Where a setting such as ``check.select`` was given: file and line, variable or option."""
        return self._origins.get(key, FILE_NAME)


_PERSONAL = ("endpoint", "api_key", "model")
_OPEN = frozenset({"policy", "desk.people", "check.severity", "review.keys"})


class SettingsError(ClaimcheckError):
    """Base of what can be wrong with settings."""


class UnreadableSettings(SettingsError):
    """A settings file is not TOML, or not UTF-8."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            f"This settings file cannot be read: {why}.", place=place, remedy="Correct that line."
        )


class UnknownSetting(SettingsError):
    """A key that no setting has."""

    def __init__(self, place: str, key: str, choices: list[str]) -> None:
        close = get_close_matches(key.rpartition(".")[2], choices, 1, 0.6)
        remedy = f'Did you mean "{close[0]}"?' if close else f"There are: {', '.join(choices)}."
        super().__init__(f'There is no setting "{key}".', place=place, remedy=remedy)


class InvalidSetting(SettingsError):
    """A setting's value is not one it may have."""

    def __init__(self, place: str, key: str, why: str) -> None:
        super().__init__(f'The setting "{key}" is wrong: {why}.', place=place, remedy="Correct it.")


class PersonalSetting(SettingsError):
    """What is one person's own stands in a file that others share."""

    def __init__(self, place: str, key: str) -> None:
        super().__init__(
            f'"{key}" may not stand in a workspace, where it would reach everybody who has a copy.',
            place=place,
            remedy=f"Move it to your own settings file, or set CLAIMCHECK_{key.upper().replace('.', '_')}.",
        )


def load_settings(
    workspace: Path | None = None,
    *,
    user: Path | None = None,
    environ: Mapping[str, str] | None = None,
    overrides: Mapping[str, Tree] | None = None,
) -> Settings:
    """All settings, merged.

    Args:
        workspace: the workspace's folder, or None; a ``claimcheck.toml`` in it need not exist.
        user: the user's folder for settings, or None; a ``claimcheck.toml`` in it need not exist.
        environ: the environment; only ``CLAIMCHECK_<SECTION>_<KEY>`` is looked at.
        overrides: from the command line, dotted keys such as ``check.fail_on``.

    Raises:
        SettingsError: one of its subclasses, naming file and line, variable or option.
    """
    merged: dict[str, Tree] = {}
    origins: dict[str, str] = {}
    if user is not None and (own := user / FILE_NAME).is_file():
        _merge(merged, origins, _read(own, str(own)), str(own), _bytes_text(own))
    if workspace is not None and (shared := workspace / FILE_NAME).is_file():
        _read_workspace(merged, origins, shared)
    for name, key, value in _from_environment(environ or {}):
        _merge(merged, origins, _nest(key, value), name)
    for key, value in (overrides or {}).items():
        _merge(merged, origins, _nest(key, value), f"--set {key}")
    return _validated(merged, origins)


def _read_workspace(merged: dict[str, Tree], origins: dict[str, str], path: Path) -> None:
    tree, text = _read(path, path.name), _bytes_text(path)
    judges = tree.get("judges")
    for key in _PERSONAL:
        if isinstance(judges, dict) and key in judges:
            raise PersonalSetting(f"{path.name}:{_line(text, 'judges', key)}", f"judges.{key}")
    if "review" in tree:
        raise PersonalSetting(f"{path.name}:{_line(text, 'review', 'keys')}", "review.keys")
    _merge(merged, origins, tree, path.name, text)


def _bytes_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig", "replace")


def _read(path: Path, place: str) -> dict[str, Tree]:
    try:
        tree: dict[str, Tree] = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise UnreadableSettings(place, "it is not UTF-8") from None
    except OSError as error:
        raise UnreadableSettings(place, error.strerror or "it cannot be opened") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        ends = f"{place}:{_lines(path)}" if "end of document" in str(error) else place
        where = f"{place}:{at.group(1)}:{at.group(2)}" if at else ends
        why = re.sub(r" \(at .*\)$", "", str(error)) or "nested too deeply"
        raise UnreadableSettings(where, why) from None
    return tree


def _lines(path: Path) -> int:
    return len(_bytes_text(path).splitlines()) or 1


def _merge(
    into: dict[str, Tree], origins: dict[str, str], tree: Mapping[str, Tree], origin: str, text: str = ""
) -> None:
    """Lay one tree over another, key by key within sections, and remember where each came from."""
    for section, values in tree.items():
        _note(origins, section, origin, text, "", section)
        if not isinstance(values, dict):
            into[section] = values
            continue
        target = into.setdefault(section, {})
        for key, value in values.items():
            _note(origins, f"{section}.{key}", origin, text, section, key)
            if isinstance(target, dict):
                target[key] = value


def _note(origins: dict[str, str], dotted: str, origin: str, text: str, section: str, key: str) -> None:
    origins[dotted] = f"{origin}:{_line(text, section, key)}" if text else origin


def _line(text: str, section: str, key: str) -> int:
    """The line of a key in a section, or of the section itself, or 1."""
    current, best = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header:
            current = header.group(1)
            if current in (section, key, f"{section}.{key}"):
                best = number
            continue
        name = re.match(r"\s*[\"']?([\w.-]+)[\"']?\s*=", line)
        if name and name.group(1) in (key, f"{section}.{key}") and current in (section, ""):
            return number
    return best


def _from_environment(environ: Mapping[str, str]) -> list[tuple[str, str, Tree]]:
    found: list[tuple[str, str, Tree]] = []
    for name in sorted(environ):
        section, _, key = name.removeprefix("CLAIMCHECK_").lower().partition("_")
        if name.startswith("CLAIMCHECK_") and key and section in Settings.model_fields:
            found.append((name, f"{section}.{key}", _value(environ[name])))
    return found


def _value(text: str) -> Tree:
    """An environment variable as TOML where it reads as a number, truth value or list; else as text."""
    if re.match(r"(?:true|false|[-+]?[0-9.]+|\[.*\]|\{.*\})\Z", text, re.DOTALL):
        try:
            tree: dict[str, Tree] = tomllib.loads(f"value = {text}")
        except tomllib.TOMLDecodeError:
            return text
        return tree["value"]
    return text


def _nest(dotted: str, value: Tree) -> dict[str, Tree]:
    section, _, key = dotted.partition(".")
    return {section: {key: value}} if key else {section: value}


def _validated(merged: dict[str, Tree], origins: Mapping[str, str]) -> Settings:
    try:
        found = Settings.model_validate(merged)
        found._origins.update(origins)
        return found
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    first = next((item for item in details if item["type"] == "extra_forbidden"), details[0])
    path = [str(step) for step in first["loc"]]
    key = ".".join(path[: 3 if ".".join(path[:2]) in _OPEN else 2])
    place = origins.get(".".join(path[:2])) or origins.get(path[0], "")
    if first["type"] == "extra_forbidden":
        raise UnknownSetting(place, key, _choices(path))
    why = str(first.get("ctx", {}).get("error") or first["msg"])
    raise InvalidSetting(place, key, why[:1].lower() + why[1:])


def _choices(path: list[str]) -> list[str]:
    if len(path) < 2:
        return list(Settings.model_fields)
    section = Settings.model_fields[path[0]].annotation
    return list(section.model_fields) if isinstance(section, type) and issubclass(section, Record) else []
