"""Draws what each service delivers against what is asked of it, and how full the teams are that deliver it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from simcore.calendar import day_of
from simcore.show.bands import Band, band, by_period
from simcore.show.caption import caption_of
from simcore.show.colours import BLUE, GREEN, INK, ORANGE, SOFT
from simcore.show.style import HEADING, LABEL, MARGIN, WIDTH, Sheet, points, width_of
from simcore.show.time_axis import date_axis
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.played import LaneOutcome
    from simcore.run import Outcome

PERIOD = 4
ROWS, MOST = 3, 12                                      # panels of services: at most three rows of four
CAPACITY, WORKED = 0, 1                                 # of TEAM_FIELDS
SERVED, MISSED = 3, 4                                   # of SERVICE_FIELDS
DOTS, DASHES = (0, (1, 1)), (0, (3, 1.5))
TEAM_LEFT, TEAM_WIDTH, FIRST, GAP = 110, 330, 560, 52


def hours_a_week(minutes: np.ndarray) -> Band:
    """Hours a week, over 4 weeks taken together, from minutes (weeks, R)."""
    return band(by_period(minutes, PERIOD) / 60 / PERIOD)


def happens(lane: LaneOutcome, kind: str, subject: str) -> list[int]:
    """Weeks in which something happened to a service, one per course in which it did."""
    return [week for week, what, whom, _ in lane.events if what == kind and whom == subject]


def title(outcome: Outcome, words: Words, names: dict[str, str]) -> str:
    """Which service takes most, by the middle course as in the panels, and how many stop; or that all of it ends."""
    lane = outcome.lanes["enterprise"]
    served = lane.series["services"][:, :, :, SERVED].sum(0)
    if not served.any():
        return words("services.nothing")
    one = lane.replications == 1
    stops = sum(2 * len(happens(lane, "stops", s.id)) > lane.replications for s in lane.layout.services)
    if ended := all_ends(outcome, words):
        before = "services.before" if stops else "services.before.none"
        return f"{ended}; {words(before, stops=stops, all=served.shape[1])}"
    middle = band(served, 0).middle
    largest = int(np.argmax(middle if middle.any() else served.mean(0)))
    how = words("services.stop.one" if one else "services.stop" if stops else "services.stop.none",
                stops=stops, all=served.shape[1])
    most = words("services.most.one" if one else "services.most", largest=names[lane.layout.services[largest].id])
    return f"{most}; {how}"


def all_ends(outcome: Outcome, words: Words) -> str:
    """That the enterprise ends as a whole, where it does in most courses: no service then lasts until the end."""
    lane, name = outcome.lanes["enterprise"], outcome.spec.canvas.meta.name
    ends = [week + 1 for week, kind, _, _ in lane.events if kind == "fails"]
    if 2 * len(ends) <= lane.replications:
        return ""
    return words("services.ended.one" if lane.replications == 1 else "services.ended", name=name,
                 often=words.count(len(ends), lane.replications)[0], time=words.span(int(np.median(ends))))


def draw_services(outcome: Outcome, words: Words) -> Sheet:
    """Teams in a column on the left, services in small panels beside it."""
    lane, canvas = outcome.lanes["enterprise"], outcome.spec.canvas
    names = {note.id: words.name(note) for note in (*canvas.value_propositions, *canvas.key_resources)}
    served = lane.series["services"][:, :, :, SERVED].sum((0, 1))
    shown = sorted(sorted(range(served.size), key=lambda s: -served[s])[:MOST])
    parts = [words("services.ends")] if any(kind == "fails" for _, kind, _, _ in lane.events) else []
    if served.size > MOST:
        parts.append(words("services.rest", n=served.size - MOST))
    sheet = Sheet(title(outcome, words, names), caption_of(outcome, words, "line", *parts))
    top = 194
    space = sheet.bottom - top - 14
    sheet.say(MARGIN, 122, words("services.teams"), HEADING, bold=True)
    sheet.say(FIRST - 50, 122, words("services.hours"), HEADING, bold=True)
    sheet.keys(MARGIN, 157, (words("services.worked"), BLUE, "solid", 4), (words("services.capacity"), SOFT, DOTS, 3))
    sheet.keys(FIRST - 50, 157, (words("services.delivered"), GREEN, "solid", 4),
               (words("services.asked"), ORANGE, DASHES, 3))
    rows = min(ROWS, max(1, len(lane.layout.teams)))
    for t, team in enumerate(lane.layout.teams[:ROWS]):
        teams = lane.series["teams"][:, :, t]
        ax = panel(sheet, outcome, words, TEAM_LEFT, top + t * space / rows, TEAM_WIDTH, space / rows, names[team.id],
                   "", last=t == rows - 1)
        room = hours_a_week(teams[:, :, CAPACITY])
        lines(ax, outcome, hours_a_week(teams[:, :, WORKED]), BLUE, room.middle, "steps-post", SOFT, DOTS)
    rows = next((n for n in range(1, ROWS) if len(shown) <= n * (n + 1)), ROWS)      # few services have large panels
    columns, height = max(1, -(-len(shown) // rows)), space / rows
    width = (WIDTH - MARGIN + 20 - FIRST) / columns - GAP
    for n, s in enumerate(shown):
        row, column = divmod(n, columns)
        service, minutes = lane.layout.services[s], lane.series["services"][:, :, s]
        ax = panel(sheet, outcome, words, FIRST + column * (width + GAP), top + row * height, width, height,
                   names[service.id], fate(outcome, words, service), last=n + columns >= len(shown))
        lines(ax, outcome, hours_a_week(minutes[:, :, SERVED]), GREEN,
              hours_a_week(minutes[:, :, SERVED] + minutes[:, :, MISSED]).middle, "default", ORANGE, DASHES)
    return sheet


def fate(outcome: Outcome, words: Words, service) -> str:
    """Whether a service stops or only begins later, and in how many courses."""
    lane, start = outcome.lanes["enterprise"], outcome.spec.canvas.simwijk.start
    stops, begins = happens(lane, "stops", service.id), happens(lane, "begins", service.id)
    one = lane.replications == 1
    if service.on_request and not begins:
        return words("services.never")
    if 2 * len(stops) >= lane.replications:
        return words("services.stops.one", when=words.short_month(day_of(start, stops[0]))) if one else \
            words("services.stops", often=words.count(len(stops), lane.replications)[0])
    if begins:
        return words("services.begins.one", when=words.short_month(day_of(start, begins[0]))) if one else \
            words("services.begins", often=words.count(len(begins), lane.replications)[0])
    return ""


def panel(sheet: Sheet, outcome: Outcome, words: Words, left: float, top: float, width: float, height: float,
          name: str, said: str, *, last: bool) -> Axes:
    """An empty panel with its name and what happens to it above it; dates only under the lowest of a column."""
    for text, y, bold, colour in ((name, top, True, INK), (said, top + 26, False, SOFT)):
        size = LABEL
        while width_of(text, size, bold) > width + GAP - 12 and size > 14:
            size -= 1
        sheet.say(left - 34, y, text, size, bold=bold, colour=colour)
    ax = sheet.axes(left, top + 60, width, height - 104)
    date_axis(ax, outcome.spec.canvas.simwijk.start, outcome.weeks, words, width, labels=last, beyond=8)
    ax.tick_params(axis="both", pad=2)
    return ax


def lines(ax: Axes, outcome: Outcome, b: Band, colour: str, other: np.ndarray, draws: str, other_colour: str,
          style) -> None:
    """The middle course with its band, and another line to compare it with."""
    x = np.minimum(np.arange(len(b.middle)) * PERIOD + PERIOD / 2, outcome.weeks)
    if len(outcome.replications) > 1:
        ax.fill_between(x, b.low, b.high, color=colour, alpha=0.22, lw=0)
    ax.plot(x, b.middle, color=colour, lw=points(4))
    ax.plot(x, other, color=other_colour, lw=points(3), ls=style, drawstyle=draws)
    highest = max(1.0, float(np.max(b.high, initial=0)), float(np.max(other, initial=0)))
    ax.set_ylim(0, highest * 1.08)
    ax.yaxis.set_major_locator(MaxNLocator(2, integer=True))
    ax.spines["bottom"].set_color(INK)

