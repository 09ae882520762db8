"""``simwijk diary``: tells what happened in the typical course of a run, or in the life of one resident there."""

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcore.errors import BadInput, Problem, SimwijkError, quoted

if TYPE_CHECKING:
    from simcore.canvas import Spec
    from simcore.results.diary import Fact
    from simcore.results.names import Names, Person
    from simcore.results.recorder import Recording
    from simcore.run import Outcome
    from simcore.show.words import Words

LINES = 25                          # of a selection
MANY = 8                            # residents of one name that are listed


def diary(folder: Path, resident: str | None, item: str | None, week: str | None, limit: int | None, everything: bool,
          as_json: bool, plugin_files: tuple[Path, ...], lang: str) -> None:
    """Print the diary; BadInput for a folder, resident, item or week that is not there."""
    from simcore.results.diary import KINDS, concerns, in_time, joined, selection
    from simcore.results.opened import opened
    from simcore.show.diary import Teller
    from simcore.show.terminal import printable
    from simcore.show.words import Words
    from simcore.studies.kept import is_comparison, models_in

    if is_comparison(folder):
        raise BadInput(Problem(str(folder), 0, 0, "this is a comparison of several models", "a diary is of one",
                               "name one of " + ", ".join(str(folder / key) for key in models_in(folder))))
    outcome, manifest = opened(folder)
    words = Words(lang)
    weeks = weeks_of(week, outcome.weeks)
    if item is not None:
        check_item(item, outcome.spec)
    facts, recording, why = everything_in(folder, outcome, manifest, plugin_files, words, as_json)
    teller = Teller(outcome.spec, outcome.seed, words)
    person = one_of(resident, recording, teller.names, why) if resident is not None else None
    asked = [fact for fact in facts
             if fact.week in weeks and (item is None or item in (fact.item, fact.values.get("of")))
             and (KINDS[fact.kind].weight if person is None else concerns(fact, person))]
    asked = joined(asked)
    shown = told(asked, limit, everything or person is not None, selection, in_time)
    if as_json:
        click.echo(json.dumps({"folder": str(folder), "model": outcome.spec.name, "seed": outcome.seed,
                               "replication": manifest["typical"], "played_again": recording is not None,
                               "why_not": why, "lines": len(asked), "diary": [teller.as_dict(fact) for fact in shown]},
                              ensure_ascii=False, indent=1))
        return
    head = [teller.counted("diary.head", len(outcome.replications))]
    if typical := how_typical(outcome, outcome.replications.index(manifest["typical"]), words):
        head.append(typical)
    if why:
        head.append(words("diary.folder_only", why=why))
    rest = [words("diary.names")] if recording else []
    if len(shown) < len(asked):
        ordered = everything or person is not None
        rest.append(words("diary.first" if ordered else "diary.more", shown=len(shown), all=words.number(len(asked))))
    text = [*head, "", *([teller.line(fact) for fact in shown] or [words("diary.empty")]), "", *rest]
    click.echo(printable("\n".join(text).rstrip("\n"), sys.stdout.encoding))


def everything_in(folder: Path, outcome: "Outcome", manifest: dict, plugin_files: tuple[Path, ...], words: "Words",
                  silent: bool) -> "tuple[list[Fact], Recording | None, str]":
    """Every fact of the typical course; the course as it was played again, or why it cannot be (then no people)."""
    from simcore.results.diary_books import Books, read_events

    place = outcome.replications.index(manifest["typical"])
    recording, why = played_again(outcome, manifest, place, plugin_files, words, silent)
    events = read_events(folder / "events.csv", manifest["typical"])
    facts = Books(outcome, place, events, recording.margins if recording else None).facts()
    return facts + (recording.facts if recording else []), recording, why


def highlights(folder: Path, words: "Words", limit: int, silent: bool) -> "list[Fact]":
    """The most telling facts of the typical course in the folder of a run, in order of time."""
    from simcore.results.diary import KINDS, joined, selection
    from simcore.results.opened import opened

    facts, _, _ = everything_in(folder, *opened(folder), (), words, silent)
    return selection(joined([one for one in facts if KINDS[one.kind].weight]), limit)


def how_typical(outcome: "Outcome", place: int, words: "Words") -> str:
    """When the enterprise ends in this course, beside the others in which it does; nothing where it lives on.

    Their middle is that of the indicators, so that a run and its diary tell the same.
    """
    from statistics import median

    from simcore.run import ENTERPRISE

    lived = outcome.lanes[ENTERPRISE].series["alive"].sum(0)
    ends = sorted(int(weeks) for weeks in lived if weeks < outcome.weeks)
    if len(ends) < 2 or lived[place] == outcome.weeks:
        return ""
    return words("diary.ends", time=words.span(int(lived[place])), n=len(ends), middle=words.span(int(median(ends))))


def told(asked: list["Fact"], limit: int | None, ordered: bool, selection, in_time) -> list["Fact"]:
    """What is told: a selection, or everything from the beginning on, up to a limit."""
    if ordered:
        return in_time(asked)[:limit]
    return selection(asked, LINES if limit is None else limit)


def played_again(outcome: "Outcome", manifest: dict, place: int, files: tuple[Path, ...], words: "Words",
                 silent: bool) -> "tuple[Recording | None, str]":
    """The course played again; or nothing, and in words why that cannot be."""
    from simcore.commands.run import progress
    from simcore.results.replay import Unplayable, recorded

    try:
        with progress(words("diary.playing"), silent) as tell:
            return recorded(outcome, manifest, place, files, tell), ""
    except Unplayable as trouble:
        return None, words(trouble.key, **trouble.parts)
    except SimwijkError as error:                      # a plugin of today may fail where that of then did not
        return None, words("diary.unplayable.fails", trouble=str(error).splitlines()[0])


def weeks_of(text: str | None, weeks: int) -> range:
    """``31``, ``31..40``, ``31..`` or ``..40``, from 1 on, as weeks of the run from nought; all without a text."""
    if text is None:
        return range(weeks)
    found = re.fullmatch(r"\s*(\d*)\s*(\.\.)?\s*(\d*)\s*", text)
    first, dots, last = found.groups() if found else ("", None, "")
    if not found or (dots is None and not first) or (dots and not first and not last):
        raise BadInput(Problem("--week", 0, 0, f"{quoted(text)} is no week",
                               instead="write 31, or 31..40 for some in a row"))
    low = int(first or 1)
    high = int(last) if last else weeks if dots else low
    if not 1 <= low <= min(high, weeks):
        why = f"this run has weeks 1 to {weeks}" if high >= low else f"{high} is before {low}"
        raise BadInput(Problem("--week", 0, 0, f"{quoted(text)} holds no week", why,
                               f"write a week from 1 to {weeks}"))
    return range(low - 1, high)


def check_item(item: str, spec: "Spec") -> None:
    """BadInput for what no fact can be tied to: neither a note, nor a need, an account or a part of a file."""
    from simcore.canvas.notes import BLOCKS
    from simcore.files import suggestion

    known = [note.id for block in BLOCKS for note in getattr(spec.canvas, block)]
    known += [need.id for need in spec.place.needs.activities]
    parts = ("enterprise:", "neighbourhood", "simwijk", "plugins", "law", *BLOCKS)
    if item not in known and not item.startswith(parts):
        raise BadInput(Problem("--item", 0, 0, f"this model has no note {quoted(item)}",
                               instead=suggestion(item, known)))


def known_of(one: "Person", recording: "Recording") -> list[str]:
    """What tells somebody from others of that name: the age at first sight, and the team that was joined."""
    mine = [fact for fact in recording.facts if fact.who == one]
    ages = [str(fact.values["age"]) for fact in mine if fact.kind == "portrait"]
    return ages[:1] + [fact.item for fact in mine if fact.kind == "joins"][:1]


def one_of(wanted: str, recording: "Recording | None", names: "Names", why: str) -> "Person":
    """The resident with a number or a name; BadInput when there is none, or more than one."""
    if recording is None:
        raise BadInput(Problem("--resident", 0, 0, "of residents this diary knows nothing", why,
                               "leave --resident out"))
    text = " ".join(wanted.split())
    found = [one for one in recording.people if one.label == text]
    if not found and not text[:1].isdigit():
        named = [(one, names.of(one)) for one in recording.people]
        found = ([one for one, name in named if name.casefold() == text.casefold()]
                 or [one for one, name in named if text and text.casefold() in name.casefold()])
    if len(found) == 1:
        return found[0]
    if not found:
        last = max(one.number for one in recording.people)
        raise BadInput(Problem("--resident", 0, 0, f"no resident goes by {quoted(wanted)}",
                               instead=f"write a name as the diary writes it, or a number from 0 to {last}"))
    listed = ", ".join(f"{one.label} ({', '.join([names.of(one), *known_of(one, recording)])})" for one in found[:MANY])
    raise BadInput(Problem("--resident", 0, 0, f"{len(found)} residents go by {quoted(wanted)}", instead=
                           f"write a number: {listed}{', ...' if len(found) > MANY else ''}"))
