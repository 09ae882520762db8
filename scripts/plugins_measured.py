"""Writes docs/plugins_measured.md: what each bundled plugin does on the model it fits best, under the same luck.

    python scripts/plugins_measured.py

Takes some minutes; ends with an error when a plugin moves nothing and STILL does not say why.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from simcore.canvas import load  # noqa: E402
from simcore.plugin.activating import activate  # noqa: E402
from simcore.plugin.finding import find  # noqa: E402
from simcore.plugin.fragments import read_fragment  # noqa: E402
from simcore.results import parties  # noqa: E402
from simcore.results.registry import INDICATORS, Case  # noqa: E402
from simcore.results.sixteen import TAKING  # noqa: E402, F401    registers them
from simcore.run import ENTERPRISE, NOTHING, Outcome, play  # noqa: E402
from simcore.show.words import Words  # noqa: E402

FILE = ROOT / "docs" / "plugins_measured.md"
COURSES = 20
LOOKS = (("result", "money", "result", "EUR/4 weeks"), ("people helped", "helped", "households", "households/year"),
         ("into work", "work", "exits", "people/year"), ("displaced", "displacement", "hours", "hours/year"))
HEAD = """\
# What each plugin does

Each row plays {courses} possible courses of five years twice, with the same people and the same luck: a model without
the plugin, and with it, its numbers as in its example (`simwijk plugins NAME`). What differs is that plugin's doing in
this model. A figure is the middle one of the courses, and between brackets stand the values between which 8 of 10
courses lie. **=** means that no course changes; ~ that the band has zero in it: no clear difference. Many middle
figures are 0 because in most courses the enterprise has ended before the plugin could do much: then the band tells what
it does in the others.

*Result* is the enterprise's own money in four weeks, *people helped* are households a year, *into work* and *displaced*
(hours of paid work a year) are beside doing nothing, which a plugin of rules and shocks changes as well. *Who pays* is
the party that gets less, and who gets more, in euros a year in cash and in kind, over both together.
The page is made by `scripts/plugins_measured.py`.
"""
# Plugins that may move nothing with the numbers of their example, and why.
STILL = {
    "bingo_law": "Prizes here stay below 1,550 euro an evening; the law bites where the association is younger than "
                 "three years, which its range (0 to 40 years) seldom gives, "
                 "and in a hall with some 150 players and more.",
    "concept_sale": "A concept is sold once the enterprise has had money of its own for long enough, which no course "
                    "of this model does.",
}
# What a reader of a row may ask, by plugin; figures were measured apart, on the same courses with one thing changed.
ASKED = {
    "wmo_contract": "of its 2,000 hours a year the middle course uses 80. Clients who seldom look again are not what "
                    "keeps it low: without habit it is 68, and where they look three times as often 93. The "
                    "enterprise itself is: it is there in 40 of the 157 weeks of the contract, and stops cleaning in "
                    "some of them. Where it cannot end and stops nothing it is 455, with every place filled 570, with"
                    " three times as many places 940: then other customers and its hands are the limit.",
    "wmo_cut": "what is known of 2015 to 2023, its flat fee of 2019 too, stands beside the model in "
               "[validation.md](validation.md), with where the model is off.",
    "awbz_to_wmo": "only what changes is booked, as guidance itself is not in the model. How much fell away, and who "
                   "took over, no source of ours tells: nothing of this row is tested.",
    "matching_paid": "in the agreement the city paid the welfare organisation, and the enterprise got the work in "
                     "kind. Here it gets the money for what it pays itself: result, the four steps and who pays are "
                     "the same.",
    "service_voucher": "in Belgium the limit is of a user (500 a year, from memory). A customer here takes some 110 "
                       "hours of cleaning and 50 of ironing a year, so that it would hardly ever hold and is left "
                       "out. The limit of the district is ours; it holds in 2 of 20 courses.",
}
COLUMNS = ("| plugin | " + " | ".join(f"{name} ({unit})" for name, _, _, unit in LOOKS)
           + " | who pays, who gets it (EUR/year) |\n")


def measured(outcome: Outcome) -> dict[str, np.ndarray]:
    """(R,) of each figure that is looked at."""
    case = Case.of(outcome)
    found = {}
    for name, key, figure, _ in LOOKS:
        values = INDICATORS[key].values(case).get(figure)
        found[name] = np.zeros(case.lane.replications) if values is None else np.nan_to_num(np.asarray(values, float))
    return found


def told(values: np.ndarray) -> str:
    """A difference with its band."""
    if not values.any():
        return "="
    low, middle, high = np.percentile(values, (10, 50, 90))
    mark = "~ " if low <= 0 <= high else ""
    return f"{mark}{signed(middle)} ({signed(low)} to {signed(high)})"


def signed(value: float) -> str:
    """A difference in three digits, with its sign."""
    shown = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return (("+" if value > 0 else "") + shown).replace("-", "−")


def sides(plain: Outcome, other: Outcome) -> str:
    """Who gets less and who gets more in the lane with the enterprise, because of the plugin."""
    one = parties.who_pays(plain.lanes[ENTERPRISE], other.lanes[ENTERPRISE], Case.of(other).partners)
    means = {party: sum(some.values()) for party, some in one.items()}
    means = {party: values for party, values in means.items() if values.any()}
    if not means:
        return "="
    say = Words("en").party
    pays, gets = min(means, key=lambda party: means[party].mean()), max(means, key=lambda party: means[party].mean())
    return f"{say(pays)}: {told(means[pays])}; {say(gets)}: {told(means[gets])}"


def page() -> str:
    """The whole page; a plugin that moves nothing is a defect."""
    plain: dict[tuple[str, ...], Outcome] = {}
    parts, nothing = [HEAD.format(courses=COURSES)], []
    rows: dict[str, list[str]] = {}
    for name, same in sorted(find().items()):
        kind = same[0].kind
        spec = load(kind.fits)
        own = activate(spec)
        others = [one for one in own if one[0] != name]
        key = (kind.fits, *(one for one, _ in others))
        if key not in plain:
            plain[key] = run(spec, others)
        outcome = run(spec, own if len(own) > len(others) else [*own, (name, read_fragment(kind, name))])
        before, after = measured(plain[key]), measured(outcome)
        cells = [told(after[look] - before[look]) for look, *_ in LOOKS] + [sides(plain[key], outcome)]
        still = all(cell == "=" for cell in cells)
        if still and name not in STILL:
            nothing.append(name)
        about = f"`{name}`: {kind.english}" + (f". {STILL[name]}" if still and name in STILL else "")
        rows.setdefault(kind.fits, []).append(f"| {about} | " + " | ".join(cells) + " |")
        print(rows[kind.fits][-1], file=sys.stderr, flush=True)
    for model, some in rows.items():
        parts.append(f"## {model}\n\n{COLUMNS}|---|" + "--:|" * len(LOOKS) + "---|\n" + "\n".join(some) + "\n")
        asked = [f"- `{name}`: {text}" for name, text in ASKED.items() if any(f"`{name}`" in row for row in some)]
        parts += ["\n".join(asked) + "\n"] if asked else []
    if nothing:
        raise SystemExit("these change nothing, and STILL says of none why: " + ", ".join(nothing))
    return "\n".join(parts)


def run(spec, plugins) -> Outcome:
    """Some courses of a model with these plugins, beside doing nothing."""
    return play(spec, replications=COURSES, plugins=plugins, lanes=(NOTHING, ENTERPRISE))


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
