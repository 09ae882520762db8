"""Every plugin that comes along: its example keeps every promise on the model it fits, and it is told in two languages."""

import inspect

import pytest

from simcore.plugin.finding import bundled
from simcore.testing import check_plugin, example

NAMES = sorted(one.name for one in bundled())


@pytest.mark.parametrize("name", NAMES)
def test_its_example_keeps_every_promise_on_the_model_it_fits(name):
    one = example(name)
    check_plugin(one.plugin, name=name, model=one.model, weeks=3)


@pytest.mark.parametrize("name", NAMES)
def test_what_it_does_is_told_in_dutch_in_one_or_two_sentences(name):
    said = getattr(example(name).kind, "dutch_about", "")
    assert said.endswith(".") and 40 < len(said) < 240


@pytest.mark.parametrize("name", NAMES)
def test_its_first_sentence_names_no_row_and_no_seed(name):
    """``simwijk plugins`` shows it to people, who have neither."""
    first = (inspect.getmodule(example(name).kind).__doc__ or "").split("\n\n")[0]
    rows = ("COM-", "INI-", "WMO-", "REI-", "BIJ-", "BEL-", "BUD-", "seed 0")
    assert first.strip() and not any(row in first for row in rows)


def test_there_are_as_many_as_there_are_files():
    assert len(NAMES) == 36
