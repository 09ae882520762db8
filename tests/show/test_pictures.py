"""The pictures of a run: what they say, that everything can be read, and that equal runs give equal pictures."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.canvas import load
from simcore.run import play
from simcore.show.bands import band, by_period
from simcore.show.note_money import Face, faces_of, money_of, supervisors
from simcore.show.style import HEIGHT, WIDTH, theme, width_of, wrapped
from simcore.show.time_axis import first_days
from simcore.show.words import Words

from .test_words import FORETELLING, MACHINERY


@pytest.fixture(scope="module")
def short():
    """Three courses of 30 weeks in a small district."""
    return play(load("haarlems_gemak"), replications=3, weeks=30, residents=600)


@pytest.fixture(scope="module")
def single(short):
    """One course of it."""
    return play(load("haarlems_gemak"), replications=1, weeks=30, residents=600)


@pytest.fixture(scope="module")
def bankrupt():
    """An enterprise that begins with next to nothing, over two years."""
    start = [f"key_partnerships.kp-{who}.start_capital=13333" for who in ("municipality", "corporation", "welfare")]
    return play(load("haarlems_gemak", [*start, "costs.cost-insurance.amount=12000", "costs.cost-start.amount=25000"]),
                replications=10, weeks=104, residents=600, luck_only=True)


DRAWN = {}


def sheets(outcome, lang):
    """The five pictures by name, not yet saved; drawn once for each run and language."""
    if id(outcome) not in DRAWN:
        DRAWN[id(outcome)] = {"run": outcome}            # held on to, so that no other run gets its number
    if lang not in DRAWN[id(outcome)]:
        DRAWN[id(outcome)][lang] = drawn(outcome, lang)
    return DRAWN[id(outcome)][lang]


def drawn(outcome, lang):
    """The five pictures by name, drawn now."""
    from simcore.show.canvas_picture import draw_canvas
    from simcore.show.ladder import draw_ladder
    from simcore.show.money import draw_money
    from simcore.show.parties import draw_parties
    from simcore.show.services import draw_services

    words = Words(lang)
    with theme():
        return {one.__name__: one(outcome, words) for one in (draw_money, draw_services, draw_parties, draw_ladder,
                                                             draw_canvas)}


def boxes(sheet):
    """(text, left, top, right, bottom) of every text of a sheet, from baseline to the height of a capital."""
    for x, y, text, face, _, anchor in sheet.texts:
        if text:
            wide = face.getlength(text)
            left = x - {"ls": 0, "rs": wide, "ms": wide / 2}[anchor]
            yield text, left, y - face.size * 0.73, left + wide, y


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("run", ["short", "single", "bankrupt"])
def test_no_text_lies_over_another_or_outside_the_picture(run, lang, request):
    for name, sheet in sheets(request.getfixturevalue(run), lang).items():
        all_of_them = list(boxes(sheet))
        for n, (text, left, top, right, bottom) in enumerate(all_of_them):
            assert left >= 0 and top >= 0 and right <= WIDTH and bottom <= HEIGHT, (name, text)
            for other, left2, top2, right2, bottom2 in all_of_them[n + 1:]:
                apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
                assert apart, f"{name}: '{text}' over '{other}'"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_picture_says_what_differs_and_where_it_comes_from(short, lang):
    for name, sheet in sheets(short, lang).items():
        said = " ".join(text for text, *_ in boxes(sheet))
        assert {"nl": "Per verloop verschillen het toeval en alle getallen",
                "en": "Luck and every number"}[lang] in said, name
        assert "2013" in said and "simwijk" in said and "Haarlems Gemak" in said, name
        assert not MACHINERY.search(said) and not FORETELLING.search(said), name


def test_a_run_of_luck_only_says_that_only_luck_differs(bankrupt):
    for name, sheet in sheets(bankrupt, "nl").items():
        assert "Alleen het toeval verschilt" in " ".join(text for text, *_ in boxes(sheet)), name


def test_one_course_is_said_to_have_no_band(single):
    for name, sheet in sheets(single, "nl").items():
        said = " ".join(text for text, *_ in boxes(sheet))
        assert "één mogelijk verloop" in said and "8 van de 10" not in said, name


def test_the_title_of_the_money_tells_when_it_runs_out(bankrupt):
    from simcore.show.money import title

    assert re.fullmatch(r"In dit model raakt Haarlems Gemak in 10 van de 10 mogelijke verlopen door het geld heen, "
                        r"meestal rond \w+ 201[34]", title(bankrupt, Words("nl")))


@pytest.mark.parametrize("fails, said", [
    (50, "runs out of money in all 50 possible courses, mostly"),
    (41, "runs out of money in 8 of 10 possible courses (82%), mostly"), (0, "in all 50 possible courses, with"),
    (3, "in 9 of 10 possible courses (94%), with")])
def test_the_title_of_the_money_counts_the_courses_that_were_played(short, fails, said):
    from simcore.show.money import title

    lane = SimpleNamespace(events=[(20, "fails", "", r) for r in range(fails)], replications=50,
                           series={"cash": np.full((30, 50), 100_000)})
    outcome = SimpleNamespace(lanes={"enterprise": lane}, spec=short.spec, weeks=short.weeks)
    assert said in title(outcome, Words("en"))


@pytest.fixture(scope="module")
def written(short, tmp_path_factory):
    """The files of a run's pictures, and what matplotlib holds by default before and after they were drawn."""
    import matplotlib

    from simcore.show.charts import draw

    before = dict(matplotlib.rcParams)
    return draw(short, tmp_path_factory.mktemp("written"), typical=2), before, dict(matplotlib.rcParams)


def test_five_pictures_for_a_beamer_are_written_and_equal_runs_give_equal_bytes(written, short, tmp_path):
    from PIL import Image

    from simcore.show.charts import draw

    first, again = written[0], draw(short, tmp_path, typical=2)
    assert [path.name for path in first] == ["1_money.png", "2_services.png", "3_parties.png", "4_ladder.png",
                                             "5_canvas.png"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    assert all(Image.open(path).size == (1920, 1080) for path in first)
    assert sorted(path.name for path in first[0].parent.iterdir()) == [path.name for path in first]


def test_a_file_holds_every_pixel_that_was_drawn():
    from io import BytesIO

    from PIL import Image

    from simcore.show.style import png

    drawn = Image.fromarray(np.arange(7 * 5 * 3, dtype=np.uint8).reshape(7, 5, 3))
    read = Image.open(BytesIO(png(drawn)))
    assert read.mode == "RGB" and read.info["Software"] == "simwijk"
    assert (np.asarray(read) == np.asarray(drawn)).all()


def test_drawing_leaves_no_trace_in_matplotlib(written):
    from matplotlib import pyplot

    _, before, after = written
    assert before == after and pyplot.get_fignums() == []


def test_a_name_with_dollars_is_written_as_it_is(short):
    canvas = replace(short.spec.canvas, meta=replace(short.spec.canvas.meta, name="Gemak $x_1$ & $"))
    found = drawn(replace(short, spec=replace(short.spec, canvas=canvas)), "nl")
    with theme():
        assert all(sheet.picture() for sheet in found.values())
    assert any("Gemak $x_1$ & $" in text for text, *_ in boxes(found["draw_money"]))


def test_a_canvas_with_far_too_many_long_notes_says_how_many_are_left_out(short):
    from simcore.show.canvas_picture import fill

    faces = [Face(f"Een dienst met een bijzonder lange naam, nummer {n}", "evidence.none",
                  (("€ 12.500", "(1.000–2.000)"),))
             for n in range(40)]
    block = fill("channels", faces, 0, 0, 360, 300, 1, "white", Words("nl"))
    written = [note for column in block.columns for note in column]
    assert sum(note.height for note in written) <= 300
    assert written[-1].face.name == f"en nog {40 - (len(written) - 1)}"


def test_a_note_says_what_its_streams_moved_in_a_year(short):
    lane = short.lanes["enterprise"]
    into, paid, kind = money_of(lane, "rs-windows")
    assert (into == lane.stream("sale.vp-windows").sum(0)).all() and not paid.any() and not kind.any()
    into, paid, kind = money_of(lane, "cost-rooms")
    assert (paid == lane.stream("cost.cost-rooms").sum(0)).all() and not into.any()
    into, paid, kind = money_of(lane, "kp-corporation")
    assert (into == lane.stream("start.kp-corporation").sum(0)).all()
    gifts = [lane.stream(f"in kind.{cost}.kp-corporation").sum(0) for cost in ("cost-rooms", "cost-energy")]
    assert (kind == sum(gifts)).all()


def test_the_edge_of_a_note_shows_its_weakest_number(short):
    edges = {face.name: face.edge for faces in faces_of(short, Words("nl")).values() for face in faces}
    assert edges["Gemeente Haarlem"] == "evidence.open"                       # its share is put to the room
    assert edges["Ramen per beurt"] == "evidence.assumption"
    assert edges["Schoonmaken"] == "evidence.sure"                            # its VAT is law
    assert edges["Houders van een persoonsgebonden budget"] == "evidence.none"


def test_money_in_and_out_leaves_start_capital_out_and_shows_gifts_in_kind_on_both_sides(short):
    from simcore.show.money import in_and_out

    partners = {"kp-municipality", "kp-corporation", "kp-welfare"}
    into, out = in_and_out(short.lanes["enterprise"], partners)
    assert np.allclose(into["cash.in.kind"], out["cash.out.kind"])
    lane = short.lanes["enterprise"]
    collected = sum(lane.flows[:, :, i].mean(1).sum()
                    for i, s in enumerate(lane.streams) if s.name.startswith("collected."))
    assert into.get("cash.in.customers", np.zeros(1))[:-1].sum() <= collected / 100 + 1e-6
    assert sum(amounts[0] for amounts in into.values()) < 13333            # far below what partners put in at the start


def test_a_band_holds_eight_of_ten_courses_and_is_clear_on_one_side_of_zero():
    b = band(np.arange(11.0)[None, :])
    assert (b.low[0], b.middle[0], b.high[0]) == (1, 5, 9) and b.clear[0]
    assert not band(np.arange(-5.0, 6.0)[None, :]).clear[0]


def test_a_last_period_that_is_cut_short_is_scaled_to_a_whole_one():
    assert by_period(np.ones((6, 2)), 4).tolist() == [[4, 4], [4, 4]]


def test_wrapped_lines_fit_and_long_words_are_broken():
    lines = wrapped("Een arbeidsongeschiktheidsverzekeringsmaatschappij voor iedereen", 200, 20)
    assert all(width_of(line, 20) <= 200 for line in lines)
    assert "".join(line.removesuffix("-") for line in lines).replace(" ", "") == \
        "Eenarbeidsongeschiktheidsverzekeringsmaatschappijvooriedereen"


def test_dates_are_years_on_a_long_run_and_months_on_a_short_one():
    assert first_days(date(2013, 1, 7), 260) == [date(year, 1, 1) for year in range(2013, 2019)][:6]
    assert [day.month for day in first_days(date(2013, 1, 7), 26)] == [1, 2, 3, 4, 5, 6, 7]


def test_hours_of_services_stand_at_the_work_itself_not_at_what_is_held_for_them():
    from simcore.show.note_money import performs

    does = {note.id: performs(note) for model in ("haarlems_gemak", "compiratie", "wijkonderneming")
            for note in load(model).canvas.key_activities}
    assert {name for name, work in does.items() if work} == {"ka-household-work", "ka-team-work"}
    assert not does["ka-fair"] and not does["ka-organising"] and not does["ka-guidance"]


def test_the_title_of_the_services_follows_the_middle_that_the_panels_show(short):
    from simcore.show.services import SERVED, title

    lane = short.lanes["enterprise"]
    services = np.zeros_like(lane.series["services"])
    services[:, :, 0, SERVED], services[:, 0, 1, SERVED] = 60, 60_000       # the second is large in one course of three
    outcome = replace(short,
                      lanes=short.lanes | {"enterprise": replace(lane, series=lane.series | {"services": services})})
    first, second = (short.spec.canvas.value_propositions[n].name for n in (0, 1))
    said = title(outcome, Words("nl"), {note.id: note.name for note in short.spec.canvas.value_propositions})
    assert first in said and second not in said


def test_when_the_enterprise_ends_as_a_whole_the_title_of_the_services_says_that(bankrupt):
    from simcore.show.services import title

    names = {note.id: note.name for note in bankrupt.spec.canvas.value_propositions}
    assert re.match("In this model Haarlems Gemak ends as a whole in 10 of 10 courses, mostly after .*; ",
                    title(bankrupt, Words("en"), names))


def test_supervisors_are_those_at_work_not_those_of_a_team_that_only_forms():
    changes = [f"key_resources.{team}.team.trade.least={n}" for team, n in (
        ("kr-carpenters", 8), ("kr-furniture-team", 6), ("kr-pc-advisers", 6), ("kr-desk-team", 6))]
    spec = load("compiratie", changes)
    forming = play(spec, replications=[0], weeks=20, residents=900, luck_only=True)
    waiting = forming.lanes["enterprise"].series["placed"]
    together = forming.lanes["enterprise"].series["teams"][:, :, :, 0].any()
    assert waiting.any() and not together
    note = next(one for one in spec.canvas.key_activities if one.sim and one.sim.guidance)
    assert supervisors(forming, note.id).tolist() == [0.0]


def test_hours_on_a_note_have_three_digits_at_most_as_in_the_terminal(short, monkeypatch):
    from simcore.show import note_money

    monkeypatch.setattr(note_money, "hours_of", lambda outcome, block, note: np.full(3, 5779.0 * outcome.weeks / 52))
    faces = faces_of(short, Words("nl"))["value_propositions"]
    assert all(("5.780 uur", "") in face.figures for face in faces)


def test_the_picture_of_parties_explains_its_lines_and_pale_bars_where_there_are_bands(short, single):
    captions = [" ".join(text for text, *_ in boxes(sheets(one, "nl")["draw_parties"])) for one in (short, single)]
    assert ["Dunne lijn: de band. ≈ en bleek: geen duidelijk verschil." in one for one in captions] == [True, False]
