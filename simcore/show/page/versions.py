"""What differs between models that are versions of one canvas: notes added or removed, and each value, old and new."""

from itertools import combinations

from simcore.canvas.wording import amount
from simcore.files import Quantity
from simcore.show.page.html import Html, link, tag
from simcore.show.page.page import Page
from simcore.show.page.sources import number_at, plain, title
from simcore.studies.versions import Change, are_versions, versions


def differences(page: Page) -> list[Html]:
    """A table for each pair of models that are versions of one canvas, the one named first being the old one."""
    specs = {key: page.found.outcomes[key].spec for key in page.keys}
    return [between(page, old, new) for old, new in combinations(page.keys, 2) if are_versions(specs[old], specs[new])]


def between(page: Page, old: str, new: str) -> Html:
    """The table of one pair."""
    found = versions(page.found.outcomes[old].spec, page.found.outcomes[new].spec)
    rows = [note(page, one, "removed") for one in found.removed] + [note(page, one, "added") for one in found.added]
    rows += [change(page, old, new, one) for one in found.changes]
    heads = (page("page.versions.note"), page("page.versions.what"), page("page.versions.old"),
             page("page.versions.new"))
    table = tag("table", tag("thead", tag("tr", [tag("th", text, scope="col") for text in heads])), tag("tbody", rows))
    return tag("section", tag("h2", page("page.versions", old=page.titles[old], new=page.titles[new])),
               tag("p", page("page.versions.about" if rows else "page.versions.none")), table if rows else None,
               id=page.at("versions", old, new))


def note(page: Page, one, what: str) -> Html:
    """A note that only one of the two has."""
    return tag("tr", tag("th", page.words.name(one), scope="row"), tag("td", page(f"page.versions.{what}"), colspan=3))


def change(page: Page, old: str, new: str, one: Change) -> Html:
    """One value that changed."""
    key = new if one.new is not None else old
    return tag("tr", tag("th", title(page, key, one.item), scope="row"),
               tag("td", page.words.leaf(one.path), tag("br"),
                   tag("span", one.path, class_="soft path")),
               tag("td", value(page, old, one.path, one.old)), tag("td", tag("b", value(page, new, one.path, one.new))))


def value(page: Page, key: str, path: str, one: Quantity | str | None):
    """What stood or stands there; a number leads to its place among all numbers."""
    if one is None:
        return page("page.versions.empty")
    if isinstance(one, str):
        return one
    span = f" ({page('span', low=plain(page, one, one.low), high=plain(page, one, one.high))})" if one.ranged else ""
    return link(number_at(page, key, path), f"{amount(one, page.words.lang)}{span}")
