from collections import Counter
from hashlib import blake2b

import pytest

from simcore.results.names import Names, Person, lists, which

# People who are named in the texts that the models come from: kept as digests, so that this file names nobody either.
NAMED = {
    "05dbe3f649", "08205262ab", "0ffa976b37", "2ecf8a0612", "42e7ed92e2", "480f9a8b75", "5048e8511c",
    "5c33d3f5ca", "6784d3a678", "6954aa5c0a", "836de540fc", "8b6323887d", "8c7879e3e3", "ba0c91b0a5",
    "bbe0e62aa2", "d8a0b95501", "f4b6734954",
}


def person(number: int, household: int = 5, place: int = 0, generation: int = 0) -> Person:
    return Person(number, generation, household, place)


def test_a_name_follows_from_the_seed_and_the_resident_and_nothing_else():
    some = [person(10 * h, h) for h in range(50)]
    names, again = Names(1), Names(1)
    assert [names.of(one) for one in some] == [again.of(one) for one in reversed(some)][::-1]
    assert [names.of(one) for one in some] != [Names(2).of(one) for one in some]


def test_one_resident_keeps_the_name_whoever_of_the_home_is_asked_for_first():
    home = [person(20 + k, place=k) for k in range(5)]
    forwards, backwards = Names(1), Names(1)
    assert [forwards.of(one) for one in home] == [backwards.of(one) for one in home[::-1]][::-1]


def test_a_home_shares_a_surname_and_nobody_there_has_the_same_name():
    for h in range(400):
        names = [Names(3).of(person(5 * h + k, h, k)) for k in range(5)]
        first = {name.partition(" ")[0] for name in names}
        assert len({name.partition(" ")[2] for name in names}) == 1 and len(first) == 5


def test_who_comes_to_live_there_later_has_another_name():
    same = sum(Names(1).of(person(10 * h, h)) == Names(1).of(person(10 * h, h, generation=1)) for h in range(200))
    assert same <= 2


def test_most_people_can_be_asked_for_by_their_name():
    names = Names(1)
    count = Counter(names.of(person(2 * h, h)) for h in range(4000))
    assert sum(n == 1 for n in count.values()) > 0.6 * 4000


def test_the_number_tells_who_came_later():
    assert person(812).label == "812" and person(812, generation=1).label == "812-2"


def test_the_lists_hold_no_name_twice_and_their_shares_are_all_of_it():
    for one in lists():
        for part in ("first", "last"):
            assert all(isinstance(name, str) for name in one[part]) and len(set(one[part])) == len(one[part])
    assert sum(one["share"] for one in lists()) == pytest.approx(1)
    assert which(0.999999999, (0.5, 0.4999999)) == 1


def digest(word: str) -> str:
    return blake2b(word.casefold().encode(), digest_size=5).hexdigest()


def test_nobody_who_is_named_in_the_texts_behind_the_models_is_in_the_lists():
    names = [name for one in lists() for part in ("first", "last") for name in one[part]]
    words = {word for name in names for word in (name, *name.split())}
    assert not {word for word in words if digest(word) in NAMED}
    assert digest("FEMKE") == digest("femke") not in NAMED
