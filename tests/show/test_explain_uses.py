from types import SimpleNamespace

from simcore.show import explain_uses
from simcore.show.words import Words
from simcore.studies.effects import Moved, Trial

WORDS = Words("en")


def moves(*some: Moved, refused: str = "") -> str:
    return explain_uses.moves({"Our Plan": Trial(1.0, 2.5, list(some), refused)}, (1200, 78, 4), WORDS)


def test_what_a_number_moves_stands_under_its_indicator_with_how_often():
    text = moves(Moved("money", "cash", -13500.0, "EUR", 0, 4), Moved("cohesion", "more", 0.0004, "0-10", 4, 0),
                 Moved("parties", "suppliers|cash", 40.0, "EUR/year", 2, 1), Moved("helped", "wait", 0.0, "days", 1, 0))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "What it moves, from 1 to 2.5" in lines
    assert "Cash at the end −€13,500 lower in 4 of 4" in lines
    assert "more or less cohesion +0.00040 higher in 4 of 4" in lines
    assert "landlord, shops, insurer, cash +€40 not clear (higher in 2, lower in 1 of 4)" in lines
    assert lines[-1] == "Now and then also: Helped."


def test_a_number_that_moves_nothing_says_so_and_so_does_one_that_cannot_be_moved():
    assert "In Our Plan\n  No figure at all in this small trial." in moves() and "in another plan" in moves()
    assert moves(refused="it must be at least 0").strip().endswith("cannot be changed alone: it must be at least 0")


def test_what_a_figure_is_called_is_never_cut_off():
    text = " ".join(moves(Moved("money", "result", 12.0, "EUR/4 weeks", 4, 0),
                          Moved("work", "participants_alive", 1.0, "people", 4, 0)).split())
    for figure in ("money.result", "work.participants_alive"):
        assert " ".join(WORDS(figure).split()) in text


def test_a_long_value_leaves_the_columns_straight():
    lines = [line for line in moves(Moved("lonely", "lonely_more", 0.012, "share", 4, 0),
                                    Moved("money", "cash", 40.0, "EUR", 4, 0)).splitlines() if "higher" in line]
    assert "+1.2 percentage points  higher" in lines[0] and len({line.index("higher") for line in lines}) == 1


def test_a_number_nobody_reads_says_so():
    assert "No code reads it" in explain_uses.uses(SimpleNamespace(asks=[], reads=[], indicators=[]), [], WORDS)
