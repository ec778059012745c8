"""A wish to end that comes at a bad moment is not lost."""

import os
import signal

import pytest

from claimcheck.review.terminal.console import _ending


class Dying:
    """Something whose finaliser is interrupted: what is raised there, Python swallows."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_inside_a_finaliser_is_remembered() -> None:
    with _ending() as wishes:
        thing = Dying()
        del thing
        assert [type(wish) for wish in wishes] == [KeyboardInterrupt]


def test_the_handlers_of_before_are_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with _ending():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
