"""The guide of who leads a session is true: its screens, words and keys are those of the page, in both languages."""

import re
from pathlib import Path

import pytest

from simcore.demo.deck import deck
from simcore.demo.texts import TEXTS

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"nl": "draaiboek.md", "en": "facilitator.md"}
KEYS = {"spatie": " ", "space": " ", "→": "ArrowRight", "←": "ArrowLeft", "shift →": "Shift+ArrowRight",
        "shift ←": "Shift+ArrowLeft", **{n: n for n in "123"}, "tab": "Tab", "enter": "Enter"}


def guide(lang: str) -> str:
    return (DOCS / GUIDES[lang]).read_text(encoding="utf-8")


def on_the_page(lang: str) -> list[re.Pattern]:
    """Every text of the page, with anything where it has a place to fill in; lenses are buttons as well."""
    texts = [pair[lang == "en"] for pair in TEXTS.values()] + [getattr(one.label, lang) for one in deck().lenses]
    return [re.compile("^" + re.sub(r"\\{\w+\\}", ".+", re.escape(text)) + "$") for text in texts]


@pytest.mark.parametrize("lang", GUIDES)
def test_what_is_in_bold_stands_on_the_page(lang):
    bold = re.findall(r"\*\*(.+?)\*\*", " ".join(guide(lang).split()))
    assert len(bold) >= 15
    assert [word for word in bold if not any(one.match(word) for one in on_the_page(lang))] == []


@pytest.mark.parametrize("lang", GUIDES)
def test_screens_come_at_the_minutes_of_the_programme(lang):
    found = re.findall(r"^(?:### |\| )(\d+)–(\d+) (?:\| )?(.+?)(?: \(| \|)", guide(lang), re.MULTILINE)
    ends = [turn.until for turn in deck().programme]
    assert found == [(str(begin), str(turn.until), TEXTS[f"screen.{turn.screen}"][lang == "en"])
                     for begin, turn in zip([0, *ends], deck().programme)]


def test_the_sheets_it_names_are_made():
    from simcore.demo.sheets import sheets
    from simcore.show.words import Words

    every = sheets(("compiratie",), deck(), Words("nl"), 2, 300)
    made = [re.sub("^2_canvas.*", "2_canvas_…", one.name) for one in every]
    assert re.findall(r"^\| `(\d_.+?)`", guide("nl"), re.MULTILINE) == made


def keys_named(lang: str) -> list[str]:
    """The keys in the first column of the table of keys."""
    table = re.search(r"^\| (?:Toets|Key) \|.*?\n\n", guide(lang), re.MULTILINE | re.DOTALL)[0]
    return [KEYS[key.lower()] for row in table.split("\n")[2:] if row
            for key in re.findall("`(.+?)`", row.split("|")[1])]


def test_every_key_that_is_named_does_something(page):
    assert keys_named("nl") == keys_named("en") and len(keys_named("nl")) >= 10
    page.evaluate("toScreen('race'), toWeek(104)")
    for key in keys_named("nl"):
        seen = "[state.week, state.screen, state.model, playing !== null, document.activeElement.outerHTML]"
        before = page.evaluate(f"play(false), toScreen('race'), {seen}")
        page.keyboard.press(key)
        assert page.evaluate(seen) != before, key
    page.evaluate("play(false)")


def test_keys_work_after_a_mouse_pressed_a_button_or_moved_a_slider(page):
    page.click("[data-screen=race]")
    page.click("[data-back=time]")
    page.keyboard.press("Space")
    assert page.evaluate("playing !== null && (play(false), true)")
    page.focus("input[data-week]")
    page.keyboard.press("Space")
    assert page.evaluate("playing !== null && (play(false), true)")
    page.keyboard.press("2")
    assert page.evaluate("[state.screen, state.model]") == ["canvas", page.evaluate("config.models[1].key")]


@pytest.mark.parametrize("lang", GUIDES)
def test_every_picture_has_a_text_in_its_place(lang):
    pictures = re.findall(r"!\[(.*?)\]\(pictures/(.+?)\)", guide(lang))
    assert pictures and all(len(alt) > 8 for alt, _ in pictures)
    assert sum((DOCS / "pictures" / name).stat().st_size for _, name in pictures) < 1_200_000
