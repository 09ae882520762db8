"""A number in a box of the page: as it is typed in the language of the page, whatever that of the computer."""

import pytest

from .conftest import to, until

BOX = ".panel .turn input[inputmode]"


def type_into(page, text: str):
    page.fill(BOX, text)
    page.press(BOX, "Enter")


def said(page) -> str:
    return page.evaluate("$('said').textContent")


@pytest.mark.parametrize("lang, typed, price, shown", [
    ("nl", "16,5", 16.5, "16,5"), ("nl", "17.5", 17.5, "17,5"), ("nl", "1.250", 1250, "1250"),
    ("en", "16.5", 16.5, "16.5"), ("en", "1,250.5", 1250.5, "1250.5"), ("en", "€ 18", 18, "18")])
def test_a_number_is_typed_and_stands_there_in_the_language_of_the_page(page, lang, typed, price, shown):
    if lang != "nl":
        page.click(f"[data-lang={lang}]")
    to(page, "redesign")
    page.click("#stage [data-note=rs-cleaning]")
    until(page, f"document.querySelector('{BOX}')")
    type_into(page, typed)
    until(page, f"state.edits.length && state.edits[0][2] === {price}")
    until(page, f"document.querySelector('{BOX}').value === '{shown}'")


def test_what_is_no_number_is_said_and_the_box_has_what_was_there(page):
    to(page, "redesign")
    page.click("#stage [data-note=rs-cleaning]")
    until(page, f"document.querySelector('{BOX}')")
    was = page.input_value(BOX)
    type_into(page, "veel")
    until(page, "$('said').textContent.includes('veel')")
    assert said(page) == "‘veel’ is geen getal. Typ cijfers, zoals 12,5." and not page.evaluate("state.edits.length")
    until(page, f"document.querySelector('{BOX}').value === '{was}'")
