"""A note on how far the model agrees with itself and with what was published: what was compared, what falls outside.

What ``simwijk validate`` found stands in validated.csv, which ``scripts/validated.py`` writes from docs/validation.md.
"""

import csv
from functools import lru_cache
from importlib import resources

from simcore.files.figures import rows
from simcore.show.page.html import Html, tag
from simcore.show.page.page import Page

HEADINGS = ("limits", "relations")


@lru_cache
def found() -> list[dict[str, str]]:
    """The lines of the file: counts of the two headings, then patterns that were kept aside."""
    with resources.files("simcore.show.page").joinpath("validated.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def validated(page: Page) -> Html:
    """The note; patterns of other models than those on the page are left out."""
    counts = {one["key"]: (one["low"], one["high"]) for one in found() if one["key"] in HEADINGS}
    shown = [one for one in found() if one["key"] not in HEADINGS and (not one["of"] or one["of"] in page.keys)]
    inside, outside = ([one for one in shown if one["verdict"] == which] for which in ("inside", "outside"))
    said = [page(f"report.validated.{key}", some=some, all=every) for key, (some, every) in counts.items()]
    table = tag("table", tag("thead", tag("tr", [tag("th", page(f"validate.head.{one}"), scope="col")
                                                 for one in ("pattern", "published", "model", "verdict")])),
                tag("tbody", [line(page, one) for one in (*outside, *inside)])) if shown else None
    return tag("section", tag("h2", page("report.validated")), [tag("p", one) for one in said],
               tag("p", page("report.validated.patterns", n=len(shown), outside=len(outside))), table,
               tag("p", page("report.validated.about"), class_="soft"), id=page.at("validated"))


def line(page: Page, one: dict[str, str]) -> Html:
    """A pattern: what was published and where, what the model makes of it, and whether that fits."""
    row = rows()[one["row"]]
    name = page(f"pattern.{one['key']}") + (f" ({page.titles[one['of']]})" if one["of"] else "")
    source = f"{row.place}, {row.year} ({row.id})"
    return tag("tr", tag("th", name, scope="row"),
               tag("td", value(page, one, "low", "base", "high"), tag("br"), tag("span", source, class_="soft")),
               tag("td", value(page, one, "made_low", "made", "made_high")),
               tag("td", page(f"validate.said.{one['verdict']}")))


def value(page: Page, one: dict[str, str], *columns: str) -> str:
    """A number with its range, in per cent where it is a share."""
    low, middle, high = (page.words.sized(float(one[column])) for column in columns)
    text = page("unit.share", n=middle) if one["share"] else middle
    return text if low == high else f"{text} ({page('span', low=low, high=high)})"
