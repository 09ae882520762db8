"""Relations that hold under the same luck, whatever the numbers are."""

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest

from simcore.behaviour.choice import choose, lay_luck
from simcore.behaviour.world import ENTERPRISE as AT_ENTERPRISE
from simcore.canvas import load
from simcore.neighbourhood.people import populate
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, play
from simcore.week.lane import Lane

KNOWN = {"channels.ch-street.outside": 3, "customer_relationships.cr-known-face.bond.appeal": 1,
         "key_activities.ka-recruiting.recruiting.join": 0.6}


# --- money has no scale --------------------------------------------------------------------------------------


def scaled(spec, times: int) -> dict[str, float]:
    """Overrides that make every euro, norm and threshold so many times as large;
    and an hour's price weigh as little."""
    out = {}
    for path, one in spec.quantities().items():
        if one.unit.startswith("EUR"):
            out[path] = one.value * times
        elif "EUR" in one.unit:                               # logit per EUR/hour
            out[path] = one.value / times
    return out


def euro_lane(model, times: int, weeks: int) -> Lane:
    """A lane in which everything in money is so many times as large; twice is exact in floating point."""
    shipped = model(KNOWN)
    spec = model(KNOWN | scaled(shipped, times))
    people = populate(shipped.place.people, 5, 600)
    people = dataclasses.replace(people, **{name: getattr(people, name) * times
                                            for name in ("income", "pension_income", "norm")})
    plugins = activate(spec, [f"pgb:rate={16 * times},budget={150_000 * times}"])
    lane = Lane(spec, people, 5, [0, 1], enterprise=True, plugins=plugins, weeks=weeks, luck_only=True)
    for _ in range(weeks):
        lane.step()
    return lane


def test_when_all_euros_double_people_do_the_same_and_all_flows_double(model):
    """To the rounding of cents: one cent a posting, and one for each visit paid in it."""
    once, twice = (euro_lane(model, times, 26) for times in (1, 2))
    assert np.array_equal(once.series.counts, twice.series.counts)
    assert np.array_equal(once.series.minutes, twice.series.minutes)
    visits = once.series.services[:, :, :, 2].sum(2).max()
    apart = np.abs(twice.ledger.flows - 2 * once.ledger.flows)
    worst = [once.ledger.streams[i].name for i in np.unique(np.argwhere(apart > 2 + visits)[:, 2])]
    assert worst == []
    assert once.ledger.flows.any(axis=(0, 1)).sum() > 20                # and there were flows to speak of


# --- names and order say nothing -----------------------------------------------------------------------------


# Not partners and teams: the luck of their people goes by their name, as that of a ranged number by its path.
RENAMED = {"vp-cleaning": "vp-poetsen", "vp-keys": "vp-sleutels", "rs-rides": "rs-ritten", "cost-rooms": "cost-huur",
           "ka-guidance": "ka-begeleiding", "kr-rooms": "kr-ruimte", "cs-working-singles": "cs-alleen",
           "ch-fair": "ch-kermis", "cr-known-face": "cr-gezicht"}
ORDERED = ("customer_segments", "value_propositions", "channels", "revenue_streams", "key_activities",
           "key_partnerships", "costs", "key_resources")


def totals(file: Path) -> dict[str, list[int]]:
    """What stays of a course when names are forgotten: money by kind of stream, counts and hours, week by week."""
    spec = load(file)
    o = play(spec, seed=4, replications=2, weeks=60, residents=600, luck_only=True, threads=1,
             plugins=activate(spec), lanes=(ENTERPRISE,))
    lane, out = o.lanes[ENTERPRISE], {}
    for i, stream in enumerate(lane.streams):
        kind = re.split(r"[ .]", stream.name)[0]
        out[kind] = out.get(kind, 0) + lane.flows[:, :, i]
    out |= {name: lane.series[name] for name in ("counts", "benefit", "placed", "minutes", "cash", "result", "alive")}
    return {name: array.sum(tuple(range(2, array.ndim))).T.tolist() for name, array in out.items()}


def changed_model(tmp_path: Path, change) -> Path:
    """The shipped model with its text changed, in a file of its own."""
    file = tmp_path / "changed.yaml"
    file.write_text(change(Path(load("haarlems_gemak").model_file).read_text()))
    return file


def lively(text: str) -> str:
    """More people know it and partners think again sooner, so that two courses that differ show it."""
    text = text.replace("{value: 0.3, unit: per year, low: 0.02", "{value: 2, unit: per year, low: 0.02")
    return text.replace("term: {value: 78, unit: weeks, low: 52", "term: {value: 13, unit: weeks, low: 13")


def renamed(text: str) -> str:
    """The same model under other ids."""
    for old, new in RENAMED.items():
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def reversed_block(text: str, block: str) -> str:
    """The same model with the notes of one block in the opposite order."""
    start = re.search(rf"^{block}:\n", text, re.M).end()
    end = re.search(r"^\S", text[start:], re.M)
    body = text[start:start + end.start()] if end else text[start:]
    notes = re.split(r"^(?=  - id:)", body, flags=re.M)
    return (text[:start] + notes[0] + "".join(note.rstrip() + "\n" for note in reversed(notes[1:])) + "\n"
            + text[start + len(body):])


@pytest.fixture(scope="module")
def shipped_totals(tmp_path_factory):
    return totals(changed_model(tmp_path_factory.mktemp("shipped"), lively))


def assert_same(one: dict, other: dict) -> None:
    """Both have the same totals; names those that differ."""
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_other_ids_change_no_total(tmp_path, shipped_totals):
    assert_same(totals(changed_model(tmp_path, lambda text: renamed(lively(text)))), shipped_totals)


@pytest.mark.parametrize("block", ORDERED)
def test_another_order_of_notes_changes_no_total(tmp_path, shipped_totals, block):
    assert_same(totals(changed_model(tmp_path, lambda text: reversed_block(lively(text), block))), shipped_totals)


# --- a choice answers to its own price -----------------------------------------------------------------------


def test_a_higher_price_at_one_occasion_moves_nobody_to_the_enterprise_nor_between_two_others(model):
    spec = model(KNOWN)
    lane = Lane(spec, populate(spec.place.people, 2, 500), 2, [0], enterprise=True, weeks=40, luck_only=True)
    for _ in range(20):
        lane.step()
    w, moved = lane.world, 0
    w.relations.aware = True
    for need in ("cleaning", "windows", "garden"):
        a = [n.id for n in spec.place.needs.activities].index(need)
        s = w.service_of[0, a]
        w.services.open[0, s], base, ways = True, int(w.services.price[0, s]), []
        for price in (base // 2, base, base + 50, base * 2):
            w.services.price[0, s] = price
            ways.append([choose(w.households[0, h], w, 0, h, a, 20, lay_luck(w, np.uint64(99), 20, h, 8), -1)
                         for h in range(w.households.shape[1])])
        for low, high in zip(ways, ways[1:]):
            others = [(one, other) for one, other in zip(low, high) if one != other]
            assert all(one == AT_ENTERPRISE for one, _ in others)
            moved += len(others)
    assert moved > 10


@pytest.mark.parametrize("team", ["kr-home-team", "kr-outdoor-team", "kr-drivers"])
def test_more_places_never_serve_fewer_hours_of_the_same_requests(model, team):
    """The first week with people at work: requests are the same, as nobody was served before."""
    before = None
    for places in (1, 2, 4, 8, 12):
        spec = model(KNOWN | {f"key_resources.{team}.team.places": places,
                              f"key_resources.{team}.team.contract": "paid",
                              "channels.ch-fair.event.every": 1, "channels.ch-fair.event.reach": 0.9,
                              "neighbourhood.needs.activities.rides.amount": 40})
        lane = Lane(spec, populate(spec.place.people, 6, 2000), 6, [0, 1, 2], enterprise=True, weeks=4)
        t = [one.id for one in lane.layout.teams].index(team)
        asked = []
        for _ in range(3):
            lane.step()
            asked.append(lane.world.asked_minutes.copy())
        served = lane.series.teams[:3, :, t, 1]
        first = int(np.argmax(served.any(1)))
        if before is not None:
            assert np.array_equal(asked[0], before[0][0])
            assert (served[first] >= before[1]).all(), (places, served[first], before[1])
        before = (asked, served[first])
    assert (before[1] > 0).any()


# --- luck, and who looks ---------------------------------------------------------------------------------------


def test_another_seed_is_another_course(played):
    assert played(keep=True).digest != played(seed=2).digest


def test_a_course_is_the_same_alone_in_a_chunk_and_in_another_order(played):
    run = dict(residents=400, weeks=40, replications=[0, 3, 7, 2])
    together = played(KNOWN, **run)
    digests = {name: dict(zip(together.replications, lane.digests)) for name, lane in together.lanes.items()}
    for others in ([7], [2, 7, 0, 3], [3, 2]):
        again = played(KNOWN, **(run | {"replications": others}))
        for name, lane in again.lanes.items():
            assert lane.digests == [digests[name][r] for r in others], f"{name}, {others}"


def test_a_longer_run_begins_with_the_shorter_one(played):
    short, long = (played(KNOWN, residents=400, weeks=weeks) for weeks in (26, 52))
    for name in short.lanes:
        one, other = short.lanes[name], long.lanes[name]
        assert np.array_equal(one.flows, other.flows[:26])
        for series, values in one.series.items():
            assert np.array_equal(values, other.series[series][:26]), series
        assert [e[:2] for e in one.events] == [e[:2] for e in other.events if e[0] < 26]
