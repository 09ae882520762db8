"""Writes HTML: elements with their text escaped, so that nothing of a model file can be taken for markup."""

import re
from html import escape

# Elements that hold nothing.
EMPTY = {"br", "img", "input", "meta", "rect", "line", "polygon", "polyline", "circle", "path"}


class Html(str):
    """Text that is markup already, and is not escaped again."""


def tag(kind: str, *children: object, **attributes: object) -> Html:
    """An element; a trailing underscore is left off the name of an attribute, others become hyphens.

    None, False and "" among the children are left out; an attribute of None is too.
    """
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items()
                    if value is not None)
    if kind in EMPTY:
        return Html(f"<{kind}{given}/>")
    return Html(f"<{kind}{given}>{joined(*children)}</{kind}>")


def joined(*children: object) -> Html:
    """Children one after another; lists are opened, text is escaped."""
    out = []
    for child in children:
        if isinstance(child, Html):
            out.append(child)
        elif isinstance(child, (list, tuple)):
            out.append(joined(*child))
        elif child is not None and child is not False:
            out.append(escape(str(child), quote=False))
    return Html("".join(out))


def anchor(*parts: str) -> str:
    """A name within the page: ``nl-number-mine-costs.cost-rooms.amount``."""
    return "-".join(re.sub(r"[^\w.]+", "_", part) for part in parts)


def link(where: str, *children: object, **attributes: object) -> Html:
    """A link to a name within the page."""
    return tag("a", *children, href=f"#{where}", **attributes)


def bold(text: str, *parts: str) -> Html:
    """A text in which these parts, where they first stand, are in bold."""
    out = escape(text, quote=False)
    for part in parts:
        plain = escape(part, quote=False)
        out = out.replace(plain, f"<b>{plain}</b>", 1)
    return Html(out)


def fold(name: str, title: str, *children: object) -> Html:
    """A section that opens by a click, and by a link to anything in it; without a script, as ``page.css`` does it."""
    return tag("section", tag("input", type="checkbox", id=f"{name}-open", class_="switch"),
               tag("label", tag("h2", title), for_=f"{name}-open"), tag("div", *children, class_="inside"),
               id=name, class_="fold")
