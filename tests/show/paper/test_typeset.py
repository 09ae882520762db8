"""A sheet of paper: the texts of a canvas as data, the same bytes each time, tagged."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from simcore.canvas import load
from simcore.errors import Environment
from simcore.show.paper import typeset as module
from simcore.show.paper.board import sheet
from simcore.show.paper.typeset import shown, typeset
from simcore.show.words import Words

HOSTILE = "#eval(\"1\") $x^2$ *bold* <script>alert(1)</script> @ref \\ `raw` =cmd\u202eabc\x07"


def text_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\u00ad\n", "")
                    .replace("\u00ad", "").split())


@pytest.fixture(scope="module")
def plain():
    return sheet(load("compiratie"), Words("nl"))


def test_the_names_of_all_notes_and_the_credit_can_be_found_in_the_pdf_on_one_a3(plain):
    pdf = typeset("canvas.typ", plain)
    text = text_in(pdf)
    for block in plain["board"].values():
        for one in [block["title"], *(note["name"] for note in block["notes"])]:
            assert one in text
    assert "Business Model Canvas: Strategyzer.com, CC BY-SA 3.0." in text
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]


def test_it_is_tagged_has_a_language_and_is_the_same_to_the_byte(plain):
    pdf = typeset("canvas.typ", plain)
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "nl" and b"pdfuaid:part" in pdf
    assert pdf == typeset("canvas.typ", plain)


def test_what_a_user_writes_is_no_markup_and_what_cannot_be_seen_is_a_box(plain):
    plain = plain | {"title": HOSTILE}
    text = text_in(typeset("canvas.typ", plain))
    assert HOSTILE.replace("\u202e", "\u25a1").replace("\x07", "\u25a1") in text
    assert shown(["a\nb", {"x": "\u6f22"}, 3, None]) == ["a b", {"x": "\u25a1"}, 3, None]


def test_any_length_of_a_name_fits_on_the_sheet(plain):
    board = plain["board"] | {"costs": {"title": "Kosten", "notes": [
        {"name": "Kosten van alles bij elkaar " * 9, "edge": "open", "figures": []}] * 25}}
    pdf = typeset("canvas.typ", plain | {"board": board})
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_without_typst_it_is_said_what_to_install(plain, monkeypatch):
    monkeypatch.setattr(module, "available", lambda: False)
    with pytest.raises(Environment, match=r"pip install 'simwijk\[pdf\]'"):
        typeset("canvas.typ", plain)
