"""Parts that were played apart give together, to the byte, what one study gives."""

import os

import pytest

from simcore.cli import ended
from simcore.errors import BadInput
from simcore.experiments.block import forget
from simcore.experiments.folder import store_in
from simcore.experiments.merging import alike, taken_in
from simcore.experiments.store import Run


@pytest.fixture(autouse=True)
def read_anew():
    forget()
    yield
    forget()


def simwijk(*words, code=0):
    forget()
    assert ended([*map(str, words), "--lang", "en"]) == code


def shards(of=4):
    for n in range(1, of + 1):
        simwijk("sweep", "tiny.yaml", "--shard", f"{n}/{of}", "--quiet")
    return [f"studies/tiny-{n}-of-{of}" for n in range(1, of + 1)]


def test_four_parts_merged_are_one_study_to_the_byte_and_nothing_is_played_for_it(tiny, here, exported):
    simwijk("sweep", "tiny.yaml", "--out", "whole", "--fresh")
    here.clear()
    parts = shards()
    assert sorted((dict(block.case.settings)["revenue_streams.rs-cleaning.price"], r) for block in here
                  for r in block.replications) == sorted((price, r) for price in ("8", "12") for r in range(6))
    here.clear()
    simwijk("merge", *reversed(parts), "--out", "merged")
    assert here == [] and exported("merged") == exported("whole")


def test_a_part_has_its_runs_and_no_answer(tiny, here, capfd):
    simwijk("sweep", "tiny.yaml", "--shard", "2/4")
    assert "part 2/4 of tiny" in capfd.readouterr().out
    assert [r for block in here for r in block.replications] == [1, 1, 5, 5]
    assert sorted(os.listdir("studies/tiny-2-of-4")) == ["experiment.yaml", "manifest.json", "runs.sqlite", "tables"]


def test_where_a_part_is_missing_it_says_so_and_sweep_goes_on(tiny, here, exported, capfd):
    parts = shards(2)
    capfd.readouterr()
    simwijk("merge", parts[0], "--out", "merged")
    said = capfd.readouterr().out
    assert "at least 2 more" in said and "sweep" in said and not os.path.exists("merged/answer.md")
    here.clear()
    simwijk("sweep", "tiny.yaml", "--out", "merged", "--quiet")
    assert not {r for block in here for r in block.replications} & {0, 2, 4}
    simwijk("merge", *parts, "--out", "both", "--quiet")
    assert exported("both") == exported("merged")


def test_studies_of_different_questions_are_refused_with_what_is_different(tiny, here):
    simwijk("sweep", "tiny.yaml", "--shard", "1/2")
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("weeks: 6", "weeks: 5"), encoding="utf-8")
    simwijk("sweep", "tiny.yaml", "--shard", "2/2", "--out", "other")
    with pytest.raises(BadInput, match="was begun with another: the experiment file"):
        alike([tiny.parent / "studies/tiny-1-of-2", tiny.parent / "other"])


def test_a_run_that_is_another_in_two_studies_is_never_passed_over(tiny, here):
    parts = [tiny.parent / one for one in shards(2)]
    with store_in(parts[0]) as store:
        first = next(store.every())
    with store_in(parts[1]) as store:
        store.keep([Run(first.key, dict(first.figures) | {"money.result": 1.5}, first.series, 0.0)])
    with store_in(parts[0]) as store, pytest.raises(BadInput, match=f"another result for run {first.key}"):
        taken_in(store, parts)
