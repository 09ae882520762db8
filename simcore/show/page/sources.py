"""Where a figure comes from: what each indicator means and rests on, the streams of each party, every number.

A figure leads to an indicator or to streams; those lead to the numbers they rest on, with source and evidence. So
nothing on the page is further than two steps from where it comes from.
"""

from simcore.canvas.named import rows_in
from simcore.canvas.notes import BLOCKS
from simcore.canvas.wording import amount
from simcore.files import Quantity
from simcore.plugin.nouns import Stream
from simcore.results.bands import band, per_year
from simcore.results.parties import cells, party_of
from simcore.results.registry import Indicator
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, NOTHING
from simcore.show.explain import row as row_of_figures
from simcore.show.page.html import Html, fold, joined, link, tag
from simcore.show.page.page import Page
from simcore.show.words import LEAVES
from simcore.studies.origin import partners_of

PLACE, PLUGINS = "neighbourhood", "plugins"


def item_of(path: str) -> str:
    """What a number belongs to: a note, or a part of the neighbourhood, the run or a plugin."""
    start = owner_path(path)
    return start.rpartition(".")[2] if path.split(".")[0] in BLOCKS else start


def owner_path(path: str) -> str:
    """The part of a path that says what the number belongs to."""
    steps = path.split(".")
    whose = len(steps) > 2 or steps[0] in (PLACE, PLUGINS)
    return ".".join(steps[:2]) if whose else steps[0]


def owner_of(key: str, path: str) -> str:
    """Under which heading a number stands: the neighbourhood's are there once, for all models."""
    return PLACE if path.startswith(f"{PLACE}.") else key


def number_at(page: Page, key: str, path: str) -> str:
    """Where a number stands on the page."""
    return page.at("number", owner_of(key, path), path)


def item_at(page: Page, key: str, item: str) -> str:
    """Where the numbers of an item begin."""
    return page.at("item", owner_of(key, f"{item}."), item)


def title(page: Page, key: str, item: str) -> str:
    """What an item is called: its note, its need, or the parts of its path in words."""
    spec = page.found.outcomes[key].spec
    notes = {note.id: note for block in BLOCKS for note in getattr(spec.canvas, block)}
    if item in notes:
        return page.words.name(notes[item])
    if item in BLOCKS:
        return page(f"block.{item}")
    first, _, rest = item.partition(".")
    if first == PLUGINS:
        plugins = next(dict(entry.plugins) for entry in page.found.entries if entry.key == key)
        said = getattr(plugins.get(rest), "dutch" if page.words.lang == "nl" else "english", rest)
        return f"{page('item.plugins')}: {said}"
    parts = page.text(f"item.{first}"), page.words.leaf(rest)
    return page.text(f"item.{item}") or ": ".join(part for part in parts if part)


# --- what an indicator means --------------------------------------------------------------------------------------


def about(page: Page) -> Html:
    """Each indicator that was measured: what it says, its unit and formula, and the numbers it rests on."""
    measured = [key for key in INDICATORS if key in page.found.figures()] + ["parties"]
    return fold(page.at("sources"), page("page.sources"), tag("p", page("page.sources.about")),
                [one_about(page, INDICATORS[key]) for key in measured])


def one_about(page: Page, one: Indicator) -> Html:
    """One indicator."""
    owners: dict[tuple[str, str], dict[str, str]] = {}             # item and title -> owner -> a model that has it
    for key in page.keys:
        for path in page.numbers[key]:
            if one.rests_on(path):
                item = item_of(path)
                owners.setdefault((item, title(page, key, item)), {}).setdefault(owner_of(key, path), key)
    notes = sorted(owners.items(), key=lambda one: PLACE in one[1])          # notes of the models first
    rests = [joined([link(page.at("item", owner, item), called if n == 0 else None, " ", sign(page, owner),
                          title=page.titles.get(owner)) for n, owner in enumerate(mine)])
             for (item, called), mine in notes]
    return tag("div", tag("h3", f"{one.number}. {page.indicator(one.key)}"),
               tag("p", page(f"indicator.{one.key}.about")),
               tag("p", page(f"indicator.{one.key}.formula"), class_="soft"),
               tag("p", page("explain.proxy"), class_="soft") if one.proxy else None,
               tag("p", page("page.sources.rests"), ": ", listed(rests)) if rests else None,
               class_="about", id=page.at("about", one.key))


def sign(page: Page, owner: str) -> Html:
    """What stands for an owner of numbers in a link: the mark of a model, a house for the neighbourhood."""
    return page.marks[owner].svg() if owner in page.marks else joined("⌂")


def listed(parts: list[Html]) -> Html:
    """Parts with commas between them."""
    return joined([[", " if n else None, part] for n, part in enumerate(parts)])


# --- the streams of a party ---------------------------------------------------------------------------------------


def streams(page: Page) -> Html:
    """For each party and model the streams behind what it gains or pays, each with the note it belongs to."""
    tables = []
    for key in page.keys:
        outcome = page.found.outcomes[key]
        partners = partners_of(outcome)
        found = cells(outcome.lanes[NOTHING], outcome.lanes[ENTERPRISE], partners)
        for party in page.found.parties():
            parts = [(side, part) for side in ("cash", "kind") for part in found.get((party, side), [])]
            rows = [tag("tr", tag("td", page(f"side.{side}")),
                        tag("td", stream_name(page, part.stream.name), tag("br"),
                            " → ".join(page.words.party(party_of(account, partners))
                                       for account in (part.stream.payer, part.stream.payee)), tag("br"),
                            tag("span", part.stream.name, class_="soft path")),
                        tag("td", link(item_at(page, key, part.stream.item), title(page, key, part.stream.item)),
                            [joined(tag("br"), number_of(page, key, path))
                             for path in rests_on(page, key, part.stream)]),
                        tag("td", page.figure(band(per_year(part.cents / 100, outcome.weeks), "EUR/year", True))))
                    for side, part in parts]
            name = page("page.sources.party", party=page.words.party(party), name=page.titles[key])
            tables.append(tag("table", tag("caption", page.marks[key].svg(), " ", name),
                              tag("thead", tag("tr", tag("th", page("page.sources.streams"), scope="col"),
                                               tag("th", page("page.sources.way"), scope="col"),
                                               tag("th", page("page.sources.note"), scope="col"),
                                               tag("th", page("page.sources.yearly"), scope="col"))),
                              tag("tbody", rows), id=page.at("party", key, party)))
    return fold(page.at("streams"), page("page.streams"), tag("p", page("page.unclear")) if page.banded else None,
                tables)


# The numbers that a kind of stream hangs on beside those of its own note: what makes the amount.
RESTS = {
    "coach": ("neighbourhood.assistance.coach_share", "neighbourhood.assistance.coach_rate"),
    "unpaid": ("simwijk.unpaid_labour",), "volunteers": ("simwijk.unpaid_labour",),
    "benefits": ("neighbourhood.assistance.cost",), "lost benefits": ("neighbourhood.assistance.norm_single.0.value",),
    "work": ("neighbourhood.labour.net_wage", "neighbourhood.labour.wage_tax"),
    "wmo": ("neighbourhood.wmo.tariff", "neighbourhood.wmo.budget_rate"),
}  # fmt: skip


def rests_on(page: Page, key: str, stream: Stream) -> list[str]:
    """Paths of the very numbers that make the amount of a stream; of what a partner bears also the cost itself."""
    kind, _, rest = stream.name.partition(".")
    paths = RESTS.get(kind, ())
    if kind == "in kind":
        paths = (f"costs.{rest.partition('.')[0]}.amount", f"key_partnerships.{stream.payer}.share")
    return [path for path in paths if path in page.numbers[key]]


def number_of(page: Page, key: str, path: str) -> Html:
    """A number by its name and value, and how sure it is; a link to where it stands."""
    one = page.numbers[key][path]
    sure = page(f"evidence.{one.evidence}")
    if any(row.confidence == "low" for row in rows_in(one)):
        sure = page("page.sources.low", evidence=sure)
    return link(number_at(page, key, path), f"{called(page, key, path) or title(page, key, item_of(path))}: "
                f"{amount(one, page.words.lang)} ({sure})", class_="soft")


def stream_name(page: Page, name: str) -> str:
    """What kind of stream it is: one that a plugin brings goes by the name of that plugin,
    unless it has one of its own."""
    head = name.partition(".")[0]
    brings = next((dict(entry.plugins)[head] for entry in page.found.entries if head in dict(entry.plugins)), None)
    return page.text(f"stream.{head}") or getattr(brings, "dutch" if page.words.lang == "nl" else "english", "") or name


# --- the numbers --------------------------------------------------------------------------------------------------


def numbers(page: Page) -> Html:
    """Every number with its value, range, evidence and source: of each canvas, then of the neighbourhood."""
    tables, spec = [], page.found.any.spec
    for key in page.keys:
        own = {path: one for path, one in page.numbers[key].items() if owner_of(key, path) == key}
        tables.append(table(page, key, key, page("page.numbers.of", name=page.titles[key]), own))
    place = {path: one for path, one in page.numbers[page.keys[0]].items() if owner_of("", path) == PLACE}
    tables.append(table(page, page.keys[0], PLACE, page("page.numbers.place", name=page.words.place(spec.place)),
                        place))
    return fold(page.at("numbers"), page("page.numbers"), tables)


def table(page: Page, key: str, owner: str, caption: str, every: dict[str, Quantity]) -> Html:
    """The numbers of one file, item by item. Items without a number have a line too, as streams lead to them."""
    groups: dict[str, list[tuple[str, Quantity]]] = {item: [] for item in without_numbers(page, key, owner)}
    for path, one in every.items():
        groups.setdefault(item_of(path), []).append((path, one))
    bodies = [tag("tbody", tag("tr", tag("th", title(page, key, item), " ", tag("span", f"({item})", class_="soft"),
                                         colspan=5,
                                         scope="rowgroup"), class_="group"),
                  [number(page, key, owner, path, one) for path, one in some], id=page.at("item", owner, item))
              for item, some in sorted(groups.items(), key=lambda group: not group[1])]
    names = ("number", "value", "range", "evidence", "source")
    return tag("table", tag("caption", caption),
               tag("thead", tag("tr", [tag("th", page(f"page.numbers.{name}"), scope="col") for name in names])),
               bodies,
               class_="numbers")


def without_numbers(page: Page, key: str, owner: str) -> list[str]:
    """Items that streams belong to and no number does."""
    lanes = page.found.outcomes[key].lanes.values()
    every = dict.fromkeys(stream.item for lane in lanes for stream in lane.streams)
    have = {item_of(path) for path in page.numbers[key]}
    return [item for item in every if item not in have and owner_of(key, f"{item}.") == owner]


def called(page: Page, key: str, path: str) -> str:
    """What a number is called below its item: the needs, notes and words on its path, and since when it holds."""
    spec, steps = page.found.outcomes[key].spec, path.removeprefix(f"{owner_path(path)}.").split(".")
    names = {need.id: page.words.place(need) for need in spec.place.needs.activities}
    names |= {note.id: page.words.name(note) for block in BLOCKS for note in getattr(spec.canvas, block)}
    out = []
    for n, step in enumerate(steps):
        if step.isdigit() and steps[-1] == "value":
            rule = getattr(getattr(spec.place, path.split(".")[1]), steps[n - 1])
            out.append(page("page.numbers.since", month=page.words.month(rule[int(step)].from_day)))
        elif step.isdigit():
            out.append(page(f"page.numbers.third.{step}"))
        elif step in names or step in LEAVES:
            out.append(names.get(step) or page.words.leaf(f"{path.partition('.')[0]}.{step}"))
    return ", ".join(out)


def number(page: Page, key: str, owner: str, path: str, one: Quantity) -> Html:
    """One number in a row of its own."""
    leaf = called(page, key, path)
    reach = page("span", low=plain(page, one, one.low), high=plain(page, one, one.high)) if one.ranged else "–"
    question = ([tag("br"), page("page.numbers.question", question=page.words.note(one.question))]
                if one.question else None)
    note = [tag("br"), tag("span", page.words.note(one.note), class_="soft")] if one.note else None
    return tag("tr", tag("td", [leaf, tag("br")] if leaf else None, tag("span", path, class_="soft path")),
               tag("td", amount(one, page.words.lang)), tag("td", reach), tag("td", page(f"evidence.{one.evidence}")),
               tag("td", page.words.note(one.source),
                   [joined(tag("br"), tag("span", row_of_figures(row, page.words), class_="soft"))
                    for row in rows_in(one)],
                   note, question), id=page.at("number", owner, path))


def plain(page: Page, one: Quantity, value: float) -> str:
    """A bound of a number, without its unit, with the comma or point of the language."""
    value = value * (100 if one.unit.startswith("share") else 1)
    return page.words.number(value, len(f"{value:.6f}".rstrip("0").partition(".")[2]))
