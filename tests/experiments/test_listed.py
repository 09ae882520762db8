"""A file of points: read once, each point once, and what is wrong with it said where it stands."""

import pytest

from simcore.errors import BadInput
from simcore.experiments import listed as module
from simcore.experiments import sweep
from simcore.experiments.listed import listed
from simcore.experiments.pointing import EACH, wrong_among
from simcore.experiments.reading import experiment

PATHS = ["revenue_streams.rs-cleaning.price", "simwijk.law"]
FILE = f"""
experiment: tiny
kind: sweep
question: {{nl: "Welke prijs?", en: "Which price?"}}
models: [haarlems_gemak]
figures: [money.result]
vary: [{{path: {PATHS[0]}}}, {{path: {PATHS[1]}}}]
design: file
file: points.csv
"""


@pytest.fixture
def asked(tmp_path):
    def made(*lines):
        """An experiment with a file of points beside it, of these lines; without any where there are none."""
        if lines:
            (tmp_path / "points.csv").write_text("\n".join([",".join(PATHS), *lines]) + "\n", encoding="utf-8")
        (tmp_path / "tiny.yaml").write_text(FILE, encoding="utf-8")
        return experiment(tmp_path / "tiny.yaml")
    return made


def test_the_file_is_read_once_for_all_that_is_asked_of_it(asked, monkeypatch):
    read, open_source = [], module.open_source
    monkeypatch.setattr(module, "open_source", lambda *given: read.append(given) or open_source(*given))
    one = asked("12,lenient", "14,strict")
    sweep.checked(one)
    assert len(sweep.cases(one)) == 2 and sweep.runs(one) == 200 and len(read) == 1


def test_a_file_that_was_changed_is_read_anew(asked):
    assert len(sweep.cases(asked("12,lenient"))) == 1
    assert len(sweep.cases(asked("12,lenient", "14,strict"))) == 2


def test_each_value_stands_where_it_does_first(asked):
    found = listed(PATHS, asked("12,lenient", "14,strict", "12, strict").points_file)
    assert found.points[2] == ("12", "strict")
    assert [(value, one.line, one.column) for n in (0, 1) for value, one in found.values(n).items()] == [
        ("12", 2, 1), ("14", 3, 1), ("lenient", 2, 4), ("strict", 3, 4)]


def test_a_point_that_stands_there_twice_is_refused(asked):
    with pytest.raises(BadInput) as wrong:
        sweep.checked(asked("12,lenient", "14,strict", "12.0,lenient"))
    (one,) = wrong.value.problems
    assert one.line == 4 and "the same point as line 2" in one.what and "leave one of both out" in one.instead


def test_of_a_file_that_is_not_there_it_is_said_what_to_write_in_it(asked):
    with pytest.raises(BadInput) as wrong:
        sweep.checked(asked())
    (one,) = wrong.value.problems
    assert (one.line, one.column) == (9, 7) and "no file 'points.csv' beside the experiment" in one.what
    assert one.instead == f"make it, with a line for each point under this one: {','.join(PATHS)}"


def test_of_very_many_numbers_those_at_the_ends_are_tried_and_inward_as_long_as_they_are_wrong():
    tried = []

    def wrong(value):
        tried.append(value)
        return ["odd"] if value == "€ 8" or float(value) > 1000 else []

    found = wrong_among([*map(str, range(1003)), "€ 8", "7.5"], wrong)
    assert [value for value, odd in found.items() if odd] == ["1002", "1001", "€ 8"]
    assert tried == ["0", "1002", "1001", "1000", "7.5", "€ 8"]
    tried.clear()
    assert len(wrong_among([str(n) for n in range(EACH)], wrong)) == len(tried) == EACH
