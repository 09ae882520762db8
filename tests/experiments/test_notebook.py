"""A notebook gets the same answer and the same numbers as the command, as data frames."""

import re
from pathlib import Path

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.notebook import Study, study

ROOT = Path(__file__).parents[2]
FILE = """
experiment: tiny
kind: sweep
question: {nl: "Welke prijs?", en: "Which price?"}
models: [haarlems_gemak]
vary:
  - {path: revenue_streams.rs-cleaning.price, values: ["12", "16"]}
figures: [money.result, helped.households]
courses: {most: 3, batch: 3}
residents: 300
weeks: 8
"""


@pytest.fixture
def found(tmp_path, here):
    (tmp_path / "tiny.yaml").write_text(FILE, encoding="utf-8")
    return study(tmp_path / "tiny.yaml", out=tmp_path / "out")


def test_the_answer_is_the_first_sentence_of_the_page(found):
    assert found.answer and found.answer in found.page
    assert "Haarlems Gemak" in found.answer


def test_the_tables_are_data_frames_with_numbers(found):
    points = found.tables["points"]
    assert set(points["figure"]) == {"money.result", "helped.households"}
    assert points["middle"].dtype == float


def test_every_run_is_a_row_with_its_course(found):
    assert sorted(found.runs["course"].tolist()) == [0, 0, 1, 1, 2, 2]
    middle = found.runs.groupby("revenue_streams.rs-cleaning.price")["money.result"].median()
    points = found.tables["points"].query("figure == 'money.result'").set_index("revenue_streams.rs-cleaning.price")
    assert np.allclose(middle, points["middle"])


def test_a_study_is_read_again_from_its_folder(found):
    again = Study(str(found.folder))
    assert again == found and again.answer == found.answer and again.about["digest"] == found.about["digest"]


def test_a_folder_without_a_study_is_said_to_hold_none(tmp_path):
    with pytest.raises(BadInput, match="no study"):
        _ = Study(tmp_path).about


def test_the_example_of_the_docs_runs(found, monkeypatch, capsys):
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "experiments.md").read_text(encoding="utf-8"),
                            re.DOTALL)
    monkeypatch.setattr("simcore.notebook.study", lambda name, **how: found)
    exec(example, {})
    assert "money.result" in capsys.readouterr().out


def test_a_cluster_that_stands_open_is_refused_here_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match="--cluster"):
        study("stop_rule", quick=True, cluster="tcp://192.0.2.1:8786")
    assert not list(tmp_path.iterdir())
