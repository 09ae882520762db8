"""One digest for one model, seed and version: whatever the threads, chunks and Python. The stored ones are golden.

Write them anew with ``PYTHONPATH=. python tests/engine/test_digest.py``, when outcomes are meant to change, with a
line in CHANGELOG.md that says why.
"""

import json
from pathlib import Path

import pytest

from simcore.canvas import bundled, load
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, NOTHING, Outcome, play

GOLDEN = Path(__file__).with_name("golden.json")

# name -> (changes, plugins asked for, how it is run); of the canvas by that name, else of Haarlems Gemak
RUNS = {
    "shipped": ({}, (), dict(residents=500, weeks=40, replications=6, seed=1)),
    "cut, full cost, strict": (
        {"simwijk.stop.on": "full_cost", "simwijk.law": "strict", "simwijk.start": "2014-09-01"}, ("wmo_cut",),
        dict(residents=700, weeks=60, replications=4, seed=2)),
    "paid and subsidised": (
        {"key_resources.kr-home-team.team.contract": "wage_subsidy",
         "key_resources.kr-outdoor-team.team.contract": "paid",
         "channels.ch-street.outside": 2, "neighbourhood.needs.activities.keys.amount": 12}, (),
        dict(residents=600, weeks=52, replications=3, seed=3, luck_only=True)),
    "compiratie": ({}, (), dict(residents=600, weeks=60, replications=4, seed=4)),
    "wijkonderneming": ({}, (), dict(residents=600, weeks=60, replications=4, seed=5)),
}


def run(name: str, **more) -> Outcome:
    """One of the runs, in chunks and threads as asked."""
    changes, use, how = RUNS[name]
    spec = load(name if name in bundled() else "haarlems_gemak", [*changes.items()])
    return play(spec, plugins=activate(spec, use), **how, **more)


def digests(outcome: Outcome) -> dict:
    """What is stored of a run: its digest, and the first characters of each replication's, to tell where it parted."""
    return {"digest": outcome.digest,
            "replications": {name: [one[:8] for one in lane.digests] for name, lane in outcome.lanes.items()}}


@pytest.mark.parametrize(("threads", "chunk"), [(1, 1), (2, 1), (1, 3), (2, 3), (1, 25), (2, 25)])
def test_the_digest_is_one_for_any_threads_and_chunks(threads, chunk):
    assert digests(run("shipped", threads=threads, chunk=chunk)) == digests(run("shipped", threads=1, chunk=25))


def test_both_lanes_go_into_the_digest():
    assert set(run("shipped").lanes) == {NOTHING, ENTERPRISE}


@pytest.mark.parametrize("name", RUNS)
def test_the_digest_is_the_stored_one(name):
    assert digests(run(name)) == json.loads(GOLDEN.read_text())[name]


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps({name: digests(run(name)) for name in RUNS}, indent=1) + "\n")
