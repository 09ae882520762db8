"""Answers that were given before: the same question has them at once, any other never."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from time import sleep
from types import SimpleNamespace

import pytest

from simcore.demo import backend as backend_module, kept
from simcore.demo.deck import deck
from simcore.experiments.block import VERSIONS


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "folder", lambda: tmp_path / "demo")


@pytest.fixture
def anew(monkeypatch):
    """The name of the answer about a plan for who has just begun."""
    def name(plan):
        monkeypatch.setattr(kept, "FIRST", {})
        return kept.name_of((str(plan),), {})
    return name


LINES = [{"kind": "asked"}, {"kind": "whole", "n": 3}]


def test_what_was_kept_under_a_name_is_there_and_under_another_nothing():
    name = kept.name_of(("haarlems_gemak",), {"knobs": {"price": 1}, "seed": 1})
    kept.keep(name, LINES)
    assert kept.kept(name) == LINES
    assert kept.name_of(("haarlems_gemak",), {"seed": 1, "knobs": {"price": 1}}) == name
    others = [kept.name_of(models, said) for models, said in [
        (("haarlems_gemak",), {"knobs": {"price": 2}, "seed": 1}),
        (("compiratie",), {"knobs": {"price": 1}, "seed": 1})]]
    assert name not in others and not any(kept.kept(other) for other in others)


def test_a_file_of_the_user_counts_by_what_stands_in_it(tmp_path, anew):
    file = tmp_path / "mine.yaml"
    names = []
    for text in ("a: 1", "a: 2"):
        file.write_text(text)
        names.append(anew(file))
    assert names[0] != names[1]


@pytest.mark.parametrize("written", ["neighbourhood: hood.yaml", 'neighbourhood: "near by/hood.yaml"',
                                     "{neighbourhood: hood.yaml, weeks: 5}"])
def test_a_neighbourhood_in_a_file_of_its_own_counts_by_what_stands_in_it(tmp_path, written, anew):
    plan = tmp_path / "mine.yaml"
    plan.write_text(f"simwijk: {written}\n" if written[0] == "{" else f"simwijk:\n  {written}\n")
    hood, names = tmp_path / ("near by" if "near" in written else ".") / "hood.yaml", []
    hood.parent.mkdir(exist_ok=True)
    for text in ("a: 1", "a: 2"):
        hood.write_text(text)
        names.append(anew(plan))
    hood.unlink()
    assert None not in names and len({*names, anew(plan)}) == 3


def test_a_plan_that_is_changed_while_it_is_shown_has_no_answer_that_lasts_until_it_is_shown_anew(tmp_path, anew):
    """What was read of it may be from before the change, or after."""
    plan = tmp_path / "mine.yaml"
    plan.write_text("a: 1")
    before = anew(plan)
    plan.write_text("a: 2")
    assert before and kept.name_of((str(plan),), {}) is None and anew(plan) not in (before, None)


def test_another_version_of_what_counts_has_answers_of_its_own(monkeypatch):
    assert kept.VERSIONS == VERSIONS
    names = []
    for number in ("2.4.6", "2.5.5"):
        monkeypatch.setattr(kept, "version", lambda package, number=number: number)
        kept.source.cache_clear()
        names.append(kept.name_of((), {}))
    kept.source.cache_clear()
    assert names[0] != names[1]


def test_plugins_of_others_keep_nothing(monkeypatch):
    class Point:
        dist = type("Dist", (), {"name": "somebody"})

    kept.source.cache_clear()
    monkeypatch.setattr(kept, "entry_points", lambda group: [Point()])
    try:
        assert kept.name_of(("haarlems_gemak",), {}) is None
    finally:
        kept.source.cache_clear()
    kept.keep(None, LINES)
    assert kept.kept(None) == []


def test_a_damaged_file_is_no_answer_and_the_oldest_go_when_there_is_no_room(monkeypatch):
    kept.keep("one", LINES)
    (kept.folder() / "one.json").write_text("{")
    assert kept.kept("one") == []
    monkeypatch.setattr(kept, "ROOM", 60)
    for name in ("two", "three"):
        kept.keep(name, LINES)
    assert kept.kept("three") == LINES and not kept.kept("one")


def test_what_is_asked_while_a_kept_answer_is_looked_up_again_is_not_ended_by_that(monkeypatch):
    played = Queue()

    class Player:
        def play(self, wish, wanted):
            played.put((dict(wish.knobs), wanted()))
            return iter(())

    monkeypatch.setattr(backend_module.Backend, "load", lambda self: None)
    monkeypatch.setattr(backend_module, "kept", lambda name: [{"kind": "whole"}] if "price" not in name else None)
    monkeypatch.setattr(backend_module, "name_of", lambda models, said: repr(said))
    backend, cards = backend_module.Backend((), "nl"), deck()
    assert [*backend.play({"knobs": {}})] == [{"kind": "whole"}]                    # while the engine still loads
    with ThreadPoolExecutor(1) as pool:
        later = pool.submit(lambda: [*backend.play({"knobs": {"price": 3}})])
        while backend.asks < 2:
            sleep(0.01)
        backend.loaded.set_result((SimpleNamespace(models=tuple(cards.models), deck=cards), Player(), {}))
        later.result()
    assert sorted([played.get(timeout=10), played.get(timeout=10)], key=str) == [({"price": 3}, True), ({}, False)]


def test_what_is_asked_does_not_end_when_what_was_asked_before_it_is_heard_only_later(monkeypatch):
    class Player:
        def play(self, wish, wanted):
            yield {"kind": "whole", "wanted": wanted()}

    monkeypatch.setattr(backend_module.Backend, "load", lambda self: None)
    backend, cards = backend_module.Backend((), "nl"), deck()
    backend.loaded.set_result((SimpleNamespace(models=tuple(cards.models), deck=cards), Player(), {}))
    first, second = (backend.play({"seed": seed}) for seed in (1, 2))
    assert next(second)["wanted"] and not next(first)["wanted"]


def test_what_was_told_before_is_told_before_anything_is_loaded(tmp_path):
    code = """if True:
        import sys
        import simcore.commands.demo, simcore.demo.app
        from simcore.demo.backend import Backend
        from simcore.demo.kept import CONFIG, keep, name_of
        keep(name_of((), CONFIG), [{"models": [1], "lang": "nl", "courses": 5}])
        keep(name_of((), {"seed": 1}), [{"kind": "asked"}, {"kind": "whole"}])
        backend = Backend((), "en", 7, 300)
        told = backend.play({"seed": 1})
        print(backend.config(), [next(told), next(told)])
        print(backend.needed.is_set(),
              [one for one in ("numpy", "numba", "mesa", "pydantic", "yaml") if one in sys.modules])
    """
    told = subprocess.run([sys.executable, "-c", code], env=os.environ | {"SIMWIJK_CACHE": str(tmp_path)},
                          capture_output=True, text=True, check=True).stdout.splitlines()
    assert told == ["{'models': [1], 'lang': 'en', 'courses': 7, 'residents': 300} "
                    "[{'kind': 'asked'}, {'kind': 'whole'}]", "False []"]


def test_what_the_page_knows_is_kept_for_the_next_show_but_not_what_is_wrong_with_a_model(tmp_path):
    model = tmp_path / "mine.yaml"
    model.write_text("a: 1")
    wrong = backend_module.Backend((str(model),), "nl").config()
    assert wrong["kind"] == "wrong" and not [*tmp_path.glob("demo/*")]
    first = backend_module.Backend(("compiratie",), "nl", 9, 300).config()
    second = backend_module.Backend(("compiratie",), "en", 10, 400)
    assert second.config() == first | {"lang": "en", "courses": 10, "residents": 400} and not second.needed.is_set()


def test_a_file_of_the_user_that_is_called_otherwise_is_another_plan(tmp_path):
    names = []
    for name in ("mine.yaml", "yours.yaml"):
        (tmp_path / name).write_text("a: 1")
        names.append(kept.name_of((str(tmp_path / name),), {}))
    assert names[0] != names[1]


def test_what_a_play_can_be_asked_never_goes_by_the_name_of_what_the_page_knows():
    assert not isinstance(kept.CONFIG, dict)
