"""Lanes in which a term is moved, played once for the tests of a file."""

from functools import cache

import pytest

from .pushed import LIVELY, MANY_VOLUNTEERS, WEEKS, Push


@pytest.fixture(scope="module")
def played(lane):
    """``played(term, scale, add)`` plays a lively half year in which a term is moved from week 6 on;
    kept for all tests."""

    @cache
    def play(term="wmo.hours", scale=1.0, add=0.0, last=1000, canvas="haarlems_gemak", enterprise=True, weeks=WEEKS):
        one = lane(*(LIVELY if canvas == "haarlems_gemak" else MANY_VOLUNTEERS), canvas=canvas, enterprise=enterprise,
                   weeks=weeks, plugins=[("push", Push(target=term, scale=scale, add=add, last=last))])
        for _ in range(weeks):
            one.step()
        return one

    return play
