import numpy as np
from numba import njit

from simcore.once import once


def test_what_compiled_code_calls_is_compiled_once_and_knows_whole_numbers_as_wide_as_python():
    @once()
    def twice(one, more):
        return 2 * one + more

    @njit
    def some(many, few):
        return twice(many[0], 0), twice(few[0], few[0]), twice(more=1, one=3), twice(len(few), 7)

    assert some(np.array([2_000_000_000], np.int32), np.array([100], np.int8)) == (4_000_000_000, 300, 7, 9)
    assert len(twice.compiled.signatures) == 1


def test_a_broken_number_and_a_truth_are_no_whole_numbers():
    @once(forceinline=True)
    def half(one):
        return one / 2

    @njit
    def some():
        return half(0.5), half(True), half(3)

    assert some() == (0.25, 0.5, 1.5)
    assert len(half.compiled.signatures) == 3


def test_in_python_it_is_the_function_itself():
    def plain(one):
        return one

    assert once()(plain) is plain and plain("a") == "a"
