"""Says what the validation found: a table for the screen, and the same as a page in Markdown."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from simcore.files.figures import rows
from simcore.show.texts import TEXTS
from simcore.show.words import Words
from simcore.studies.validation.limits import Found, Limit, all_limits
from simcore.studies.validation.patterns import TOPICS, Beside, inside_of
from simcore.studies.validation.relations import Verdict, all_relations

if TYPE_CHECKING:
    from simcore.studies.validation.report import Report

WIDE, NAME = 116, 58                 # characters of a line; of the name at its beginning
COMMAND = "simwijk validate"


class Said:
    """What a report says in one language."""

    def __init__(self, report: "Report", words: Words):
        self.report, self.words = report, words

    def __call__(self, key: str, **parts: object) -> str:
        return self.words(f"validate.{key}", **parts)

    # --- numbers ------------------------------------------------------------------------------------------------

    def number(self, value: float) -> str:
        """A number with five digits that count, and no more decimals than it needs."""
        if abs(value) >= 1000 or float(value).is_integer():
            return self.words.number(value)
        return self.words.number(value, 2 if abs(value) >= 10 else 4).rstrip("0").rstrip(",.") or "0"

    def share(self, value: float, unit: str) -> str:
        """A published or measured value in its unit; shares in per cent."""
        if unit == "share":
            return self.words("unit.share", n=self.words.sized(100 * value))
        return self.words.sized(value) if abs(value) < 1000 else self.words.whole(value)

    def off(self, one: Found) -> str:
        """How far an estimate is off, in standard errors; ‘exact’ where luck has no part."""
        return self("exact") if one.z is None else f"z {self.words.number(one.z, 1, signed=True)}"

    def verdict(self, holds: bool | None) -> str:
        """Whether something holds; a dash where there is nothing to see."""
        return "–" if holds is None else self("holds" if holds else "fails")

    def error(self, one: Found) -> str:
        """The standard error as a share of the answer."""
        return "–" if one.z is None else self.words("unit.share", n=self.words.number(100 * one.relative_error, 2))

    def published(self, one: Beside) -> str:
        """What was published, with its range where it has one; a dash where nothing was."""
        pattern = one.pattern
        if not pattern.row:
            return "–"
        base = self.share(pattern.base, pattern.unit)
        if pattern.low == pattern.high:
            return base
        return f"{base} ({self.share(pattern.low, pattern.unit)} – {self.share(pattern.high, pattern.unit)})"

    def made(self, one: Beside) -> str:
        """What the model makes of it, with its band."""
        if one.band is None:
            return "–"
        middle, low, high = (self.share(x, one.pattern.unit) for x in (one.band.median, one.band.low, one.band.high))
        return f"{middle} ({low} – {high})"

    def judged(self, one: Beside) -> str:
        """The verdict on a pattern, and why it does not count where it does not."""
        why = [self(f"why.{one.pattern.why}")] if one.pattern.why else []
        why += [self("used")] if one.used else []
        return "; ".join([self(f"said.{one.verdict}"), *why])

    def of(self, one: Beside) -> str:
        """Of which model, or of the neighbourhood."""
        return one.model or self("neighbourhood")

    # --- heads ----------------------------------------------------------------------------------------------------

    def counts(self) -> tuple[str, str]:
        """How much holds: of limits, of relations."""
        report = self.report
        return (self("limits", some=sum(one.holds for one in report.limits.values()), all=len(report.limits)),
                self("relations", some=len(report.held), all=len(report.relations)))

    def tables(self) -> Iterator[tuple[str, str, list[Beside]]]:
        """The tables of patterns: a head with how many lie inside, what they are about, and the patterns."""
        for topic, plugins in TOPICS.items():
            if some := self.report.of_topic(topic):
                key, (inside, every) = topic or "patterns", inside_of(some)
                yield self(key, some=inside, all=every), self(f"{key}.about", **plugins), some

    def sum(self) -> str:
        """Whether all limits and relations hold, or which do not."""
        if self.report.holds:
            return self("good")
        return self("bad", names=", ".join(self.words(key) for key in self.report.failed))


# --- the screen -------------------------------------------------------------------------------------------------------


def said(report: "Report", words: Words) -> str:
    """The whole answer for the terminal."""
    says = Said(report, words)
    limits, relations = says.counts()
    parts = [[limits, *(limit_line(key, one, says) for key, one in report.limits.items())],
             [relations, *(line for key, found in report.relations.items()
                           for line in relation_lines(key, found, says))],
             *([head, *(line for one in some for line in pattern_lines(one, says))] for head, _, some in says.tables()),
             [*([says("quick")] if report.quick else []), *wrap(says.sum(), WIDE)]]
    return "\n\n".join("\n".join(lines) for lines in parts)


def named(text: str) -> Iterator[str]:
    """A name in lines that fit before the figures: all but the last stand alone."""
    *before, last = wrap(text, NAME - 2) or [""]
    yield from (f"  {line}" for line in before)
    yield f"  {last:<{NAME - 2}}"


def limit_line(key: str, one: Found, says: Said) -> str:
    """A limit: name, estimate, answer, how far off."""
    *before, last = named(says.words(f"limit.{key}"))
    error = "" if one.z is None else says("error", share=says.words.number(100 * one.relative_error, 2))
    line = (f"{last}{says.number(one.estimate):>12}  {says.number(one.exact):>10}  {says.off(one):>7}  {error:<11} "
            f"{says.verdict(one.holds)}")
    return "\n".join([*before, line])


def relation_lines(key: str, found: dict[str, Verdict], says: Said) -> Iterator[str]:
    """A relation: name, and for each model whether it holds."""
    *before, last = named(says.words(f"relation.{key}"))
    yield from before
    yield f"{last}  " + "  ".join(f"{name} {says.verdict(one.holds)}" for name, one in found.items())


def pattern_lines(one: Beside, says: Said) -> Iterator[str]:
    """A pattern: name and row, what was published, what the model makes, the verdict."""
    *before, last = named(says.words(f"pattern.{one.pattern.key}") + (f" ({one.model})" if one.model else ""))
    yield from before
    yield f"{last}  {one.pattern.row or '–':<8} {says.published(one):<24} {says.made(one):<24} {says.judged(one)}"


# --- the page ---------------------------------------------------------------------------------------------------------


def page(report: "Report", words: Words) -> str:
    """The report as a page in Markdown."""
    says = Said(report, words)
    limits, relations = says.counts()
    parts = [f"# {says('title')}", says.sum(), says("again", command=f"`{COMMAND}`"),
             f"## {limits}", says("limits.about"), table(limit_head(says), [
                 limit_row(all_limits()[key], one, says) for key, one in report.limits.items()]),
             f"## {relations}", says("relations.about"),
             table([says("head.relation"), says("head.kind"), *report.models],
                   [relation_row(key, found, report.models, says) for key, found in report.relations.items()]),
             *(part for head, about, some in says.tables() for part in pattern_table(head, about, some, says)),
             f"## {says('sources')}", "\n".join(sources(report, says))]
    return "\n\n".join(parts) + "\n"


def pattern_table(head: str, about: str, some: list[Beside], says: Said) -> Iterator[str]:
    """A table of patterns below its head and what it is about, and what has to be said of some."""
    yield from (f"## {head}", about)
    yield table([says(f"head.{one}") for one in ("pattern", "of", "row", "published", "model", "verdict")],
                [pattern_row(one, says) for one in some])
    yield from notes(some, says)


def table(head: list[str], lines: list[list[str]]) -> str:
    """A table in Markdown."""
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |"
                     for line in [head, ["---"] * len(head), *lines])


def limit_head(says: Said) -> list[str]:
    """What stands above the limits."""
    heads = [says(f"head.{one}") for one in ("limit", "law", "equation", "answer", "found", "luck")]
    return [*heads, "z", says("head.verdict")]


def limit_row(limit: Limit, one: Found, says: Said) -> list[str]:
    """A limit with its section of docs/laws.md and its equation."""
    source = f" ({limit.source})" if limit.source else ""
    return [says.words(f"limit.{limit.key}"), limit.section, limit.equation + source, says.number(one.exact),
            says.number(one.estimate), says.error(one), says.off(one).removeprefix("z "), says.verdict(one.holds)]


def relation_row(key: str, found: dict[str, Verdict], models: list[str], says: Said) -> list[str]:
    """A relation with its verdict in each model, and what was counted."""
    verdicts = [found.get(name, Verdict(None)) for name in models]
    cells = [says.verdict(one.holds) + (f" ({one.said})" if one.said else "") for one in verdicts]
    return [says.words(f"relation.{key}"), says(f"kind.{all_relations()[key].kind}"), *cells]


def pattern_row(one: Beside, says: Said) -> list[str]:
    """A pattern with its row, both values and the verdict."""
    return [says.words(f"pattern.{one.pattern.key}"), says.of(one), one.pattern.row or "–", says.published(one),
            says.made(one), says.judged(one)]


def notes(some: list[Beside], says: Said) -> Iterator[str]:
    """What has to be said of some patterns beside their verdict."""
    for key in dict.fromkeys(one.pattern.key for one in some):
        if f"validate.note.{key}" in TEXTS:
            yield f"{says.words(f'pattern.{key}')}: {says(f'note.{key}')}"


def sources(report: "Report", says: Said) -> Iterator[str]:
    """Every row that a pattern comes from, with its source."""
    for name in dict.fromkeys(one.pattern.row for one in report.patterns if one.pattern.row):
        row = rows()[name]
        label = row.label_nl if says.words.lang == "nl" else row.label_en
        yield "- " + says("row", id=name, label=label, place=row.place, year=row.year, source=row.source)
