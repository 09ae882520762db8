import json
import re
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.cli import ended
from simcore.commands.diary import how_typical, known_of
from simcore.results.diary import Fact
from simcore.results.names import Person
from simcore.results.recorder import Recording
from simcore.show.words import Words


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    """The folder of a run from the command line: a small district, two courses, a plugin with another parameter."""
    folder = tmp_path_factory.mktemp("diary") / "run"
    assert ended(["run", "haarlems_gemak", "--weeks", "70", "--replications", "2", "--residents", "900",
                  "--no-pictures", "--quiet", "--out", str(folder), "--plugin", "wmo_cut:start=2013-09-02",
                  "--set", "channels.ch-street.outside=4",
                  "--set", "customer_relationships.cr-known-face.bond.appeal=3"]) == 0
    return folder


@pytest.fixture
def say(result, capsys):
    """``say(...)`` gives what the diary prints; its exit code must be as expected."""
    def command(*options: str, code: int = 0) -> str:
        capsys.readouterr()
        english = ["--lang", "en"] if code else []       # what is wrong is asked for in English here
        assert ended(["diary", str(result), *options, *english]) == code
        out, err = capsys.readouterr()
        return out if code == 0 else err

    return command


def told(say, *options: str) -> list[dict]:
    return json.loads(say("--json", *options))["diary"]


def test_a_selection_in_order_of_time_says_how_much_more_there_is(say):
    text = say()
    lines = [line for line in text.splitlines() if line.startswith("Week ")]
    weeks = [int(line.split()[1]) for line in lines]
    assert len(lines) == 25 and weeks == sorted(weeks)
    assert "25 van de" in text and "--all" in text and "in dit model" in text and "verzonnen" in text


def test_the_same_facts_in_both_languages(say):
    dutch, english = told(say), told(say, "--lang", "en")
    assert [{**one, "text": ""} for one in dutch] == [{**one, "text": ""} for one in english]
    assert all(one["text"] != other["text"] for one, other in zip(dutch, english))


def test_the_notes_of_a_plugin_are_among_the_lines(say):
    assert "De gemeente kort op de uren huishoudelijke hulp. [huishoudelijke hulp uit de Wmo]" in say()


def test_all_is_everything_in_order_of_time_and_a_limit_cuts_it_off(say):
    every = told(say, "--all")
    assert len(every) > 25 and [one["week"] for one in every] == sorted(one["week"] for one in every)
    assert told(say, "--all", "--limit", "3") == every[:3]
    assert len(told(say, "--limit", "4")) == 4


def test_a_week_an_item_and_both(say):
    every = told(say, "--all")
    assert told(say, "--all", "--week", "10..20") == [one for one in every if 10 <= one["week"] <= 20]
    assert told(say, "--all", "--item", "kr-home-team") == [one for one in every if one["item"] == "kr-home-team"] != []
    assert {one["week"] for one in told(say, "--all", "--week", "65..", "--item", "vp-cleaning")} <= set(range(65, 71))


def test_the_life_of_one_resident_by_number_and_by_name(say):
    joined = next(one for one in told(say, "--all") if one["kind"] == "joins")
    life = told(say, "--resident", joined["who"]["number"])
    kinds = [one["kind"] for one in life]
    assert "joins" in kinds and {"portrait", "ways_first"} <= set(kinds)
    assert told(say, "--resident", joined["who"]["name"].upper()) == life
    assert joined["who"]["name"] in say("--resident", joined["who"]["number"])


def test_who_or_what_is_not_there_is_said_with_a_remedy(say):
    assert "no resident goes by 'Nobody'" in say("--resident", "Nobody", code=2)
    assert "write a number: " in say("--resident", "a", code=2)
    assert "did you mean 'vp-ironing'" in say("--item", "vp-iron", code=2)
    assert ("write a week from 1 to 70" in say("--week", "71", code=2)
            and "this run has weeks 1 to 70" in say("--week", "0", code=2))
    assert "write 31, or 31..40" in say("--week", "soon", code=2)
    assert "9 is before 12" in say("--week", "12..9", code=2)


def test_residents_of_one_name_are_told_apart_by_age_and_team(say):
    assert re.search(r"write a number: \d+[-\d]* \(\D+, \d+[,)]", say("--resident", "a", code=2))
    who, other = Person(5, 0, 2, 0), Person(6, 0, 2, 1)
    facts = [Fact(0, "portrait", "neighbourhood", who, values={"age": 46}), Fact(3, "joins", "kr-team", who),
             Fact(0, "portrait", "neighbourhood", other, values={"age": 12})]
    assert known_of(who, Recording(facts, np.zeros((1, 1)), [who, other])) == ["46", "kr-team"]
    assert known_of(other, Recording(facts, np.zeros((1, 1)), [who, other])) == ["12"]


def test_a_folder_that_is_no_result_is_refused(tmp_path, capsys):
    assert ended(["diary", str(tmp_path), "--lang", "en"]) == 2
    assert "no result of a run" in capsys.readouterr().err


def test_of_a_comparison_one_model_is_asked_for(tmp_path, capsys):
    (tmp_path / "comparison.json").write_text('{"form": 1, "models": [{"key": "one"}, {"key": "other"}]}')
    assert ended(["diary", str(tmp_path)]) == 2
    assert str(tmp_path / "other") in capsys.readouterr().err


def test_where_the_course_cannot_be_played_again_the_folder_itself_is_told(result, capsys):
    file = result / "manifest.json"
    manifest = file.read_text()
    file.write_text(json.dumps(json.loads(manifest) | {"plugins": {"gone": {}}}))
    try:
        assert ended(["diary", str(result), "--all"]) == 0
        text = capsys.readouterr().out
        assert "gone" in text and "alleen wat de map zelf weet" in text and "bewoner " not in text
        assert "De gemeente kort" in text
        assert ended(["diary", str(result), "--resident", "5"]) == 2
    finally:
        file.write_text(manifest)


def test_a_diary_tells_the_same_middle_end_as_the_run():
    alive = np.arange(200)[:, None] < np.array([52, 104, 156, 196, 200])
    lane = SimpleNamespace(series={"alive": alive})
    outcome = SimpleNamespace(lanes={"enterprise": lane}, weeks=200)
    middle = int(np.median([52, 104, 156, 196]))         # as the indicators count it
    words = Words("en")
    assert words.span(middle) != words.span(104)
    assert f"do so after {words.span(middle)} or sooner" in how_typical(outcome, 0, words)
