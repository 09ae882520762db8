from simcore.results.moved import Move, Moved
from simcore.show.plugins import effects
from simcore.show.words import Words


def row(week, now, because="flu"):
    return Moved("attendance", week, week, 1.0, now, (Move("flu_wave", "scale", now, because),))


def test_weeks_in_a_row_that_differ_only_in_how_much_are_told_as_one():
    """A wave moves a number each week by another amount: a row a week would push all other plugins off the screen."""
    wave = [row(54, 0.99), row(55, 0.97), row(56, 0.98), row(107, 0.99)]
    said = effects(wave, None, Words("en")).split("\n")
    assert said[1:5] == ["  weeks 54 to 56: attendance from 1 to 0.97 … 0.99", "    flu_wave: times 0.97 … 0.99 (flu)",
                         "  week 107: attendance from 1 to 0.99", "    flu_wave: times 0.99 (flu)"]


def test_another_reason_is_another_row():
    assert len(effects([row(1, 0.9), row(2, 0.9, "strike")], None, Words("en")).split("\n")) == 6


def test_what_does_not_fit_on_a_screen_is_counted():
    said = effects([row(2 * n, 0.9) for n in range(50)], None, Words("nl"))
    assert "… en nog 10 regels" in said and "effects.csv" in said
