"""Every term of a model is in its lanes, and the other way round; each says what it is, in which unit,
and where it starts."""

import pytest

from simcore.canvas import load
from simcore.plugin.terms import KINDS, UNKNOWN, kind_of, terms


def test_terms_are_those_of_the_lanes(lane, spec):
    with_it, without, mine = lane([]), lane([], enterprise=False), terms(spec)
    assert set(with_it.base) == set(mine)
    assert set(without.base) == {name for name, one in mine.items() if one.everywhere}


@pytest.mark.parametrize("model", ["haarlems_gemak", "compiratie", "wijkonderneming"])
def test_every_term_starts_within_its_bounds_and_is_called_something_in_both_languages(model):
    spec = load(model)
    numbers = spec.quantities()
    for name, one in terms(spec).items():
        assert one.dutch.strip() and one.english.strip() and one.unit and "{" not in one.dutch + one.english, name
        base = numbers[one.base].value if one.base in numbers else one.base
        assert base is None or isinstance(base, str) or one.least <= base <= one.most, name


def test_every_kind_of_term_is_of_some_model():
    seen = {id(kind_of(name)) for model in ("haarlems_gemak", "wijkonderneming") for name in terms(load(model))}
    assert [name for name, kind in KINDS.items() if id(kind) not in seen] == []


def test_a_name_of_nothing_is_of_no_kind():
    assert kind_of("prise.vp-cleaning") is UNKNOWN and kind_of("price.vp-cleaning") is KINDS["price.*"]
    assert kind_of("hearing") is KINDS["hearing"] and kind_of("hearing.limited") is KINDS["hearing.*"]
    assert kind_of("times.tasks.hedges") is KINDS["times.*"]
