import pytest

from simcore.errors import BadInput
from simcore.studies.entries import entered, keys_of, meant_for

PRICE = "revenue_streams.rs-cleaning.price"


def said(error) -> str:
    return str(error.value)


def test_a_name_that_stands_there_twice_gets_a_number_whatever_its_capitals():
    assert keys_of(["mine", "Mine", "other", "mine"]) == ["mine", "Mine-2", "other", "mine-3"]


def test_a_change_without_a_name_holds_for_every_model_that_has_its_path(copy):
    bare = copy("bare", ("id: rs-cleaning", "id: rs-clean"))
    entries = entered(["haarlems_gemak", bare], [f"{PRICE}=16", "simwijk.law=strict"])
    assert [one.changes for one in entries] == [(f"{PRICE}=16", "simwijk.law=strict"), ("simwijk.law=strict",)]
    assert [one.spec.quantities().get(PRICE) and one.spec.quantities()[PRICE].value for one in entries] == [16, None]


def test_a_change_with_a_name_holds_for_that_model_alone():
    entries = entered(["haarlems_gemak", "haarlems_gemak"], [f"haarlems_gemak-2:{PRICE}=17"])
    assert [one.spec.quantities()[PRICE].value for one in entries] == [14, 17]


def test_a_path_that_no_model_has_is_refused_with_what_was_perhaps_meant():
    with pytest.raises(BadInput) as error:
        entered(["haarlems_gemak", "haarlems_gemak"], ["revenue_streams.rs-cleanin.price=16"])
    assert said(error).count("unknown path") == 1 and f"did you mean '{PRICE}'?" in said(error)


def test_a_wrong_value_is_refused_once_though_it_is_wrong_for_every_model():
    with pytest.raises(BadInput) as error:
        entered(["haarlems_gemak", "haarlems_gemak"], [f"{PRICE}=cheap"])
    assert len(error.value.problems) == 1 and error.value.problems[0].file == "--set"


def test_a_name_that_no_model_has_is_refused_with_the_names_there_are():
    with pytest.raises(BadInput) as error:
        meant_for({"haarlems_gemak": "haarlems_gemak"}, [f"haarlem_gemak:{PRICE}=17"])
    assert "no model here is called 'haarlem_gemak'" in said(error) and "did you mean 'haarlems_gemak'?" in said(error)


def test_a_number_of_the_neighbourhood_cannot_be_changed_for_one_model():
    with pytest.raises(BadInput) as error:
        meant_for({"mine": "haarlems_gemak"}, ["mine:neighbourhood.choice.price=0.2"])
    assert "write --set neighbourhood.choice.price=0.2" in said(error)


def test_every_model_that_cannot_be_read_is_named():
    with pytest.raises(BadInput) as error:
        entered(["nowhere_a", "nowhere_b"])
    assert "nowhere_a" in said(error) and "nowhere_b" in said(error)


def test_the_end_of_a_path_of_the_neighbourhood_is_for_all_models_or_for_none():
    found = entered(["haarlems_gemak", "haarlems_gemak"], ["wmo.hours=3"])
    assert [one.spec.quantities()["neighbourhood.wmo.hours"].value for one in found] == [3, 3]
    with pytest.raises(BadInput) as caught:
        entered(["haarlems_gemak", "haarlems_gemak"], ["haarlems_gemak-2:wmo.hours=3"])
    assert caught.value.problems[0].what == "'wmo.hours' belongs to the neighbourhood"
