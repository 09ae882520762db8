"""The figures file is complete, ordered and found without installing anything."""

import pytest

from simcore.errors import Environment
from simcore.files import figures
from simcore.files.figures import FILE, nearest_rows


def test_every_row_has_a_unit_a_source_and_a_number_within_its_range():
    found = figures.rows()
    assert len(found) == 360
    for figure in found.values():
        assert figure.unit and figure.source and figure.label_nl and figure.label_en
        assert figure.low <= figure.base <= figure.high
        assert figure.confidence in ("high", "medium", "low")


def test_the_file_is_read_once():
    assert figures.rows() is figures.rows()


@pytest.mark.parametrize("text", ["id,low,base,high\nA-1,x,1,2", "id,low,base,high\nA-1,1,1,2", "id\nA-1"])
def test_a_damaged_file_is_no_fault_of_the_user(text, monkeypatch):
    monkeypatch.setattr(figures, "_text", lambda: text)
    figures.rows.cache_clear()
    with pytest.raises(Environment, match=FILE):
        figures.rows()
    monkeypatch.undo()
    figures.rows.cache_clear()


def test_a_name_that_is_no_row_is_answered_with_the_rows_there_are():
    assert nearest_rows("wmo-1").startswith("did you mean WMO-001")
    assert nearest_rows("WMO-999").startswith("rows of this kind are WMO-001 to")
    assert nearest_rows("onze schatting").startswith("rows begin with POP")
