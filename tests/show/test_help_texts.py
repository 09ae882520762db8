"""The Dutch of help: there is one for every text of the command line, none is left over, and both say the same."""

import re
from collections import Counter

import click
import pytest

from simcore.cli import simwijk
from simcore.commands.help import written
from simcore.show import help_texts
from simcore.show.help_texts import HELP, PLACES

FORETELLING = re.compile(r"\b(will|shall|zal|zult|zullen|wordt|worden)\b", re.IGNORECASE)
NUMBERS = {"three": "drie", "five": "vijf", "nine": "negen", "two": "twee"}


def contexts(command: click.Command = simwijk, above: click.Context | None = None, name: str = "simwijk"):
    """A context for each command, as if it was given."""
    here = click.Context(command, above, name, **command.context_settings)
    yield here
    for below, one in (command.commands.items() if isinstance(command, click.Group) else ()):
        yield from contexts(one, here, below)


EVERY = {one.command_path: one for one in contexts()}
FACTS = re.compile("|".join([
    r"(?<!\w)--?[a-z][\w-]*", rf"simwijk(?: (?:{'|'.join(simwijk.commands)})\b)?",       # options and commands
    r"[\w/]*\.(?:csv|html|pdf|svg|png)\b", r"\w+://", r"\[\w+\]", r"Ctrl-C",             # files, addresses, extras
    r"\w*\d[\w.:/]*", rf"\b(?:{'|'.join([*NUMBERS, *NUMBERS.values()])})\b",            # numbers
    r"\b[A-Z]{2,}"]))                                                                   # places, and kinds of files


def page(context: click.Context, lang: str, width: int) -> str:
    context.terminal_width = width
    return written(context.command.format_help, context, lang)


class Heard(dict):
    """A table that keeps what it was asked for."""

    def get(self, text, otherwise):
        self.asked = {*getattr(self, "asked", ()), text}
        return super().get(text, otherwise)


@pytest.fixture(scope="module")
def heard():
    """All that was asked for in Dutch to write the help of every command."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HELP", "PLACES"):
            patch.setattr(help_texts, name, Heard(getattr(help_texts, name)))
        for context in EVERY.values():
            page(context, "nl", 78)
        return help_texts.HELP.asked, help_texts.PLACES.asked


def test_every_text_of_every_command_and_option_has_a_dutch_one(heard):
    texts = {one for one in heard[0] if not re.fullmatch(r"[\dx<=>]+", one)}          # 1<=x<=64 is the same in both
    assert texts - HELP.keys() == set() and all(HELP.values())


def test_every_place_to_fill_in_has_a_dutch_name(heard):
    assert heard[1] - PLACES.keys() == set() and all(PLACES.values())


def test_no_dutch_is_left_over(heard):
    assert HELP.keys() - heard[0] == set() and PLACES.keys() - heard[1] == set()


@pytest.mark.parametrize("path", EVERY)
def test_both_languages_name_the_same_options_and_numbers(path):
    dutch, english = (Counter(re.findall(r"(?<!\w)--?[a-z][\w-]*|\d+|[a-z]+\|[a-z|]+", page(EVERY[path], lang, 9999)))
                      for lang in ("nl", "en"))
    assert dutch == english and dutch["--help"] == 1


def facts(text: str, called: dict[str, str]) -> Counter:
    """What must stand in both languages: options, commands, files, and by what they are called numbers and places."""
    return Counter(called.get(one, one) for one in FACTS.findall(text))


def test_both_languages_state_the_same_facts():
    assert {text: dutch for text, dutch in HELP.items() if facts(text, NUMBERS | PLACES) != facts(dutch, {})} == {}


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_help_fits_its_screen_and_what_an_option_does_stands_beside_it(path, lang):
    said = page(EVERY[path], lang, 78)
    assert max(map(len, said.split("\n"))) <= 78
    options = said.partition(f"\n{'Opties' if lang == 'nl' else 'Options'}:\n")[2]
    assert options and not re.search(r"^  -\S+( \S+)*$", options, re.MULTILINE)


@pytest.mark.parametrize("name", [one for one in EVERY.values() if isinstance(one.command, click.Group)],
                         ids=lambda one: one.command_path)
def test_in_the_list_of_commands_each_has_a_line(name):
    rows = page(name, "nl", 78).partition("Opdrachten:\n")[2].split("\n")
    assert len(rows) == len(name.command.commands) and all(row.endswith(".") for row in rows)


def test_no_help_foretells():
    assert not [text for pair in HELP.items() for text in pair if FORETELLING.search(text)]
