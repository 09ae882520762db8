"""Tells what is wrong with a file or an option in the language asked for.

The reader makes English sentences; each has a Dutch one beside it, in the lists that problem_texts.py lays together. A
sentence that has none stays in English: half a message is better than none.
"""

import re
from dataclasses import replace
from functools import cache

from simcore.errors import BadInput, Problem, SimwijkError
from simcore.files.sources import closest
from simcore.show.problem_texts import DUTCH, GLOSSES, NOUNS

LIST = re.compile(r"(known: )(.+?)(;.*)?$")
UNKNOWN = re.compile(r"unknown (.+?) ('.*') in (.+)$")
LINE = re.compile(r"( *)(?:((?:course|run)s?) ([\d, ]+): )?(.+)")
# Behind a sentence: where it is written, or in which models it is so.
PLACES = re.compile(r"(.+?)((?: \([^()]+\.py:\d+\))+|(?: \(in [^()]+\))+)", re.DOTALL)
# Which plugin failed, in which hook and week: sour.plan in week 3: ...
IN_A_PLUGIN = re.compile(r"([\w-]+(?: and [\w-]+)*\.(?!csv|yaml|py\b)\w+(?: in week \d+)?): (.+)", re.DOTALL)
TYPED = ("known: {}", "among the {} known: {}", "its keys: {}")             # of which the places are what to type
COUNTED = {"course": "verloop", "courses": "verlopen", "run": "spel", "runs": "spellen"}
WORD = re.compile(r"'([^']*)'")
SEVERAL = re.compile(r", (?!now )")


def told(error: SimwijkError, lang: str) -> str:
    """What an error says to a user, in "nl" or "en"."""
    if lang == "en":
        return str(error)
    if not isinstance(error, BadInput):                          # a line each, as reasons of courses are
        return "\n".join(LINE.sub(line_in_dutch, line) for line in str(error).split("\n"))
    text = str(BadInput([in_dutch(one) for one in error.problems]))
    return re.sub(r"\nand (\d+) more$", r"\nen nog \1", text)


def line_in_dutch(line: re.Match[str]) -> str:
    """A line of an error in Dutch: in which courses it happened, where it says so, and what happened."""
    space, counted, numbers, what = line.groups()
    head = f"{COUNTED[counted]} {numbers}: " if counted else ""
    return f"{space}{head}{said(what)}"


def in_dutch(problem: Problem) -> Problem:
    """The same problem in Dutch; words of the canvas in a list of what is known get what they mean behind them."""
    return replace(problem, what=said(problem.what), why=said(problem.why), instead=said(with_meanings(problem)))


def with_meanings(problem: Problem) -> str:
    """The remedy, with Dutch behind the words it lists; it offers the word whose Dutch was written."""
    found = LIST.search(problem.instead)
    if not found:
        return problem.instead
    words = found[2].split(", ")
    meant = {GLOSSES[word]: word for word in words if word in GLOSSES}
    listed = ", ".join(f"{word} ({GLOSSES[word]})" if word in GLOSSES else word for word in words)
    wrong = WORD.search(problem.what)
    dutch = closest(wrong[1], list(meant), 0.75) if wrong and "did you mean" not in problem.instead else ""
    offer = f"did you mean '{meant[dutch]}'? " if dutch else ""
    return offer + problem.instead[: found.start(2)] + listed + (found[3] or "")


def said(text: str) -> str:
    """A sentence in Dutch; as it stands where there is none."""
    return translated(text) or text


@cache
def translated(text: str) -> str:
    """A sentence in Dutch, also behind the path of what it is about; empty where there is none."""
    if (found := PLACES.fullmatch(text)) and (dutch := translated(found[1])):
        return dutch + found[2]
    if found := IN_A_PLUGIN.fullmatch(text):
        return f"{found[1].replace(' and ', ' en ')}: {said(found[2])}"
    if found := UNKNOWN.fullmatch(text):
        if found[1] != "key":
            return f"{NOUNS.get(found[1], found[1])} {found[2]} is onbekend, in {NOUNS.get(found[3], found[3])}"
    path, _, rest = text.partition(" ")
    if text.startswith("the file "):
        path, rest = "het bestand", text.removeprefix("the file ")
    (own, whole), (of_rest, clause) = best(text), best(rest)
    return f"{path} {clause}" if of_rest > own else whole


def filled(text: str) -> str:
    """The Dutch of the most telling sentence that fits, with what differs in its places; empty where none fits."""
    return best(text)[1]


def best(text: str) -> tuple[int, str]:
    """The same, behind how many characters of the English it knows."""
    for pattern, english, own in patterns():
        if found := pattern.fullmatch(text):
            known = own + sum(best(part)[0] for part in found.groups())
            return known, DUTCH[english].format(*(found.groups() if english in TYPED else map(part_of, found.groups())))
    return 0, ""


def part_of(text: str) -> str:
    """What stands in a place of a sentence, in Dutch where it is a sentence or a noun itself, or several behind each
    other."""
    parts = SEVERAL.split(text)
    return filled(text) or ", ".join(NOUNS.get(one, one) if len(parts) == 1 else part_of(one) for one in parts)


@cache
def patterns() -> list[tuple[re.Pattern[str], str, int]]:
    """Every sentence as a pattern, itself, and how much of it is its own, those with most of that first."""
    order = sorted((-len(english.replace("{}", "")), english) for english in DUTCH)
    return [(pattern_of(english), english, -own) for own, english in order]


def pattern_of(english: str) -> re.Pattern[str]:
    """A sentence as a pattern: each ``{}`` takes what stands between quotes, or the least that fits."""
    return re.compile("('.*?'|.+?)".join(map(re.escape, english.split("{}"))))
