"""The answers that come along: what each experiment found when it was played whole, with the day and the digest.

    experiments/answers/stop_rule.md

Whoever plays one anew hears whether the numbers are the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simcore.experiments import files

FOLDER = "answers"
FOOT = re.compile(r"^`simwijk sweep (?P<name>[\w-]+)`: (?P<runs>\d+) runs, (?P<made>\d{4}-\d\d-\d\d), "
                  r"digest `(?P<digest>[0-9a-f]{32})`$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """An answer that comes along: the day it was made, how many runs it rests on, the digest of their table."""
    made: str
    runs: int
    digest: str


def answer_of(name: str) -> Answer | None:
    """The answer of a bundled experiment; None when none comes along."""
    try:
        text = (files.folder() / FOLDER / f"{name}.md").read_text(encoding="utf-8")
    except OSError:
        return None
    found = FOOT.search(text)
    return Answer(found["made"], int(found["runs"]), found["digest"]) if found and found["name"] == name else None


def text_of(about: Mapping[str, Any], pages: Mapping[str, str]) -> str:
    """An answer as it comes along, from the manifest of its study and its ``answer.md`` in each language."""
    foot = (f"`simwijk sweep {about['experiment']}`: {about['runs']} runs, {about['made'][:10]}, "
            f"digest `{about['digest']}`")
    return "\n\n".join([*(told(page) for page in pages.values()), "---", foot]) + "\n"


def told(page: str) -> str:
    """The question and the lines of an answer: what stands above its pictures."""
    return page.partition("\n![")[0].strip()
