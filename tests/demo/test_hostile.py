"""Names that would be something else than text: on every screen, in what is taken from it, in a terminal and in
pictures they stand there as they were written, and do nothing."""

import csv
from pathlib import Path
from unicodedata import category

import pytest
import yaml
from click.testing import CliRunner

from simcore.cli import simwijk

from .conftest import SMALL, Demo, opened, ready, to, until

NAMES = ["<script>hacked = 1</script>", "$x^", "=cmd|' /C calc'!A0", "<img src=x onerror=hacked=1>", "{n} %s {0}",
         '"><svg onload=hacked=1>']
TEXTS = {"name", "tagline", "description", "english", "note", "question"}
NAME = "=cmd <script>hacked = 1</script> $x^"
FILE = 'q" onclick=hacked=1 <img src=x onerror=hacked=1> $x^.yaml'
BOX = "\u25a1"


def hostile(one, key="", count=iter(range(10_000))):
    """The same canvas with a hostile text wherever a person may write one."""
    if isinstance(one, dict):
        return {name: hostile(part, name) for name, part in one.items()}
    if isinstance(one, list):
        return [hostile(part, key) for part in one]
    return f"{NAMES[(n := next(count)) % len(NAMES)]} {n}" if key in TEXTS and isinstance(one, str) else one


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A hostile canvas of a year, in a file that is called as badly."""
    raw = hostile(yaml.safe_load((Path(__file__).parents[2] / "models/compiratie.yaml").read_text(encoding="utf-8")))
    raw["meta"]["name"], raw["simwijk"]["weeks"] = NAME, 52
    path = tmp_path_factory.mktemp("hostile") / FILE
    path.write_text(yaml.safe_dump(raw, sort_keys=False), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def page(browser, file):
    one = Demo(*SMALL, str(file))
    yield from opened(browser, one.address)
    one.end()


def inert(page) -> bool:
    """Whether there is nothing on the page that a name has brought."""
    return page.evaluate("typeof hacked === 'undefined' && !document.querySelector('#stage script, [onload], [onerror],"
                         "[onclick], #stage img:not([src^=data])')")


def test_on_every_screen_they_are_text(page):
    screens = page.evaluate("screens.map((one) => one.name)")
    nameless = {"wijk", "whatif", "saved"}                   # what names no plan, before something is chosen
    for screen in screens:
        page.click(f"#top [data-screen={screen}]")
        ready(page, screen)
        assert inert(page), screen
        assert screen in nameless or NAME in page.inner_text("#stage"), screen
    to(page, "canvas")
    text = page.inner_text(".canvas")
    assert all(name in text for name in NAMES)
    page.click(".key_partnerships .note")
    until(page, "document.querySelector('.panel .about')")
    assert inert(page) and any(name in page.inner_text(".panel") for name in NAMES)


def test_a_table_has_them_as_text_and_a_picture_can_be_made(page):
    to(page, "dials")
    with page.expect_download() as got:
        page.click("[data-csv]")
    with open(got.value.path(), encoding="utf-8-sig", newline="") as stream:
        assert next(csv.reader(stream)) == ["'" + NAME, ""]         # the name, above its value and its band
    to(page, "canvas")
    with page.expect_download() as got:
        page.click("[data-png]")
    assert got.value.path().stat().st_size > 10_000


def test_what_a_room_types_is_text_too_and_unseen_characters_are_seen(page):
    to(page, "bets")
    page.fill("[data-tablename]", "<b>\u202ex\u0007")
    page.keyboard.press("Tab")
    until(page, "state.bets.tables")
    assert f"<b>{BOX}x{BOX}" in page.inner_text(".tabs")
    page.click("[data-plan]")                                # the key of the model goes there and back as it is
    assert page.evaluate("state.bets.tables[0].model === config.models[0].key")
    to(page, "whatif")
    page.click("[data-pick=stop_rule_off]")
    page.click("[data-guess$=up]")
    assert page.evaluate("Object.entries(state.guess)") == [[f"stop_rule_off.cash.{FILE.removesuffix('.yaml')}", "up"]]
    assert page.locator("[data-guess$=up][aria-pressed=true]").count() == 1 and inert(page)


def test_a_file_with_unseen_characters_is_told_with_its_place_on_the_page(browser, file, tmp_path):
    bad = tmp_path / "bad.yaml"
    text = file.read_text(encoding="utf-8").replace("=cmd <", '"\\e[31m\\u202E<', 1).replace("$x^\n", '$x^"\n', 1)
    bad.write_text(text, encoding="utf-8")
    one = Demo(*SMALL, str(bad))
    try:
        for page in opened(browser, one.address, wait=""):
            text = page.locator(".wrong").inner_text()
            assert "bad.yaml:" in text and "U+001B" in text and not {"\x1b", "\u202e"} & set(text)
            assert page.evaluate("typeof hacked") == "undefined"
    finally:
        one.end()


def test_in_a_terminal_and_in_the_pictures_of_a_run_they_are_text(file, tmp_path):
    out = tmp_path / "out"
    asked = ["run", str(file), "--replications", "2", "--residents", "300", "--out", str(out)]
    ran = CliRunner().invoke(simwijk, asked)
    assert ran.exit_code == 0 and NAME in ran.output and "Traceback" not in ran.output
    assert not [one for one in ran.output if category(one) in ("Cc", "Cf") and one != "\n"]
    assert len(list((out / "pictures").glob("*.png"))) == 5            # as a formula "$x^" would fail
