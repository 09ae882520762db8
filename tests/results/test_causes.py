"""Under the same luck a cause moves its indicator the right way, and what has nothing to do with it moves nothing.

Small runs in which much happens, each played once: a change of one number is the only thing that differs.
"""

from functools import cache

import numpy as np
import pytest

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, NOTHING, play

LIVELY = ("key_activities.ka-recruiting.recruiting.join=0.9", "neighbourhood.people.benefit_share=0.3",
          "key_partnerships.kp-municipality.start_capital=400000", "channels.ch-street.outside=2",
          "neighbourhood.assistance.exit_all=0.5", "neighbourhood.assistance.exit_far=0.2",
          "neighbourhood.ties.contact=0.15")
CUT = "wmo_cut:start=2013-06-03"

INSURANCE = "costs.cost-insurance.amount=12000"              # costs money, and touches nobody
COHESION = "neighbourhood.ties.cohesion=0.3"                 # what a tie does to cohesion: touches nobody's acts
WORK_AFTER_A_PLACE = "neighbourhood.assistance.afterwards=2"
APPEAL = "customer_relationships.cr-known-face.bond.appeal=1"
FEW_PLACES = "key_resources.kr-home-team.team.places=8"
NO_TIES = "neighbourhood.ties.contact=0"
WEIGHT = "neighbourhood.ties.loneliness=0.3"

# indicator, figure, what causes it, which way (1 up), what has nothing to do with it
CASES = [
    ("money", "cash", INSURANCE, -1, COHESION), ("money", "result", INSURANCE, -1, WEIGHT),
    ("without", "C", INSURANCE, -1, COHESION), ("work", "exits", WORK_AFTER_A_PLACE, 1, INSURANCE),
    ("work", "participants", FEW_PLACES, -1, INSURANCE), ("ladder", "rungs", FEW_PLACES, -1, INSURANCE),
    ("benefits", "saved", WORK_AFTER_A_PLACE, 1, INSURANCE), ("benefits", "weeks", WORK_AFTER_A_PLACE, 1, COHESION),
    ("displacement", "hours", APPEAL, 1, INSURANCE), ("displacement", "delivered", APPEAL, 1, COHESION),
    ("parties", "enterprise|cash", INSURANCE, -1, COHESION), ("parties", "suppliers|cash", INSURANCE, 1, WEIGHT),
    ("cohesion", "more", NO_TIES, -1, INSURANCE), ("cohesion", "more", COHESION, 1, WEIGHT),
    ("meetings", "new_ties", NO_TIES, -1, COHESION), ("meetings", "participations", APPEAL, 1, NO_TIES),
    ("lonely", "lonely", WEIGHT, -1, COHESION), ("lonely", "lonely", NO_TIES, 1, INSURANCE),
    ("helped", "households", APPEAL, 1, INSURANCE),
]  # fmt: skip


@cache
def measured(change: str = "", plugin: str = CUT) -> dict[str, dict[str, np.ndarray]]:
    """Every figure (R,) of a run with one change, or none."""
    spec = load("haarlems_gemak", [*LIVELY, *([change] if change else [])])
    outcome = play(spec, seed=1, replications=3, weeks=104, residents=900, luck_only=True, lanes=(NOTHING, ENTERPRISE),
                   plugins=activate(spec, [plugin]))
    return {key: one.values(Case.of(outcome)) for key, one in INDICATORS.items()}


@pytest.mark.parametrize("key, figure, cause, way, unrelated", CASES)
def test_a_cause_moves_it_the_right_way_and_something_unrelated_does_not(key, figure, cause, way, unrelated):
    as_it_is = measured()[key][figure]
    assert way * (measured(cause)[key][figure] - as_it_is).mean() > 1e-9
    assert (measured(unrelated)[key][figure] == as_it_is).all()


# Many clients, who pay much of their own for help and think again often: a cut drives some of them elsewhere.
CLIENTS = ("neighbourhood.wmo.clients=100", "neighbourhood.choice.review=0.12",
           "neighbourhood.wmo.contribution_least.0.value=120", "neighbourhood.wmo.contribution_least.1.value=120")


@cache
def coping(appeal: float, cut: float = 0.4, insurance: float = 6000) -> np.ndarray:
    """(R,) by how much a larger share of clients copes, at an appeal of the enterprise and a cut in help."""
    spec = load("haarlems_gemak", [*LIVELY, *CLIENTS, f"customer_relationships.cr-known-face.bond.appeal={appeal}",
                                   f"costs.cost-insurance.amount={insurance}"])
    outcome = play(spec, seed=1, replications=10, weeks=104, residents=900, luck_only=True, lanes=(NOTHING, ENTERPRISE),
                   plugins=activate(spec, [f"{CUT},cut={cut}"]))
    return INDICATORS["coping"].values(Case.of(outcome))["more"]


def test_who_lost_wmo_help_copes_better_with_an_enterprise_that_appeals_and_without_a_cut_nobody_lost_any():
    assert coping(1).mean() > coping(-1).mean() >= 0 and coping(1).min() >= 0
    assert (coping(1, cut=0) == 0).all()
    assert (coping(1, insurance=12000) == coping(1)).all()


def test_cohesion_and_loneliness_differ_from_doing_nothing_only_by_what_people_did():
    """No constant and no noise of their own: without a single tie, both lanes are equal to the last bit."""
    found = measured(NO_TIES)
    assert found["meetings"]["participations"].min() > 0 and (found["meetings"]["new_ties"] == 0).all()
    assert (found["cohesion"]["more"] == 0).all() and (found["lonely"]["lonely_more"] == 0).all()
    assert measured()["cohesion"]["more"].min() > 0 and measured()["lonely"]["lonely_more"].max() <= 0


def test_every_cent_of_a_cost_goes_from_who_pays_it_to_who_gets_it():
    gain = {name: measured(INSURANCE)["parties"][name] - measured()["parties"][name] for name in measured()["parties"]}
    moved = {name for name, by in gain.items() if np.abs(by).max() > 1e-6}
    assert moved == {"enterprise|cash", "suppliers|cash"}
    assert gain["enterprise|cash"] == pytest.approx(-gain["suppliers|cash"])
