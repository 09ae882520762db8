"""What the numbers of each model rest on: how many are facts, sources, assumptions and open; the last two in full."""

from collections import Counter

from simcore.canvas.wording import amount
from simcore.show.page.html import Html, joined, link, tag
from simcore.show.page.page import Page
from simcore.show.page.sources import PLACE, called, item_of, number_at, owner_of, plain, title

KINDS = ("fact", "source", "assumption", "open")


def evidence(page: Page) -> Html:
    """A count of each kind, then what nobody knows yet, note by note."""
    owners = {**{key: key for key in page.keys}, PLACE: page.keys[0]}
    counts = {owner: Counter(one.evidence for path, one in page.numbers[key].items() if owner_of(key, path) == owner)
              for owner, key in owners.items()}
    heads = [page.model(key) for key in page.keys] + [page.words.place(page.found.any.spec.place)]
    rows = [tag("tr", tag("th", page(f"evidence.{kind}"), scope="row"),
                [tag("td", page.words.number(some[kind])) for some in counts.values()]) for kind in KINDS]
    table = tag("table", tag("thead", tag("tr", tag("th", page("validate.head.kind"), scope="col"),
                                          [tag("th", one, scope="col") for one in heads])), tag("tbody", rows))
    return tag("section", tag("h2", page("report.evidence")), tag("p", page("report.evidence.about")), table,
               [of_model(page, key) for key in page.keys], id=page.at("evidence"))


def of_model(page: Page, key: str) -> Html:
    """The open questions and assumptions of one canvas: a line for each note."""
    groups: dict[tuple[str, str], list[Html]] = {}
    for kind in ("open", "assumption"):
        for path, one in page.numbers[key].items():
            if one.evidence == kind and owner_of(key, path) == key:
                reach = f" ({page('span', low=plain(page, one, one.low), high=plain(page, one, one.high))})" \
                    if one.ranged else ""
                name = called(page, key, path)
                groups.setdefault((kind, item_of(path)), []).append(joined(
                    name, ": " if name else None,
                    link(number_at(page, key, path), amount(one, page.words.lang), reach)))
    rows = [tag("tr", tag("td", page(f"evidence.{kind}")), tag("th", title(page, key, item), scope="row"),
                tag("td", [joined("; " if n else None, one) for n, one in enumerate(some)]))
            for (kind, item), some in groups.items()]
    return tag("table", tag("caption", page.model(key)), tag("tbody", rows), class_="guesses")
