"""The models that come along: sound, and honest about every number."""

import re
import subprocess
import sys

import pytest

from simcore.canvas import bundled, load
from simcore.files import Quantity, figures
from simcore.files.units import UNITS

ROW = re.compile(r"[A-Z]{2,5}-[0-9]{3}")


@pytest.fixture(scope="module")
def haarlems_gemak():
    return load("haarlems_gemak")


@pytest.fixture(scope="module", params=sorted(bundled()))
def numbers(request) -> dict[str, Quantity]:
    return load(request.param).quantities()


def within_a_row(number: Quantity) -> bool:
    """Whether the value lies in the range of one of the rows it names; percentages are shares here."""
    for name in ROW.findall(number.source):
        row = figures.rows()[name]
        scale = 0.01 if row.unit.startswith("%") else 1.0
        if row.low * scale - 1e-9 <= number.value <= row.high * scale + 1e-9:
            return True
    return False


def test_every_bundled_model_says_in_a_line_what_it_is():
    assert "haarlems_gemak" in bundled()
    assert all(bundled().values())


def test_every_number_has_a_known_unit_and_an_origin(numbers):
    assert [path for path, one in numbers.items() if one.unit not in UNITS or not one.source] == []


def test_what_nobody_knows_has_a_range_with_a_width(numbers):
    guessed = {path: one for path, one in numbers.items() if one.evidence in ("assumption", "open")}
    assert [path for path, one in guessed.items() if not one.ranged] == []


def test_what_is_open_is_put_as_a_question(numbers):
    assert [path for path, one in numbers.items() if one.evidence == "open" and not one.question.endswith("?")] == []


def test_a_number_from_the_figures_is_what_its_row_says_unless_it_is_derived(numbers):
    stated = {path: one for path, one in numbers.items() if one.evidence in ("fact", "source")}
    cited = {path: one for path, one in stated.items() if ROW.search(one.source)}
    assert len(cited) > 50
    assert [path for path, one in cited.items() if "derived" not in (one.note or "") and not within_a_row(one)] == []


def test_haarlems_gemak_sells_the_eight_services_of_the_seed_and_one_on_request(haarlems_gemak):
    services = haarlems_gemak.canvas.value_propositions
    offered = [(one.sim.activity, one.sim.offered) for one in services if one.sim.activity]
    assert [activity for activity, when in offered if when == "from_start"] == [
        "cleaning", "windows", "laundry", "ironing", "garden", "cooking", "groceries", "rides",
    ]  # fmt: skip
    assert [activity for activity, when in offered if when == "on_request"] == ["keys"]


def test_every_service_of_haarlems_gemak_is_priced_between_its_informal_and_its_commercial_price(haarlems_gemak):
    needs = {need.id: need for need in haarlems_gemak.place.needs.activities}
    services = {one.id: one.sim for one in haarlems_gemak.canvas.value_propositions}
    for stream in haarlems_gemak.canvas.revenue_streams:
        if stream.sim.price is None:
            continue
        need = needs[services[stream.for_.value_propositions[0]].activity]
        hours = need.minutes.value / 60 if stream.sim.per == "job" else 1.0
        assert need.prices.informal.value * hours <= stream.sim.price.value <= need.prices.commercial.value * hours


def test_the_open_questions_of_the_seed_are_open_in_the_model(haarlems_gemak):
    open_ones = {path for path, number in haarlems_gemak.quantities().items() if number.evidence == "open"}
    assert "value_propositions.vp-coffee.company.minutes" in open_ones
    assert {f"key_partnerships.kp-{who}.share" for who in ("municipality", "corporation", "welfare")} <= open_ones


def test_the_neighbourhood_states_the_benefit_norm_once_for_the_first_year(haarlems_gemak):
    place = haarlems_gemak.place
    assert place.people.norm_single.value == place.assistance.norm_single[0].value.value


def test_models_are_read_without_numpy_or_numba():
    code = ("import sys; from simcore.canvas import load; load('haarlems_gemak'); "
            "sys.exit(bool({'numpy', 'numba', 'mesa'} & set(sys.modules)))")  # fmt: skip
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
