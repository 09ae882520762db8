"""Single values are read by the type of their field, and what could be misread is refused."""

import datetime
from typing import Annotated, Any, Literal

import pytest

from simcore.errors import BadInput
from simcore.files import Day, Field, Flag, Id, Label, Number, Text, Unread, Whole, Words, compose, read
from simcore.files.scalars import strict


def value(text: str, kind: Any) -> Any:
    return read(compose(f"v: {text}", "x.yaml"), dict[str, kind])["v"]


def refusal(text: str, kind: Any) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        value(text, kind)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, 4)
    return problem.what, problem.instead


@pytest.mark.parametrize("text", ["no", "3", "012", "10:00", "1.000", "2012-10-01", "true", "40%", "'null'", "="])
def test_anything_written_is_a_text_where_a_text_belongs(text):
    assert value(text, Text) == text.strip("'")


@pytest.mark.parametrize("text", ["~", "null", "''", "'  '", "x" * 4001])
def test_nothing_is_no_text(text):
    refusal(text, Text)


@pytest.mark.parametrize(("text", "words", "instead"), [
    ("x" * 61, "has 61 characters", "write '" + "x" * 60 + "', and the rest under description"),
    ("samen " * 20, "has 119 characters", "write 'samen samen"),
    ("|\n  een\n  twee\n", "more than one line", "one line")])
def test_a_label_is_one_line_that_fits_on_a_sticky_note(text, words, instead):
    assert value("x" * 60, Label) == "x" * 60
    what, remedy = refusal(text, Label)
    assert words in what and instead in remedy


def test_a_text_of_several_lines_keeps_them():
    assert value("|\n  een\n  twee\n", Text) == "een\ntwee"


@pytest.mark.parametrize("text", ["rs-cleaning", "a", "under_18", "wc3", "a1-b2"])
def test_a_slug_is_an_id(text):
    assert value(text, Id) == text


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Rs Cleaning", "write rs-cleaning"),
        ("../../etc", "write etc"),
        ("a.b", "write a-b"),
        ("-a", "write a"),
        ("a--b", "write a-b"),
        ("12", "write rs-cleaning"),
        ("a/b", "write a-b"),
        ("caf\u00e9", "write caf"),
        ("x" * 65, "shorten it"),
    ],
)
def test_anything_that_could_be_a_path_or_two_names_is_no_id(text, instead):
    assert refusal(text, Id)[1] == instead


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("false", False)])
def test_true_and_false_are_the_only_flags(text, flag):
    assert value(text, Flag) is flag


@pytest.mark.parametrize(
    ("text", "instead"),
    [("no", "write false"), ("ja", "write true"), ("True", "write true"), ("off", "write false"), ("1", "write true"),
     ("'true'", "write true"), ("misschien", "write true or false")],
)  # fmt: skip
def test_another_word_for_yes_or_no_is_refused_with_the_flag(text, instead):
    assert refusal(text, Flag)[1] == instead


def test_a_day_is_a_date_bare_or_quoted():
    assert value("2024-02-29", Day) == value("'2024-02-29'", Day) == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("2024-02-30", "write 2024-02-29"),
        ("2023-02-29", "write 2023-02-28"),
        ("2024-13-01", "write year-month-day"),
        ("1-2-2013", "write 2013-02-01"),
        ("01/02/2013", "write 2013-02-01"),
        ("2013-2-1", "write 2013-02-01"),
        ("20130201", "write 2013-02-01"),
        ("2013-02-01 10:00", "write 2013-02-01"),
        ("1066-10-14", "check the year"),
        ("morgen", "write year-month-day, as in 2012-10-01"),
        ("2013", "write 2013-01-01"),
        ("2013-05", "write 2013-05-01"),
    ],
)
def test_a_date_written_otherwise_is_refused_with_the_date(text, instead):
    assert refusal(text, Day)[1] == instead


def test_a_whole_number_has_no_decimals():
    assert value("12", Whole) == 12
    assert refusal("12.5", Whole) == ("v 12.5 is not a whole number", "write 12 or 13")
    assert refusal("12.0", Whole)[1] == "write 12"
    assert refusal("'12'", Whole)[1] == "write 12 without quotes"


def test_a_misspelled_word_gets_the_one_that_was_meant():
    kind = Words[Literal["fact", "open"]]
    assert value("fact", kind) == "fact"
    assert refusal("fcat", kind)[1] == "did you mean 'fact'? known: fact, open"


@pytest.mark.parametrize("kind", [Text, Id, Number, Whole, Flag, Day, Words[Literal["a"]]])
def test_a_list_or_block_is_no_single_value(kind):
    assert "a list" in refusal("[a]", kind)[0]
    assert "a block" in refusal("{a: 1}", kind)[0]


def test_a_bound_is_kept_and_named():
    assert refusal("101", Annotated[Number, Field(ge=0, le=100)])[0] == "v must be at most 100; found '101'"


def test_an_unread_part_keeps_its_marks_for_whoever_reads_it():
    node = value("{rise: 0.05}", Unread)
    assert read(node, dict[str, float]) == {"rise": 0.05}
    assert node["rise"].mark.column == 11


def test_plain_types_are_read_as_strictly_as_ours():
    assert strict(float) == Number and strict(Literal["a"]) == Words[Literal["a"]]
    assert strict(tuple[int, ...]) == tuple[Whole, ...]
    assert strict(dict[str, bool | None]) == dict[Text, Flag | None]
    assert "is a word" in refusal("no", float)[0]
    assert refusal("no", bool)[1] == "write false"


def test_keys_are_read_by_their_type_and_refused_at_the_key():
    assert read(compose("2012: 3", "x.yaml"), dict[Whole, Whole]) == {2012: 3}
    with pytest.raises(BadInput) as caught:
        read(compose("a: 1\n2x: 3", "x.yaml"), dict[Id, Whole])
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (2, 1)
