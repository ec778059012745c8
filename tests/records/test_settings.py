from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.records.settings import (
    InvalidSetting,
    PersonalSetting,
    Settings,
    SettingsError,
    UnknownSetting,
    UnreadableSettings,
    load_settings,
)
from claimcheck.records.userdirs import user_dirs


def put(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "claimcheck.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_defaults_stand_where_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings() == Settings() == load_settings(tmp_path, user=tmp_path / "gone", environ={})


def test_later_places_win_key_by_key(tmp_path: Path) -> None:
    user = put(
        tmp_path / "user",
        '[check]\nfail_on = "note"\nignore = ["CC101"]\n[desk]\ntime_zone = "Europe/London"\n',
    )
    workspace = put(tmp_path / "desk", '[check]\nfail_on = "warning"\n')
    settings = load_settings(workspace, user=user)
    assert (settings.check.fail_on, settings.check.ignore) == ("warning", ["CC101"])
    assert settings.desk.time_zone == "Europe/London"
    environ = {
        "CLAIMCHECK_CHECK_FAIL_ON": "error",
        "CLAIMCHECK_DATA": "/x",
        "CLAIMCHECK_AS": "ann",
        "HOME": "/",
    }
    assert load_settings(workspace, user=user, environ=environ).check.fail_on == "error"
    overrides = {"check.fail_on": "note"}
    assert load_settings(workspace, user=user, environ=environ, overrides=overrides).check.fail_on == "note"


def test_environment_variables_hold_text_numbers_and_lists() -> None:
    environ = {
        "CLAIMCHECK_DESK_SNAPSHOT_LIMIT": "10",
        "CLAIMCHECK_DESK_PRIVATE_DESK_FILES": "true",
        "CLAIMCHECK_CHECK_SELECT": '["CC1", "CC2"]',
        "CLAIMCHECK_JUDGES_API_KEY": "s3cret",
    }
    settings = load_settings(environ=environ)
    assert (settings.desk.snapshot_limit, settings.desk.private_desk_files) == (10, True)
    assert settings.check.select == ["CC1", "CC2"]
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "kind", "place", "says"),
    [
        ('[chekc]\nfail_on = "note"\n', UnknownSetting, ":1", 'Did you mean "check"?'),
        ('[desk]\n\ntimezone = "UTC"\n', UnknownSetting, ":3", 'Did you mean "time_zone"?'),
        ("[check]\nfail-on = 'note'\n", UnknownSetting, ":2", '"fail_on"'),
        ("fail_on = 'note'\n", UnknownSetting, ":1", "There are: desk, check"),
        ("[check]\nfail_on = 'never'\n", InvalidSetting, ":2", "note"),
        ("[desk]\nsnapshot_limit = '5'\n", InvalidSetting, ":2", "integer"),
        ("[desk]\nsnapshot_limit = -5\n", InvalidSetting, ":2", "greater"),
        ("[desk]\ntime_zone = 'Europe/Lundon'\n", InvalidSetting, ":2", "Europe/London"),
        ("[desk]\ntime_zone = '../../etc/passwd'\n", InvalidSetting, ":2", "time zone"),
        ("[check.severity]\nuncited = 'loud'\n", InvalidSetting, ":1", "check.severity.uncited"),
        ("desk = 1\n", InvalidSetting, ":1", "desk"),
        ("[desk\n", UnreadableSettings, ":1:", "cannot be read"),
        ("[desk]\na = 1\na = 2\n", UnreadableSettings, ":3:", "Cannot overwrite"),
        ("a = 1\nb = [\n", UnreadableSettings, ":2", "cannot be read"),
        (b"\xff", UnreadableSettings, "", "UTF-8"),
        ("a = " + "[" * 50_000, UnreadableSettings, "", "cannot be read"),
        (
            "[judges]\nuse = ['facts']\nendpoint = 'http://x'\n",
            PersonalSetting,
            ":3",
            "CLAIMCHECK_JUDGES_ENDPOINT",
        ),
        ("[judges]\napi_key = 's3cret'\n", PersonalSetting, ":2", "your own settings"),
    ],
)
def test_wrong_settings_name_file_line_and_remedy(
    tmp_path: Path, text: str | bytes, kind: type[SettingsError], place: str, says: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(put(tmp_path / "desk", text))
    assert type(caught.value) is kind
    assert caught.value.place.startswith("claimcheck.toml" + place)
    assert says in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_wrong_variables_and_options_are_named_as_such() -> None:
    with pytest.raises(UnknownSetting, match=r'CLAIMCHECK_CHECK_FAILON: .*Did you mean "fail_on"'):
        load_settings(environ={"CLAIMCHECK_CHECK_FAILON": "note"})
    with pytest.raises(InvalidSetting, match=r"--set check\.fail_on"):
        load_settings(overrides={"check.fail_on": "never"})


def test_personal_settings_may_stand_in_the_users_own_file(tmp_path: Path) -> None:
    user = put(tmp_path / "user", "[judges]\nendpoint = 'http://localhost:1'\n")
    assert load_settings(user=user).judges.endpoint == "http://localhost:1"


def test_policy_is_handed_on_as_it_stands(tmp_path: Path) -> None:
    text = "[policy]\nstrong_belief = 0.8\n[policy.kinds.quantity]\nneeds = ['attribution']\n"
    assert load_settings(put(tmp_path / "desk", text)).policy == {
        "strong_belief": 0.8,
        "kinds": {"quantity": {"needs": ["attribution"]}},
    }


def test_a_file_from_another_system_is_read(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf[check]\r\nfail_on = 'note'\r\n"
    assert load_settings(put(tmp_path / "desk", text)).check.fail_on == "note"


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().check.fail_on = "note"  # type: ignore[misc]


def test_user_folders_follow_the_platform_and_the_environment() -> None:
    home = Path("/home/ann")
    linux = user_dirs({}, home, "linux")
    assert linux.cache == home / ".cache/claimcheck"
    assert linux.state == home / ".local/state/claimcheck"
    assert user_dirs({}, home, "darwin").cache == home / "Library/Caches/claimcheck"
    assert user_dirs({"XDG_CACHE_HOME": "/tmp/c"}, home, "darwin").cache == Path("/tmp/c/claimcheck")
    assert user_dirs({"XDG_CACHE_HOME": "relative"}, home, "linux").cache == linux.cache


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("", True),
        ("https://desk.example/rules/{code}.html", True),
        ("file:///srv/docs/{name}", True),
        ("https://desk.example/rules/", False),
        ("javascript:alert({code})", False),
        ("https://desk.example/{code}> <script>", False),
        ("https://desk.example/{code}|", False),
        ("https://desk.example/{code}\u202e", False),
    ],
)
def test_where_the_rules_pages_are_is_an_address_with_the_rule_in_it(url, fits):
    overrides = {"check.rule_url": url}
    if fits:
        assert load_settings(overrides=overrides).check.rule_url == url
    else:
        with pytest.raises(InvalidSetting, match="rule_url"):
            load_settings(overrides=overrides)


def test_each_setting_knows_where_it_was_given(tmp_path):
    (tmp_path / "claimcheck.toml").write_text('[check]\nfail_on = "note"\nselect = ["CC101"]\n')
    found = load_settings(tmp_path, environ={"CLAIMCHECK_CHECK_SELECT": '["CC999"]'})
    assert found.origin("check.select") == "CLAIMCHECK_CHECK_SELECT"
    assert found.origin("check.fail_on") == "claimcheck.toml:2"
    assert found.origin("check.ignore") == "claimcheck.toml"
    assert found == Settings(check=found.check)
