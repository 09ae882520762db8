"""No mechanism is a placeholder: switched off under the same luck, what it should move moves."""

import pytest

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.run import play
from simcore.studies.mechanisms import CASES, Courses
from simcore.studies.mechanisms.case import RUN


@pytest.fixture(scope="module")
def courses():
    """Courses of all cases are played side by side, as far as only numbers differ in them."""
    return Courses(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.stage.canvas}: {case.name}")
def test_without_the_mechanism_the_outcome_is_another_under_the_same_luck(case, courses):
    with_it, without_it = courses.tried(case)
    shown = f"with: {with_it.round(1).tolist()}, without: {without_it.round(1).tolist()}"
    assert (with_it != without_it).any(), f"{case.name} changes nothing; {shown}"
    assert case.moves(with_it, without_it), f"{case.name}: not {case.way}; {shown}"


@pytest.mark.parametrize("name", ["a coach", "a gathering costs", "promises of ka-litter"])
def test_what_is_played_beside_others_is_what_it_is_alone(name, courses):
    case = next(one for one in CASES if one.name == name)
    for changes, seen in zip((case.on, case.on | case.off), courses.tried(case), strict=True):
        spec = load(case.stage.canvas, [*(case.stage.base | changes).items()])
        alone = play(spec, plugins=activate(spec, case.stage.plugins(())), lanes=case.look.lanes,
                     weeks=case.stage.weeks, **RUN)
        assert case.look(alone).tolist() == seen.tolist()
