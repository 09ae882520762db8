"""Every file in tests/errors is broken, and the .txt beside it holds our exact answer."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simcore.canvas.starter import starter
from simcore.errors import BadInput
from simcore.files import compose, read

FOLDER = Path(__file__).parents[1] / "errors"


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.yaml")))
def test_a_broken_file_is_answered_at_line_and_column_with_a_remedy(name, enterprise, monkeypatch):
    monkeypatch.chdir(FOLDER)
    with pytest.raises(BadInput) as caught:
        read(name, enterprise)
    assert str(caught.value) + "\n" == (FOLDER / name).with_suffix(".txt").read_text(encoding="utf-8")
    assert caught.value.exit_code == 2


def test_each_answer_has_a_place_and_nearly_each_a_remedy():
    answers = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")]
    assert len(answers) >= 30
    assert all(answer.split(":")[1].isdigit() and answer.split(":")[2].isdigit() for answer in answers)
    assert sum("\n      = " not in answer for answer in answers) <= 1


@pytest.mark.parametrize("by", [-1, 1, 2])
def test_a_line_that_is_moved_is_pointed_at_itself_and_not_the_next_one(by):
    lines, found = starter("Ons Groen", "x.yaml", "nl").split("\n"), []
    for n, line in list(enumerate(lines))[::3]:
        spaces = len(line) - len(line.lstrip()) + by
        first = max((at for at in range(n) if lines[at][:1].isalpha()), default=0)        # of the block before it
        if line.strip() and not line.strip().startswith("#") and spaces >= 0:
            try:
                compose("\n".join([*lines[first:n], " " * spaces + line.lstrip(), *lines[n + 1:]]), "x.yaml")
            except BadInput as error:
                found.append(error.problems[0].line - (n - first) - 1)
    assert len(found) > 30 and sum(off == 0 for off in found) >= 0.95 * len(found)


def test_the_good_file_from_which_they_differ_is_read(enterprise, good):
    assert read(compose(good, "good.yaml"), enterprise).streams[0].sim.price.value == 12.5


@given(data=st.data())
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_good_file_with_any_injury_is_read_or_refused_and_nothing_else(data, enterprise, good):
    at = data.draw(st.integers(0, len(good)))
    cut = data.draw(st.integers(0, 30))
    inserted = data.draw(st.text("aé09:,.-[]{}'\"%&*!#|>?~ \n\t", max_size=12) | st.text(max_size=4))
    try:
        read(compose(good[:at] + inserted + good[at + cut :], "x.yaml"), enterprise)
    except BadInput as error:
        assert error.problems and str(error)
        assert all(p.line <= good.count("\n") + 30 for p in error.problems)
