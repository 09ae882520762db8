"""A term is moved from its week on and not a week before, in every lane or in that of the enterprise alone."""

from fnmatch import fnmatch
from pathlib import Path

import numpy as np
import pytest

from simcore.plugin.terms import KINDS
from simcore.week.effects import often

from .pushed import WEEK, Push, weekly

EVERYWHERE = {"wmo.hours": (0.5, 0), "wmo.contribution.least": (2, 0), "wmo.contribution.income": (0.1, 0),
              "wmo.contribution.rate": (3, 0), "wmo.tariff": (0.4, 0), "illness": (2, 0), "work.found": (4, 0),
              "benefit.inflow": (8, 0), "benefit.norm": (0.5, 0),
              "market.commercial.cleaning": (0.4, 0), "market.informal.windows": (0.4, 0),
              "liking.commercial.garden": (1, 6), "liking.informal.cleaning": (1, -6), "need.cleaning": (1.5, 0)}
ENTERPRISES = {"labour.minimum_wage": (2, 0), "labour.most_subsidy": (0.5, 0), "labour.place_weeks": (0.3, 0),
               "hearing": (4, 0), "hearing.limited": (1, 3), "joins": (0.2, 0), "attendance": (0.5, 0),
               "drop_out": (8, 0),
               "attendance.kr-home-team": (0.5, 0), "price.vp-cleaning": (0.5, 0), "open.vp-cleaning": (0, 0),
               "cost.cost-rooms": (2, 0), "share.kp-welfare": (0.5, 0),
               "people.kr-home-team": (0.4, 0), "wage.kr-drivers": (1, 3), "wage.kr-home-team": (1, 2)}

# Terms of other kinds are tested with what they move: beside those of the enterprise, or with the desk of what
# residents do together.
BESIDE = ("fee.*", "times.*", "volunteers.stop", "volunteers.join")
TOGETHER = ("prizes.*", "managed.*", "bar.*", "rooms.*")


@pytest.mark.parametrize("term", EVERYWHERE | ENTERPRISES)
def test_a_term_changes_nothing_before_the_week_it_is_moved_and_something_after(played, term):
    plain, moved = (weekly(played(*some)) for some in ((), (term, *(EVERYWHERE | ENTERPRISES)[term])))
    assert np.array_equal(plain[:WEEK], moved[:WEEK]) and not np.array_equal(plain[WEEK:], moved[WEEK:])


@pytest.mark.parametrize("term", EVERYWHERE | ENTERPRISES)
def test_a_term_of_every_lane_reaches_doing_nothing_and_no_other_does(played, term):
    plain, moved = (weekly(played(*some, enterprise=False)) for some in ((), (term, *(EVERYWHERE | ENTERPRISES)[term])))
    assert np.array_equal(plain, moved) == (term in ENTERPRISES)


def test_a_term_that_is_not_moved_is_the_same_array_every_week_and_one_that_is_moved_equally_too(lane):
    one, seen = lane(plugins=[("push", Push(target="illness", scale=2.0, first=3, last=9))], weeks=12), []
    for _ in range(12):
        one.step()
        seen.append(dict(one.terms))
    for name in seen[0]:
        assert len({id(week[name]) for week in seen}) == (2 if name == "illness" else 1), name
        assert not any(week[name].flags.writeable for week in seen), name              # see numbers.fixed


def test_a_hazard_that_is_so_much_larger():
    """1 - (1 - x)^f: of 0.19, twice: 0.3439; half: 0.1; as it was to the bit at 1."""
    chance = np.array([0.19, 0.19, 0.19, 0.19])
    assert often(chance, np.array([2.0, 0.5, 1.0, 0.0])).tolist() == pytest.approx([0.3439, 0.1, 0.19, 0.0])
    assert often(chance, np.ones(4)).tobytes() == chance.tobytes()


def test_every_term_that_a_plugin_may_move_is_tested_here_or_with_its_mechanism():
    left = {kind for kind in KINDS if not any(fnmatch(term, kind) for term in (*EVERYWHERE, *ENTERPRISES))}
    assert left == {*BESIDE, *TOGETHER}
    there = Path(__file__).with_name("test_common_desk.py").read_text(encoding="utf-8")
    words = [kind.removesuffix(".*") for kind in TOGETHER]
    assert not [word for word in words if f'{{"{word}.' not in there and f'("{word}", [' not in there]
