"""What a room does on its own screens: cards, bets, the stress test, who pays, and the clock."""

from .conftest import to, until, whole


def test_a_card_is_guessed_played_and_answered_and_one_that_does_not_fit_says_why(page):
    to(page, "whatif")
    assert page.locator(".pick").count() == 12
    page.click("[data-pick=porticoes_unpaid]")
    page.click('[data-guess="porticoes_unpaid.cash.wijkonderneming down"]')
    page.click("[data-lay=porticoes_unpaid]")
    whole(page)
    until(page, "document.querySelector('.guess:nth-child(3) .verdict').textContent.includes('In dit model')")
    said = page.locator(".verdict").all_inner_texts()
    assert said[0] == "In dit plan betaalt geen corporatie voor portieken." and "In dit model" in said[2]
    page.reload()
    whole(page)
    assert page.locator(".guess:nth-child(3) polyline.was").count() == 1       # a reload keeps how it was before
    page.click("[data-lay=porticoes_unpaid]")
    whole(page)
    assert page.evaluate("state.cards.length") == 0


def test_a_card_that_changes_nothing_is_what_a_room_guessed_that_saw_no_difference(page):
    same, up = (page.evaluate(f"""verdict(models()[0], {{ models: {{ [models()[0].key]: {{
        cash: {{ low: 0, middle: 0, high: 0, clear: true }} }} }} }}, '{guess}')""") for guess in ("same", "up"))
    assert "In dit model verandert er niets." in same and "De zaal dacht dat ook." in same
    assert "De zaal dacht: " in up


def test_the_knobs_of_one_plugin_stand_below_its_name_and_in_one_column(page):
    to(page, "whatif")
    page.click("[data-deck=knobs]")
    groups = page.evaluate("""[...document.querySelectorAll(".rules section:has(label)")].map((one) =>
        [one.querySelectorAll("h4").length, new Set([...one.children].map((each) =>
            each.getBoundingClientRect().left)).size])""")
    assert len(groups) > 2 and {(heads, columns) for heads, columns in groups} == {(1, 1)}


def test_a_note_without_numbers_is_added_without_a_word_on_numbers(page):
    to(page, "redesign")
    page.click("[data-tool=add]")
    until(page, "document.querySelector('[data-add]')")
    for kind, there in (("segment", False), ("cost_year", True)):
        page.select_option("select[data-kind]", kind)
        assert page.locator("[data-add] fieldset").count() == there
        assert ("elk verloop neemt een getal" in page.inner_text("[data-add]")) == there


def test_an_event_changes_no_week_before_it_and_leaves_no_trace_once_it_is_taken_away(page):
    cash = lambda: page.evaluate("known.lanes.wijkonderneming.lines.cash[1]")  # noqa: E731
    without = cash()
    page.evaluate("toWeek(104); layCard('trekkers_leave')")
    whole(page)
    laid = cash()
    assert laid[:26] == without[:26] and laid != without
    flags = page.locator("section.lane .flag")
    assert [one.get_attribute("title") for one in flags.all()] == ["Twee trekkers stappen op"]
    axis, flag = (one.bounding_box() for one in (flags.locator("..").first, flags.first))
    assert abs((flag["x"] + flag["width"] / 2 - axis["x"]) / axis["width"] - 105 / 260) < 0.01
    page.evaluate("layCard('trekkers_leave')")
    whole(page)
    assert cash() == without


def test_the_last_card_brings_a_fourth_lane(page):
    to(page, "whatif")
    page.click("[data-pick=combine]")
    page.click("[data-lay=combine]")
    whole(page)
    to(page, "race")
    assert page.locator("section.lane").count() == 4


def test_a_table_bets_ten_chips_by_keyboard_and_sees_them_over_the_courses(page):
    to(page, "bets")
    page.fill("[data-tablename]", "<b>raam")
    page.focus('[data-chip="cash 0"]')
    for _ in range(12):
        page.keyboard.press("Enter")
    assert page.evaluate("laidBy(tables()[0])") == 10
    page.focus('[data-unchip="cash 0"]')
    page.keyboard.press("Enter")
    page.reload()
    whole(page)
    to(page, "reveal")
    assert "<b>raam" in page.inner_text(".scores") and "van de 9 fiches" in page.inner_text(".scores")
    assert page.locator(".bin.banded").count() >= 3


def test_the_stress_test_fills_a_column_for_each_shock(page):
    to(page, "heat")
    until(page, "test.columns.length === config.shocks.length")
    assert page.evaluate("test.columns.map((one) => one.kind)") == ["heat", "heat", "misfit", "heat", "heat"]
    assert page.locator(".heats tbody tr").count() == 11
    assert "past niet" in page.inner_text(".heats .not")             # nobody carries this plan as a volunteer


def test_each_lens_guards_a_number(page):
    to(page, "pays")
    page.click("[data-guard=municipality]")
    page.click("[data-lens=neighbourhood]")
    page.click("[data-guard=residents]")
    assert "de gemeente" in page.inner_text(".guarded") and "bewoners" in page.inner_text(".guarded")


def test_the_clock_marks_whose_turn_it_is_and_survives_a_reload(page):
    page.click("[data-clock]")
    page.evaluate("state.clock = Date.now() - 50 * 60000; keepAddress()")
    page.reload()
    whole(page)
    assert page.inner_text("#clock").startswith("50/90 min.")
    assert page.locator("#top [data-screen=whatif] [role=img]").count() == 1
    for wide, high in ((1920, 1080), (1280, 720), (1024, 768)) * 2:
        page.set_viewport_size({"width": wide, "height": high})
        page.evaluate("state.lang = nl() ? 'en' : 'nl', drawAll()")
        assert max(page.evaluate("[...document.querySelectorAll('#top button')].map((one) => "
                                 "one.getBoundingClientRect().right)")) <= wide, wide
    page.click("[data-clock]")
    assert page.inner_text("#clock") == "Start klok"
