"""The cards that come along: each has a place in a plan, or says why not."""

import numpy as np
import pytest

from simcore.demo.answers.cards import fits
from simcore.demo.deck import called, deck
from simcore.demo.show import Show
from simcore.demo.wish import entries_of, wish_of
from simcore.errors import BadInput
from simcore.files import Quantity
from simcore.show.words import Words
from simcore.studies.compare import compare

WEEK = 60


@pytest.fixture(scope="module")
def show():
    cards = deck()
    return Show(tuple(cards.models), cards)


def laid(show, *cards, **more):
    """The models with cards laid in a week, and what does not fit."""
    return entries_of(wish_of({"cards": [[name, WEEK] for name in cards], **more}, show.models, show.deck), show.deck)


def settings(entry):
    """What a card may change of a model: its numbers, its notes and its plugins."""
    return repr(entry.spec), repr(entry.plugins)


def test_every_card_changes_each_plan_or_says_in_both_languages_why_not(show):
    plain = {one.key: settings(one) for one in laid(show)[0]}
    assert len(show.deck.cards) == 12
    for card in show.deck.cards:
        entries, misfits = laid(show, card.name)
        changed = {one.key for one in entries if settings(one) != plain.get(one.key)}
        not_fit = {key: why for key, why in misfits.get(card.name, {}).items() if why}
        assert changed, card.name
        assert card.model or changed.isdisjoint(not_fit) and changed | set(not_fit) == set(plain), card.name
        assert all(why.nl != why.en and why.nl.endswith(".") for why in not_fit.values()), card.name


def test_which_card_fits_which_plan_is_known_before_one_is_laid(show):
    told = fits(show, {})["cards"]
    for card in show.deck.cards:
        misfits = laid(show, card.name)[1].get(card.name, {})
        said = {key for key, why in told.get(card.name, {}).items() if why}
        assert said == {key for key, why in misfits.items() if why}
    assert told["desk_closed"]["haarlems_gemak"] == {
        "nl": "Dit plan heeft geen loket voor formulieren.", "en": "This plan has no desk for forms."}


def test_the_last_card_brings_all_three_as_a_plan_beside_them(show):
    assert [one.key for one in laid(show, "combine")[0]][3:] == ["wijkbedrijf_samen"]


def test_a_card_with_a_day_begins_in_the_week_it_is_laid_in_also_for_one_plan_alone(show):
    played, lanes = {}, {}
    for cards in ((), ("trekkers_leave", "subcontractor", "voucher")):
        found = compare(laid(show, *cards)[0], replications=3, residents=1500, weeks=90, played=lanes)
        played[bool(cards)] = {key: one.lanes["enterprise"].series for key, one in found.outcomes.items()}
    moved = False
    for key, before in played[False].items():
        after = played[True][key]
        np.testing.assert_array_equal(before["cash"][:WEEK], after["cash"][:WEEK])
        moved |= bool((before["cash"][WEEK:] != after["cash"][WEEK:]).any())
    assert moved


def test_a_price_that_goes_up_takes_its_range_along_so_that_each_course_keeps_its_place(show):
    path = "revenue_streams.rs-cleaning.price"
    before, after = (laid(show, *cards)[0][0].spec.quantities()[path] for cards in ((), ("price_up",)))
    assert [after.low, after.value, after.high] == [before.low + 2, before.value + 2, before.high + 2]


def test_numbers_of_the_plugins_a_plan_uses_are_knobs_of_that_plan_alone(show):
    name = "plugin.partner_deals.chance"
    knob = next(one for one in show.deck.knobs if one.name == name)
    entries, _ = laid(show, knobs={name: 4})
    chances = {one.key: dict(one.plugins)["partner_deals"].chance.value for one in entries
               if "partner_deals" in dict(one.plugins)}
    assert chances == {"compiratie": knob.positions[4]} and knob.positions[knob.base] == 0.05


def test_a_knob_of_a_plugin_is_called_what_its_number_is_and_never_by_its_source():
    class Fund:
        pot = Quantity(value=2, low=1, high=3, unit="EUR", evidence="assumption", source="our own estimate")
        at_once = Quantity(value=2, low=1, high=3, unit="EUR", evidence="assumption", source="our own estimate")
        dutch_pot, english_pot = "wat er in de pot zit", "what the pot holds"

    told = [called(Fund(), "pot", Words(lang)) for lang in ("nl", "en")]
    assert told == ["Wat er in de pot zit", "What the pot holds"]
    assert called(Fund(), "at_once", Words("nl")) == "At once"


def test_an_event_that_a_plugin_brings_can_be_laid_as_a_card_and_another_word_cannot(show):
    assert all("flu_wave" in dict(one.plugins) for one in laid(show, "plugin.flu_wave")[0])
    with pytest.raises(BadInput):
        laid(show, "plugin.no_such_thing")
