"""Each experiment comes along with its answer, and whoever plays it whole hears whether the numbers are the same."""

from pathlib import Path

import pytest

from simcore.commands.sweep import Finished, beside_ours
from simcore.experiments import answers, files
from simcore.experiments.reading import experiment
from simcore.notebook import study
from simcore.show.words import Words

PAGE = """# Welke prijs?

**In dit model 14 euro.**

Tussen haakjes: de band.

![line](pictures/line.png)

Maak het opnieuw met: `simwijk sweep price`

2026-11-22, 0123
"""
ABOUT = {"experiment": "price", "runs": 600, "made": "2026-11-22", "digest": "0123456789abcdef" * 2, "quick": False}


@pytest.fixture
def ours(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "folder", lambda: tmp_path)
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "price.md").write_text(answers.text_of(ABOUT, {"nl": PAGE, "en": PAGE}), encoding="utf-8")


def test_an_answer_is_the_text_above_the_pictures_and_is_read_back(ours, tmp_path):
    text = (tmp_path / "answers" / "price.md").read_text(encoding="utf-8")
    assert text.count("# Welke prijs?\n\n**In dit model 14 euro.**\n\nTussen haakjes: de band.\n") == 2
    assert "pictures" not in text and "Maak" not in text
    assert answers.answer_of("price") == answers.Answer("2026-11-22", 600, ABOUT["digest"])
    assert answers.answer_of("another") is None


@pytest.mark.parametrize("about, along, said", [
    ({}, True, "is the same as in the answer that comes along, of 2026-11-22"), ({"digest": "f" * 32}, True, "Not every"),
    ({"quick": True}, True, ""), ({"experiment": "another"}, True, ""), ({}, False, "")])
def test_who_plays_an_experiment_whole_hears_whether_the_numbers_are_those_that_come_along(ours, about, along, said):
    lines = list(beside_ours(Finished(Path(), ABOUT | about, [], [], Words("en"), along)))
    assert len(lines) == bool(said) and said in "".join(lines)


OURS = sorted(file.stem for file in (files.folder() / answers.FOLDER).glob("*.md"))


@pytest.mark.parametrize("name", OURS)
def test_an_answer_that_comes_along_is_that_of_its_experiment_in_both_languages(name):
    found, text = answers.answer_of(name), (files.folder() / answers.FOLDER / f"{name}.md").read_text(encoding="utf-8")
    question = experiment(name).question.question
    assert found and found.runs
    for lang in ("nl", "en"):
        answer = text.split(f"# {question[lang]}\n\n**", 1)[1].split("**")[0]
        assert "in dit model" in answer.lower() if lang == "nl" else "in this model" in answer.lower()


@pytest.mark.parametrize("lang, page", [("nl", "antwoorden.md"), ("en", "answers.md")])
def test_the_list_of_answers_has_a_line_of_each_in_its_own_language(lang, page):
    listed = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    for name in OURS:
        found = answers.answer_of(name)
        text = (files.folder() / answers.FOLDER / f"{name}.md").read_text(encoding="utf-8")
        question = experiment(name).question.question[lang]
        answer = text.split(f"# {question}\n\n**", 1)[1].split("**")[0]
        assert (f"| [{question}](../experiments/answers/{name}.md) | {answer} | {found.made} `{found.digest[:8]}` |"
                in listed)
    assert listed.count("](../experiments/answers/") == len(OURS)


@pytest.mark.long
@pytest.mark.parametrize("name", OURS)
def test_played_again_it_gives_the_same_numbers(name, tmp_path):
    assert study(name, out=tmp_path / name).about["digest"] == answers.answer_of(name).digest
