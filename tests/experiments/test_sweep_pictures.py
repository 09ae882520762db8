"""The picture of a sweep: a line where one thing changes along it, points where more do; no text runs off it."""

from types import SimpleNamespace

import numpy as np
import pytest

from simcore.experiments.sweep import Place, Swept
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
