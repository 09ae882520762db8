"""Relations: they hold in the models that come along, say so when there is nothing to try, and see a broken engine."""

import numpy as np
import pytest

import simcore.results.money as money
import simcore.week.desk as desk
import simcore.week.lane as lane_module
from simcore.canvas import bundled
from simcore.results import parties
from simcore.run import ENTERPRISE, play
from simcore.show.texts import TEXTS
from simcore.studies.validation import relations
from simcore.studies.validation.bench import NotHere
from simcore.studies.validation.looks import visits
from simcore.studies.validation.relations import Relation, Trial, Verdict, all_relations, directed, never, tried
from simcore.studies.validation.relations_exact import matter

SMALL = dict(residents=1200, weeks=52, courses=4)


@pytest.fixture(scope="module")
def trials():
    """Every model that comes along, small."""
    return [Trial(name, **SMALL) for name in bundled()]


@pytest.fixture(scope="module")
def trial(trials):
    """The first of them."""
    return trials[0]


def test_there_are_25_and_each_has_a_name():
    assert len(all_relations()) >= 25
    assert {f"relation.{key}" for key in all_relations()} == {key for key in TEXTS if key.startswith("relation.")}


@pytest.mark.parametrize("key", all_relations())
def test_each_holds_in_the_first_model_that_can_show_it(key, trials):
    shown = (tried(all_relations()[key], trial) for trial in trials)
    assert next(one for one in shown if one.holds is not None).holds


@pytest.mark.long
@pytest.mark.parametrize("model", bundled())
def test_every_relation_holds_in_every_model(model):
    full = Trial(model)
    found = {key: tried(one, full) for key, one in all_relations().items()}
    assert {key: one for key, one in found.items() if one.holds is False} == {}
    assert sum(one.holds is True for one in found.values()) >= 25


# --- broken on purpose ------------------------------------------------------------------------------------------------


def fresh(trial: Trial) -> Trial:
    """The same trial without anything it has played."""
    return Trial(trial.name, **SMALL)


def test_a_tier_that_gives_is_seen(trial, monkeypatch):
    right = money.removed
    monkeypatch.setattr(money, "removed", lambda *a: right(*a) - 1)
    assert tried(all_relations()["tiers"], fresh(trial)).holds is False


def test_vat_that_is_left_out_of_the_result_is_seen(trials, monkeypatch):
    monkeypatch.setattr(desk, "adds", lambda stream, right=desk.adds: right(stream) * (stream.payer != desk.VAT))
    assert tried(all_relations()["vat"], fresh(trials[1])).holds is False


def test_a_cent_that_gets_lost_between_parties_is_seen(trial, monkeypatch):
    monkeypatch.setattr(parties, "Part", lambda stream, cents: type("Part", (), {"stream": stream, "cents": cents + 1}))
    assert tried(all_relations()["zero_sum"], fresh(trial)).holds is False


def test_doing_nothing_that_listens_to_the_canvas_is_seen(trial, monkeypatch):
    right = lane_module.Lane.base_terms

    def nosy(lane):
        terms = right(lane)
        more = 1.0 + lane.numbers["simwijk.insolvent_after"] / 1e6
        return terms | {name: more * values for name, values in terms.items() if name.startswith("need.")}

    monkeypatch.setattr(lane_module.Lane, "base_terms", nosy)
    assert tried(all_relations()["nothing"], fresh(trial)).holds is False


def test_visits_that_do_not_answer_to_a_price_are_seen(trial, monkeypatch):
    monkeypatch.setattr(desk.Desk, "prices", lambda *a: None)
    assert tried(all_relations()["price"], fresh(trial)).holds is not True


# --- verdicts ---------------------------------------------------------------------------------------------------------


def test_a_direction_is_that_of_all_courses_together():
    assert directed(np.array([1, 2, 3]), np.array([4, 2, 1]), "more") == Verdict(True, "2 → 2.333; 1/3")
    assert directed(np.array([1, 2]), np.array([1, 2]), "more").holds is False
    assert directed(np.array([1, 2]), np.array([0, 2]), "less").holds is True
    assert directed(np.zeros(2), np.zeros(2), "less").holds is None


def test_never_means_in_no_course():
    assert never(np.array([False, False])).holds and not never(np.array([False, True])).holds


def test_an_equality_that_could_not_have_failed_says_nothing():
    assert matter(Verdict(True), seen=False).holds is None
    assert matter(Verdict(True), seen=True).holds is True
    assert matter(Verdict(False), seen=False).holds is False


def test_a_model_without_the_part_has_nothing_to_try(trial):
    def lacks(trial):
        raise NotHere("wings")

    assert tried(Relation("wings", "exact", lacks), trial) == Verdict(None)


def test_sides_that_differ_in_numbers_are_played_in_one_run_and_are_what_each_is_alone(trials):
    trial = trials[1]
    sides = [{"revenue_streams.*.price": 9}, {"revenue_streams.*.price": 18}]
    alone = [visits(trial.play(one, lanes=(ENTERPRISE,))).tolist() for one in sides]
    with pytest.MonkeyPatch.context() as patch:
        runs = []
        patch.setattr(relations, "play", lambda *a, **asked: runs.append(asked) or play(*a, **asked))
        assert [one.tolist() for one in trial.each({}, sides, visits, (ENTERPRISE,))] == alone
    assert alone[0] != alone[1] and [len(one["replications"]) for one in runs] == [2 * SMALL["courses"]]


def test_a_course_that_several_relations_look_at_is_played_once(trial):
    assert trial.base() is trial.base()
    assert trial.play({"simwijk.insolvent_after": 3}) is not trial.base()
