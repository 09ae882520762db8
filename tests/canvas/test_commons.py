"""What residents do together must hang together: each mistake is reported where it stands,
with what to write instead."""

import re

import pytest

PORTICOES = "porticoes: {value: 180, unit: porticoes, low: 100, high: 330"


def part(copy, key, within):
    """Leave out the line ``key`` of the note ``within``."""
    at = copy.model.index(f"- id: {within}\n")
    rest = re.sub(rf"\n +{key}: [^\n]*", "", copy.model[at:], count=1)
    assert rest != copy.model[at:]
    copy.model = copy.model[:at] + rest


def line_of(copy, words):
    return copy.where(words)[0]


def test_the_model_of_residents_is_sound(wijk):
    assert wijk.load().canvas.simwijk.goals.support.value == 0.15


@pytest.mark.parametrize(("old", "new", "what", "instead"), [
    ("          - id: kp-corporation-small", "          - id: kp-corporation-flats",
     "names kp-corporation-flats a second time", "name it once"),
    ("          - id: kp-corporation-small", "          - id: kp-association", "kp-association", "kp-corporation"),
    ("payers:\n          - id: kp-corporation-flats", "payers:\n          - id: kp-nobody", "kp-nobody", "kp-"),
    ("        together: 2\n", "        together: 3\n", "is 3", "write 1 or 2"),
    ("        deed: round\n", "        deed: litter\n", "has no meaning for litter", "commons.litter"),
    ("        room: kr-centre\n", "        room: kr-center\n", "kr-center", "kr-centre"),
    ("        pot: cost-facade\n", "        pot: cost-front\n", "cost-front", "cost-facade"),
    ("        goals: true\n", "        goals: false\n", "no gathering at which residents choose", "goals: true"),
    ("        prizes: {value: 0.8, unit: share, low: 0.6, high: 0.9",
     "        purchases: {value: 0.3, unit: share, low: 0.2, high: 0.4, "
     "evidence: assumption, source: food}\n        prizes: {value: 0.8, unit: share, low: 0.6, high: 0.9",
     "come to 1.3 of takings", "1 or less"),
    ("        pot: cost-facade\n",
     "        pot: cost-facade\n        vat: {value: 0.06, unit: share, low: 0, high: 0.21, evidence: assumption, "
     "source: law}\n", "stands beside a pot", "remove one"),
    ("for: {value_propositions: [vp-clean-street]}\n    sim:\n      english: speaking",
     "for: {value_propositions: []}\n    sim:\n"
     "      english: speaking", "is for 0 value propositions with a goal", "with one that has a goal"),
    ("reached: {value: 30, unit: per quarter, low: 10, high: 90",
     "reached: {value: 0.3, unit: share, low: 0.1, high: 0.9", "at a number share", "unit: per quarter"),
    ("      more_visitors:", "      amount_per: year\n      more_visitors:", "amount_per", ""),
    ("      team: kr-portico-team\n", "", "has no team", "team: kr-"),
    ("      area: {value: 500", "      building_area: {value: 500", "building_area", ""),
], ids=lambda words: words.strip()[:30])
def test_what_does_not_go_together_is_said_with_what_to_write_instead(wijk, old, new, what, instead):
    assert old in wijk.model
    wijk.swap(old, new)
    found = wijk.problems()
    assert any(what in one.what + one.instead and instead in one.instead for one in found), [
        (o.what, o.instead) for o in found]


@pytest.mark.parametrize(("note", "key", "what"), [
    ("ka-bingo", "least", "misses least"), ("ka-bingo", "visitors", "misses the key 'visitors'"),
    ("ka-bingo", "entry", "stands without an entry"), ("ka-chats", "times", "misses the key 'times'"),
    ("vp-porticoes", "reached", "does not say when it is reached"), ("kr-centre", "area", "stands without an area"),
])
def test_what_is_missing_is_named(wijk, note, key, what):
    part(wijk, key, note)
    assert any(what in one.what for one in wijk.problems())


def test_without_volunteers_nobody_helps_or_opens_the_building(wijk):
    at = wijk.model.index("      volunteering:\n")
    wijk.model = wijk.model[:at] + wijk.model[wijk.model.index("  - id: ka-fair"):]
    said = [one.what for one in wijk.problems()]
    assert sum("asks helpers, but there are no volunteers" in one for one in said) == 3
    assert any("has nobody to open it" in one for one in said)


def test_rules_for_goals_and_goals_go_together(wijk):
    at = wijk.model.index("  goals:\n    support")
    wijk.model = wijk.model[:at] + wijk.model[wijk.model.index("  insolvent_after"):]
    assert "misses goals" in wijk.problem().what


def test_payers_together_have_no_more_porticoes_than_there_are(wijk):
    wijk.swap(PORTICOES, "porticoes: {value: 90, unit: porticoes, low: 80, high: 100")
    problem = wijk.problem()
    assert "can come to 100 porticoes" in problem.what and "no more than 80" in problem.why


def test_a_neighbourhood_without_commons_has_no_stairs_to_clean_and_no_litter(wijk):
    wijk.place = wijk.place[:wijk.place.index("commons:\n")]
    said = [one.what for one in wijk.problems()]
    assert len(said) == 2 and "neighbourhood has none" in said[0] and "counts none" in said[1]


def test_a_price_beside_an_order_is_one_too_many(wijk):
    wijk.swap("      order:\n", "      price: {value: 5, unit: EUR/hour, low: 4, high: 6, evidence: "
                                "assumption, source: x}\n      order:\n")
    assert any("stands beside a price" in one.what for one in wijk.problems())
