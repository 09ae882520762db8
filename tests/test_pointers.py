"""Compiled code reads and writes the very memory that Python holds, by name."""

import numpy as np
import pytest
from numba import njit

from simcore import compiled  # noqa: F401      from here on the compiler knows of them
from simcore.pointers import Arrays, touch

ROW = np.dtype([("income", "f8"), ("limited", "?"), ("first", "i4")])


class Table(Arrays):
    """Some arrays of each kind that the world has."""

    fields = {"rows": (ROW, 2), "cube": (np.dtype("i8"), 3), "line": (np.dtype("f8"), 1), "small": (np.dtype("i1"), 4),
              "big": (np.dtype("i4"), 5)}


def arrays():
    return {"rows": np.zeros((2, 3), ROW).view(np.recarray), "cube": np.arange(24).reshape(2, 3, 4),
            "line": np.linspace(0, 1, 5), "small": np.ones((1, 2, 3, 4), np.int8),
            "big": np.ones((2, 1, 2, 1, 2), np.int32)}


@njit
def look(t):
    """Shapes and one element of each, and writes in three."""
    touch(t.line, (1,))
    t.rows[1, 2].income = 17.5
    t.rows[0, 1].limited = True
    t.cube[1, 2, 3] += 100
    t.line[4] = -1.0
    return t.rows.shape, t.cube.shape, t.line.shape, t.small.shape, t.big.shape, t.cube[1, 0, 2], t.small[0, 1, 2, 3]


def test_compiled_code_sees_shapes_and_elements_and_writes_what_python_sees():
    mine = arrays()
    table = Table(**mine)
    assert look(table) == ((2, 3), (2, 3, 4), (5,), (1, 2, 3, 4), (2, 1, 2, 1, 2), 14, 1)
    assert mine["rows"].income[1, 2] == 17.5 and mine["rows"].limited.tolist() == [[False, True, False], [False] * 3]
    assert mine["cube"][1, 2, 3] == 123 and mine["line"][4] == -1
    mine["cube"][1, 0, 2] = 55
    assert look(table)[5] == 55


def test_a_part_of_an_array_is_that_memory_too():
    @njit
    def halve(t, i):
        row = t.cube[i]
        row[1, 2] //= 2
        t.small[0, i][2, :] = 7
        return row.shape, t.cube[i, 1][2]

    mine = arrays()
    assert halve(Table(**mine), 1) == ((3, 4), 9)
    assert mine["cube"][1, 1, 2] == 9 and mine["small"][0, 1, 2].tolist() == [7] * 4


def test_in_an_array_nobody_counts_from_the_end():
    @njit(boundscheck=True)
    def at(t, i):
        return t.line[i], t.cube[1][i, 0]

    table = Table(**arrays())
    assert at(table, 2) == (0.5, 20)
    with pytest.raises(IndexError):
        at(table, -1)


def test_two_tables_of_one_kind_are_kept_apart():
    one, other = Table(**arrays()), Table(**arrays() | {"line": np.zeros(9)})
    assert (look(one)[2], look(other)[2]) == ((5,), (9,))


def test_an_array_that_does_not_lie_in_a_row_is_copied_so_that_it_does():
    turned = np.arange(24).reshape(4, 3, 2).T
    table = Table(**arrays() | {"cube": turned})
    assert table.cube.flags.c_contiguous and np.array_equal(table.cube, turned)
    look(table)
    assert table.cube[1, 2, 3] == turned[1, 2, 3] + 100


def test_a_missing_or_an_extra_array_is_refused_by_its_name():
    some = arrays()
    del some["line"]
    with pytest.raises(TypeError, match="line"):
        Table(**some)
    with pytest.raises(TypeError, match="more"):
        Table(**arrays(), more=np.zeros(1))


@pytest.mark.parametrize(("name", "array", "words"), [
    ("line", np.zeros(5, np.float32), "'line' is float32 of 1 dimensions, not float64 of 1"),
    ("line", np.zeros((5, 1)), "'line' is float64 of 2 dimensions, not float64 of 1"),
    ("cube", np.zeros((2, 3, 4), np.int32), "'cube' is int32 of 3 dimensions, not int64 of 3")])
def test_an_array_of_another_kind_is_refused_with_what_it_is_and_should_be(name, array, words):
    with pytest.raises(TypeError, match=words):
        Table(**arrays() | {name: array})


def test_a_field_that_is_not_there_does_not_compile():
    @njit
    def wrong(t):
        return t.nothing

    with pytest.raises(Exception, match="nothing"):
        wrong(Table(**arrays()))


def test_fetching_ahead_does_nothing_in_python():
    assert touch(np.zeros(3), (0,)) is None
