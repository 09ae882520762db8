import numpy as np
import pytest
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


def test_it_stands_inside_what_calls_it_and_nothing_is_made_of_it_alone():
    @once()
    def inner(one):
        if one > 2:
            raise ValueError("more than two")
        return one + 1

    @once()
    def outer(one):
        return 10 * inner(one)

    @njit
    def some(one):
        return outer(one) + inner(one)

    assert some(1) == 22
    with pytest.raises(ValueError, match="more than two"):
        some(3)
    for part in (inner, outer):
        (made,) = part.compiled.overloads.values()
        assert not made.library.get_pointer_to_function(made.fndesc.llvm_func_name)


def test_in_python_it_is_the_function_itself():
    def plain(one):
        return one

    assert once()(plain) is plain and plain("a") == "a"
