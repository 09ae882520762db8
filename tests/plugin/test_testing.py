"""The public kit finds each promise that is broken, and nothing in a plugin that keeps them all."""

import random
from datetime import date

import numpy as np
import pytest

from simcore.plugin import Column, Day, Effect, Note, Number, Payment, Quantity, Stream, Text, Update, hookimpl, plugin
from simcore.plugin.finding import find
from simcore.testing import PROMISES, Broken, check_plugin, example, name_of, problems, run, sure, tiny_model

SURE = {"unit": "share", "evidence": "assumption", "source": "a test", "low": 0.1, "high": 0.3}


class Good:
    """From a day on fewer windows are dirty; it counts the weeks, pays some residents and tells so."""
    dutch: Text = "Regen"
    english: Text = "Rain"
    start: Day = date(2013, 3, 4)
    fewer: Quantity = Quantity(value=0.2, **SURE)
    dutch_about = "Het regent."
    fragment = "{use: good, with: {start: 2013-05-06}}"

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks")
        yield Stream(name="refund", payer="municipality:wmo", payee="residents", item="plugins.good")

    @hookimpl
    def plan(self, week):
        if week.date >= self.start:
            yield Effect(target="need.windows", scale=1 - week.numbers("fewer"), because="it rains")

    @hookimpl
    def settle(self, week):
        if week.date < self.start:
            return
        yield Update(column="weeks", values=week.columns["weeks"] + 1)
        wet = week.luck(0) < 0.5
        yield Payment(stream="refund", cents=np.where(wet, 100, 0))
        yield Note(where=wet, dutch="Nat.", english="Wet.", item="plugins.good")


def breaking(**changes):
    """A plugin like Good, with other hooks or fields; a field it must not have is None."""
    space = {name: one for name, one in vars(Good).items()
             if not name.startswith("__") or name in ("__annotations__", "__doc__")}
    space["__annotations__"] = dict(space["__annotations__"])
    kinds = changes.pop("kinds", {})
    for name, one in changes.items():
        if one is None:
            space.pop(name, None)
            space["__annotations__"].pop(name, None)
        else:
            space[name] = one
    space["__annotations__"] |= kinds
    return plugin(type("Good", (), {**space, "__module__": __name__}))()


def broken(one, **how) -> str:
    with pytest.raises(Broken) as caught:
        check_plugin(one, name="good", **how)
    return str(caught.value)


def test_a_plugin_that_keeps_every_promise_passes():
    check_plugin(breaking())


@hookimpl
def shifting(self, week):
    """Other figures in each run, from numpy."""
    yield Effect(target="need.windows", scale=0.5 + 0.5 * np.random.random(), because="a whim")


@hookimpl
def rolling(self, week):
    """Throws Python's dice, and does nothing with it."""
    random.random()


@hookimpl
def averaging(self, week):
    """A course hangs on the others."""
    yield Effect(target="need.windows", scale=0.2 + week.luck(0).mean(), because="the mean")


MEMORY = {"weeks": 0}


@hookimpl
def remembering(self, week):
    """Counts in a place of its own."""
    MEMORY["weeks"] += 1
    yield from ()


@hookimpl
def early(self, week):
    """Does not wait for its day."""
    yield Effect(target="need.windows", scale=0.9, because="always")


@hookimpl
def restless(self, week):
    """Pays before its day."""
    if week.date.month == 1:
        yield Payment(stream="refund", cents=1)


@hookimpl
def endless(self, week):
    """Divides by zero."""
    yield Effect(target="need.windows", scale=np.inf, because="no bound")


@hookimpl
def reaching(self, week):
    """Goes for the engine through the stack."""
    import sys

    frame = sys._getframe()
    while frame is not None and "lane" not in str(type(frame.f_locals.get("self"))):
        frame = frame.f_back
    frame.f_locals["self"].world.columns.households.income[:] *= 1.1


BREAKS = [
    ("every number has unit, range and source", {"fewer": 0.2, "kinds": {"fewer": Number}}, "'fewer' is a bare number"),
    ("it has a name in Dutch and in English", {"dutch": None}, "no name in Dutch"),
    ("the model can play with it", {"plan": endless}, "good.plan in week 0: Effect.scale of 'need.windows' is inf"),
    ("its example can be read", {"fragment": "{use: good, with: {stat: 2013-01-01}}"}, "stat"),
    ("it keeps no memory of its own", {"plan": remembering}, "'MEMORY of the module' has changed"),
    ("it has no luck but its own", {"plan": rolling}, "the generator of numpy or of Python"),
    ("the same run gives the same", {"plan": shifting}, "a second run gives something else"),
    ("courses together are as they are alone", {"plan": averaging}, "when it is played alone"),
    ("it changes nothing of the engine", {"plan": reaching}, "plan in week 0 has changed people"),
    ("nothing happens before its start", {"plan": early}, "something is different in week 0 already"),
    ("switched off it is as if it were not there", {"settle": restless},
     "with start after the end it changes something"),
]


@pytest.mark.parametrize(("promise", "change", "words"), BREAKS, ids=[promise for promise, *_ in BREAKS])
def test_a_broken_promise_is_named(promise, change, words):
    said = broken(breaking(**change))
    assert any(line.startswith(f"- {promise}: ") and words in line for line in said.split("\n")), said


def test_there_is_a_plugin_that_breaks_each_promise():
    assert [promise for promise, *_ in BREAKS] == list(PROMISES)


def test_all_broken_promises_are_told_at_once():
    said = broken(breaking(dutch=None, plan=averaging))
    assert "no name in Dutch" in said and "when it is played alone" in said


def test_a_plugin_without_a_start_says_what_switches_it_off():
    @hookimpl
    def always(self, week):
        yield Effect(target="need.windows", scale=1 - week.numbers("fewer"), because="always")

    one = breaking(start=None, plan=always, settle=None, fragment=None)
    check_plugin(one, name="good", off={"fewer": Quantity(value=0, **SURE | {"low": 0})})
    assert ("switched off with fewer it still changes something"
            in broken(one, off={"fewer": Quantity(value=0.1, **SURE)}))


def test_a_bundled_plugin_with_a_start_keeps_them():
    check_plugin(find()["wmo_cut"][0].kind(), name="wmo_cut")


def test_a_plugin_that_would_begin_after_the_trial_is_tried_all_the_same():
    """Its promises say nothing of a plugin that never begins: this one breaks the bank from its first week on."""
    def settle(self, week):
        if week.date >= self.start:
            yield Payment(stream="refund", cents=-1)

    with pytest.raises(Broken, match="-1"):
        check_plugin(breaking(start=date(2017, 1, 2), settle=hookimpl(settle)), name="good")


def test_of_a_plugin_of_which_nothing_is_seen_a_warning_tells():
    def nothing(self, week):
        return ()

    with pytest.warns(UserWarning, match="in 30 weeks of .* 'good' did nothing that can be seen"):
        check_plugin(breaking(plan=hookimpl(nothing), settle=hookimpl(nothing)), name="good")


def test_a_run_of_the_kit_is_that_of_any_lane():
    trial = run(breaking(), weeks=12)
    assert trial.term("need.windows")[:, 0].tolist() == pytest.approx([1] * 8 + [0.8] * 4)
    assert trial.column("weeks")[-1].tolist() == [4] * 3 and trial.paid("refund").sum() == 100 * len(trial.notes) > 0
    assert trial.tally("wmo.short").shape == (12, 3) and trial.minutes("windows").shape[:2] == (12, 3)
    assert trial.digest == run(breaking(), weeks=12).digest


def test_a_parameter_that_is_sure_is_the_same_in_every_course():
    trial = run(breaking(fewer=sure(0.5, "share")), weeks=12)
    assert (trial.term("need.windows")[8:] == 0.5).all()


def test_an_example_is_a_plugin_as_its_fragment_has_it_with_the_model_it_fits():
    one = example("wmo_cut")
    assert type(one.plugin) is one.kind is find()["wmo_cut"][0].kind and one.model == "haarlems_gemak"
    assert problems(one.plugin, model=one.model) == []
    with pytest.raises(ValueError, match="no plugin 'wmo_cutt'; did you mean 'wmo_cut'"):
        example("wmo_cutt")


def test_the_small_model_takes_changes_and_a_name_comes_from_the_class():
    assert tiny_model(None, "simwijk.weeks=30").canvas.simwijk.weeks == 30
    assert name_of(breaking()) == "good" and tiny_model() is tiny_model()


def test_a_plugin_alone_in_its_module_goes_by_the_name_of_the_module_as_in_a_run(tmp_path):
    from simcore.plugin.finding import in_file

    text = ("\"\"\"Cold.\"\"\"\nfrom simcore.plugin import plugin\n\n\n"
            "@plugin\nclass ColdSpell:\n    \"\"\"Cold.\"\"\"\n")
    (tmp_path / "koude_winter.py").write_text(text)
    assert name_of(in_file(tmp_path / "koude_winter.py").kind()) == "koude_winter"


def test_one_fault_is_told_once():
    @hookimpl
    def settle(self, week):
        return 1 / 0

    assert broken(breaking(settle=settle)).count("ZeroDivisionError") == 1
