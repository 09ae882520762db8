"""Parts that were played apart give together, to the byte, what one study gives."""

import os
import shutil

import pytest

from simcore.cli import ended
from simcore.errors import BadInput
from simcore.experiments import block
from simcore.experiments.block import forget
from simcore.experiments.folder import store_in
from simcore.experiments.merging import alike, taken_in
from simcore.experiments.store import Run

from .conftest import KINDS


@pytest.fixture
def kind(request, tiny):
    """A small experiment of a kind in the place of the sweep."""
    tiny.write_text(KINDS[request.param], encoding="utf-8")
    return request.param


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


@pytest.fixture
def two_parts(swept):
    """Two parts of the small experiment that were played elsewhere."""
    swept("--shard 1/2", "--shard 2/2")
    return ["studies/tiny-1-of-2", "studies/tiny-2-of-2"]


def test_four_parts_merged_are_one_study_to_the_byte_and_nothing_is_played_for_it(tiny, here, exported):
    simwijk("sweep", "tiny.yaml", "--out", "whole", "--fresh")
    here.clear()
    parts = shards()
    assert sorted((dict(block.case.settings)["revenue_streams.rs-cleaning.price"], r) for block in here
                  for r in block.replications) == sorted((price, r) for price in ("8", "12") for r in range(6))
    here.clear()
    simwijk("merge", *reversed(parts), "--out", "merged")
    assert here == [] and exported("merged") == exported("whole")


@pytest.mark.parametrize("kind", ["threshold", pytest.param("compare", marks=pytest.mark.long)], indirect=True)
def test_of_these_kinds_too_four_parts_merged_are_one_study_to_the_byte(kind, here, exported):
    simwijk("sweep", "tiny.yaml", "--out", "whole", "--fresh")
    whole = {r for block in here for r in block.replications}
    here.clear()
    parts = shards()
    more = {r for block in here for r in block.replications}
    assert (whole, more) == (({0, 1, 2}, set(range(12))) if kind == "threshold" else (set(range(6)),) * 2)
    here.clear()                                       # a part cannot know when the whole has enough
    simwijk("merge", *parts, "--out", "merged")
    assert here == [] and exported("merged") == exported("whole")


WHOLE: dict[str, bytes] = {}


@pytest.fixture
def whole(kind, here, exported):
    """What comes out of the experiment when it is played in one go, which is once for all tests of sensitivity."""
    if not WHOLE:
        simwijk("sweep", "tiny.yaml", "--out", "whole", "--fresh")
        WHOLE.update(exported("whole"))
        shutil.rmtree("cache", ignore_errors=True)     # of which parts may take nothing
    return WHOLE


@pytest.mark.parametrize("kind", ["sensitivity"], indirect=True)
def test_of_sensitivity_the_first_looks_are_merged_and_then_one_machine_goes_on(kind, whole, here, exported, capfd):
    parts = shards()
    capfd.readouterr()
    simwijk("merge", *parts, "--out", "merged")
    said = capfd.readouterr().out
    assert "needs at least 48 more" in said and not os.path.exists("merged/answer.md")
    here.clear()
    simwijk(*said.strip().split("simwijk ")[1].split(), "--quiet")
    assert sum(len(block.replications) for block in here) == 48 and exported("merged") == whole


@pytest.mark.parametrize("kind", ["sensitivity"], indirect=True)
def test_of_sensitivity_parts_that_know_the_first_looks_of_all_divide_the_rest(kind, whole, here, exported):
    parts = shards(3)
    simwijk("merge", *parts, "--out", "looks")
    for n, part in enumerate(parts, 1):
        here.clear()
        simwijk("sweep", "tiny.yaml", "--shard", f"{n}/3", "--with", "looks", "--quiet")
        samples = len(range(n - 1, 8, 3))
        assert {len(block.replications) for block in here} == {samples} and len(here) == 6
    here.clear()
    simwijk("merge", *parts, "--out", "merged")
    assert here == [] and exported("merged") == whole


def test_what_was_played_elsewhere_counts_where_it_is_named(tiny, here, exported):
    simwijk("sweep", "tiny.yaml", "--out", "whole", "--fresh")
    parts = shards(2)
    here.clear()
    simwijk("sweep", "tiny.yaml", "--out", "both", "--with", parts[0], "--with", parts[1], "--fresh")
    assert here == [] and exported("both") == exported("whole")


def test_what_was_played_elsewhere_of_another_question_is_refused_and_nothing_is_made(tiny, here, capfd):
    simwijk("sweep", "tiny.yaml", "--quiet")
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("weeks: 6", "weeks: 5"), encoding="utf-8")
    simwijk("sweep", "tiny.yaml", "--out", "other", "--with", "studies/tiny", code=2)
    assert "studies/tiny: was begun with another: the experiment file" in capfd.readouterr().err
    simwijk("sweep", "tiny.yaml", "--out", "other", "--with", "nowhere", code=2)
    assert "nowhere: holds no study" in capfd.readouterr().err and not os.path.exists("other")


def test_parts_of_another_version_or_model_are_refused_with_what_is_another(two_parts, monkeypatch, capfd):
    parts, real = two_parts, block.version
    monkeypatch.setattr(block, "version", lambda name: "9.9" if name == "numba" else real(name))
    simwijk("sweep", "tiny.yaml", "--shard", "2/2", "--out", "newer", "--quiet")
    capfd.readouterr()
    simwijk("merge", parts[0], "newer", "--out", "merged", code=2)
    text = capfd.readouterr().err
    assert "newer: was begun with another: numba (9.9, now " in text and "leave it out" in text
    simwijk("merge", *parts, "--out", "merged", code=2)
    assert f"{parts[0]}: was begun with another: numba (" in capfd.readouterr().err and not os.path.exists("merged")


def test_the_same_part_twice_is_one_and_what_is_no_study_is_said(two_parts, exported, capfd):
    parts = two_parts
    simwijk("merge", *parts, "--out", "merged", "--quiet")
    simwijk("merge", parts[0], *parts, "merged", "--out", "twice", "--quiet")
    assert exported("twice") == exported("merged")
    capfd.readouterr()
    simwijk("merge", parts[0], "nowhere", "--out", "third", code=2)
    assert "nowhere: holds no study" in capfd.readouterr().err and not os.path.exists("third")


def test_parts_are_not_put_together_in_a_folder_of_one_of_them(two_parts, capfd):
    parts = two_parts
    capfd.readouterr()
    simwijk("merge", *parts, "--out", parts[0], code=2)
    text = capfd.readouterr().err
    assert "was begun with another: --shard (1/2, now 1/1)" in text and "name another folder with --out" in text
    assert "--fresh" not in text


def test_a_part_has_its_runs_and_no_answer(tiny, here, capfd):
    simwijk("sweep", "tiny.yaml", "--shard", "2/4")
    said = capfd.readouterr().out
    assert "part 2/4 of tiny" in said and f"Its courses are in {os.path.join('studies', 'tiny-2-of-4')}" in said
    assert [r for block in here for r in block.replications] == [1, 1, 5, 5]
    assert sorted(os.listdir("studies/tiny-2-of-4")) == ["experiment.yaml", "manifest.json", "runs.sqlite", "tables"]


def test_where_a_part_is_missing_it_says_so_and_sweep_goes_on(two_parts, here, exported, capfd):
    parts = two_parts
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


def test_a_run_that_is_another_in_two_studies_is_never_passed_over(tiny, two_parts):
    parts = [tiny.parent / one for one in two_parts]
    with store_in(parts[0]) as store:
        first = next(store.every())
    with store_in(parts[1]) as store:
        store.keep([Run(first.key, dict(first.figures) | {"money.result": 1.5}, first.series, 0.0)])
    with store_in(parts[0]) as store, pytest.raises(BadInput, match=f"another result for run {first.key}"):
        taken_in(store, parts)
