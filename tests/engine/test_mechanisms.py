"""No mechanism is a placeholder: switched off under the same luck, what it should move moves."""

import pytest

from simcore.studies.mechanisms import CASES, Courses


@pytest.fixture(scope="module")
def courses():
    """Courses that several cases look at are played once."""
    return Courses()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.stage.canvas}: {case.name}")
def test_without_the_mechanism_the_outcome_is_another_under_the_same_luck(case, courses):
    with_it, without_it = courses.tried(case)
    shown = f"with: {with_it.round(1).tolist()}, without: {without_it.round(1).tolist()}"
    assert (with_it != without_it).any(), f"{case.name} changes nothing; {shown}"
    assert case.moves(with_it, without_it), f"{case.name}: not {case.way}; {shown}"
