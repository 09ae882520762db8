"""Writes what a study found into its folder: the answer, the page, pictures beside their numbers, tables, manifest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from simcore.experiments import folder as study
from simcore.experiments.case import Case
from simcore.experiments.failing import Failing, failing
from simcore.experiments.guesses import first_to_check
from simcore.experiments.kinds import drawn_by, played_by, shown_by
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs
from simcore.results.folder import whole, write_json
from simcore.show.experiments import failing as when
from simcore.show.experiments.checks import checks
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.page import document
from simcore.show.experiments.shown import Shown, tells
from simcore.show.style import Sheet
from simcore.show.words import LANGUAGES, Language, Words

PICTURES, TABLES = study.PICTURES, study.TABLES


def written(place: Path, asked: Experiment, found: Any, asked_for: Sequence[Runs], about: dict[str, Any],
            lang: Language, command: str) -> list[str]:
    """Write all of it but the table of runs, which is there by then; gives the lines of the answer in the language that
    was asked for. The manifest comes last."""
    show = shown_by(asked.question.kind)
    fails = failing(asked, asked_for, names_of(asked))
    tables = show.tables(found) | ({"failing": when.table(fails)} if fails else {})
    for name, table in tables.items():
        study.write_table(place / TABLES / f"{name}.csv", *table)
    shown = {}
    for one in LANGUAGES:
        drawn = [each for each in drawn_by(asked.question.kind).pictures(found, Words(one)) if tells(*each[2])]
        shown[one] = shown_in(asked, found, asked_for, fails, about, drawn, Words(one))
        if one == lang:
            keep(place / PICTURES, drawn)
            study.cleared(place, [study.TABLE, *(f"{TABLES}/{name}.csv" for name in tables),
                                  *(f"{PICTURES}/{name}.{kind}" for name, *_ in drawn for kind in ("png", "csv"))])
    with whole(place / study.ANSWER) as stream:
        stream.write(answer(asked, shown[lang], about, Words(lang), command))
    with whole(place / study.PAGE) as stream:
        stream.write(document(asked, shown, tables, about | {"courses": courses_of(asked_for)}, command, lang))
    write_json(place / study.MANIFEST, about)
    return shown[lang].lines(Words(lang))


def names_of(asked: Experiment) -> dict[Case, str] | None:
    """What cases are called, where a kind gives them names."""
    kind = played_by(asked.question.kind)
    return kind.names(asked) if hasattr(kind, "names") else None


def shown_in(asked: Experiment, found: Any, asked_for: Sequence[Runs], fails: Failing | None, about: dict[str, Any],
             pictures: Sequence[tuple[str, Sheet, tuple]], words: Words) -> Shown:
    """What the kind says, and what holds for any: what to mind, what to check first, when it fails, what is missing."""
    show, name = shown_by(asked.question.kind), Naming(asked, words)
    own = show.first(found, words) if hasattr(show, "first") else checks(first_to_check(asked, asked_for), name)
    mind = [words("experiment.page.mind", what=name.told(asked.question.mind))] if asked.question.mind else []
    rough = [words("experiment.quick")] if asked.quick else []
    lost = [words("experiment.lost", n=about["failed"], of=about["runs"])] if about["failed"] else []
    return Shown(said=list(show.said(found, words)), mind=[*rough, *lost, *mind],
                 sure=[*show.sure(found, words),
                       words("experiment.course.luck" if asked.question.luck_only else "experiment.course")],
                 first=list(own), fails=list(when.said(fails, words)) if fails else [],
                 besides=list(show.besides(found, words)) if hasattr(show, "besides") else [],
                 pictures=[(title, sheet) for title, sheet, _ in pictures], method=method(show, found, fails, words))


def method(show: ModuleType, found: Any, fails: Failing | None, words: Words) -> list[str]:
    """How the kind found it, in the words of who knows such methods; nothing where it has no more to say."""
    return [*(show.method(found, words) if hasattr(show, "method") else ()), *([when.method(words)] if fails else ())]


def keep(folder: Path, drawn: Sequence[tuple[str, Sheet, tuple]]) -> None:
    """Write pictures, each beside its numbers."""
    folder.mkdir(exist_ok=True)
    for name, sheet, table in drawn:
        sheet.save(folder / f"{name}.png")
        study.write_table(folder / f"{name}.csv", *table)


def courses_of(asked_for: Sequence[Runs]) -> int:
    """How many courses were played."""
    return len({r for runs in asked_for for r in runs.block.replications})


def answer(asked: Experiment, shown: Shown, about: dict[str, Any], words: Words, command: str) -> str:
    """The page that a study opens with."""
    pictures = [f"![{sheet.title}]({PICTURES}/{name}.png)\n" for name, sheet in shown.pictures]
    parts = [part for title, some in shown.sections(words) for part in (f"## {title}", "", *some, "")]
    return "\n".join([f"# {asked.question.question[words.lang]}", "", f"**{shown.said[0]}**", "",
                      *(f"- {line}" for line in shown.said[1:]), *([""] if shown.said[1:] else []),
                      *(part for line in shown.mind for part in (f"> {line}", "")), *parts, *pictures,
                      words("experiment.again", command=f"`{command}`"), "",
                      f"{about['made'][:10]}, {about['digest']}", ""])
