"""What a command cannot use is refused with what to write instead; and that can be written."""

import re

import pytest

from simcore import cli
from simcore.commands.demo import complain
from simcore.errors import BadInput, Problem


@pytest.fixture
def refused(capsys):
    """Gives a command that is refused, in English; the remedy."""
    def once(*arguments: str) -> str:
        assert cli.ended([*arguments, "--lang", "en"]) == 2
        return capsys.readouterr().err.partition("      = ")[2].strip()

    return once


@pytest.mark.parametrize("command", ["run", "demo", "sheets", "tensions"])
def test_a_district_that_is_too_small_is_refused_with_one_that_is_not(command, refused, capsys):
    said = refused(*(["run", "nosuch"] if command == "run" else [command]), "--residents", "3")
    assert (found := re.fullmatch(r"write a whole number from 100 to \d+, as in (--residents) (\d+)", said))
    assert int(found[2]) >= 100
    assert cli.ended([command, "nosuch", *found.groups()]) == 2 and "residents" not in capsys.readouterr().err


def test_a_number_without_an_end_says_its_least(refused):
    assert refused("diary", "x", "--limit", "0") == "write a whole number of at least 1, as in --limit 1"


@pytest.mark.parametrize("arguments, whole", [
    (["sweep"], r"simwijk sweep \w+"), (["run"], r"simwijk run \w+"), (["compare"], r"simwijk compare \w+"),
    (["diff", "mine"], r"simwijk diff mine studies/other"),
    (["merge", "a", "b"], r"simwijk merge a b --out new_folder"),
    (["rerun", "a"], r"simwijk rerun a 1"), (["verify"], r"simwijk verify runs/mine"),
    (["new", "plugin"], r"simwijk new plugin my_own"), (["cluster", "join"], r"simwijk cluster join tcp://[\d.:]+")])
def test_what_is_missing_is_asked_for_with_the_whole_command(arguments, whole, refused):
    assert re.fullmatch(f"write, for instance: {whole}", refused(*arguments))


def test_the_remedy_is_in_the_language_asked_for(capsys):
    assert cli.ended(["run"]) == 2 and "= schrijf bijvoorbeeld: simwijk run " in capsys.readouterr().err


def test_a_show_of_plans_that_are_not_there_is_refused_in_the_terminal_all_at_once(capsys):
    assert cli.ended(["demo", "nosuch", "nowhere.yaml"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "er is geen model 'nosuch'" in said.err
    assert "nowhere.yaml: dat bestand is er niet" in said.err


def test_what_is_wrong_with_a_plan_that_is_shown_is_said_in_the_terminal_too(capsys):
    complain(None, "nl")
    complain(BadInput(Problem("mine.yaml", 0, 0, "there is no such file")), "nl")
    assert capsys.readouterr().err == "mine.yaml: dat bestand is er niet\n"
