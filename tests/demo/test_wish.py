"""What a page may wish for: what no page of ours says, or what nobody could wait for, is refused in plain words."""

import pytest

from simcore.cli import demo as command
from simcore.demo.deck import deck
from simcore.demo.wish import MOST_CARDS, MOST_COURSES, MOST_RESIDENTS, entries_of, model_by_model, wish_of
from simcore.errors import BadInput


@pytest.fixture(scope="module")
def cards():
    return deck()


@pytest.mark.parametrize("said", [
    {"seed": float("inf")}, {"seed": float("nan")}, {"seed": -1}, {"courses": 1}, {"courses": 201},
    {"residents": 20_001},
    {"models": [9]}, {"models": []}, {"knobs": {"price": "high"}}, {"knobs": {"unknown": 1}},
    {"cards": [["unknown", 0]]},
    {"cards": [["price_up", 0]] * (MOST_CARDS + 1)}, {"b": {"of": 0, "steps": "x"}}], ids=str)
def test_what_no_page_of_ours_says_is_refused(cards, said):
    with pytest.raises(BadInput, match="load the page again"):
        wish_of(said, tuple(cards.models), cards)


def test_every_card_of_the_deck_may_lie_on_the_table_at_once(cards):
    said = {"cards": [[one.name, 0] for one in cards.cards]}
    assert len(wish_of(said, tuple(cards.models), cards).cards) == len(cards.cards) <= MOST_CARDS


def test_the_command_asks_for_no_more_than_a_page_may():
    """Else every answer on the page would be that it cannot be."""
    most = {one.name: one.type.max for one in command.params if getattr(one.type, "max", None)}
    assert (most["replications"], most["residents"]) == (MOST_COURSES, MOST_RESIDENTS)


def test_in_pieces_a_wish_comes_to_the_same_models_one_in_each(cards):
    said = {"models": [0, 2], "knobs": {"price": 3}, "b": {"of": 0, "steps": [["off", "vp-ironing"]]}}
    wish = wish_of(said, tuple(cards.models), cards)
    pieces = [[one.spec for one in entries_of(piece, cards)[0]] for piece in model_by_model(wish)]
    assert [one for piece in pieces for one in piece] == [one.spec for one in entries_of(wish, cards)[0]]
    assert [len(piece) for piece in pieces] == [1, 1, 1]
