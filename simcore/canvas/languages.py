"""What files say in one language, in the other: sources, notes and questions of numbers, units, taglines.

The pairs stand in ``models/notes.csv``, beside the files they are about.
"""

import csv
import functools

from simcore.canvas.bundled import folder

FILE = "notes.csv"
UNCHECKED = ("own knowledge, to be checked: ", "eigen kennis, nog na te gaan: ")     # before the source of many figures


@functools.cache
def dutch() -> dict[str, str]:
    """English text -> Dutch text."""
    with open(folder() / FILE, encoding="utf-8", newline="") as stream:
        return {row["english"]: row["dutch"] for row in csv.DictReader(stream)}


@functools.cache
def english() -> dict[str, str]:
    """Dutch text -> English text."""
    return {told: text for text, told in dutch().items()}


def in_english(text: str) -> str:
    """The same the other way round."""
    return english().get(text, text)


def in_dutch(text: str) -> str:
    """A source, note or unit in Dutch; as it stands where there is no Dutch for it, as in a file of your own."""
    english, own = UNCHECKED
    if text.startswith(english):
        return own + in_dutch(text.removeprefix(english))
    return dutch().get(text, text)
