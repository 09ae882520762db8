"""What is kept is not played again; what is played is kept as it comes; the same run is never played twice."""

import numpy as np
import pytest

from simcore.experiments.others import Others
from simcore.experiments.runner import Progress, Runner, Unplayed
from simcore.experiments.store import Run, Store


class Plays:
    """Plays pieces at once, and remembers what it was given; ``odd`` are replications that fail."""

    def __init__(self, fakes, odd=()):
        self.fakes, self.odd, self.given = fakes, odd, []

    def play(self, pieces, tick):
        for piece in pieces:
            self.given.append((piece.name, piece.replications))
            there = [r for r in piece.replications if r not in self.odd]
            yield piece, self.fakes.Answer(there, ["one"], [np.array([float(r)]) for r in there], [None for _ in there],
                                           1.0, {r: "odd" for r in piece.replications if r in self.odd})


@pytest.fixture
def store(tmp_path):
    mine = Store(tmp_path / "runs.sqlite")
    yield mine
    mine.close()


def test_each_block_gets_its_runs_in_the_order_of_its_replications(store, fakes):
    found = Runner(store, Plays(fakes)).ask([fakes.Piece((5, 3)), fakes.Piece((4,), "b")])
    assert [runs.values("one").tolist() for runs in found] == [[5.0, 3.0], [4.0]]


def test_what_is_there_is_not_played_again(store, fakes):
    Runner(store, Plays(fakes)).ask([fakes.Piece((0, 1))])
    again = Plays(fakes)
    assert Runner(store, again).ask([fakes.Piece((0, 1, 2))])[0].values("one").tolist() == [0.0, 1.0, 2.0]
    assert again.given == [("a", (2,))]


def test_a_run_that_two_blocks_ask_for_is_played_once(store, fakes):
    plays = Plays(fakes)
    found = Runner(store, plays).ask([fakes.Piece((0, 1)), fakes.Piece((1, 2))])
    assert plays.given == [("a", (0, 1)), ("a", (2,))]
    assert [runs.values("one").tolist() for runs in found] == [[0.0, 1.0], [1.0, 2.0]]


def test_a_large_block_is_played_in_parts(store, fakes):
    plays = Plays(fakes)
    Runner(store, plays, at_once=2).ask([fakes.Piece((0, 1, 2, 3, 4))])
    assert [some for _, some in plays.given] == [(0, 1), (2, 3), (4,)]


def test_what_another_experiment_has_played_is_taken_over(store, fakes, tmp_path):
    others = Others(tmp_path / "others.sqlite")
    Runner(Store(tmp_path / "first.sqlite"), Plays(fakes), others).ask([fakes.Piece((0, 1))])
    plays = Plays(fakes)
    Runner(store, plays, others).ask([fakes.Piece((0, 1, 2))])
    assert plays.given == [("a", (2,))] and sorted(store.found(["a0", "a1", "a2"])) == ["a0", "a1", "a2"]


def test_what_failed_has_no_number_is_kept_with_its_reason_and_is_tried_again_only_when_asked(store, fakes, tmp_path):
    others = Others(tmp_path / "others.sqlite")
    found, = Runner(store, Plays(fakes, odd=(1,)), others).ask([fakes.Piece((0, 1))])
    assert np.isnan(found.values("one")[1]) and found.failed == {1: "odd"}
    assert others.found(["a1"]) == {}
    plays = Plays(fakes)
    assert Runner(store, plays).ask([fakes.Piece((0, 1))])[0].failed == {1: "odd"} and plays.given == []
    again, = Runner(store, plays, retry_failed=True).ask([fakes.Piece((0, 1))])
    assert plays.given == [("a", (1,))] and again.values("one").tolist() == [0.0, 1.0]


def test_what_is_played_is_kept_before_the_next_comes(store, fakes):
    class Stops(Plays):
        def play(self, pieces, tick):
            yield next(super().play(pieces, tick))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Runner(store, Stops(fakes)).ask([fakes.Piece((0,)), fakes.Piece((1,))])
    assert list(store.found(["a0", "a1"])) == ["a0"]


def test_without_anybody_who_plays_it_says_how_many_are_missing(store, fakes):
    store.keep([Run("a0", {"one": 0.0}, None, 0.0)])
    runner = Runner(store)
    assert runner.ask([fakes.Piece((0,))])[0].values("one").tolist() == [0.0]
    with pytest.raises(Unplayed) as missing:
        runner.ask([fakes.Piece((0, 1, 2))])
    assert missing.value.count == 2


def test_it_tells_how_far_it_is_of_what_was_asked(store, fakes):
    heard = []
    Runner(store, Plays(fakes), progress=Progress(lambda done, asked, left: heard.append((done, asked)))).ask(
        [fakes.Piece((0, 1)), fakes.Piece((1, 2))])
    assert heard[0] == (0, 3) and heard[-1] == (3, 3)
