"""The picture of a sweep: a line where one thing changes along it, points where more do; no text runs off it."""

from types import SimpleNamespace

import numpy as np
import pytest

from simcore.experiments.sweep import Place, Swept
from simcore.show.experiments import sweep
from simcore.show.experiments.sweep_pictures import AXIS, WIDE, pictures, spaced
from simcore.show.style import MARGIN, WIDTH, Sheet, width_of
from simcore.show.words import Words

from .drawn import sweep_over

VARY = ('path: revenue_streams.rs-cleaning.price, values: ["12", "14"], label: {nl: "prijs", en: "price"}',
        'path: simwijk.law, values: [lenient, strict], label: {nl: "wet", en: "law"}')


@pytest.fixture
def drawn(tmp_path):
    def picture(design):
        """The axes and the texts of a sweep over two paths."""
        asked = sweep_over(tmp_path, "haarlems_gemak", VARY, design)
        runs = SimpleNamespace(values=lambda figure: np.arange(20.0), failed={},
                               block=SimpleNamespace(replications=tuple(range(20))))
        some = [("12", "lenient"), ("14", "strict")] + [("12", "strict"), ("14", "lenient")] * (design == "grid")
        found = Swept(asked, tuple(one.path for one in asked.question.vary),
                      tuple(Place("haarlems_gemak", point, (runs,)) for point in some), True)
        ((_, sheet, _),) = pictures(found, Words("en"))
        return sheet.figure.axes[0], " ".join(text for _, _, text, *_ in sheet.texts)
    return picture


@pytest.fixture
def existing(tmp_path):
    """A sweep over a price, in 12, 3 and 9 of 20 courses of which a plan still exists."""
    asked = sweep_over(tmp_path, "haarlems_gemak", [VARY[0].replace('"14"', '"14", "16"')], "grid", "survival.share")

    def run(so):
        return SimpleNamespace(values=lambda figure: (np.arange(20) < so).astype(float), failed={},
                               block=SimpleNamespace(replications=tuple(range(20))))
    return Swept(asked, tuple(one.path for one in asked.question.vary), tuple(
        Place("haarlems_gemak", (at,), (run(so),)) for at, so in (("12", 12), ("14", 3), ("16", 9))), True)


def test_of_what_is_so_or_not_the_curve_is_in_what_part_of_the_courses_it_is_so(existing):
    ((_, sheet, (_, rows)),) = pictures(existing, Words("en"))
    ax = sheet.figure.axes[0]
    assert ax.lines[0].get_ydata() == pytest.approx([0.6, 0.15, 0.45]) and ax.get_ylim() == (-0.03, 1.03)
    assert [row[-3:] for row in rows] == [[0.6] * 3, [0.15] * 3, [0.45] * 3]
    assert "Line: in what part of 20 possible courses it is so." in " ".join(text for _, _, text, *_ in sheet.texts)
    head, points = sweep.tables(existing)["points"]
    assert [row[head.index("middle")] for row in points] == pytest.approx([0.6, 0.15, 0.45])
    assert [row[head.index("middle at least")] < row[head.index("middle")] for row in points] == [True] * 3
    assert sweep.ordered(existing, "haarlems_gemak", "survival.share")[0].point == ("12",)


def test_where_no_point_is_told_from_the_others_it_is_said_from_how_few_to_how_many_courses_it_is_so(existing):
    few = Swept(existing.experiment, existing.paths, existing.places[2:] + (Place("haarlems_gemak", ("12",), (
        SimpleNamespace(values=lambda figure: (np.arange(20) >= 13).astype(float), failed={},
                        block=SimpleNamespace(replications=tuple(range(20)))),)),), True)
    assert "It is so in 7 to 9 of 20 courses." in " ".join(sweep.said(few, Words("en")))
    assert "may be luck: +2 of 20 courses (9 gained, 7 lost)" in " ".join(sweep.sure(few, Words("en")))


def test_points_that_differ_in_more_than_one_thing_are_no_line_and_the_caption_says_what_else_changes(drawn):
    ax, text = drawn("zip")
    assert [line.get_linestyle() for line in ax.lines if len(line.get_xdata()) == 2] == ["None"]
    assert "Dot: the middle" in text and "‘law’ as well" in text and "how that changes with" not in text


def test_where_one_thing_changes_at_a_time_there_is_a_line_for_each_of_the_others(drawn):
    ax, text = drawn("grid")
    assert [line.get_linestyle() for line in ax.lines if line.get_marker() == "o"] == ["-"]
    assert "how that changes with ‘price’" in text and "Line: the middle" in text


def test_values_that_lie_close_together_are_not_written_over_each_other():
    at, texts = spaced({8.41: "€8.41", 8.58: "€8.58", 20: "€20", 12: "€12"}, 8, 20)
    assert texts == ["€8.41", "€12", "€20"] and at == [8.41, 12, 20]
    assert all((two - one) / 12 * WIDE > width_of("€8.41", AXIS) for one, two in zip(at, at[1:]))


def test_a_key_longer_than_the_picture_goes_on_below():
    sheet = Sheet("", "")
    y = sheet.legend(0, ("a key " * 40, "k", "-", 4), ("short", "k", "-", 4))
    placed = [(x, where, text) for x, where, text, *_ in sheet.texts if "key" in text or text == "short"]
    assert len(placed) > 2 and all(x + width_of(text, sheet.label) <= WIDTH - MARGIN for x, _, text in placed)
    assert len({where for _, where, _ in placed}) == len(placed) and y > placed[-1][1]
