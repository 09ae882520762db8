"""Trouble is told with its place, and each kind ends with its own exit code."""

import pickle

import pytest

from simcore import errors
from simcore.errors import BadInput, Problem


def test_a_problem_points_at_the_culprit_with_a_caret():
    problem = Problem("models/x.yaml", 20, 12, "unknown service 'a'", "", "did you mean 'b'?", "    for: {x: [a]}")
    assert problem.render().splitlines() == [
        "models/x.yaml:20:12: unknown service 'a'",
        "   20 |     for: {x: [a]}",
        "      |            ^",
        "      = did you mean 'b'?",
    ]


def test_a_problem_without_a_line_names_the_file_only():
    assert Problem("x.yaml", 0, 0, "there is no such file").render() == "x.yaml: there is no such file"


def test_nothing_in_a_message_can_steer_a_terminal():
    shown = Problem("x.yaml", 1, 1, "is odd", source_line="a: \x1b[31m\x07\u202e").render()
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert errors.quoted("\x1b[31m") == "'·[31m'"


@pytest.mark.parametrize("column", [1, 60, 150, 299, 300])
def test_a_long_line_is_cut_around_the_culprit(column):
    line = "".join(chr(97 + n % 26) for n in range(300))
    _, shown, caret = Problem("x.yaml", 1, column, "is long", source_line=line).render().splitlines()
    assert len(shown) < 115
    assert shown[caret.index("^")] == line[column - 1]


def test_bad_input_survives_a_process_border():
    error = pickle.loads(pickle.dumps(BadInput([Problem("x", 1, 2, "w")])))
    assert error.problems == [Problem("x", 1, 2, "w")] and str(error)
    assert BadInput(Problem("x", 1, 2, "w")).problems == error.problems


def test_failed_replications_are_told_by_reason():
    error = pickle.loads(pickle.dumps(errors.ReplicationsFailed({1: "late", 4: "odd", 7: "late"}, 20)))
    assert str(error).splitlines() == ["3 of 20 courses failed; the rest is kept", "  courses 1, 7: late",
                                       "  course 4: odd"]


def test_many_reasons_are_cut():
    lines = str(errors.ReplicationsFailed({r: f"reason {r}" for r in range(30)}, 40)).splitlines()
    assert len(lines) == 22 and lines[-1] == "  and 10 other reasons"


def test_each_kind_of_trouble_has_its_exit_code():
    codes = {kind.__name__: kind.exit_code for kind in errors.SimwijkError.__subclasses__()
             if kind.__module__ == errors.__name__}
    assert codes == {"BadInput": 2, "ReplicationsFailed": 3, "Unreported": 3, "Environment": 4, "Defect": 70}
    for name, code in codes.items():
        assert any(name in line and str(code) in line for line in errors.__doc__.splitlines())
