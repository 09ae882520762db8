import csv
import json
import shutil

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.played import digest_of
from simcore.results.arrays import read, save
from simcore.results.digest import digest_of_all
from simcore.results.frames import frames
from simcore.results.indicators import measure
from simcore.results.opened import opened
from simcore.results.payments import typical
from simcore.results.verify import verified
from simcore.results.write import keep, seal
from simcore.run import ENTERPRISE


@pytest.fixture(scope="module")
def kept(played, tmp_path_factory):
    folder = tmp_path_factory.mktemp("run") / "kept"
    seal(folder, played, keep(folder, played, measure(played)), [])
    return folder


@pytest.fixture
def copy(kept, tmp_path):
    return shutil.copytree(kept, tmp_path / "copy")


def trouble(folder) -> str:
    with pytest.raises(BadInput) as caught:
        list(verified(folder))
    return str(caught.value)


def test_a_run_that_was_kept_agrees_with_itself(kept):
    assert [key for key, _ in verified(kept)] == ["verify.digest", "verify.balances", "verify.headlines",
                                                  "verify.payments"]


def test_a_cent_that_moved_is_found(copy):
    flows = read(copy / f"flows-{ENTERPRISE}.npz")["flows"]
    flows[7, 1, 3] += 1
    save(copy / f"flows-{ENTERPRISE}.npz", {"flows": flows})
    assert "replication 1 of 'enterprise'" in trouble(copy)


def test_a_headline_that_was_touched_up_is_found(copy):
    file = copy / "indicators.json"
    figures = json.loads(file.read_text())
    figures["money"]["cash"]["median"] += 1.0
    file.write_text(json.dumps(figures))
    assert "money.cash.median" in trouble(copy)


def test_a_payment_that_is_missing_is_found(copy):
    file = copy / "payments.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines[:40], *lines[41:]]), encoding="utf-8")
    assert "the flows say" in trouble(copy)


def test_a_folder_without_a_manifest_is_no_result(copy):
    (copy / "manifest.json").unlink()
    assert "no result of a run" in trouble(copy)


def test_a_file_that_is_cut_off_is_said_to_be_unreadable(copy):
    (copy / "streams.json").write_text("{")
    assert "not whole" in trouble(copy)


def test_the_digest_made_anew_of_what_was_kept_is_the_one_of_the_run(played, kept):
    for name, lane in opened(kept)[0].lanes.items():
        assert [digest_of(lane, r) for r in range(lane.replications)] == played.lanes[name].digests == lane.digests
    assert digest_of_all({name: lane.digests for name, lane in played.lanes.items()}) == played.digest


def test_what_is_read_back_measures_the_same(played, kept):
    again, manifest = opened(kept)
    assert measure(again) == measure(played)
    assert manifest["typical"] == played.replications[typical(played)]


def test_every_number_is_kept_with_its_origin_and_what_was_drawn(played, kept):
    with open(kept / "numbers.csv", encoding="utf-8") as stream:
        rows = {row["path"]: row for row in csv.DictReader(stream)}
    one = rows["revenue_streams.rs-cleaning.price"]
    assert (one["unit"], one["evidence"]) == ("EUR/hour", "assumption")
    assert ([float(one[f"replication {r}"]) for r in range(3)]
            == list(played.numbers["revenue_streams.rs-cleaning.price"]))
    assert "plugins.pgb.rate" in rows


def test_the_same_run_is_kept_in_the_same_bytes(played, kept, tmp_path):
    keep(tmp_path / "again", played, measure(played))
    for file in sorted((tmp_path / "again").iterdir()):
        assert file.read_bytes() == (kept / file.name).read_bytes(), file.name


def test_frames_from_memory_and_from_files_are_equal(played, kept):
    mine, theirs = frames(played), frames(kept)
    assert set(mine) == {"weekly", "quarterly", "services", "teams", "hours", "flows", "numbers", "indicators",
                         "parties"}
    for name in mine:
        assert mine[name].equals(theirs[name]) or name == "numbers", name


def test_frames_hold_the_books(played):
    weekly, flows = frames(played)["weekly"], frames(played)["flows"]
    last = weekly[(weekly.lane == ENTERPRISE) & (weekly.week == 59)]
    assert last.cash.tolist() == (played.lanes[ENTERPRISE].series["cash"][-1] / 100).tolist()
    into, out = (flows[(flows.lane == ENTERPRISE) & (flows[side] == "enterprise:cash")] for side in ("payee", "payer"))
    balance = into.groupby("replication").euros.sum() - out.groupby("replication").euros.sum()
    assert np.allclose(balance.to_numpy(), last.cash.to_numpy())
