from functools import cache
from types import SimpleNamespace

from simcore.canvas import load
from simcore.files import Quantity
from simcore.studies.effects import COURSES, Trial, ends_of, trial

INSURANCE, CONTACT = "costs.cost-insurance.amount", "neighbourhood.ties.contact"


@cache
def tried(path: str) -> Trial:
    return trial("haarlems_gemak", path, load("haarlems_gemak").quantities()[path])


def test_a_cost_moves_money_alone_and_down_in_every_course():
    found = {(one.indicator, one.figure): one for one in tried(INSURANCE).moved}
    assert {key for key, _ in found} == {"money", "without", "parties"}
    assert found["money", "cash"].falls == COURSES and found["money", "cash"].by < 0
    assert found["parties", "suppliers|cash"].rises == COURSES


def test_ties_move_the_neighbourhood_and_no_money():
    assert {one.indicator for one in tried(CONTACT).moved} <= {"cohesion", "meetings", "lonely", "ladder"}
    assert "meetings" in {one.indicator for one in tried(CONTACT).moved}


def test_a_range_is_tried_from_end_to_end_and_a_number_without_one_a_tenth_either_way():
    assert (tried(INSURANCE).low, tried(INSURANCE).high) == (3000, 12000)
    fixed = Quantity(value=20.0, unit="EUR/hour", source="seed 003", evidence="fact")
    assert ends_of(fixed) == (18.0, 22.0)
    assert ends_of(Quantity(value=0.0, unit="EUR/hour", source="seed 003", evidence="fact")) == (0.0, 0.1)


def test_a_value_the_model_refuses_is_told_and_nothing_is_played():
    refused = trial("haarlems_gemak", "neighbourhood.labour.place_weeks",
                    SimpleNamespace(value=52.0, low=-60.0, high=-50.0, ranged=True))
    assert refused.moved == [] and "must be between 0 and" in refused.refused
