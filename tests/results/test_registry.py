from pathlib import Path

import numpy as np
import pytest

from simcore.canvas import bundled, load
from simcore.plugin.activating import activate
from simcore.results.bands import Band
from simcore.results.frames import frames
from simcore.results.indicators import measure
from simcore.results.registry import Case, Figure, Indicator, weekly
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE
from simcore.studies import readers, watching

from .conftest import a_lane


def test_figures_that_do_not_apply_are_left_out_and_the_others_get_their_unit():
    one = Indicator("0", "test", (Figure("there", "EUR"), Figure("more", "share", True), Figure("absent", "days")),
                    lambda case: {"there": np.array([1.0, 3.0]), "more": np.array([-1.0, 1.0])})
    found = one.bands(None)
    assert list(found) == ["there", "more"] and found["there"].unit == "EUR"
    assert found["there"].clear and not found["more"].clear


def test_a_count_is_a_series_of_its_own_before_a_column_of_the_counts():
    lane = a_lane({}, weeks=2, contacts=[[5], [6]])
    assert weekly(lane, "contacts").tolist() == [[5], [6]]
    assert weekly(a_lane({}, weeks=2), "contacts").tolist() == [[0], [0]]
    assert weekly(lane, "nothing of the kind") is None


def test_an_assumption_is_found_by_the_pattern_of_its_path():
    assert INDICATORS["money"].rests_on("costs.cost-rooms.amount")
    assert not INDICATORS["money"].rests_on("neighbourhood.ties.contact")
    assert INDICATORS["benefits"].follows("deducted.kr-a") and not INDICATORS["benefits"].follows("deductedly")


@pytest.mark.parametrize("key", [key for key, one in INDICATORS.items() if one.numbers])
def test_every_indicator_rests_on_numbers_that_a_model_has(key):
    paths = load("haarlems_gemak").quantities()
    assert any(INDICATORS[key].rests_on(path) for path in paths)


# What the desk of what residents do together reads beside money: when a goal that nobody works on is dropped.
NO_MONEY = {"simwijk.goals.patience"}


@pytest.mark.parametrize("name", bundled())
def test_behind_who_pays_and_who_gains_stands_every_number_at_which_money_is_booked(name):
    """Money is booked by what declares its streams; whatever that reads is behind it, without anybody listing it."""
    spec = load(name)
    plugins, watch = activate(spec, (), ()), watching.Watch()
    numbers = readers.watched(readers.quantities_of(spec, plugins), watch)
    lane = readers.lane_of(spec, plugins, readers.populate(spec.place.people, 1, 400), numbers)
    for _ in range(6):
        lane.step()
    books = {str(file) for file in (Path(watching.ROOT) / "simcore" / "week").glob("*.py")
             if "Stream(" in file.read_text()}
    read = {path for path, seen in watch.seen.items() if any(file in books for file, *_ in seen)}
    assert len(read) > 20 and "neighbourhood.assistance.coach_rate" in read
    assert {path for path in read - NO_MONEY if not INDICATORS["parties"].rests_on(path)} == set()


def test_a_run_says_of_every_indicator_what_it_is_or_why_not(played):
    found = measure(played)
    said = set(found.as_dict()) | set(found.absent)
    assert {key for key in INDICATORS if key not in ("without",)} <= said
    assert found.absent["load"] == "mechanism" and found.absent["balance"] == "off"
    assert isinstance(found.group("cohesion")["cohesion"], Band) and found.group("load") == {}
    assert found.group("money") is found.money


def test_any_lane_of_a_run_can_be_held_beside_doing_nothing(played):
    strict = Case.of(played, "strict")
    assert strict.lane is played.lanes["strict"] and strict.residents == played.people.residents
    assert INDICATORS["money"].values(strict)["cash"].shape == (3,)


def test_frames_have_every_figure_of_every_course(played):
    frame = frames(played)["indicators"]
    mine = frame[(frame.lane == ENTERPRISE) & (frame.indicator == "helped") & (frame.figure == "households")]
    assert mine.value.tolist() == INDICATORS["helped"].values(Case.of(played))["households"].tolist()
    assert set(frame.number) >= {"1", "2", "3", "4", "5", "7", "10", "11", "12", "13"}
    assert (frame.unit != "").all()


def test_the_frame_of_parties_adds_up_to_zero_cents_and_to_each_figure(played):
    frame = frames(played)["parties"]
    frame = frame[frame.lane == ENTERPRISE]
    assert frame.cents.dtype.kind == "i" and (frame.groupby(["replication", "side"]).cents.sum() == 0).all()
    found = INDICATORS["parties"].values(Case.of(played))
    for (party, side), part in frame.groupby(["party", "side"]):
        of_course = part.groupby("replication").cents.sum().reindex(range(3), fill_value=0)
        assert of_course.to_numpy() / 100 * 52 / 60 == pytest.approx(found[f"{party}|{side}"])
