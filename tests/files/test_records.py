"""A tree becomes a frozen record, or every mistake in it is named at its own place."""

import dataclasses
import pickle
from collections.abc import Iterator
from typing import Annotated

import pytest

from simcore.errors import BadInput, Problem
from simcore.files import Field, Here, Id, Number, Quantity, Text, Unread, compose, read, record, walk


@record
class Inner:
    id: Id
    size: Annotated[Number, Field(gt=0)] = 1.0

    def problems(self, here: Here) -> Iterator[Problem]:
        if self.size == 13:
            yield here.problem("size", what="is unlucky", instead="12")


@record
class Outer:
    name: Text
    from_: tuple[Id, ...] = ()
    class_: Annotated[Text | None, Field(alias="kind")] = None
    one: Inner | None = None
    many: list[Inner] = []
    by_name: dict[Id, Inner] = {}

    def problems(self, here: Here) -> Iterator[Problem]:
        for n, name in enumerate(self.from_):
            if name not in self.by_name:
                yield here.unknown("from", n, word=name, noun="thing", known=self.by_name)


def places(text: str, kind=Outer) -> list[tuple[int, int]]:
    with pytest.raises(BadInput) as caught:
        read(compose(text, "x.yaml"), kind)
    return [(problem.line, problem.column) for problem in caught.value.problems]


def test_a_record_is_frozen_and_keyword_only():
    made = read(compose("name: x", "x.yaml"), Outer)
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.name = "y"
    with pytest.raises(Exception, match="positional"):
        Inner("a")


def test_a_key_python_reserves_is_written_without_its_underscore():
    made = read(compose("name: x\nfrom: [a]\nkind: k\nby_name: {a: {id: a}}", "x.yaml"), Outer)
    assert (made.from_, made.class_) == (("a",), "k")
    assert places("name: x\nfrom_: [a]") == [(2, 1)]


def test_problems_of_all_kinds_come_together_in_the_order_of_the_file():
    text = """\
from: [b]
one: {id: a, size: 13}
many:
  - {id: a, size: 0}
  - {size: 1}
  - x
by_name:
  a: {id: a, sze: 2}
"""
    assert places(text) == [(1, 1), (2, 20), (4, 19), (5, 5), (6, 5), (8, 14)]


def test_a_reference_is_checked_also_when_a_value_elsewhere_is_wrong():
    assert places("from: [b]\nnme: x\none: {id: a, size: -1}\nby_name: {a: {id: a}}") == [
        (1, 1), (1, 8), (2, 1), (3, 20)]  # fmt: skip


def test_a_comma_in_a_bare_text_between_braces_asks_for_quotes():
    with pytest.raises(BadInput) as caught:
        read(compose("{name: POP-001, POP-002, kind: x}", "x.yaml"), Outer)
    (problem,) = caught.value.problems
    assert (problem.column, problem.instead) == (17, "put quotes around a text that holds a comma")


def test_a_missing_key_is_shown_at_its_block_with_a_line_to_add():
    with pytest.raises(BadInput) as caught:
        read(compose("name: x\nmany:\n  - size: 2", "x.yaml"), Outer)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.instead) == (3, 5, "add a line id: rs-cleaning")


@pytest.mark.parametrize("text, column, instead", [
    ("name: x\nmany:\n  - {size: 2}", 5, "add it between the braces: {..., id: rs-cleaning}"),
    ("name: x\nmany:\n  - {}", 5, "add it between the braces: {id: rs-cleaning}"),
    ("name: x\nmany: [{\n  size: 2\n  }]", 8, "add it between the braces: {..., id: rs-cleaning}")])
def test_a_key_that_misses_between_braces_is_added_there(text, column, instead):
    with pytest.raises(BadInput) as caught:
        read(compose(text, "x.yaml"), Outer)
    (problem,) = caught.value.problems
    assert (problem.column, problem.instead) == (column, instead)


def test_a_wrong_shape_is_said_plainly():
    with pytest.raises(BadInput) as caught:
        read(compose("name: [a]\nfrom: a\none: [a]\nmany: {a: b}\nby_name: x", "x.yaml"), Outer)
    assert [problem.what for problem in caught.value.problems] == [
        "name should be a text, but is a list",
        "from should be a list, but is 'a'",
        "one should be a block with keys, but is a list",
        "many should be a list, but is a block with keys",
        "by_name should be a block with keys, but is 'x'",
    ]


@pytest.mark.parametrize("text", ["x", "[a]", "''", "~"])
def test_a_file_that_is_no_block_at_all_is_refused(text):
    assert places(text) == [(1, 1)]


def test_an_inner_record_without_a_space_after_its_colon_gets_the_remedy():
    with pytest.raises(BadInput) as caught:
        read(compose("name: x\none:\n  id:a", "x.yaml"), Outer)
    assert caught.value.problems[0].instead == "write 'id: a', with a space after the colon"


def test_more_than_twenty_problems_are_counted_not_shown():
    text = "name: x\nmany:\n" + "  - {id: A}\n" * 25
    with pytest.raises(BadInput) as caught:
        read(compose(text, "x.yaml"), Outer)
    assert len(caught.value.problems) == 25
    assert str(caught.value).endswith("and 5 more")


def test_the_rules_of_a_record_hold_in_python_too():
    with pytest.raises(BadInput, match="unlucky"):
        Inner(id="a", size=13)
    with pytest.raises(BadInput, match="unknown thing 'q' in Outer.from"):
        Outer(name="x", from_=("q",))


def test_a_plain_dict_is_read_by_the_same_rules():
    assert read({"id": "a", "size": 1.125}, Inner) == Inner(id="a", size=1.125)
    with pytest.raises(BadInput, match="unknown key 'sze'"):
        read({"id": "a", "sze": 1}, Inner)
    with pytest.raises(BadInput, match="is null"):
        read({"id": None}, Inner)


def test_a_record_without_equality_can_be_asked_for():
    @record(eq=False)
    class Plugin:
        rise: float = 0.1

    assert Plugin() != Plugin() and hash(Plugin()) is not None


def test_a_record_may_build_on_another():
    @record
    class More(Inner):
        note: Text = "n"

    assert read(compose("{id: a, note: b}", "x.yaml"), More).note == "b"
    assert places("{id: a, size: 13}", More) == [(1, 15)]


def test_a_record_and_its_unread_parts_survive_a_process_border():
    made = pickle.loads(pickle.dumps(Kept(with_=compose("a: [1]", "x.yaml"))))
    assert made.with_["a"][0].text == "1" and made.with_["a"][0].mark.column == 5


@record
class Kept:
    with_: Unread = None


def test_each_record_inside_a_record_is_walked_by_name():
    made = read(compose("name: x\none: {id: a}\nmany: [{id: b}]\nby_name: {c: {id: c}}", "x.yaml"), Outer)
    assert [place for place, _ in walk(made)] == [(), ("one",), ("many", "b"), ("by_name", "c")]


def test_a_union_says_what_is_wrong_at_the_value():
    @record
    class Either:
        amount: Quantity | Number

    assert read(compose("amount: 3", "x.yaml"), Either).amount == 3
    assert {place for place in places("amount: 3,5", Either)} == {(1, 9)}
