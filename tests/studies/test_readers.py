"""Who uses a number follows from what the code does, so these break when somebody else begins to read it."""

from functools import cache
from pathlib import Path

import pytest

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.studies.readers import Uses, uses_of
from simcore.studies.readers_in_source import index
from simcore.studies.watching import ROOT


@cache
def uses(path: str) -> Uses:
    spec = load("haarlems_gemak")
    return uses_of(spec, activate(spec), path)


def names(found: list) -> set[str]:
    return {one.name for one in found}


def test_a_number_that_acts_read_leads_to_the_act_and_the_field():
    found = uses("neighbourhood.ties.contact")
    assert names(found.asks) == {"parameters_of"}
    assert {(one.name, one.field) for one in found.reads} == {("meet", "numbers.contact")}


def test_a_number_a_plugin_may_move_leads_to_who_reads_it_each_week():
    assert names(uses("costs.cost-insurance.amount").reads) >= {"book_costs"}
    assert names(uses("revenue_streams.rs-cleaning.price").reads) >= {"prices"}


def test_a_number_that_only_an_indicator_reads_leads_to_the_indicator():
    found = uses("neighbourhood.assistance.exits_taking_a_job")
    assert (found.asks, found.reads, found.indicators) == ([], [], ["displacement"])


def test_a_number_people_are_made_with_leads_to_where_they_are_made():
    found = uses("neighbourhood.people.ages.under_18.share")
    assert {one.file for one in found.asks} == {"simcore/neighbourhood/people.py"}


def test_a_parameter_of_a_plugin_leads_to_the_plugin():
    assert [(one.file, one.name) for one in uses("plugins.pgb.rate").asks] == [("plugins/pgb.py", "Pgb.brings")]


def test_several_fields_may_be_made_of_one_number():
    found = uses("neighbourhood.assistance.exit_far")
    assert {one.field for one in found.reads} >= {"numbers.exit_far", "numbers.near_inflow"}


def test_what_only_fetches_ahead_is_no_reader():
    assert (found := names(uses("neighbourhood.people.moves").reads)) and not [one for one in found if "ahead" in one]


@pytest.mark.parametrize("path", ["neighbourhood.ties.contact", "plugins.pgb.rate", "costs.cost-insurance.amount"])
def test_each_place_is_there_and_says_what_it_does(path):
    for one in (*uses(path).asks, *uses(path).reads):
        line = (Path(ROOT) / one.file).read_text(encoding="utf-8").splitlines()[one.line - 1]
        assert line.strip() and one.about, one


def test_every_number_that_acts_read_has_a_reader():
    """A field of the numbers that nobody reads would be one too many; what bounds the luck is read by its making."""
    from simcore.behaviour.world import PARAMETERS

    unread = [name for name in PARAMETERS.names if ("numbers", name) not in index()]
    assert set(unread) <= {"exit_bound", "exit_near", "other_outflow", "least_minutes"}, unread
