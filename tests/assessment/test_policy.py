from __future__ import annotations

import pytest
from desk_builders import assess, claim, evidence, graded, source

from claimcheck.assessment.policy import BadPolicyValue, UnknownPolicyKey, load_policy


def test_an_override_changes_one_constant_and_marks_the_version():
    policy = load_policy({"status": {"minimum_belief": 0.4}, "kinds": {"quantity": {"needs": []}}})
    assert policy.version.startswith("1+")
    assert policy.kinds["event"].minimum_belief == 0.4
    assert policy.kinds["identity"].minimum_belief == 0.36
    assert policy.kinds["quantity"].needs == ("approval-of-unnamed",)
    assert assess(claim(evidence("paper")), [source("paper")], policy=policy).status == "adequate"
    assert graded(source("paper")).status == "weak"


def test_a_kind_without_settings_of_its_own_can_get_some():
    policy = load_policy({"kinds": {"comparison": {"needs": ["primary-or-two-origins"]}}})
    assert policy.kinds["comparison"].needs[0] == "primary-or-two-origins"
    assert policy.kinds["comparison"].minimum_belief == 0.60


@pytest.mark.parametrize(
    ("overrides", "text"),
    [
        ({"weigths": {}}, "The assessment has no setting 'weigths'. Did you mean 'weights'?"),
        (
            {"status": {"strong_beleif": 0.5}},
            "The assessment has no setting 'status.strong_beleif'. Did you mean 'strong_belief'?",
        ),
        (
            {"kinds": {"qantity": {}}},
            "The assessment has no setting 'kinds.qantity'. Did you mean 'quantity'?",
        ),
        ({"opinion": {"zzz": 1}}, "The assessment has no setting 'opinion.zzz'. Known here: prior."),
    ],
)
def test_an_unknown_key_is_refused_with_a_suggestion(overrides, text):
    with pytest.raises(UnknownPolicyKey) as caught:
        load_policy(overrides)
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("overrides", "text"),
    [
        ({"weights": 3}, "The assessment setting 'weights' is 3. It must be a table of settings."),
        ({"weights": {"hop": "low"}}, "The assessment setting 'weights.hop' is 'low'. It must be a number."),
        ({"weights": {"hop": True}}, "The assessment setting 'weights.hop' is True. It must be a number."),
        (
            {"weights": {"cap": 1.0}},
            "The assessment setting 'weights.cap' is 1.0. It must be between 0 and 0.999.",
        ),
        (
            {"opinion": {"prior": 0}},
            "The assessment setting 'opinion.prior' is 0. It must be between 0.001 and 1000.",
        ),
        (
            {"weights": {"tier": {"primary": float("nan")}}},
            "The assessment setting 'weights.tier.primary' is nan. It must be between 0 and 1.",
        ),
    ],
)
def test_a_bad_value_is_refused(overrides, text):
    with pytest.raises(BadPolicyValue) as caught:
        load_policy(overrides)
    assert str(caught.value) == text


def test_an_unknown_requirement_is_refused():
    with pytest.raises(BadPolicyValue, match="a list of approval-of-unnamed"):
        load_policy({"kinds": {"event": {"needs": ["a miracle"]}}})
