"""Write the pictures of the facilitator's guide: every screen of ``simwijk demo``, as Chromium shows it.

    python scripts/screenshots.py [--replications 100] [--residents 5000] [--lang nl] [SCREEN...]

They go to docs/pictures/demo_SCREEN.webp (demo_SCREEN_en.webp in English). The whole state of the page stands in its
address, so each picture is an address; it is taken when the page no longer says that it is busy, and stands still.
Five minutes; fewer courses and residents are quicker, but answer otherwise.
"""

import argparse
import io
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from simcore.demo.texts import TEXTS  # noqa: E402

FOLDER, SIZE, QUALITY = ROOT / "docs" / "pictures", (1280, 720), 70
STILL, PATIENCE = 2.5, 900                         # seconds that a screen stands still, and that it may take
BUSY = [max(re.split(r"{\w+}", text), key=len) for key, pair in TEXTS.items() for text in pair
        if key.rpartition(".")[2] in ("waits", "wait", "playing", "busy")]
CARD = {"cards": [["wmo_cut", 26]], "card": "wmo_cut", "guess": {"wmo_cut.cash.haarlems_gemak": "down"}}
EDITS = [["set", "revenue_streams.rs-cleaning.price", 16], ["off", "vp-ironing"]]
B = {"of": "haarlems_gemak", "edits": EDITS, "b": EDITS}
BETS = {"bets": {"at": 0, "tables": [
    {"name": "", "model": "haarlems_gemak", "chips": {"cash": [0, 1, 2, 0, 0], "work": [0, 1, 1, 1, 0],
                                                      "lonely": [0, 1, 1, 0, 0], "dropped_out": [1, 1, 0, 0, 0]}},
    {"name": "", "model": "wijkonderneming", "chips": {"cash": [1, 2, 0, 0, 0], "work": [0, 2, 1, 0, 0],
                                                       "lonely": [0, 2, 0, 0, 0], "dropped_out": [0, 1, 1, 0, 0]}}]}}
LAST = 258                                         # a week near the end, so that lines are whole

# Picture -> the screen it is of, what else the address says, and what must be there before it is taken.
SHOTS = {
    "wijk": ("wijk", {"dot": 0}, "#diary li"),
    "note": ("canvas", {"model": "haarlems_gemak", "week": LAST, "note": "rs-cleaning"}, ".did"),
    "bets": ("bets", BETS, ""),
    "race": ("race", {"week": 100}, ".lane svg.dots"),
    "reveal": ("reveal", {**BETS, "model": "haarlems_gemak"}, ".banded"),
    "whatif": ("whatif", CARD | {"week": 26}, ".verdict b"),
    "redesign": ("redesign", {"of": "haarlems_gemak", "edits": EDITS, "note": "rs-cleaning"}, ".turn"),
    "beside": ("redesign", B | {"beside": True, "week": LAST}, ".desk .dials table"),
    "heat": ("heat", {"model": "wijkonderneming"}, "td b"),
    "pays": ("pays", {"lens": "alderman", "guard": {"alderman": "displacement.hours"}}, "table"),
    "check": ("check", {}, "ol"),
    "print": ("print", B, "#stage img"),
}


def taken(page, address: str, name: str, lang: str) -> bytes:
    """A picture as PNG, once its screen is there and stands still."""
    screen, state, there = SHOTS[name]
    if "dot" in state:                             # somebody who is shown, whoever that is in this district
        state = state | {"dot": someone(page, address)}
    page.goto("about:blank")
    page.goto(f"{address}#{quote(json.dumps({'lang': lang, 'screen': screen, 'model': '', **state}))}")
    page.wait_for_selector("body[data-kind=whole]", timeout=PATIENCE * 1000)
    if there:
        page.wait_for_selector(there, state="attached", timeout=PATIENCE * 1000)
    before, since, end = None, time.monotonic(), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        text = page.inner_text("#stage")
        if text != before or any(one in text for one in BUSY):
            before, since = text, time.monotonic()
        if time.monotonic() - since > STILL:
            return page.screenshot()
        time.sleep(0.3)
    raise SystemExit(f"{name}: the page is still busy after {PATIENCE} seconds")


def someone(page, address: str) -> int:
    """The number of the first resident whose card has a worry."""
    page.goto(f"{address}#{quote(json.dumps({'screen': 'wijk'}))}")
    page.wait_for_selector("[data-dot]", state="attached", timeout=PATIENCE * 1000)
    return page.evaluate("people().who[people().weighs[0].split('').findIndex((c) => c !== '0')][0]")


def compact(png: bytes) -> bytes:
    """A picture as small as it can be read."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(out, "WEBP", quality=QUALITY, method=6)
    return out.getvalue()


def main() -> None:
    """Start the demo, take the pictures that were asked for, or all of them, and end it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("screens", nargs="*", metavar="SCREEN", help=", ".join(SHOTS))
    parser.add_argument("--replications", default="100")
    parser.add_argument("--residents", default="5000")
    parser.add_argument("--lang", choices=["nl", "en"], default="nl")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    said = parser.parse_args()
    if unknown := [one for one in said.screens if one not in SHOTS]:
        parser.error(f"no picture is called {', '.join(unknown)}")
    browsers = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    chromium = next((one for one in browsers if one), None)
    if chromium is None:
        raise SystemExit("there is no Chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    demo = subprocess.Popen([sys.executable, "-m", "simcore.cli", "demo", "--no-browser", "--lang", said.lang,
                             "--replications", said.replications, "--residents", said.residents],
                            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = demo.stdout.readline().strip()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport=dict(zip(("width", "height"), SIZE)), reduced_motion="reduce")
            for name in said.screens or SHOTS:
                data = compact(taken(page, address, name, said.lang))
                file = said.folder / f"demo_{name}{'' if said.lang == 'nl' else '_en'}.webp"
                file.write_bytes(data)
                print(f"{file.name}: {len(data) // 1024} kB", flush=True)
            browser.close()
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(10)


if __name__ == "__main__":
    main()
