"""Draws one figure as a bar from zero, its band as a thin line; in kind is striped, what is not clear is hollow."""

from simcore.results.bands import Band
from simcore.show.page.page import Page, Reach
from simcore.show.page.html import Html, tag
from simcore.show.page.marks import Mark

HIGH = 20                        # of the drawing; its width is 100, stretched to the room there is


def bar(page: Page, one: Band | None, reach: Reach, mark: Mark, striped: bool = False) -> Html:
    """A bar on an axis that is shared by all models; empty when nothing could be measured."""
    parts = [tag("line", x1=reach.place(0), x2=reach.place(0), y1=0, y2=HIGH, class_="zero")]
    if one is not None:
        begin, end = sorted((reach.place(0), reach.place(one.median)))
        hollow = page.banded and not one.clear
        if striped and not hollow:
            parts.append(tag("line", x1=begin, x2=max(end, begin + 0.4), y1=HIGH / 2, y2=HIGH / 2, stroke=mark.colour,
                             class_="stripes"))
        else:
            parts.append(tag("rect", x=begin, width=round(max(end - begin, 0.4), 2), y=4, height=HIGH - 8,
                             fill="none" if hollow else mark.colour, stroke=mark.colour,
                             class_="hollow" if hollow else None))
        if page.banded:
            low, high = reach.place(one.low), reach.place(one.high)
            parts += [tag("line", x1=low, x2=high, y1=HIGH / 2, y2=HIGH / 2, class_="whisker"),
                      *(tag("line", x1=x, x2=x, y1=5, y2=HIGH - 5, class_="whisker") for x in (low, high))]
    return tag("svg", parts, viewBox=f"0 0 100 {HIGH}", preserveAspectRatio="none", class_="bar", aria_hidden="true")
