"""The whole session, from the first dot to the print, by keyboard alone and with nothing of the outside asked for."""

import os
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from .conftest import opened, ready, until, whole


class Hands:
    """Somebody with a keyboard and nothing else."""

    def __init__(self, page):
        self.page = page

    def reach(self, selector: str, *keys: str) -> None:
        """Goes on with Tab until something has the focus, which is then seen; and presses keys there."""
        self.page.wait_for_selector(f"{selector}:not(:disabled)", state="attached")
        for _ in range(300):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(it) => document.activeElement.matches(it)", selector):
                break
        else:
            raise AssertionError(f"Tab never comes to {selector}")
        assert self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", selector
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, screen: str) -> None:
        self.reach(f"#top [data-screen={screen}]", "Enter")
        assert self.page.evaluate("current().name") == screen
        ready(self.page, screen)


def test_from_the_first_dot_to_the_print_by_keyboard_and_without_a_network(browser, demo):
    for page in opened(browser, demo.address):                   # which hears of every request to the outside
        hands = Hands(page)
        hands.reach("[data-clock]", "Enter")
        hands.to("wijk")
        hands.reach("[data-dot]", "ArrowRight", "ArrowDown", "ArrowRight")
        until(page, "document.querySelector('#diary ol li')")
        resident = page.inner_text("#card h3")
        hands.reach("[data-screen=canvas]")
        for key in "321":
            page.keyboard.press(key)
            assert page.evaluate("[current().name, indexOf(state.model)]") == ["canvas", int(key) - 1]
        hands.reach(".key_partnerships [data-note]", "Enter")
        until(page, "document.querySelector('.panel .about')")
        page.keyboard.press("Enter")                             # the focus went to the button that closes it
        hands.to("bets")
        hands.reach("[data-chip='cash 1']", *["Enter"] * 4)
        hands.reach("[data-chip='work 2']", *["Enter"] * 6)
        hands.to("race")
        hands.reach("[data-play]", "Enter")
        until(page, "state.week > 0 && !playing && document.querySelector('.telling.fresh p')")
        hands.to("reveal")
        assert "van de 10 fiches" in page.inner_text(".scores")
        hands.to("whatif")
        hands.reach("[data-pick=price_up]", "Enter")
        hands.reach("[data-guess$=' down']", "Enter")
        hands.reach("[data-lay]", "Enter")
        whole(page)
        until(page, "document.querySelector('.verdict').textContent.includes('In dit model')")
        hands.reach("[data-replay]", "Enter")
        until(page, "playing")
        hands.reach("[data-play]", "Enter")
        hands.to("redesign")
        hands.reach(".key_partnerships [data-note]", "Enter")
        hands.reach(".panel input[type=range]", "ArrowLeft")
        until(page, "state.edits.length")
        hands.reach("[data-keep]", "Enter")
        whole(page)
        hands.reach("[data-beside]", "Enter")
        until(page, "document.querySelector('.a-b .dials tbody')")
        hands.to("heat")
        hands.to("pays")
        hands.reach("[data-guard]", "Enter")
        hands.to("check")
        hands.to("print")
        page.evaluate("window.print = () => { window.printed = true; }; 0")
        hands.reach("[data-printer]", "Enter")
        assert page.evaluate("printed")
        (sheet,) = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert [round(side / 72 * 25.4) for side in sheet.mediabox[2:]] == [420, 297]
        assert "Gemak B" in sheet.extract_text()
        hands.to("wijk")
        assert page.inner_text("#card h3") == resident
        was = page.evaluate("JSON.stringify(state)")
        page.reload()
        whole(page)
        assert page.evaluate("JSON.stringify(state)") == was
    assert spoken_with(demo.process.pid) <= {"127.0.0.1"}


NOBODY = "00000000:0000"                           # with whom a socket is connected that only listens


def spoken_with(pid: int) -> set[str]:
    """The addresses that a process listens at or is connected with, of IPv4; "IPv6" where it has such a socket."""
    mine = {os.readlink(one) for one in Path(f"/proc/{pid}/fd").iterdir() if one.is_symlink()}
    out = set()
    for kind in ("tcp", "udp", "tcp6", "udp6"):
        for line in Path(f"/proc/{pid}/net/{kind}").read_text().splitlines()[1:]:
            ends, node = line.split()[1:3], line.split()[9]
            if f"socket:[{node}]" in mine:
                out |= {address(one) for one in ends if one != NOBODY} if kind in ("tcp", "udp") else {"IPv6"}
    return out


def address(end: str) -> str:
    """Of ``0100007F:1F90`` the address, as people write it."""
    return ".".join(str(byte) for byte in reversed(bytes.fromhex(end.partition(":")[0])))
