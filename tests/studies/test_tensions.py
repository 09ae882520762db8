"""Tensions are measured course by course, with and without the mechanism under the same luck."""

import dataclasses
import json

import numpy as np
import pytest

from simcore.cli import ended
from simcore.show.tensions import command_of, page, piled, said, verdict
from simcore.show.texts import TEXTS
from simcore.show.words import Words
from simcore.studies.tensions import TENSIONS, Found, measured, specs

SMALL = {"replications": 3, "weeks": 65, "residents": 1500, "threads": 1}


@pytest.fixture(scope="module")
def cheap():
    return measured(TENSIONS["cheap"], **SMALL)


def found(like: Found, with_it: list[float], without: list[float], more: bool = True) -> Found:
    """A tension that came out so."""
    return Found(dataclasses.replace(like.tension, more=more), like.spec, np.array(with_it), np.array(without), [])


def test_every_tension_names_a_model_and_changes_that_it_has():
    for one in TENSIONS.values():
        assert len(list(specs(one))) == 2                         # a path that is not there would be refused


def test_every_tension_has_its_words():
    for key in TENSIONS:
        assert all(f"tension.{key}{part}" in TEXTS for part in ("", ".means", ".without", ".figure"))


def test_a_tension_without_anything_taken_away_never_appears():
    nothing = dataclasses.replace(TENSIONS["cheap"], without={})
    one = measured(nothing, **SMALL)
    assert (one.difference == 0).all() and one.share == one.against == 0


def test_prices_reach_only_the_second_course(cheap):
    assert cheap.with_it.shape == cheap.without.shape == (3,)
    assert (cheap.difference != 0).any()


def test_it_appears_where_the_figure_goes_its_way(cheap):
    one = found(cheap, [3, 1, 2, 2], [1, 2, 2, 1])
    assert (one.share, one.against) == (0.5, 0.25)
    less = found(cheap, [3, 1, 2, 2], [1, 2, 2, 1], more=False)
    assert (less.share, less.against) == (0.25, 0.5)
    assert one.band.median == 0.5 and not one.band.clear


@pytest.mark.parametrize(("with_it", "says"),
                         [([2] * 10, "happens"), ([0] * 10, "does not show"), ([2] * 5 + [0] * 5, "sometimes")])
def test_the_sentence_says_whether_it_shows(cheap, with_it, says):
    assert says in verdict(found(cheap, with_it, [1] * 10), Words("en"))


def test_the_page_tells_how_to_do_it_again(cheap):
    text = page([cheap], {"cheap": "pictures/x.png"}, 3, 1)
    assert "simwijk tensions --replications 3 --seed 1 --lang en --write docs" in text
    assert "simwijk tensions cheap --replications 3 --seed 1 --lang en" in text and "](pictures/x.png)" in text
    assert all(line in text for line in said(cheap, Words("en")))


def test_dots_of_one_column_stand_on_each_other():
    x, y, _ = piled(np.array([0.0, 0.0, 5.0, 5.0, 5.0]))
    assert x.tolist() == [0, 0, 5, 5, 5] and y.tolist() == [0, 1, 0, 1, 2]


def test_a_tension_nobody_knows_is_refused_with_those_there_are(capsys):
    assert ended(["tensions", "thrfit"]) == 2
    assert "thrift" in capsys.readouterr().err


def test_the_command_gives_figures_and_a_picture(tmp_path, capsys):
    assert ended(["tensions", "cheap", "--replications", "2", "--weeks", "20", "--residents", "400", "--json",
                  "--write", str(tmp_path)]) == 0
    out = json.loads(capsys.readouterr().out)["cheap"]
    assert set(out) == {"share", "against", "difference", "movers"}
    assert (tmp_path / "pictures" / "tension_cheap.png").stat().st_size > 10_000


@pytest.mark.parametrize(("with_it", "says"), [
    ([3] * 10, "Hours of paid work a year that disappear: 2.0 more than at the prices"),
    ([0.5] * 10, "Hours of paid work a year that disappear: 0.50 fewer than at the prices"),
    ([0] * 5 + [2] * 5, "Hours of paid work a year that disappear: no clear difference")])
def test_a_difference_says_which_way_it_goes_or_that_it_is_not_clear(cheap, with_it, says):
    sentences = list(said(found(cheap, with_it, [1] * 10), Words("en")))
    assert sentences[2].startswith(says)


def test_the_command_under_a_dutch_picture_speaks_dutch(cheap):
    assert command_of(cheap, 3, 1, "nl") == "simwijk tensions cheap --replications 3 --seed 1"
