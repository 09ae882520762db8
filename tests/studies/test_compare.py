from dataclasses import replace

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.neighbourhood.settle import settle
from simcore.plugin import Effect, Flag, hookimpl, plugin
from simcore.results.bands import band
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.studies import beside, compare as module
from simcore.studies.compare import Comparison, compare, figures_of, more
from simcore.studies.entries import entered
from simcore.week import lane

PRICE = "revenue_streams.rs-cleaning.price"
SMALL = {"seed": 3, "replications": 3, "weeks": 30, "residents": 400}


def every_difference(found: Comparison, one: str, other: str):
    """All paired differences of two models, by what they are of: figures, then parties."""
    yield from (((group, name), found.difference(one, other, group, name))
                for group, names in found.figures().items() for name in names)
    yield from ((party, found.gain_more(one, other, party)) for party in found.parties())


def test_a_difference_is_taken_course_by_course_before_the_band():
    left, right = band(np.array([1.0, 5.0, 9.0]), "EUR"), band(np.array([9.0, 5.0, 1.0]), "EUR")
    found = more(left, right)                              # -8, 0, 8: the bands are equal, the courses are not
    assert (found.low, found.median, found.high, found.clear) == (-6.4, 0.0, 6.4, False)
    found = more(band(np.array([3.0, 7.0, 11.0]), "EUR"), left)
    assert (found.low, found.median, found.high, found.clear, found.difference) == (2.0, 2.0, 2.0, True, True)


def test_a_course_that_cannot_be_measured_in_one_model_is_left_out_of_the_difference():
    found = more(band(np.array([3.0, np.nan, 4.0]), "days"), band(np.array([1.0, 1.0, np.nan]), "days"))
    assert (found.median, found.courses) == (2.0, 1)
    assert more(None, found) is None


def test_equal_paths_draw_equal_numbers_in_every_model(pair):
    one, other = (pair.outcomes[key].numbers for key in pair.keys)
    common = set(one) & set(other) - {PRICE}
    assert len(common) > 100
    for path in common:
        np.testing.assert_array_equal(one[path], other[path])


def test_equal_luck_draws_the_same_place_in_another_range(pair):
    one, other = (pair.outcomes[key].numbers[PRICE] for key in pair.keys)
    assert (np.argsort(one) == np.argsort(other)).all() and (one != other).all()


def test_doing_nothing_is_one_lane_for_all(pair):
    first, second = (pair.outcomes[key].lanes[NOTHING] for key in pair.keys)
    assert first is second


def test_a_lane_is_what_it_would_be_in_a_run_of_its_own(pair):
    for entry in pair.entries:
        alone = play(entry.spec, **SMALL, plugins=entry.plugins)
        assert alone.lanes[ENTERPRISE].digests == pair.outcomes[entry.key].lanes[ENTERPRISE].digests


def test_a_district_is_settled_once_for_all_models_and_each_lives_as_it_would_alone(monkeypatch):
    settled = []
    monkeypatch.setattr(lane, "settle", lambda *asked: settled.append(asked) or settle(*asked))
    found = compare(entered(["haarlems_gemak", "compiratie", "wijkonderneming"]), **SMALL, fresh=True)
    assert len(settled) == 1
    for entry in found.entries:
        alone = play(entry.spec, **SMALL, plugins=entry.plugins, lanes=(ENTERPRISE,))
        assert alone.lanes[ENTERPRISE].digests == found.outcomes[entry.key].lanes[ENTERPRISE].digests


def test_a_model_compared_with_itself_differs_nowhere():
    found = compare(entered(["haarlems_gemak", "haarlems_gemak"]), **SMALL)
    bands = [one for _, one in every_difference(found, *found.keys) if one]
    assert len(bands) > 30
    assert all((one.low, one.median, one.high) == (0, 0, 0) and not one.clear for one in bands)


def test_the_order_of_models_changes_nothing_but_the_order(pair):
    turned = compare(pair.entries[::-1], **SMALL)
    assert turned.keys == pair.keys[::-1]
    for key in pair.keys:
        assert turned.found[key].as_dict() == pair.found[key].as_dict()
        assert turned.outcomes[key].digest == pair.outcomes[key].digest
    there, back = dict(every_difference(turned, *pair.keys)), dict(every_difference(pair, *pair.keys[::-1]))
    assert there == dict(every_difference(pair, *pair.keys))
    assert all(one is None or (one.low, one.high) == (-back[what].high, -back[what].low) for what, one in there.items())


def test_a_clear_difference_is_found_where_there_is_one(pair):
    first, second = pair.keys
    assert pair.difference(first, second, "money", "cash").values.any()


def test_parties_together_gain_nothing_by_any_model(pair):
    for key in pair.keys:
        total = sum(pair.gains(key, party, "total") for party in pair.parties())
        np.testing.assert_allclose(total, 0, atol=1e-6)


def test_a_party_that_one_model_does_not_touch_gains_nothing_there(pair):
    found = replace(pair, found={key: replace(one, parties={}) if key == pair.keys[0] else one
                                 for key, one in pair.found.items()})
    party = found.parties()[0]
    assert found.gain(found.keys[0], party).values.tolist() == [0, 0, 0]


def test_after_one_change_only_the_model_it_is_in_plays_again(monkeypatch):
    played, lanes = {}, []

    class Seen(beside.Stage):
        def play(self, parts):
            lanes.extend(part.enterprise for part in parts)
            super().play(parts)

    monkeypatch.setattr(beside, "Stage", Seen)
    first = compare(entered(["haarlems_gemak", "haarlems_gemak"]), **SMALL, played=played, fresh=True)
    assert lanes == [False, True]                               # the same canvas twice is one lane
    lanes.clear()
    second = compare(entered(["haarlems_gemak", "haarlems_gemak"], [f"haarlems_gemak-2:{PRICE}=17"]), **SMALL,
                     played=played)
    assert lanes == [True]
    lanes.clear()
    again = compare(entered(["haarlems_gemak", "haarlems_gemak"]), **SMALL, played=played)
    assert lanes == []
    assert [one.digest for one in again.outcomes.values()] == [one.digest for one in first.outcomes.values()]
    assert second.outcomes["haarlems_gemak-2"].digest != first.outcomes["haarlems_gemak-2"].digest


@pytest.mark.parametrize("other", [{"seed": 4}, {"weeks": 29}, {"replications": 2}, {"residents": 300},
                                   {"luck_only": True}])
def test_a_lane_handed_in_is_not_taken_for_another(other):
    played = {}
    compare(entered(["haarlems_gemak"]), **SMALL, played=played)
    names = set(played)
    compare(entered(["haarlems_gemak"]), **SMALL | other, played=played)
    assert len(names) == 2 and len(set(played) - names) == 2


def test_every_indicator_that_is_measured_has_its_figures_side_by_side(pair):
    for key in pair.keys:
        measured = {(group, name) for group, name, one in figures_of(pair.found[key]) if one}
        listed = {(group, name) for group, names in pair.figures().items() for name in names}
        assert measured <= listed and {"money", "without", "work", "lonely"} <= {group for group, _ in measured}


def test_models_of_one_name_are_told_apart_by_their_key(pair):
    found = replace(pair, entries=[replace(one, key=key) for one, key in zip(pair.entries[:1] * 2, ("a", "b"))])
    assert list(found.titles.values()) == ["Haarlems Gemak (a)", "Haarlems Gemak (b)"]


def test_what_goes_wrong_while_a_lane_is_kept_is_not_lost(monkeypatch):
    def broken(name, lane):
        raise RuntimeError("not this disk")

    monkeypatch.setattr(module.keeper, "keep", broken)
    with pytest.raises(RuntimeError, match="not this disk"):
        compare(entered(["haarlems_gemak"]), replications=1, weeks=2, residents=200, fresh=True)


@plugin
class Goes:
    """Goes by a number of the canvas, in every lane."""
    does: Flag = True

    @hookimpl
    def plan(self, week):
        price = week.numbers(PRICE)
        if self.does:
            yield Effect(target="wmo.hours", scale=price / 20, because="a test")


TWO = ("haarlems_gemak", "haarlems_gemak")


@pytest.mark.parametrize("player", [None, play])
def test_doing_nothing_that_is_another_by_a_number_of_the_canvas_is_refused(player):
    entries = [replace(one, plugins=[("goes", Goes())]) for one in entered(TWO, [f"haarlems_gemak-2:{PRICE}=20"])]
    with pytest.raises(BadInput) as error:
        compare(entries, **SMALL, fresh=True, player=player)
    (problem,) = error.value.problems
    assert (problem.what.removeprefix("simwijk ")
            == f"uses 'goes', which goes by '{PRICE}' whether or not there is an enterprise")
    assert problem.why.startswith("that is another for 'haarlems_gemak' than for 'haarlems_gemak-2'")
    assert problem.instead == f"give {PRICE} the same value for every model, or play them apart"


@plugin
class GoesByCanvas:
    """Goes by what the canvas itself says, in every lane."""
    whole: Flag = True

    @hookimpl
    def plan(self, week):
        many = len(week.spec.canvas.simwijk.plugins) if self.whole else len(week.spec.place.needs.activities)
        price = week.spec.canvas.revenue_streams[0].sim.price.value if self.whole else 20
        yield Effect(target="wmo.hours", scale=price / 20 + 0 * many, because="a test")


def test_doing_nothing_that_is_another_by_what_the_canvas_says_is_refused_and_never_kept():
    entries = [replace(one, plugins=[("goes", GoesByCanvas())])
               for one in entered(TWO, [f"haarlems_gemak-2:{PRICE}=20"])]
    with pytest.raises(BadInput) as error:
        compare(entries, **SMALL, fresh=True)
    (problem,) = error.value.problems
    assert "which goes by 'week.spec' whether or not" in problem.what and problem.instead == "play them apart"
    alone = [play(entries[0].spec, **SMALL, plugins=[("goes", GoesByCanvas(whole=whole))],
                  lanes=(NOTHING,)).lanes[NOTHING]
             for whole in (True, False)]
    assert [one.by_canvas for one in alone] == [(("goes", "week.spec"),), ()]


@pytest.mark.parametrize(("does", "changes"), [(True, ()), (False, (f"haarlems_gemak-2:{PRICE}=20",))])
def test_a_number_of_the_canvas_that_changes_nothing_of_doing_nothing_is_no_trouble(does, changes):
    entries = [replace(one, plugins=[("goes", Goes(does=does))]) for one in entered(TWO, changes)]
    found = compare(entries, **SMALL, fresh=True)
    for one in entries:
        alone = play(one.spec, **SMALL, plugins=one.plugins, lanes=(NOTHING,)).lanes[NOTHING]
        assert alone.by_canvas == (("goes", PRICE),)
        assert alone.digests == found.outcomes[one.key].lanes[NOTHING].digests
