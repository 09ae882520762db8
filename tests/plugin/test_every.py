"""Every plugin that comes along keeps every promise, with its example on the model it fits."""

import inspect
from datetime import timedelta

import pytest

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.plugin.finding import find
from simcore.run import play
from simcore.testing import check_plugin, example

WEEKS, BEFORE = 6, 2                                # some weeks without it, and some with it


def model_of(one):
    """The model it fits, begun some weeks before the plugin does; never sooner than the model itself begins."""
    spec, day = load(one.model), getattr(one.plugin, "start", None)
    first = max(spec.canvas.simwijk.start, day - timedelta(weeks=BEFORE, days=day.weekday())) if day else None
    return load(one.model, [("simwijk.start", first.isoformat())]) if first else spec


@pytest.mark.filterwarnings("ignore:in 6 weeks")    # what needs more weeks or customers acts in tests of its own
@pytest.mark.parametrize("name", sorted(find()))
def test_every_promise_is_kept(name):
    one = example(name)
    check_plugin(one.plugin, name=name, model=model_of(one), weeks=WEEKS)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(find()))
def test_its_example_lasts_for_as_long_as_a_model_is_played(name):
    one = example(name)
    spec = load(one.model)
    own = [pair for pair in activate(spec) if pair[0] != name]
    assert not play(spec, replications=4, residents=800, plugins=[*own, (name, one.plugin)]).failed


@pytest.mark.parametrize("name", sorted(find()))
def test_its_first_sentence_names_no_row_of_figures_and_no_seed(name):
    """``simwijk plugins`` shows it to people, who have neither."""
    first = (inspect.getmodule(example(name).kind).__doc__ or "").split("\n\n")[0]
    assert first.strip() and not any(row in first for row in ("COM-", "INI-", "WMO-", "REI-", "BIJ-", "BUD-", "seed 0"))
