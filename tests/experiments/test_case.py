import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.errors import BadInput
from simcore.experiments.case import Case, opened, same_text, text_of, unused, wishes
from simcore.files import Number, compose, read, record

MODEL, PRICE = "haarlems_gemak", "revenue_streams.rs-cleaning.price"


@record
class Written:
    value: Number


@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: float(f"{value:.12g}")))
def test_a_number_that_is_written_is_read_in_a_file_as_itself(value):
    found = read(compose(f"value: {text_of(value)}\n", "x.yaml"), Written).value
    assert found == pytest.approx(value, rel=1e-11, abs=1e-15)


@given(st.integers(-(10**11), 10**11), st.integers(0, 6))
def test_a_decimal_number_is_written_without_loss(digits, decimals):
    value = digits / 10**decimals
    text = text_of(value)
    assert float(text) == value
    assert not set(text) - set("-.0123456789") and text_of(float(text)) == text


@pytest.mark.parametrize("value, text", [(1.125, "1.1250"), (-12.5, "-12.5"), (0.125, "0.125"), (1000.125, "1000.125"),
                                         (1e-7, "0.0000001"), (3.0, "3"), (0.1 + 0.2, "0.3")])
def test_three_decimals_behind_a_small_number_are_never_taken_for_thousands(value, text):
    assert text_of(value) == text


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_the_same_number_is_the_same_text_however_it_is_written(value):
    assert same_text(repr(value)) == same_text(f"{value:.17e}") == same_text(same_text(repr(value)))


def test_words_stay_as_they_are():
    assert [same_text(one) for one in ("off", "full_cost", "8.0", "8")] == ["off", "full_cost", "8.0", "8.0"]


@given(st.dictionaries(st.sampled_from("abc"), st.sampled_from("12")),
       st.dictionaries(st.sampled_from("bcd"), st.just("3")))
def test_a_case_with_other_values_has_the_last_of_each_in_the_order_of_the_paths(first, then):
    case = Case(MODEL).but(first.items()).but(then.items())
    assert case.settings == tuple(sorted({**first, **then}.items()))
    assert case == Case(MODEL).but((first | then).items())


@pytest.mark.parametrize("settings, wanted, off", [
    ([("plugins.pgb.rate", "20"), ("plugins.pgb.item", "vp-x")], ["pgb:rate=20,item=vp-x"], []),
    ([("plugins.flu_wave", "on"), (PRICE, "12")], ["flu_wave"], []),
    ([("plugins.flu_wave", "off")], [], ["flu_wave"]),
    ([("plugins.wmo_cut", "off"), ("plugins.wmo_cut.cut", "0.2")], [], ["wmo_cut"]),
    ([("vp-coffee", "off")], [], [])])
def test_settings_of_plugins_are_what_an_option_would_say(settings, wanted, off):
    assert wishes(settings) == (wanted, off)


def test_a_plugin_is_on_or_off_and_nothing_else():
    with pytest.raises(BadInput, match="'plugins.flu_wave' is a plugin, which is on or off, not 'aan'"):
        wishes([("plugins.flu_wave", "aan")])


def test_a_case_is_opened_with_its_numbers_notes_and_plugins():
    spec, plugins = opened(Case(MODEL, ((PRICE, "11"), ("plugins.wmo_cut.cut", "0.25"), ("vp-coffee", "off"))))
    assert spec.quantities()[PRICE].value == 11
    assert dict(plugins)["wmo_cut"].cut.value == 0.25 and "pgb" in dict(plugins)
    assert "vp-coffee" not in [one.id for one in spec.canvas.value_propositions]


def test_a_plugin_of_the_model_that_is_off_takes_no_part_nor_minds_what_else_is_off():
    assert "pgb" not in dict(opened(Case(MODEL, (("plugins.pgb", "off"),)))[1])
    with pytest.raises(BadInput, match="pgb: nothing here is household help"):
        opened(Case(MODEL, (("vp-cleaning", "off"),)))
    assert opened(Case(MODEL, (("plugins.pgb", "off"), ("vp-cleaning", "off"))))


def test_what_is_off_and_never_on_is_told_by_its_path():
    assert list(unused(Case(MODEL, (("plugins.flu_wave", "off"), ("plugins.pgb", "off"))))) == ["plugins.flu_wave"]
    assert not unused(Case(MODEL, (("plugins.wmo_cut", "off"), ("plugins.wmo_cut.cut", "0.2"))))


def test_a_path_that_is_none_is_refused_with_one_that_is_like_it():
    with pytest.raises(BadInput) as wrong:
        opened(Case(MODEL, ((PRICE.replace("price", "prise"), "11"),)))
    assert PRICE in wrong.value.problems[0].instead


def test_cases_that_come_to_the_same_are_opened_once():
    switched = Case(MODEL, (("rs-garden", "on"), ("revenue_streams.rs-cleaning", "on"), (PRICE, "9")))
    assert opened(switched) is opened(Case(MODEL, ((PRICE, "9"),))) is not opened(Case(MODEL, (("rs-garden", "off"),)))
    cut = Case(MODEL, ((PRICE, "9"), ("plugins.wmo_cut.cut", "0.3")))
    assert opened(cut) != opened(switched) and opened(cut)[0] is opened(switched)[0]
