"""A course has the same figures, to the last bit, in whatever company it is measured."""

from dataclasses import replace

import numpy as np
import pytest

from simcore.canvas import load
from simcore.experiments.measured import figures_of, series_of
from simcore.run import play

OFTEN = dict(weeks=130, residents=200, threads=1)    # weeks of which sums in another order show in the last bit


@pytest.fixture(scope="module", params=["haarlems_gemak", "compiratie", "wijkonderneming"])
def outcome(request):
    return play(load(request.param), replications=range(5), **OFTEN)


def only(outcome, places):
    """The outcome as if plugins had failed in all other courses."""
    return replace(outcome, replications=places, lanes={name: one.only(places, places)
                                                        for name, one in outcome.lanes.items()},
                   numbers={path: values[places] for path, values in outcome.numbers.items()})


def others(outcome, mine):
    """The figures of courses in ``mine`` that are not the same to the bit as in the outcome; its books too."""
    places, found, whole = mine.replications, figures_of(mine), figures_of(outcome)
    assert found.keys() == whole.keys()
    return [name for name in found if not np.array_equal(found[name], whole[name][places], equal_nan=True)] + \
        ["series"] * (not np.array_equal(series_of(mine), series_of(outcome)[places]))


@pytest.mark.parametrize("places", [[0], [2], [3], [1, 4]])
def test_a_course_left_over_has_the_figures_it_has_among_others(outcome, places):
    assert others(outcome, only(outcome, places)) == []


def test_a_course_played_alone_has_the_figures_it_has_among_others(outcome):
    assert others(outcome, play(outcome.spec, replications=[3], **OFTEN)) == []
