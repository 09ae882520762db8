"""Whoever cannot see well, or has no mouse: names, contrast, focus, and no trap, on every screen in both languages."""

import pytest

from .conftest import ready


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_screen_has_a_serious_fault(page, lang):
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate(f"state.lang = '{lang}'; drawAll();")
    axe, faults = Axe(), {}
    for name in page.evaluate("screens.map((one) => one.name)"):
        page.evaluate(f"toScreen('{name}')")
        ready(page, name)
        found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        axe.axe_script = "0"                                     # which stands in the page from now on
        serious = [f"{one['id']}: {one['nodes'][0]['html'][:100]}" for one in found
                   if one["impact"] in ("serious", "critical")]
        if serious:
            faults[name] = serious
    assert faults == {}


def test_every_screen_can_be_reached_and_left_by_keyboard(page):
    for name in page.evaluate("screens.map((one) => one.name)"):
        page.focus(f"[data-screen={name}]")
        page.keyboard.press("Enter")
        assert page.evaluate("current().name") == name
        assert page.evaluate("document.activeElement.dataset.screen") == name      # focus is not lost when it is drawn
