"""A small canvas to begin with: a file per language beside this one, with the name still to be filled in.

Both files hold the same notes and numbers. What starts with ``#`` at the far left is explanation; a ``#`` further on
switches a line off, and lines under one letter, as in ``[A]``, are switched on together.
"""

import unicodedata
from pathlib import Path
from string import Template

from simcore.canvas.bundled import models
from simcore.errors import BadInput, Problem, quoted

LONGEST = 60                     # characters of a name: what a sticky note holds
# What has no plain letter in it, and what is left out.
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
APOSTROPHES = str.maketrans("", "", "'’‘`´\"")
# What Windows keeps for devices, whatever the ending.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def starter(name: str, file: str, lang: str) -> str:
    """The text of a new canvas called ``name``, whose comments speak of ``file``, in "nl" or "en"."""
    text = (Path(__file__).parent / f"{lang}.yaml").read_text(encoding="utf-8")
    in_quotes = name.replace("\\", "\\\\").replace('"', '\\"')
    return Template(text).substitute(name=name, quoted=f'"{in_quotes}"', file=in_a_shell(file))


def name_of(words: str) -> str:
    """A name as it can stand on a sticky note: one line, single spaces.

    Raises BadInput, with what to write instead, for one that is empty, too long or looks like a file.
    """
    name = " ".join(unicodedata.normalize("NFC", words).split())
    if name.lower().endswith((".yaml", ".yml")):
        bare = Path(name).stem
        raise odd(name, "is the name of a file", "here the enterprise is named",
                  f"write {quoted(bare)}; where the file goes is said with --out")
    if any(sign in name for sign in "/\\"):
        last = name.replace("\\", "/").strip("/").rpartition("/")[2] or "Ons Groen"
        raise odd(name, "looks like a path", "here the enterprise is named",
                  f"write {quoted(last)}; where the file goes is said with --out")
    if not all(one.isprintable() for one in name):
        raise odd(name, "holds a character that cannot be shown", "", "write letters, digits and spaces")
    if not any(one.isalnum() for one in name):
        raise odd(name, "has no letter or digit", "", 'write what the enterprise is called, as in "Ons Groen"')
    if len(name) > LONGEST:
        short = name[:LONGEST + 1].rpartition(" ")[0] or name[:LONGEST]
        raise odd(name, f"has {len(name)} characters", f"a sticky note holds {LONGEST}", f"write {quoted(short)}")
    return name


def file_of(name: str) -> str:
    """The file that a name leads to: "Café 't Hoekje" goes to ``cafe_t_hoekje.yaml``.

    Raises BadInput when no file can be called after it, or a model that comes along is.
    """
    folded = unicodedata.normalize("NFKD", name.lower().translate(APOSTROPHES).translate(LETTERS))
    kept = "".join(one if one.isascii() and one.isalnum() else " " for one in folded if not unicodedata.combining(one))
    stem = "_".join(kept.split())
    if not stem:
        raise odd(name, "gives no name for a file", "that takes letters a to z or digits",
                  "name the file, as in --out my_canvas.yaml")
    if stem in DEVICES:
        raise odd(name, f"cannot be the name of a file on Windows ({stem})", "",
                  f"name the file, as in --out {stem}_canvas.yaml")
    if stem in models():
        raise odd(name, f"is the name of a model that comes along ({stem})", "the two would be taken for each other",
                  "give yours another name")
    return f"{stem}.yaml"


def in_a_shell(file: str) -> str:
    """A file as it is typed after a command, on Windows too."""
    plain = all(one.isalnum() or one in "-_./:\\~" for one in file)
    return file if plain else f'"{file}"'


def odd(name: str, what: str, why: str, instead: str) -> BadInput:
    """The problem with a name that was given."""
    return BadInput(Problem("", 0, 0, f"{quoted(name)} {what}", why, instead))
