"""What is on a stick and what is not, in plain words: for who makes it, and for who opens it; and its start files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from simcore.demo.stick.played import RESIDENTS
from simcore.demo.stick.targets import Target
from simcore.demo.stick.texts import said
from simcore.demo.stick.wheels import Absent


@dataclass(frozen=True)
class Filled:
    """For which computers a stick is whole, what was absent for others, answers (so many, of so many), and of its page
    in how many courses it plays and whether we made it."""
    there: list[Target]
    absent: dict[Target, Absent]
    answers: tuple[int, int]
    courses: int
    made: bool

    @property
    def pythons(self) -> list[str]:
        """Every Python it can be started with; first the one that answers were played with, then the newest."""
        every = sorted({one.python for one in self.there}, key=numbers, reverse=True)
        own = self.there[0].python
        return [own, *(one for one in every if one != own)] if self.answers[0] else every

    def either(self, lang: str) -> str:
        """These Pythons in words, the oldest first."""
        return listed(lang, self.pythons)

    def systems(self, lang: str) -> Iterator[str]:
        """A line for each kind of computer it is for, and for each it is not for, with why."""
        for (system, chip), pythons in grouped((one.system, one.chip, one.python) for one in self.there).items():
            yield "- " + said(lang, "with", system=system_name(lang, system, chip), pythons=listed(lang, pythons))
        lacks = grouped(((one.system, one.chip, why.package), one.python) for one, why in self.absent.items())
        for ((system, chip, package),), pythons in lacks.items():
            what = system_name(lang, system, chip)
            if any((one.system, one.chip) == (system, chip) for one in self.there):
                what = said(lang, "with", system=what, pythons=listed(lang, pythons))
            why = said(lang, "why.package", package=package) if package else said(lang, "why.network")
            yield "- " + said(lang, "without", what=what, why=why)

    def page(self, lang: str) -> str:
        """What plan B is, for who makes the stick."""
        return said(lang, "page.made" if self.made else "page.given", courses=self.courses, residents=RESIDENTS)

    def ready(self, lang: str) -> str:
        """How many answers go along."""
        n, of = self.answers
        return said(lang, "answers.all" if n == of else "answers.some", n=n, of=of, python=self.there[0].python)


def grouped(rows) -> dict[tuple, list[str]]:
    """The last of each row by what stands before it."""
    out: dict[tuple, list[str]] = {}
    for *head, last in rows:
        out.setdefault(tuple(head), []).append(last)
    return out


def numbers(version: str) -> list[int]:
    """A version to sort by: 3.9 comes before 3.11."""
    return [int(part) for part in version.split(".")]


def listed(lang: str, pythons: list[str]) -> str:
    """Versions in words, the oldest first: 3.11, 3.12 or 3.13."""
    *first, last = sorted(pythons, key=numbers)
    return f"{', '.join(first)}{said(lang, 'or')}{last}" if first else last


def system_name(lang: str, system: str, chip: str) -> str:
    """A kind of computer in words."""
    try:
        return said(lang, f"system.{system}.{chip}")
    except KeyError:
        return f"{system} ({chip})"


def lines(filled: Filled, lang: str) -> list[str]:
    """What is told to who makes a stick."""
    return [said(lang, "for"), *filled.systems(lang), filled.page(lang), filled.ready(lang), said(lang, "tried"),
            said(lang, "first")]


def write(filled: Filled, into: Path) -> None:
    """The start files and what there is to read first. Lines end as Notepad and a Windows terminal ask."""
    here = resources.files("simcore.demo.stick").joinpath("on_it")
    n, of = filled.answers
    own = filled.there[0].python
    parts = {"pythons": " ".join(filled.pythons), "best": filled.pythons[0]}
    for lang in ("nl", "en"):
        parts |= {f"or_{lang}": filled.either(lang), f"sets_{lang}": "\n".join(filled.systems(lang)),
                  f"page_{lang}": said(lang, "page.small" if filled.made else "page.own", courses=filled.courses,
                                       residents=RESIDENTS),
                  f"answers_{lang}": said(lang, "answers.best", best=own, n=n, of=of) if n else ""}
    ends = {"leesmij.txt": "\r\n", "start.bat": "\r\n", "start.sh": "\n", "start.command": "\n", "start.desktop": "\n"}
    for name, end in ends.items():
        text = here.joinpath(name.replace(".command", ".sh")).read_text(encoding="utf-8")
        for key, value in parts.items():
            if not value:
                text = text.replace(f"{{{key}}}\n", "")
            text = text.replace(f"{{{key}}}", value)
        file = into / name
        file.write_text(text, encoding="utf-8", newline=end)
        file.chmod(0o755 if name.startswith("start.") else 0o644)
    (into / "simwijk" / "start.py").write_bytes(here.joinpath("start.py").read_bytes())
    (into / "python").mkdir()
    put_here = "\n".join(said(lang, "python", best=filled.pythons[0]) for lang in ("nl", "en"))
    (into / "python" / "leesmij.txt").write_text(put_here, encoding="utf-8", newline="\r\n")
