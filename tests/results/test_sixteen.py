"""Each indicator counted by hand on a lane of a few weeks; what a small run does under causes is in test_causes.py."""

import numpy as np
import pytest

from simcore.behaviour.world import (COMMERCIAL, CONTACTS, COUNTS, ENTERPRISE, EXITS, NEW_TIES, PARTICIPATION,
                                     SHORT_EXITS, SUBSIDY)
from simcore.plugin.nouns import Stream
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS, TAKING
from simcore.show.indicator_texts import ABOUT, NUMBERS
from simcore.week.series import SERVICE_FIELDS, TEAM_FIELDS

from .conftest import COST, GIFT, GRANT, PGB, SALE, UNPAID, VAT, a_lane

PARTNERS = {"kp-a": "corporation"}
BENEFITS = Stream(name="benefits", payer="municipality:benefits", payee="people on benefit",
                  item="neighbourhood.assistance")
TAX = Stream(name="benefits.tax", payer="municipality:benefits", payee="treasury", item="neighbourhood.assistance")
DEDUCTED = Stream(name="deducted.kr-a", payer="people on benefit", payee="municipality:benefits", item="kr-a")


def values(key: str, lane, nothing=None, residents: int = 100, **more) -> dict[str, float]:
    """The figures of an indicator in the first course."""
    case = Case(nothing or a_lane({}, weeks=lane.flows.shape[0]), lane, {TAKING: np.array([0.5])}, residents, PARTNERS,
                ("cleaning",), **more)
    return {name: float(found[0]) for name, found in INDICATORS[key].values(case).items()}


def counted(weeks: int = 52, **of: int) -> dict:
    """Counts with so many in the first week."""
    counts = np.zeros((weeks, 1, len(COUNTS)), np.int64)
    for name, count in of.items():
        counts[0, 0, COUNTS.index(name)] = count
    return {"counts": counts}


def stock(weeks: int, *last: int) -> np.ndarray:
    """(weeks, 1) counts that end in these."""
    out = np.zeros((weeks, 1), np.int64)
    out[-len(last):, 0] = last
    return out


def test_all_sixteen_are_there_with_unit_formula_names_and_sentence():
    assert [one.number for one in INDICATORS.values()] == [*map(str, range(1, 10)), "9b", *map(str, range(10, 17))]
    assert {key: one.number for key, one in INDICATORS.items()} == NUMBERS and list(ABOUT) == list(INDICATORS)
    for key, one in INDICATORS.items():
        assert one.formula.partition(". ")[2], f"{key}: unit, a point, and the formula"
        assert one.figures or key == "parties"


def test_1_cash_is_what_is_in_hand_and_the_result_what_is_earned_in_four_weeks():
    lane = a_lane({SALE: [1060, 1060], VAT: [60, 60], COST: [300, 500]}, weeks=2, cash=[[700], [1200]])
    assert values("money", lane) == {"cash": 12.0, "result": pytest.approx((7.00 + 5.00) / 2 * 4)}


def test_2_each_tier_leaves_what_is_left_without_its_money():
    lane = a_lane({SALE: [1000], GRANT: [100], GIFT: [20], PGB: [3], UNPAID: [400]})
    assert values("without", lane) == {"A": 10.03, "B": 9.83, "C": 9.80, "D": 5.80}


def test_3_exits_that_last_count_beyond_those_without_and_rung_five_stands_apart():
    lane = a_lane({}, weeks=52, **counted(exits=7, short_exits=2), placed=np.full((52, 1), 4),
                  quarter={"rung 5": [[1], [3]]})
    nothing = a_lane({}, weeks=52, **counted(exits=3), quarter={"rung 5": [[1], [1]]})
    assert values("work", lane, nothing) == {"exits": 2.0, "exits_share": 0.5, "participants": 4.0,
                                            "participants_alive": 4.0, "supported": 1.0}


def ladder(**rungs: int) -> dict:
    found = {"counted": [[sum(rungs.values())]], **{f"rung {k}": [[rungs.get(f"on_{k}", 0)]] for k in range(1, 7)}}
    return found


def test_4_rungs_are_a_mean_beyond_that_without_and_of_who_was_placed_the_climb():
    lane = a_lane({}, quarter=ladder(on_2=2, on_4=2) | {"had a place": [[2]], "rungs higher": [[3]], "risen": [[1]]})
    nothing = a_lane({}, quarter=ladder(on_2=4))
    assert values("ladder", lane, nothing) == {"rung": 3.0, "placed": 1.5, "rungs": 1.0, "risen": 0.5}


def test_5_avoided_benefits_are_what_is_paid_less_and_what_earnings_take_off():
    lane = a_lane({BENEFITS: [800], TAX: [100], DEDUCTED: [50]}, benefit=[[9]])
    nothing = a_lane({BENEFITS: [1000], TAX: [125]}, benefit=[[11]])
    assert values("benefits", lane, nothing) == {"saved": pytest.approx((2.00 + 0.25 + 0.50) * 52), "weeks": 2 * 52.0}


def test_6_wmo_hours_caught_are_minutes_given_to_who_has_no_help():
    assert values("caught", a_lane({}, weeks=2, **counted(2, caught=240))) == {"hours": 4 * 26.0}
    assert values("caught", a_lane({}, weeks=2, caught=[[60], [180]])) == {"hours": 4 * 26.0}


def test_7_displaced_hours_are_paid_hours_gone_by_the_work_of_people_on_benefit():
    minutes = {name: np.zeros((52, 1, 1, 7), np.int64) for name in ("lane", "nothing")}
    minutes["nothing"][0, 0, 0, COMMERCIAL], minutes["lane"][0, 0, 0, ENTERPRISE] = 600, 1200
    teams = np.zeros((52, 1, 1, len(TEAM_FIELDS)), np.int64)
    teams[0, 0, 0, TEAM_FIELDS.index("served")] = 1200
    lane = a_lane({}, weeks=52, minutes=minutes["lane"], teams=teams, contract=PARTICIPATION, **counted(exits=4))
    found = values("displacement", lane, a_lane({}, weeks=52, minutes=minutes["nothing"]))
    assert found == {"hours": 10.0, "share": 0.5, "jobs": 2.0, "delivered": 20.0, "delivered_alive": 20.0}


def test_8_coping_is_the_share_of_clients_with_enough_help_and_its_difference():
    lane = a_lane({}, quarter={"clients": [[0], [4], [8]], "coping": [[0], [3], [6]]})
    nothing = a_lane({}, quarter={"clients": [[0], [4], [8]], "coping": [[0], [2], [4]]})
    assert values("coping", lane, nothing) == {"coping": 0.75, "more": 0.25}


def test_8_where_only_the_shortage_is_known_the_difference_is_in_that():
    lane, nothing = (a_lane({}, quarter={"short of help": [[0.0], [short]]}) for short in (0.2, 0.6))
    assert values("coping", lane, nothing) == {"more": pytest.approx(0.2)}


def test_9_every_party_gets_less_what_it_gives_and_all_is_zero():
    lane = a_lane({SALE: [300], COST: [50], GIFT: [70]})
    found = values("parties", lane, a_lane({SALE: [100]}))
    assert found["residents|cash"] == -2.00 * 52 and found["enterprise|cash"] == 1.50 * 52
    assert found["corporation|kind"] == -0.70 * 52 and found["staff|kind"] == 0.70 * 52
    assert sum(found.values()) == pytest.approx(0, abs=1e-9)


def test_10_cohesion_is_its_mean_over_the_quarters():
    lane = a_lane({}, quarter={"cohesion": [[6.0], [6.4]]})
    assert values("cohesion", lane, a_lane({}, quarter={"cohesion": [[6.0], [6.0]]})) == {
        "cohesion": pytest.approx(6.2), "more": pytest.approx(0.2)}


def test_11_a_contact_of_two_is_two_participations_and_ties_are_counted_by_quarter():
    older = {name: one[:, :, :COUNTS.index("participations")]
             for name, one in counted(26, contacts=13, new_ties=4).items()}
    for many in (older, counted(26, contacts=13, participations=26, new_ties=4)):
        lane = a_lane({}, weeks=26, **many)
        assert values("meetings", lane, a_lane({}, weeks=26)) == {"participations": 26 / (100 * 26), "new_ties": 2.0}


def test_11_where_people_at_meetings_are_counted_that_is_what_is_taken():
    lane = a_lane({}, weeks=2, **counted(2, contacts=13), participations=[[30], [10]])
    assert values("meetings", lane)["participations"] == 40 / (100 * 2)


def test_12_strongly_lonely_people_are_a_part_of_the_lonely():
    lane = a_lane({}, quarter={"adults": [[10], [20]], "lonely": [[5], [10]], "severely lonely": [[1], [2]]})
    nothing = a_lane({}, quarter={"adults": [[10], [20]], "lonely": [[6], [12]], "severely lonely": [[1], [2]]})
    assert values("lonely", lane, nothing) == pytest.approx(
        {"lonely": 0.5, "somewhat": 0.4, "strongly": 0.1, "lonely_more": -0.1, "strongly_more": 0.0})


def test_13_helped_are_distinct_households_the_share_served_and_the_wait():
    services = np.zeros((1, 1, 1, len(SERVICE_FIELDS)), np.int64)
    services[..., SERVICE_FIELDS.index("served")], services[..., SERVICE_FIELDS.index("missed")] = 60, 20
    teams = np.zeros((1, 1, 1, len(TEAM_FIELDS)), np.int64)
    teams[..., TEAM_FIELDS.index("waiting")], teams[..., TEAM_FIELDS.index("capacity")] = 40, 280
    lane = a_lane({}, services=services, teams=teams, quarter={"helped": [[7]]})
    assert values("helped", lane) == {"households": 7.0, "met": 0.5, "wait": 1.0}


def test_14_the_load_is_what_three_carry_of_all_unpaid_work_in_whole_quarters():
    unpaid = np.full((27, 1), 100)
    unpaid[26] = 9999                                # a week after the last whole quarter
    lane = a_lane({}, weeks=27, unpaid=unpaid, **{"organisers stopped": stock(27, 1, 0)},
                  quarter={"unpaid top": [[600], [700]]})
    assert values("load", lane) == {"top_three": 0.5, "dropped_out": pytest.approx(52 / 27)}


def test_15_goals_are_counted_at_the_end_and_the_pot_by_what_it_is_for():
    lane = a_lane({}, weeks=3, **{"goals": stock(3, 2, 4), "goals reached": stock(3, 2, 3), "pot": stock(3, 50),
                                  "pot target": stock(3, 200)})
    assert values("goals", lane) == {"chosen": 4.0, "reached": 3.0, "share": 0.75, "pot": 0.25}


def test_16_tidy_is_what_was_done_of_what_was_due():
    lane = a_lane({}, weeks=2, **{"porticoes due": [[4], [4]], "porticoes done": [[4], [2]], "litter": [[5], [5]],
                                  "litter addressed": [[1], [0]], "rounds planned": [[0], [0]],
                                  "rounds walked": [[0], [0]]})
    found = values("tidy", lane)
    assert (found["porticoes"], found["litter"]) == (0.75, 0.1) and np.isnan(found["rounds"])


@pytest.mark.parametrize("key", ["load", "goals", "tidy"])
def test_what_a_model_does_not_have_does_not_apply(key):
    assert values(key, a_lane({})) == {} and INDICATORS[key].absent == "mechanism"


def test_a_subsidised_worker_is_on_benefit_work_too():
    teams = np.zeros((52, 1, 1, len(TEAM_FIELDS)), np.int64)
    teams[0, 0, 0, TEAM_FIELDS.index("served")] = 600
    minutes = np.zeros((52, 1, 1, 7), np.int64)
    minutes[0, 0, 0, COMMERCIAL] = 300
    lane, nothing = a_lane({}, weeks=52, teams=teams, contract=SUBSIDY), a_lane({}, weeks=52, minutes=minutes)
    found = values("displacement", lane, nothing)
    assert found["share"] == 0.5


def test_a_run_too_short_for_a_look_at_the_district_has_no_figures_of_it():
    for key in ("cohesion", "lonely"):
        assert np.isnan(list(values(key, a_lane({})).values())).all(), key


def test_counts_of_an_older_run_that_lack_something_new_are_no_zeros():
    older = np.zeros((1, 1, COUNTS.index("caught")), np.int64)
    assert values("caught", a_lane({}, counts=older)) == {}
    assert values("caught", a_lane({})) == {"hours": 0.0}


def test_columns_of_counts_are_those_the_engine_writes():
    columns = {"exits": EXITS, "short_exits": SHORT_EXITS, "contacts": CONTACTS, "new_ties": NEW_TIES}
    assert {name: COUNTS.index(name) for name in columns} == columns
