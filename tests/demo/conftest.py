"""The live page in a real browser: a server of its own on a small district, and a headless Chromium without network.

Chromium alone: Playwright drives only builds of Firefox and WebKit of its own, which no package brings.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

SMALL = ["--replications", "6", "--residents", "400"]
IN_CI = bool(os.environ.get("CI") or os.environ.get("SIMWIJK_CI"))
PATIENCE = 180 if IN_CI else 60                    # seconds that a slow machine may take for anything


BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")     # the lightest first


def chromium() -> str | None:
    """Where Chromium is; it is installed where that can be done, as on a fresh Debian."""
    found = installed()
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        import fcntl

        with open(Path(tempfile.gettempdir(), "simwijk-chromium.lock"), "w") as lock:       # one of the workers does it
            fcntl.flock(lock, fcntl.LOCK_EX)
            if installed() is None:
                install = "apt-get install -y -qq --no-install-recommends"
                subprocess.run(f"apt-get update -qq; {install} {BROWSERS[0]} || {install} {BROWSERS[1]}",
                               shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)
        found = installed()
    return found


def installed() -> str | None:
    """The first of the browsers that is here."""
    return next((one for name in BROWSERS if (one := shutil.which(name))), None)


def cannot(why: str):
    """Skips with a plain message; in CI these tests are never skipped."""
    (pytest.fail if IN_CI else pytest.skip)(why)


@pytest.fixture(scope="package")
def browser():
    """A headless Chromium. While it is there an event loop runs in this thread, so it ends with the tests of this
    folder: others begin one of their own."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        cannot("the package playwright is not installed: pip install 'simwijk[test]'")
    if (where := chromium()) is None:
        cannot("there is no Chromium here, and it cannot be installed: apt-get install chromium")
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=where, args=["--no-sandbox", "--disable-gpu"])
        yield one
        idle.clear()
        one.close()


class Demo:
    """``simwijk demo`` as a process, at its address."""

    def __init__(self, *words: str):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simcore.cli", "demo", "--no-browser", *words], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        self.address = self.process.stdout.readline().strip()

    def end(self, how: int = signal.SIGTERM, patience: float = 10) -> int:
        """Its exit code, after a signal."""
        self.process.send_signal(how)
        return self.process.wait(patience)

    def __enter__(self) -> "Demo":
        return self

    def __exit__(self, *_) -> None:
        """It is gone with its hands, also where a test found something wrong."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture(scope="session")
def demo():
    """A server of the three plans, small, for all tests that only look at it."""
    one = Demo(*SMALL)
    yield one
    one.end()


@pytest.fixture
def page(browser, demo, request):
    """A fresh page at 1920x1080, whole; no error, and no word with the outside, may have happened when it is left."""
    yield from opened(browser, demo.address)


idle: list = []                                    # pages that were left; to begin one takes longer than what it shows


def opened(browser, address, size=(1920, 1080), wait="whole", passed_over="", **how):
    """A page that was nowhere yet, watched; an error that has some words in it may be ``passed_over``."""
    here, wrong = address.partition("#")[0], []
    one = idle.pop() if idle and not how else browser.new_context(locale="nl-NL", **how).new_page()
    one.set_viewport_size({"width": size[0], "height": size[1]})
    one.set_default_timeout(1000 * PATIENCE)
    hears = {"console": lambda said: wrong.append(said.text) if said.type == "error" else None,
             "pageerror": lambda error: wrong.append(str(error)),
             "request": lambda asked: None if asked.url.startswith((here, "data:", "blob:")) else
             wrong.append(asked.url),
             "response": lambda said: wrong.append(f"{said.status} {said.url}") if said.status >= 400 else None}
    for what, hear in hears.items():
        one.on(what, hear)
    one.goto(address)
    if wait:
        until(one, f"document.body.checkVisibility() && document.body.dataset.kind === '{wait}'")
    yield one
    for what, hear in hears.items():
        one.remove_listener(what, hear)
    if how:
        one.context.close()
    else:
        one.evaluate("localStorage.clear(), sessionStorage.clear()")
        one.goto("about:blank")
        idle.append(one)
    wrong = [one for one in wrong if not passed_over or passed_over not in one]
    assert not wrong, wrong


# --- waiting: always for something to be so, never for some time ------------------------------------------------------

# What is there once a screen has all it asked for; of the stress test the first of its columns.
READY = {"wijk": "#wijk .dots path", "canvas": ".canvas .note", "bets": ".bin button", "race": ".lane .dots path",
         "reveal": ".question svg", "whatif": ".pick", "redesign": ".panel", "heat": ".heats td",
         "pays": ".heats tbody b", "check": ".checks section", "print": ".sheet img", "dials": ".dials tbody",
         "saved": "#link"}


def until(page, condition: str):
    """Waits in the page until an expression of its own is true; gives what it is. (``wait_for_function`` would have the
    page run a text, which its policy forbids, and ``wait_for_selector`` draws frame after frame to look at.)"""
    return page.evaluate(f"""new Promise((done, fail) => {{
        const end = Date.now() + {1000 * PATIENCE};
        (function look() {{
            const is = {condition};
            if (is) done(is);
            else if (Date.now() > end) fail(new Error("never so: " + {json.dumps(condition)}));
            else setTimeout(look, 20);
        }})();
    }})""")


def whole(page):
    """Waits until what the page asks for is played whole."""
    until(page, "known.kind === 'whole'")


def to(page, screen: str):
    """Goes to a screen, and waits until it has all it asked for."""
    page.click(f"#top [data-screen={screen}]")
    ready(page, screen)


def ready(page, screen: str):
    """Waits until the screen that is shown has all it asked for."""
    until(page, f"document.querySelector('{READY[screen]}')")
    if screen == "heat":
        until(page, "test && test.columns.length")
