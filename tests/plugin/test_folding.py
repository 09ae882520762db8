"""Effects fold over terms the same way in whatever order files and options name the plugins."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.plugin.nouns import Effect
from simcore.plugin.folding import PluginError, fold

R = 3
VALUE = st.one_of(st.floats(0.1, 10), st.lists(st.floats(0.1, 10), min_size=R, max_size=R).map(np.array))


def base():
    return {"price.a": np.array([10.0, 12.0, 14.0]), "price.b": np.array([1.0, 1.0, 1.0])}


def effect(**what):
    return Effect(target=what.pop("target", "price.a"), because="a test", **what)


@st.composite
def effects(draw):
    """Effects of different plugins on two terms; floors lie below caps, and at most one plugin sets a term."""
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
    out, has_set = [], set()
    for name in names:
        target = draw(st.sampled_from(["price.a", "price.b"]))
        kind = draw(st.sampled_from(["scale", "add", "floor", "cap", "set"]))
        if kind == "set" and target in has_set:
            continue
        has_set |= {target} if kind == "set" else set()
        value = draw(VALUE) + (20 if kind == "cap" else 0)
        out.append((name, effect(target=target, **{kind: value})))
    return out


@given(effects().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_the_order_of_plugins_in_files_never_matters(orders):
    one, other = (fold(base(), some, 0) for some in orders)
    assert one.keys() == other.keys()
    assert all(np.array_equal(one[name], other[name]) for name in one)


@given(effects())
def test_folding_leaves_the_base_alone_and_terms_finite_one_per_replication(some):
    first = base()
    before = copy.deepcopy(first)
    terms = fold(first, some, 0)
    assert all(np.array_equal(first[name], before[name]) for name in before)
    assert all(value.shape == (R,) and np.isfinite(value).all() for value in terms.values())
    touched = {e.target for _, e in some}
    assert all(np.array_equal(terms[name], first[name]) for name in first if name not in touched)


def test_scales_come_before_adds_then_the_floor_then_the_cap():
    """(base x scales + adds), then floor, then cap."""
    some = [("z", effect(scale=2.0)), ("y", effect(add=-5.0)), ("x", effect(floor=18.0)), ("w", effect(cap=21.0))]
    assert fold(base(), some, 0)["price.a"].tolist() == [18.0, 19.0, 21.0]


def test_a_set_takes_the_place_of_the_base_and_is_scaled_and_bounded_too():
    some = [("a", effect(set=3.0)), ("b", effect(scale=2.0)), ("c", effect(cap=5.0))]
    assert fold(base(), some, 0)["price.a"].tolist() == [5.0] * 3


def test_the_highest_floor_and_the_lowest_cap_hold():
    some = [("a", effect(floor=11.0)), ("b", effect(floor=13.0)), ("c", effect(cap=20.0)), ("d", effect(cap=13.5))]
    assert fold(base(), some, 0)["price.a"].tolist() == [13.0, 13.0, 13.5]


def test_two_plugins_that_set_one_term_are_both_named():
    with pytest.raises(PluginError, match="first and second.plan in week 7: both set 'price.a'"):
        fold(base(), [("second", effect(set=1.0)), ("first", effect(set=1.0))], 7)


def test_a_floor_above_a_cap_names_both_plugins():
    words = "keeper and saver.plan in week 7: keeper keeps 'price.a' above what saver allows at most"
    with pytest.raises(PluginError, match=words):
        fold(base(), [("saver", effect(cap=np.array([9.0, 9.0, 4.0]))), ("keeper", effect(floor=5.0))], 7)


def test_a_term_that_is_not_there_names_the_plugin_and_the_nearest_term():
    with pytest.raises(PluginError, match="mine.plan in week 7: .*no term 'prise.a'.*price.a"):
        fold(base(), [("mine", effect(target="prise.a", scale=2.0))], 7)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, np.array([1.0, np.nan, 1.0]), np.ones((2, R))])
def test_an_answer_that_is_no_finite_number_per_replication_names_the_plugin(wrong):
    with pytest.raises(PluginError, match="mine.plan in week 7: .*'price.a'"):
        fold(base(), [("mine", effect(scale=wrong))], 7)


@given(st.integers(0, R - 1), effects())
def test_a_replication_is_folded_as_it_would_be_alone(r, some):
    alone = [(name, Effect(target=e.target, because=e.because, **{
        kind: (np.broadcast_to(value, R)[r:r + 1] if value is not None else None)
        for kind in ("scale", "add", "floor", "cap", "set") for value in [getattr(e, kind)]})) for name, e in some]
    together, single = fold(base(), some, 0), fold({n: v[r:r + 1] for n, v in base().items()}, alone, 0)
    assert all(np.array_equal(together[name][r:r + 1], single[name]) for name in single)
