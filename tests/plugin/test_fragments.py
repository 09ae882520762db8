import pytest

from simcore.plugin.finding import find
from simcore.plugin.fragments import option_of


@pytest.mark.parametrize("name, says", [
    ("wmo_cut", "wmo_cut:start=2015-01-01"), ("fund", "fund:lines=[cost-materials],start=2013-07-01"),
    ("tender", "tender:partner=kp-welfare,start=2014-01-01")])
def test_an_option_has_what_must_be_given_as_in_the_example_and_one_parameter_more(name, says):
    assert option_of(find()[name][0].kind, name) == says


def test_every_option_that_is_offered_has_all_that_must_be_given():
    for name, (one,) in find().items():
        option = option_of(one.kind, name)
        assert "..." not in option and all(
            f"{key}=" in option for key, field in one.kind.__pydantic_fields__.items() if field.is_required()), option
