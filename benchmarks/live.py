"""How fast the live page is, in an open headless Chromium: ``benchmarks/bench.py --demo``.

Caches are warm: the engine is compiled, and the plans as they are were played before, as by ``simwijk demo --prepare``.
No change that is measured was ever asked before. Times begin where a hand moves, and end when what it asked for has
been painted. A room looks before it turns on, and meanwhile the show gets ready for what is near: so each change comes
a while after the one before it was whole, but for the rows that say at once.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from simcore.folders import cache_folder
from simcore.demo.pages import web_files

ROOT = Path(__file__).resolve().parents[1]
REST = 3.0                                         # seconds in which a room looks at what it sees
FIRST_SEEN = """for (const [name, what] of [["firstPage", "#top nav button"], ["firstBand", ".chart polygon"]])
    (function look() { if (document.querySelector(what)) window[name] = Date.now(); else requestAnimationFrame(look); })()"""
# Each line the server sends in which there is a band, with when it had been painted: milliseconds after `begun`.
PAINTED = """window.benchLines = []; window.benchHear = hear; hear = (line) => { benchHear(line);
    if (Object.values(line.lanes ?? {}).some((lane) => lane.lines.cash[0].length)) requestAnimationFrame(
        () => setTimeout(() => benchLines.push([line.kind, performance.now() - benchBegun]))); };"""
WHOLE = """new Promise((done) => (function look() {
    if (benchLines.some(([kind]) => kind === "whole")) { hear = benchHear; done(benchLines); } else setTimeout(look, 5);
})())"""


def live(times: int, small: bool, changes: int = 200) -> None:
    """Print the table; ``small`` plays few courses of a small district and saves no page, to try this."""
    from playwright.sync_api import sync_playwright

    courses, residents = (10, 500) if small else (100, 5000)
    with sync_playwright() as playwright, own_cache():
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with served(courses, residents) as (address, _, _):
            settled(opened(browser, address))                   # so that what comes now is warm
        starts = [start(browser, courses, residents) for _ in range(times)]
        row("command to a page that is painted", [one[0] for one in starts], 1)
        row("command to the first band", [one[1] for one in starts], 2)
        with served(courses, residents) as (address, _, _):
            page = settled(opened(browser, address))
            turned, changed = knobs(), notes()
            for what, moves, rest in (("a knob", turned, REST), ("at once, a knob", turned, 0),
                                      ("a note switched off or on", changed, REST), ("at once, a note", changed, 0)):
                heard = [moved(page, next(moves), rest) for _ in range(times)]
                for until, bound, kinds in (("the first partial band", 0.3, ("partial", "so_far", "whole")),
                                            ("the first 20 courses of every plan", 2.5, ("so_far", "whole")),
                                            (f"all {courses} courses", 12, ("whole",))):
                    row(f"{what} to {until}", [first(one, *kinds) for one in heard], bound)
            for screen in ("wijk", "race"):
                row(f"frames a second in {screen}, playing", [frames(page, screen) for _ in range(3)], 20, "/s", True)
            if not small:                                       # which plays 125 combinations
                row("the saved page (5 courses in each position)", [saved(page, 5) / 1e6], 5, "MB")
        scripts = sum(text.count(b"\n") for name, text in web_files().items() if name.endswith(".js"))
        row("lines of JavaScript", [scripts], 1500, "")
        with served(6, 400) as (address, pid, _):
            page, grown = memory(browser, address, pid, changes)
            row(f"memory of the page after {changes} changes and replays", [100 * (page - 1)], 10, "% more")
            row("  of the server", [100 * (grown - 1)], 10, "% more")
        browser.close()


def row(what: str, values: list[float], bound: float, unit: str = "s", least: bool = False) -> None:
    """A row of the table: the median, how far it lies from what was asked, and its extremes."""
    middle = statistics.median(values)
    met = middle >= bound if least else middle < bound
    span = f"({min(values):.2f} to {max(values):.2f}, {len(values)} times)" if len(values) > 1 else ""
    print(f"{what:<64} {middle:8.2f} {unit:<7} {'at least' if least else 'under'} {bound:g}: "
          f"{'yes' if met else 'NO ':<3} ({middle / bound:.2f} of it) {span}", flush=True)


# --- a server and a page --------------------------------------------------------------------------------------------


def chromium() -> str:
    """Where Chromium is."""
    import shutil

    found = next((one for name in ("chromium", "chromium-browser", "google-chrome") if (one := shutil.which(name))), "")
    return found or sys.exit("there is no Chromium here: apt-get install chromium")


@contextmanager
def own_cache() -> Iterator[None]:
    """Keeps nothing where this user's answers are kept; what was compiled is there."""
    compiled = cache_folder() / "moves"
    with tempfile.TemporaryDirectory() as folder:
        if compiled.exists():
            Path(folder, "moves").symlink_to(compiled)
        os.environ["SIMWIJK_CACHE"] = folder
        yield
        del os.environ["SIMWIJK_CACHE"]


@contextmanager
def served(courses: int, residents: int) -> Iterator[tuple[str, int, float]]:
    """The address of a server, its process, and when its command was given."""
    begun = time.time()
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, "-m", "simcore.cli", "demo", "--no-browser", "--replications", str(courses), "--residents",
         str(residents)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=around | {"PYTHONPATH": str(ROOT)})
    try:
        yield process.stdout.readline().strip(), process.pid, begun
    finally:
        process.terminate()
        process.wait()


def opened(browser, address: str):
    """A new page at an address, that notes when a band is first seen."""
    page = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
    page.set_default_timeout(600_000)
    page.add_init_script(FIRST_SEEN)
    page.goto(address)
    return page


def settled(page):
    """The page, once everything is played; and the server too, which looks kept answers up again."""
    page.wait_for_selector("body[data-kind=whole]")
    page.evaluate("""new Promise((done) => (async function look() {
        const told = await askFor("beside", { lang: "nl" });
        if (told && told.rows.length) done(); else setTimeout(look, 200);
    })())""")
    return page


# --- what is measured -----------------------------------------------------------------------------------------------


def start(browser, courses: int, residents: int) -> tuple[float, float]:
    """Seconds from the command to a page that is painted, all of it rather than a word that it comes; and to its first
    band."""
    with served(courses, residents) as (address, _, begun):
        page = opened(browser, address)
        page.wait_for_selector(".chart polygon", state="attached")
        painted, band = page.evaluate("""new Promise((done) => (function look() {
            const [first] = performance.getEntriesByName("first-contentful-paint");
            if (first && window.firstBand)
                done([Math.max(firstPage, performance.timeOrigin + first.startTime), firstBand]);
            else setTimeout(look, 20);
        })())""")
        page.context.close()
    return painted / 1000 - begun, band / 1000 - begun


def knobs() -> Iterator[str]:
    """Moves of one knob at a time that come to something new each time."""
    for wmo, partners, price in product((0, 1, 3, 4), (2, 1, 3), (0, 1, 3, 4)):
        yield f"state.knobs = {{ price: {price}, wmo: {wmo}, partners: {partners} }}"


def notes() -> Iterator[str]:
    """A note that is switched off, and one that is added: each time with another number."""
    for amount in range(1000, 3000, 50):
        more = f'["add", "cost_year", "Bakfiets", ["ka-guidance"], [[{amount}, {amount}, {amount}]]]'
        yield f"state.of = config.models[0].key; state.b = [{more}]"
        yield f'state.of = config.models[0].key; state.b = [{more}, ["off", "cost-rooms"]]'


def moved(page, move: str, rest: float) -> list[list]:
    """Every line after a change that comes after some seconds of rest, each with the milliseconds until it was
    painted."""
    time.sleep(rest)
    page.evaluate(f"{PAINTED} window.benchBegun = performance.now(); change(() => {{ {move}; }}); 0")
    return page.evaluate(WHOLE)


def first(heard: list[list], *kinds: str) -> float:
    """Seconds until the first line of some kinds."""
    return next(at for kind, at in heard if kind in kinds) / 1000


def frames(page, screen: str, seconds: float = 4) -> float:
    """How many weeks a second are drawn while it plays: one in every frame that a room sees."""
    page.evaluate(f"toScreen('{screen}'); state.stops = false; toWeek(0)")
    return page.evaluate(f"""new Promise((done) => {{
        let drawn = 0, was = -1, begun = performance.now();
        play(true);
        (function look() {{
            if (state.week !== was) [drawn, was] = [drawn + 1, state.week];
            if (performance.now() - begun < {1000 * seconds}) return requestAnimationFrame(look);
            play(false);
            done(1000 * drawn / (performance.now() - begun));
        }})();
    }})""")


def saved(page, courses: int) -> int:
    """Bytes of the page as one file."""
    page.evaluate("change(() => { state.b = []; state.knobs = {}; })")
    settled(page)
    page.evaluate(f"toScreen('saved'); keeping.courses = {courses}; drawStage()")
    with page.expect_download(timeout=3_600_000) as got:
        page.click("[data-save]")
    return Path(got.value.path()).stat().st_size


def memory(browser, address: str, pid: int, changes: int) -> tuple[float, float]:
    """How many times as much the page and the server hold after some changes and replays, as after the first thirty."""
    page = settled(opened(browser, address))
    tools = page.context.new_cdp_session(page)
    every = list(product((0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (1, 2, 3)))

    def held() -> tuple[float, float]:
        tools.send("HeapProfiler.collectGarbage")
        page_bytes = tools.send("Runtime.getHeapUsage")["usedSize"]
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return page_bytes, next(float(one.split()[1]) for one in lines if one.startswith("VmRSS"))

    for n in range(30 + changes):
        if n == 30:
            before = held()
        price, wmo, partners = every[n % len(every)]
        page.evaluate(f"toScreen(screens[{n} % 5].name); change(() => {{ state.knobs = {{ price: {price}, wmo: {wmo}, "
                      f"partners: {partners} }}; }})")
        page.wait_for_selector("body[data-kind=whole]")
        page.evaluate("toScreen('race'); for (let week = 0; week < 260; week += 13) toWeek(week); 0")
    after = held()
    page.context.close()
    return after[0] / before[0], after[1] / before[1]

