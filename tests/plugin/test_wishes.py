import pytest

from simcore.errors import BadInput
from simcore.files import Quantity
from simcore.plugin.activating import activate
from simcore.plugin.wishes import wish

from .asking import trouble


def test_an_option_changes_a_parameter_and_closes_its_range(spec):
    (_, pgb), = activate(spec, ["pgb:rate=18,payer=municipality:benefits"])
    assert (pgb.rate.value, pgb.rate.low, pgb.rate.high, pgb.payer) == (18, 18, 18, "municipality:benefits")
    assert isinstance(pgb.budget, Quantity) and pgb.budget.ranged


def test_a_list_stands_between_brackets_with_its_commas():
    assert wish("subsidy_route:costs=[one, two],route=citizen").given == (("costs", "[one, two]"), ("route", "citizen"))


def test_parameters_pass_the_checker_of_the_canvas(spec):
    assert "not name:key=value" in trouble(spec, "pgb:rate=12,50")
    assert trouble(spec, "pgb:rate=much").startswith("--plugin")
    assert "did you mean 'rate'" in trouble(spec, "pgb:rat=18")


@pytest.mark.parametrize("wanted, words", [
    ("wmo_cut:cut=0,4", "write cut=0.4, with a point before the decimals"),
    ("wmo_cut:cut", "write wmo_cut:start=2015-01-01, say"), ("pgb:rate=", "write pgb:rate=20.4, say"),
    ("wmo_cut:from=2015", "did you mean 'start'? known: "), ("wmo_cut:from=2015", "as in wmo_cut:start=2015-01-01"),
    ("wmo_cut:start=2015", "write 2015-01-01"), ("wmo_cut:start=2015-03", "write 2015-03-01"),
    ("pgb:rat=18", "as in pgb:rate=20.4"), (":cut=1", "no plugin is called ''"),
    ("pgb:payer=moon", "pgb.brings: Cover.payer: no account 'moon'; "),
    ("pgb:payer=municipality:wmoo", "did you mean 'municipality:wmo'"),
    ("pgb:item=rs-pbg", "pgb.brings: Cover.item: no item 'rs-pbg'; did you mean 'rs-pgb'")])
def test_a_wrong_wish_is_met_with_what_to_write_instead(spec, wanted, words):
    assert words in trouble(spec, wanted)


def test_a_wish_without_a_value_is_refused():
    with pytest.raises(BadInput, match="not name:key=value"):
        wish("pgb:rate")


def test_a_part_of_a_parameter_is_set_in_the_model_file(spec):
    assert "write wmo_cut:cut=... for all of it" in trouble(spec, "wmo_cut:cut.low=0.3")
