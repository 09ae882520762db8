"""Every experiment file in tests/errors/experiments is wrong; what we answer stands beside it, in both languages."""

import re
from pathlib import Path

import pytest

from simcore.errors import BadInput
from simcore.experiments.kinds import played_by
from simcore.experiments.reading import experiment
from simcore.show.problems import told

FOLDER = Path(__file__).parents[1] / "errors" / "experiments"
FILES = sorted(file.name for file in FOLDER.glob("*.yaml"))
SAME = re.compile(r"^ *\d+ \| .*|(?<!\w)'[^'\n]*'|^\S+:\d+:\d+(?=:)", re.MULTILINE)       # of nobody's language


@pytest.mark.parametrize("name", FILES)
def test_a_wrong_experiment_is_answered_where_it_is_wrong_in_both_languages(name, monkeypatch):
    monkeypatch.chdir(FOLDER)
    with pytest.raises(BadInput) as caught:
        asked = experiment(name)
        played_by(asked.question.kind).checked(asked)
    assert caught.value.exit_code == 2
    for lang in ("en", "nl"):
        text = told(caught.value, lang) + "\n"
        assert text == (FOLDER / name).with_suffix(f".{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_both_languages_point_at_the_same_place_and_name_the_same_things(name):
    english, dutch = ((FOLDER / name).with_suffix(f".{lang}.txt").read_text(encoding="utf-8") for lang in ("en", "nl"))
    assert SAME.findall(english) == SAME.findall(dutch)
    assert english.count("\n") == dutch.count("\n") > 1


def test_each_answer_says_what_to_write_instead():
    answers = [file.read_text(encoding="utf-8") for file in FOLDER.glob("*.txt")]
    assert len(answers) >= 60
    for answer in answers:
        for one in re.split(r"\n(?=\S)", answer.strip()):
            assert "\n      = " in one, one
