"""Hooks are five, frozen as version 1: docs/plugins.md tells each as it is in the code, and each is tried here."""

import inspect
import re
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import numpy as np
import pytest

from simcore.canvas import load
from simcore.errors import BadInput, Problem
from simcore.plugin import (VERSION, Account, Column, Effect, Flag, Hooks, Note, Payment, Quantity, Results, Section,
                            Shock, Stream, Update, Week, hookimpl, plugin)
from simcore.plugin import judging
from simcore.plugin.active import Active
from simcore.plugin.nouns import Brought, Settled
from simcore.plugin.answers import PluginError
from simcore.plugin.week import copied
from simcore.results.sections import as_plain, sections
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.testing import run, tiny_model

DOCS = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
HOOKS = [name for name in vars(Hooks) if not name.startswith("_")]
NOUNS = [*get_args(Brought), Effect, *get_args(Settled), Section]


def signature(hook: str) -> str:
    """The first line of a hook, as it is written."""
    return re.search(r"def .*?:$", inspect.getsource(getattr(Hooks, hook)), re.M | re.S)[0]


def rows(head: str) -> dict[str, list[str]]:
    """The rows of the first table after a head: the words in code of the first cell, the other cells."""
    table = DOCS[DOCS.index(head):].split("\n\n|", 1)[1].split("\n\n")[0]
    cells = [line.strip("| ").split(" | ") for line in table.split("\n")[2:]]
    return {name: row for row in cells for name in re.findall(r"`(\w+)", row[0])}


def test_the_hooks_are_five_and_a_plugin_of_version_one_knows_them():
    assert (VERSION, HOOKS) == (1, ["check", "brings", "plan", "settle", "report"])
    assert [signature(name) for name in HOOKS] == [
        "def check(self, spec: Spec) -> Iterable[Problem]:",
        "def brings(self, spec: Spec, numbers: Numbers) -> Iterable[Brought]:",
        "def plan(self, week: Week) -> Iterable[Effect]:", "def settle(self, week: Week) -> Iterable[Settled]:",
        "def report(self, results: Results) -> Iterable[Section]:"]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_its_signature_in_the_docs_and_a_test_of_its_own(hook):
    written = DOCS[DOCS.index(f"<!-- hook: {hook} -->"):].split("```python\n")[1].split("\n```")[0]
    assert written == signature(hook)
    assert getattr(Hooks, hook).__doc__ and callable(getattr(sys.modules[__name__], f"test_hook_{hook}"))


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_is_in_the_docs_with_each_of_its_fields(noun):
    assert re.findall(r"`(\w+)`", rows("## The nouns")[noun.__name__][1]) == [one.name for one in fields(noun)]


@pytest.mark.parametrize("kind, head", [(Week, "### What a week shows"), (Results, "### What a report shows")])
def test_all_that_a_plugin_sees_is_in_the_docs(kind, head):
    written = DOCS[DOCS.index(head):].split("\n\n|", 1)[1].split("\n\n")[0]
    assert {one.name for one in fields(kind)} <= set(re.findall(r"`(\w+)", written))


def test_what_a_model_is_stands_in_the_docs_as_it_is(spec):
    """All blocks and parts of the neighbourhood by name; and no key of a note that is not there."""
    text = DOCS[DOCS.index("### What a model is"):DOCS.index("## The nouns")]
    blocks = rows("### What a model is")
    assert ({"name", "canvas", "place", "model_file", "neighbourhood_file", "written"} == set(blocks)
            == {one.name for one in fields(spec)})
    assert {one.name for one in fields(spec.canvas)} - {"version"} <= set(re.findall(r"`(\w+)", blocks["canvas"][1]))
    assert ({one.name for one in fields(spec.place)} - {"name", "english", "price_year"}
            <= set(re.findall(r"`(\w+)", blocks["place"][1])))
    keys = {block: kind for block, kind in get_type_hints(type(spec.canvas)).items() if block in text}
    table = text[text.index("| notes of |"):].split("\n\n")[0].split("\n")[2:]
    for line in table:
        block, of = line.strip("| ").split(" | ")
        sim = next(one for one in getattr(spec.canvas, block.strip("`")) if one.sim).sim
        mine = re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", of))
        assert block.strip("`") in keys and mine and set(mine) <= {one.name for one in fields(sim)}, block
    assert {one.name for one in fields(Quantity)} <= set(re.findall(r"`(\w+)`", text))


def test_the_examples_in_the_docs_work(tmp_path, monkeypatch):
    one, kit = re.findall(r"```python\n(from simcore.*?)```", DOCS, re.S)
    (tmp_path / "cold_spell_of_docs.py").write_text(one + kit, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = __import__("cold_spell_of_docs")
    tests = [test for name, test in vars(module).items() if name.startswith("test_")]
    assert len(tests) == 3
    for test in tests:
        test()


# --- each hook ----------------------------------------------------------------------------------------------------


@plugin
class Fussy:
    """Wants a service that is not there."""

    @hookimpl
    def check(self, spec):
        if not any(one.id == "vp-moon" for one in spec.canvas.value_propositions):
            yield Problem(spec.model_file, 0, 0, "there is no vp-moon", instead="add one")


def test_hook_check():
    with pytest.raises(BadInput, match="there is no vp-moon"):
        run(Fussy())


@plugin
class Bringer:
    """Brings one of each that needs no canvas."""

    @hookimpl
    def brings(self, spec, numbers):
        yield Account(name="the fund")
        yield Stream(name="gift", payer="the fund", payee="residents", item="plugins.bringer")
        yield Column(name="weeks", start=3.0)
        yield Shock(name="rain", start=date(2013, 2, 1), english="It rains", dutch="Het regent")


def test_hook_brings():
    lane = run(Bringer(), weeks=2).lane
    assert {"the fund", "residents"} <= set(lane.ledger.accounts) and "gift" in lane.ledger.index
    assert lane.active.columns["bringer"]["weeks"].tolist() == [3.0] * 3 and lane.active.shocks[0].name == "rain"


@plugin
class Planner:
    """Doubles a need in the second week."""

    @hookimpl
    def plan(self, week):
        if week.number == 1:
            yield Effect(target="need.windows", scale=2, because="a storm of dust")


def test_hook_plan():
    assert run(Planner(), weeks=4).term("need.windows")[:, 0].tolist() == [1, 2, 1, 1]


@plugin
class Settler:
    """Counts weeks, pays a cent in each, and tells so once."""

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks")
        yield Stream(name="gift", payer="municipality:wmo", payee="residents", item="neighbourhood.wmo")

    @hookimpl
    def settle(self, week):
        yield Update(column="weeks", values=week.columns["weeks"] + 1)
        yield Payment(stream="gift", cents=np.where(week.columns["weeks"] == 2, 7, 0))
        if week.number == 2:
            yield Note(where=True, dutch="Een gift.", english="A gift.", item="neighbourhood.wmo")


def test_hook_settle():
    trial = run(Settler(), weeks=4)
    assert trial.column("weeks")[:, 0].tolist() == [1, 2, 3, 4]
    assert trial.paid("gift")[:, 0].tolist() == [0, 0, 7, 0]
    assert trial.notes == [(2, "A gift.", r) for r in range(3)]


@plugin
class Reporter:
    """Tells what it saw when all is over."""
    wrong: Flag = False

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks")

    @hookimpl
    def settle(self, week):
        yield Update(column="weeks", values=week.columns["weeks"] + 1)

    @hookimpl
    def report(self, results):
        assert results.indicator("ladder.rungs").shape == results.alive.shape == (results.replications,)
        assert results.paid("benefits").dtype == np.int64 and results.numbers("simwijk.unpaid_labour").any()
        weeks, quarters = results.columns["weeks"], len(results.paid("benefits", lane="nothing"))
        yield Section(dutch="Weken", english="Weeks", dutch_lines=(f"{weeks[0]:.0f} weken",),
                      english_lines=(f"{weeks[0]:.0f} weeks",) * (1 + self.wrong), dutch_head=("wat", "hoeveel"),
                      english_head=("what", "how many"), rows=(("quarters", quarters),))


@pytest.fixture(scope="module")
def reported():
    """``reported(*plugins)`` plays a small run beside doing nothing and asks for their sections."""
    def made(*plugins, weeks=20):
        return sections(play(tiny_model(), plugins=plugins, weeks=weeks, replications=2, residents=200))

    return made


def test_hook_report(reported):
    told, wrong = reported(("reporter", Reporter()))
    assert not wrong and as_plain(told) == [{
        "plugin": "reporter", "dutch": "Weken", "english": "Weeks", "dutch_lines": ("20 weken",),
        "english_lines": ("20 weeks",), "dutch_head": ("wat", "hoeveel"), "english_head": ("what", "how many"),
        "rows": (("quarters", 2),)}]


def test_a_report_that_fails_is_told_and_the_others_stand(reported):
    told, wrong = reported(("a", Reporter(wrong=True)), ("b", Reporter()))
    assert [name for name, _ in told] == ["b"]
    assert ("a.report: Section.dutch_lines has 1 texts and english_lines 2; say the same in both (test_hooks.py"
            in str(wrong[0]))


def test_a_report_changes_no_figure():
    def digest(*plugins):
        outcome = play(tiny_model(), plugins=plugins, weeks=15, replications=2, residents=200,
                       lanes=(NOTHING, ENTERPRISE))
        sections(outcome)
        return outcome.digest

    assert digest(("reporter", Reporter())) == digest()


def test_nouns_may_grow_but_a_hook_answers_only_with_its_own():
    with pytest.raises(PluginError, match="answered with Section; it may answer with Payment, Update, Note"):
        @plugin
        class Odd:
            """Reports too early."""

            @hookimpl
            def settle(self, week):
                yield Section(dutch="a", english="b")

        run(Odd(), weeks=1)


def test_a_plugin_is_asked_only_for_the_hooks_it_has():
    active = Active([("planner", Planner()), ("settler", Settler())])
    assert {hook: active.who(hook) for hook in HOOKS} == {
        "check": [], "brings": ["settler"], "plan": ["planner"], "settle": ["settler"], "report": []}


def test_what_a_plugin_does_to_the_model_it_is_given_is_told_and_reaches_nobody():
    spec = load("haarlems_gemak")
    services = len(spec.canvas.value_propositions)

    @plugin
    class Clearer:
        """Clears the canvas."""

        @hookimpl
        def brings(self, spec, numbers):
            spec.canvas.value_propositions.clear()
            return []

    with pytest.raises(PluginError, match="clearer.brings: changes the model it was given; leave spec as it is"):
        run(Clearer(), model=spec, weeks=1)
    assert len(spec.canvas.value_propositions) == services


def test_a_model_that_a_plugin_kept_and_spoiled_later_is_not_given_to_it_again():
    spec, seen = load("haarlems_gemak"), []
    services = len(spec.canvas.value_propositions)

    @plugin
    class Keeper:
        """Keeps the model, and clears it when nobody looks."""

        @hookimpl
        def brings(self, spec, numbers):
            seen.append((spec, len(spec.canvas.value_propositions)))
            return []

        @hookimpl
        def plan(self, week):
            seen[-1][0].canvas.value_propositions.clear()
            return []

    for _ in range(2):
        play(spec, plugins=[("keeper", Keeper())], weeks=2, replications=1, residents=100, lanes=(NOTHING,))
    assert [count for _, count in seen] == [services, services]


def test_who_looks_at_a_model_again_has_the_copy_it_had_others_have_their_own_and_who_does_not_has_none(monkeypatch):
    copies = []
    monkeypatch.setattr(judging, "copied", lambda spec: copies.append(spec) or copied(spec))

    @plugin
    class Looker:
        """Looks at the model."""

        @hookimpl
        def brings(self, spec, numbers):
            seen.append(spec.canvas)
            return []

    @plugin
    class Other:
        """Does without it."""

        @hookimpl
        def brings(self, spec, numbers):
            return []

    spec, seen = load("haarlems_gemak"), []
    some = Active([("one", Looker()), ("two", Looker()), ("three", Other())])
    for _ in range(3):
        some.bring(spec, {}, 1)
    assert len(copies) == 2 and len({*map(id, seen)}) == 2 and all(one is not spec.canvas for one in seen)
