"""The sheets of a session say what the page says, and print on the pages that are planned."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from simcore.demo.config import config_of
from simcore.demo.deck import deck
from simcore.demo.pages import web_files
from simcore.demo.sheets import COLUMNS, sheets
from simcore.demo.texts.sheets import SHEET_TEXTS
from simcore.show.page.sheets import document
from simcore.show.paper.typeset import typeset
from simcore.show.words import Words


@pytest.fixture(scope="module", params=["nl", "en"])
def every(request):
    """The sheets of the three plans by name, in a language."""
    cards = deck()
    return {one.name: one for one in sheets(tuple(cards.models), cards, Words(request.param), 2, 600)}


def lang(every) -> str:
    return every["3_bets"].data["lang"]


def bare(text: str) -> str:
    """Without white space, and hyphens that breaking a line brings."""
    return re.sub(r"[\s\u00a0\u00ad\u2003-]", "", text)


def told(one) -> list[str]:
    """Every text on a sheet."""
    if isinstance(one, str):
        return [one]
    return [text for part in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
            for text in told(part)]


def test_the_twelve_cards_of_the_session_are_there_to_cut_out(every):
    mine = every["4_cards"].data["cards"]
    assert [one["title"] for one in mine] == [getattr(card.label, lang(every)).replace("€ ", "€\u00a0")
                                         for card in deck().cards]
    assert len(mine) == 12 and all(len(one["marks"]) == 3 for one in mine)


def test_a_card_names_the_plans_that_have_no_place_for_it(every):
    notes = dict(zip((card.name for card in deck().cards), (one["note"] for one in every["4_cards"].data["cards"])))
    assert "Wijkonderneming" in notes["stop_rule_off"] and "Haarlems Gemak" not in notes["stop_rule_off"]
    assert notes["price_up"] == notes["combine"] == ""


def test_the_bet_sheet_asks_what_the_page_asks_and_the_stress_test_has_its_shocks(every):
    page, one = config_of(tuple(deck().models), deck(), "nl"), lang(every)
    questions = every["3_bets"].data["questions"]
    assert [it["label"] for it in questions] == [bet["label"][one] for bet in page["bets"]]
    assert [len(it["bins"]) for it in questions] == [len(bet["edges"]) + 1 for bet in page["bets"]]
    test = every["6_stress_test"].data
    assert test["shocks"] == [shock["label"][one] for shock in page["shocks"]]
    assert test["rows"][:-1] == list(page["block_names"][one].values())


def test_each_sheet_has_all_its_text_on_its_pages_in_the_pdf_and_without_typst(every):
    for one in every.values():
        pdf = PdfReader(BytesIO(typeset(one.template, one.data)))
        here = bare("".join(page.extract_text() for page in pdf.pages))
        there = bare(re.sub(r"<[^>]+>", "", document(one.template, one.data).partition("</head>")[2])
                     .replace("&amp;", "&"))
        texts = [bare(text) for text in told({key: value for key, value in one.data.items() if key != "lang"})
                 if text not in ("sure", "assumed", "open", "none")]
        assert [text for text in texts if text not in here] == [text for text in texts if text not in there] == []
        paper = {"A3": 420, "A4": 297}[one.size]
        assert {round(max(map(float, page.mediabox[2:])) / 72 * 25.4) for page in pdf.pages} == {paper}
        each = one.data.get("across", 1) * one.data.get("down", 1)
        assert len(pdf.pages) == -(-len(one.data.get("cards", [1])) // each)


def test_dots_are_counted_in_the_rows_of_the_page():
    assert f"const COLS = {COLUMNS}" in web_files()["screens/wijk.js"].decode()


def test_a_model_that_is_none_is_told_before_anything_is_written(tmp_path, capsys):
    from simcore.cli import ended

    assert ended(["sheets", "nowhere", "--out", str(tmp_path / "new"), "--lang", "en"]) == 2
    assert "nowhere" in capsys.readouterr().err and not (tmp_path / "new").exists()


def test_they_are_written_in_the_order_of_the_session_and_said_with_their_paper(tmp_path, capsys):
    from simcore.cli import ended

    assert ended(["sheets", "compiratie", "--replications", "2", "--residents", "600", "--out", str(tmp_path)]) == 0
    files = sorted(one.name for one in tmp_path.iterdir())
    assert files == ["1_residents.pdf", "2_canvas_compiratie.pdf", "3_bets.pdf", "4_cards.pdf", "5_plan_b.pdf",
                     "6_stress_test.pdf"]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("/")[-1] for line in lines][1] == "2_canvas_compiratie.pdf: A3, één per tafel"


def test_the_words_say_the_same_in_both_languages_and_foretell_nothing():
    for key, pair in SHEET_TEXTS.items():
        assert len(pair) == 2 and len({tuple(sorted(re.findall(r"{\w+}", text))) for text in pair}) == 1, key
        assert not any(re.search(r"\b(will|zal|zullen|wordt|worden)\b", text) for text in pair), key
