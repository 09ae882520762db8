"""Whole studies: of models whose answer is known, and one that is played."""

import numpy as np
import pytest

from simcore.experiments import sensitivity
from simcore.experiments.asking import Asking
from simcore.experiments.block import Memory, played
from simcore.experiments.runner import Runs, runs_of
from simcore.experiments.sensitivity import LUCK, REST, answer

from .sensed import FIVE, PRICES, answered, chance, ishigami, study


@pytest.fixture
def asked(tmp_path):
    """``asked(paths, "samples: 64")`` reads a study of these inputs with these lines in it."""
    return lambda paths, *lines, quick=False: study(tmp_path, *lines, paths=paths, quick=quick)


def test_luck_is_an_input_like_the_others_and_has_its_exact_indices(asked):
    found = answered(asked(FIVE, "samples: 4096"), ishigami).models[0].figures[0]
    total = {one.name: one.total for one in found.factors}
    first = {one.name: one.first for one in found.factors}
    for name, alone, whole in ((PRICES[0], 0.3139, 0.5576), (PRICES[1], 0.4424, 0.4424), (LUCK, 0.0, 0.2437)):
        assert first[name].low <= alone <= first[name].high and total[name].low <= whole <= total[name].high
        assert max(first[name].high - first[name].low, total[name].high - total[name].low) < 0.1
    for name in FIVE[2:]:
        assert total[name].value == 0 and first[name].low <= 0 <= first[name].high
    assert {one.name for one in found.factors} == {*FIVE, LUCK}


def test_blocks_of_the_canvas_are_inputs_together(asked):
    found = answered(asked(FIVE, "samples: 1024"), ishigami).models[0].figures[0]
    total = {one.name: one.total for one in found.groups}
    assert set(total) == {"revenue_streams", "neighbourhood", LUCK}
    assert total["revenue_streams"].low <= 1.0 <= total["revenue_streams"].high
    assert total["neighbourhood"].value == 0 and total[LUCK].value == pytest.approx(0.2437, abs=0.06)


def test_what_moves_most_at_a_first_look_goes_on_and_all_others_stay_together(asked):
    mine = asked(FIVE, "samples: 256", "screen: {keep: 2, trajectories: 16}")
    found = answered(mine, lambda x, luck, _: 8 * x[PRICES[3]] + 4 * x[PRICES[0]] + 0.9 * x[PRICES[2]] + luck).models[0]
    assert [path for path, _ in found.look.moved][:3] == [PRICES[3], PRICES[0], PRICES[2]]
    assert [round(one.value, 6) for _, one in found.look.moved] == [4, 2, 0.45, 0, 0]
    assert found.look.up[PRICES[3]].value == pytest.approx(4) and found.look.up[PRICES[3]].low > 3.9
    assert {one.name for one in found.figures[0].factors} == {PRICES[3], PRICES[0], LUCK, REST}
    assert set(found.figures[0].factor(REST).members) == set(FIVE) - {PRICES[3], PRICES[0]}
    assert len(found.look.aside) == 3 and found.look.close == ()       # nothing that is aside is near what was kept


def test_what_may_move_as_much_as_the_last_that_goes_on_is_named(asked):
    mine = asked(FIVE, "samples: 8", "screen: {keep: 1, trajectories: 8}")
    found = answered(mine, lambda x, luck, _: (x[PRICES[0]] + x[PRICES[1]]) * (luck > 0.5)).models[0]
    assert {path for path, _ in found.look.moved[:2]} == set(PRICES[:2])
    assert [path for path, _ in found.look.close] == [found.look.moved[1][0]]


def test_each_step_of_a_first_look_changes_one_input_in_the_same_courses(asked):
    seen = []
    answered(asked(FIVE, "samples: 8", "screen: {keep: 1, trajectories: 8}"), ishigami, seen=seen)
    start, *steps = [dict(block.given) for block in seen[:6]]
    assert all(block.replications == tuple(range(8)) for block in seen[:6])
    assert set(start) == set(FIVE)
    for path, step in zip(start, steps):
        assert {one for one in FIVE if step[one] != start[one]} == {path}
        assert all(a != b for a, b in zip(step[path], start[path]))


def test_rows_of_one_sample_share_their_courses_but_for_luck(asked):
    seen = []
    answered(asked(FIVE, "samples: 8", "blocks: false"), ishigami, seen=seen)
    a, b, swapped, *rest = seen
    assert a.replications == tuple(range(8)) and b.replications == swapped.replications == tuple(range(8, 16))
    assert swapped.given == a.given and all(one.replications == a.replications for one in rest) and len(rest) == 5
    assert all(block.size.luck_only for block in seen)         # what is not given stands still: luck is luck alone
    where = [[path for (path, own), (_, other) in zip(one.given, a.given) if own != other] for one in rest]
    assert sorted(where) == sorted([path] for path in FIVE)


def test_a_sample_that_cannot_be_measured_somewhere_is_left_out_everywhere_and_counted(asked):
    mine = asked(FIVE, "samples: 1024")

    def spoilt(x, luck, settings):
        return np.where(luck > 0.98, np.nan, 1000 + ishigami(x, luck, settings))      # a zero would be far off

    found, whole = (answered(mine, one).models[0].figures[0] for one in (spoilt, ishigami))
    lucks = np.array([[chance(r), chance(r + 1024)] for r in range(1024)])
    assert found.left_out == (lucks > 0.98).any(1).sum() > 10 and whole.left_out == 0
    for one, other in zip(found.factors, whole.factors):
        assert one.total.value == pytest.approx(other.total.value, abs=0.1)


@pytest.mark.parametrize("value", [np.nan, 5.0])
def test_a_figure_that_is_never_measured_or_never_moves_says_nothing_of_importance(asked, value):
    found = answered(asked(FIVE, "samples: 8"), lambda x, luck, _: np.full(luck.size, value)).models[0].figures[0]
    assert not found.known and all(np.isnan(one.total.value) for one in (*found.factors, *found.groups))


def test_choices_are_inputs_and_make_cases_of_their_own(asked):
    lines = ["samples: 512", "blocks: false", "vary:", "  - {path: simwijk.stop.on, values: [direct_cost, off]}",
             f"  - {{path: {PRICES[1]}, from: 10, to: 13, step: 1}}"]
    mine, seen = asked([PRICES[0]], *lines), []

    def figure(x, luck, settings):
        return 2.0 * (settings["simwijk.stop.on"] == "off") + 0 * luck + 0 * x[PRICES[0]]

    found = answered(mine, figure, seen=seen).models[0].figures[0]
    total = {one.name: one.total.value for one in found.factors}
    assert total == {PRICES[0]: 0, PRICES[1]: 0, "simwijk.stop.on": pytest.approx(1, abs=0.1), LUCK: 0}
    assert {dict(block.case.settings)["simwijk.stop.on"] for block in seen} == {"direct_cost", "off"}
    assert {value for block in seen for value in dict(block.given)[PRICES[1]]} == {10, 11, 12, 13}


def test_what_to_check_first_is_by_rank_and_within_one_what_rests_on_least(asked):
    mine = asked(["rs-cleaning.price", "kp-welfare.share", "costs.cost-rooms.amount"], "samples: 64")
    found = answered(mine, lambda x, luck, _: sum(x.values()) + 0.01 * luck).models[0]
    assert [(rank, found.inputs[one.name].evidence) for rank, one in found.first()] == [
        (1, "open"), (1, "assumption"), (1, "source")]
    other = answered(mine, lambda x, luck, _: 9 * x["costs.cost-rooms.amount"] + sum(x.values())).models[0]
    assert [found.inputs[one.name].evidence for _, one in other.first()] == ["source", "open", "assumption"]
    assert [rank for rank, _ in other.first()] == [1, 2, 2]


def test_a_part_plays_its_own_ways_and_leaves_the_rest_until_parts_are_merged(asked):
    mine, seen = asked(FIVE, "samples: 8", "screen: {keep: 1, trajectories: 8}"), []
    assert answered(mine, ishigami, (1, 3), seen) is None
    assert len(seen) == 6 and all(block.replications == (1, 4, 7) for block in seen)
    whole = []
    answered(mine, ishigami, seen=whole)
    assert dict(whole[1].given)[FIVE[0]][4] == dict(seen[1].given)[FIVE[0]][1]       # the same ways as in the whole
    seen.clear()
    assert answered(asked(FIVE, "samples: 8"), ishigami, (1, 3), seen) is None       # nothing to look at first
    assert {block.replications for block in seen} == {(1, 4, 7), (9, 12, 15)}


def test_no_more_runs_are_asked_for_than_were_said(asked):
    for lines in (["samples: 8"], ["samples: 8", "screen: {keep: 2, trajectories: 4}"]):
        mine, seen = asked(FIVE, *lines), []
        answered(mine, ishigami, seen=seen)
        assert sum(len(block.replications) for block in seen) == sensitivity.runs(mine)


def test_a_quick_trial_has_fewer_ways_and_samples(asked):
    small = asked(FIVE, "samples: 512", "quick: {points: 32}", quick=True).question
    assert (small.samples, small.screen.trajectories) == (32, 4)


def test_a_real_model_is_played_and_its_prices_and_its_luck_move_it(asked):
    mine = asked(["rs-cleaning.price", "cost-start.amount", "needs.activities.forms.season"], "samples: 8",
                  "weeks: 13", "residents: 500")
    memory = Memory()
    found = answer(Asking(mine, lambda blocks: [Runs(one, runs_of(one, played(one, memory))) for one in blocks]))
    one = found.models[0].figures[0]
    total = {factor.name: factor.total.value for factor in one.factors}
    assert one.left_out == 0 and total["costs.cost-start.amount"] > 0 and total[LUCK] > 0
    assert total["neighbourhood.needs.activities.forms.season"] == 0     # nobody sells help with forms here
