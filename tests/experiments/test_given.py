import numpy as np
import pytest

from simcore.canvas import load
from simcore.experiments.given import same_in_all
from simcore.neighbourhood.people import populate


@pytest.mark.parametrize("model", ["haarlems_gemak"])
def test_a_number_is_the_same_in_all_courses_exactly_when_it_makes_their_people(model):
    """Whether it does is tried: each number of the people is doubled, or halved where it is a share, and they are made."""
    spec = load(model)
    paths = [path for path in spec.quantities() if path.startswith("neighbourhood.people.")]
    plain = made(spec)
    assert {path for path in paths if made(load(model, [f"{path}={other(spec.quantities()[path])}"])) != plain} \
        == {path for path in paths if same_in_all(path)}


def other(quantity) -> str:
    """Another value that a number may have."""
    return f"{quantity.value / 2 if quantity.unit.startswith('share') else 2 * quantity.value:.10f}"


def made(spec) -> list[bytes]:
    """The people of a small district, as bytes."""
    people = populate(spec.place.people, 1)
    return [np.ascontiguousarray(value).tobytes() for value in vars(people).values()]
