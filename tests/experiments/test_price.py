"""Before an experiment is played it says what it costs; and everything that is wrong with it."""

import pytest

from simcore.canvas.bundled import models
from simcore.cli import ended
from simcore.experiments import price as module
from simcore.experiments.block import district_of, forget
from simcore.experiments.files import bundled
from simcore.experiments.price import PAGES, STARTING, price
from simcore.experiments.reading import experiment


@pytest.fixture(autouse=True)
def read_anew():
    forget()
    yield
    forget()


def test_twice_as_many_courses_are_twice_as_many_runs_and_as_much_room(tiny):
    one = price(experiment(tiny), 1)
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("most: 6", "most: 12"), encoding="utf-8")
    other = price(experiment(tiny), 1)
    assert (one.runs, other.runs) == (12, 24)
    assert other.bytes - PAGES == 2 * (one.bytes - PAGES) and 500 < (one.bytes - PAGES) / 12 < 5000
    assert one.seconds > STARTING


@pytest.mark.parametrize("jobs, seconds", [(1, 2 * 3), (2, 2 * 4 / 2)])
def test_the_first_block_of_each_process_plays_doing_nothing_for_itself(tiny, monkeypatch, jobs, seconds):
    known, found = [5.0, 2.0, 1.0], module.played                    # to load, with a lane of its own, beside one

    def timed(block, memory):
        return known.pop(0), found(block, memory)

    monkeypatch.setattr(module, "timed", timed)
    assert price(experiment(tiny), jobs).seconds == pytest.approx(STARTING + 3 + seconds)


CUTS = {"whole": ("plugins.wmo_cut.cut", 2 * 3 + 3 * 3 * 1.5), "for two": ("plugins.wmo_cut.cut", (2 * 6 + 6 * 1.5) / 2),
        "elsewhere": ("neighbourhood.choice.price", 4 * 3 * 2)}


@pytest.mark.parametrize("jobs, case", [(1, "whole"), (2, "for two"), (1, "elsewhere")])
def test_a_later_lane_of_doing_nothing_costs_what_it_takes_where_its_district_was_played_before(
        tiny, monkeypatch, jobs, case):
    (path, seconds), known, kept = CUTS[case], [15.0, 6.0, 3.0, 4.5], []
    values = '["0.1", "0.2", "0.3", "0.4"]' if "cut" in path else '["1", "1.1", "1.2", "1.3"]'
    tiny.write_text(tiny.read_text(encoding="utf-8").replace('["8", "12"]', values).replace(
        "revenue_streams.rs-cleaning.price", path), encoding="utf-8")
    found = module.played

    def timed(block, memory):
        kept.append((dict(block.case.settings)[path], memory.beginnings.tape(district_of(block)) is not None))
        return known.pop(0), found(block, memory)

    monkeypatch.setattr(module, "timed", timed)
    assert price(experiment(tiny), jobs).seconds == pytest.approx(STARTING + 9 + seconds * 2)
    if path == "plugins.wmo_cut.cut":
        assert kept == [("0.1", False), ("0.1", False), ("0.1", True), ("0.4", True)]
    else:
        assert len(kept) == 3


def test_what_is_asked_first_is_known_without_playing(tiny, here):
    assert [len(block.replications) for block in module.first_asked(experiment(tiny))] == [3, 3] and here == []


def test_check_says_the_question_and_what_it_costs_whole_and_quick(tiny, capfd):
    assert ended(["check", "tiny.yaml", "--lang", "en"]) == 0
    question, whole, quick = capfd.readouterr().out.strip().split("\n")
    assert question == "tiny: Which price earns most?"
    assert whole.startswith("At most 12 runs (0 are there already), about ") and quick.startswith("With --quick")


def test_check_says_all_that_is_wrong_at_its_place(tiny, capfd):
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("rs-cleaning.price", "rs-cleaning.prise").replace(
        "money.result", "money.reslt"), encoding="utf-8")
    assert ended(["check", "tiny.yaml", "--lang", "en"]) == 2
    assert "tiny.yaml:11:" in (said := capfd.readouterr().err) and "did you mean 'money.result'" in said


def test_an_option_that_is_of_a_canvas_is_refused(tiny, capfd):
    assert ended(["check", "tiny.yaml", "--set", "simwijk.weeks=3", "--lang", "en"]) == 2
    assert "--set: says nothing for an experiment" in capfd.readouterr().err


@pytest.mark.parametrize("name, near", [("niks", ""), ("stop_rul", "stop_rule"), ("haarlemsgemak", "haarlems_gemak")])
def test_a_name_that_is_of_nothing_is_met_with_canvases_and_experiments(name, near, capfd):
    assert ended(["check", name]) == 2
    said = capfd.readouterr().err
    assert f"er is geen model en geen experiment '{name}'" in said and (f"bedoel je '{near}'?" in said) is bool(near)
    assert all(one in said for one in (*models(), *bundled()))


def test_a_canvas_is_still_checked_as_one(capfd):
    assert ended(["check", "haarlems_gemak", "--lang", "en"]) == 0
    assert "courses" not in capfd.readouterr().out.split("\n")[0]
