"""Sources and notes of numbers in Dutch: files tell in one language where a number comes from, rooms read two.

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


def in_dutch(text: str) -> str:
    """A source, note or unit in Dutch; as it stands where there is no Dutch for it, as in a file of your own."""
    english, own = UNCHECKED
    if text.startswith(english):
        return own + in_dutch(text.removeprefix(english))
    return dutch().get(text, text)
