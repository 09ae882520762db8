"""What a person writes for a number, and the number the remedy proposes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.errors import BadInput
from simcore.files import Number, compose, read


def remedy(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        read(compose(f"n: {text}", "x.yaml"), dict[str, Number])
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, 4)
    return problem.instead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,50", "write 12.50"),
        ("0,125", "write 0.125"),
        ("012,5", "write 12.5"),
        ("1,000", "write 1000 for thousands, or 1.0000"),
        ("12,", "write 12"),
        ("12,-", "write 12"),
        ("1.000", "write 1000 for a thousand, or 1 for one"),
        ("1.500", "write 1500, or 1.5"),
        ("1.125", "write 1125, or 1.1250"),
        ("1.000.000", "write 1000000"),
        ("1.000,50", "write 1000.50"),
        ("1,000,000.5", "write 1000000.5"),
        ("40%", "for 40 % write 0.4"),
        ("12,5 %", "for 12.5 % write 0.125"),
        ("40 procent", "for 40 % write 0.4"),
        ("1e3", "write 1000"),
        ("1.5e-2", "write 0.015"),
        ("1e999", "write the number out"),
        ("1_000", "write 1000"),
        ("1 000", "write 1000"),
        (".5", "write 0.5"),
        ("5.", "write 5"),
        ("+5", "write 5"),
        ("012", "write 12"),
        ("10:00", "write a number, as in 10 or 10.5"),
        ("1/3", "write 0.3333"),
        ("1/0", "write it with a point"),
        ("\u22125", "write -5"),
        ("0x1F", "write it with the digits 0 to 9"),
        ("nan", "write a number, or leave the line out"),
        (".inf", "write a number, or leave the line out"),
        ("no", "write a number"),
        ("€ 12,50", "write 12.50; the unit stands under unit"),
        ("12 euro", "write 12; the unit stands under unit"),
        ("'12'", "write 12 without quotes"),
        ('"12,50"', "write 12.50"),
        ("9" * 5000, "round it"),
        ("1" + "0" * 17, "round it"),
        ("\u0661\u0662", "write digits and at most one point, as in 12.50"),
        ("~", "write a number, or leave the line out"),
        ("null", "write a number, or leave the line out"),
        ("", "write a number, or leave the line out"),
    ],
)
def test_a_number_written_otherwise_is_refused_with_the_remedy(text, expected):
    if text:
        assert remedy(text) == expected
    else:
        with pytest.raises(BadInput) as caught:
            read(compose("n:", "x.yaml"), dict[str, Number])
        assert caught.value.problems[0].instead == expected


@pytest.mark.parametrize("text", ["0", "12", "12.50", "-3.5", "0.125", "0.001", "1000", "1234.5678", "999999999999999"])
def test_an_ordinary_number_is_read_as_it_stands(text):
    assert read(compose(f"n: {text}", "x.yaml"), dict[str, Number]) == {"n": float(text)}


def test_minus_zero_is_zero():
    assert str(read(compose("n: -0", "x.yaml"), dict[str, Number])["n"]) == "0.0"


@given(st.from_regex(r"[-+]?[0-9]{0,6}[.,_ ]?[0-9]{1,4}([.,][0-9]{1,3})?(e[0-9])?%?", fullmatch=True))
def test_the_number_a_remedy_proposes_is_itself_accepted(text):
    try:
        read(compose(f"n: {text}", "x.yaml"), dict[str, Number])
    except BadInput as error:
        for proposal in re.findall(r"\b(?:write|or) (-?[0-9.]+)", error.problems[0].instead):
            read(compose(f"n: {proposal}", "x.yaml"), dict[str, Number])
