"""What happened in one course, as facts: no sentence, no name, only what the run has recorded.

Two sources give facts. The folder of a run itself holds the books, the counts and the decisions of the enterprise
(diary_books.py). What happened to people is seen when the course is played once more (recorder.py).

A new kind of event is a row in KINDS, a text ``diary.<kind>`` in both languages (show/diary_texts.py), and whoever
yields the facts. Plugins need neither: what they note is told in their own words.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from simcore.calendar import WEEKS_A_YEAR
from simcore.results.names import Person


@dataclass(frozen=True)
class Kind:
    """A kind of event: how telling it is (0: only for who asks for that person), and whether it is of a whole home."""
    weight: int
    home: bool = False


KINDS = {
    # the enterprise, from its books
    "fails": Kind(100), "barred": Kind(95), "grows": Kind(95), "places_close": Kind(80), "stops": Kind(110),
    "begins": Kind(90), "withdraws": Kind(70), "note": Kind(70),
    "team_begins": Kind(75), "team_stops": Kind(75), "meets_first": Kind(50), "suspended": Kind(45),
    "resumes": Kind(45),
    "goal_chosen": Kind(75), "goal_dropped": Kind(60), "goal_reached": Kind(60), "takes_over": Kind(85),
    "gives_back": Kind(80), "nobody_runs": Kind(80), "open_year": Kind(22), "pot_full": Kind(90), "pot_year": Kind(24),
    "order_begins": Kind(62), "order_ends": Kind(64), "desk_year": Kind(40), "not_held": Kind(48), "held": Kind(6),
    "below_zero": Kind(60), "first_profit": Kind(20), "year": Kind(36), "gives_less": Kind(34), "renews": Kind(30),
    "closed": Kind(14),
    # what residents promise each other, and who carries it
    "organiser_stops": Kind(66), "organises": Kind(33), "volunteers": Kind(10), "volunteer_stops": Kind(9),
    "promises": Kind(27), "keeps": Kind(28), "breaks": Kind(29), "lapses": Kind(16),
    # people in a place
    "finds_work": Kind(60), "work_lost": Kind(45), "finds_work_later": Kind(42), "place_over": Kind(34),
    "not_renewed": Kind(32), "learns": Kind(30), "drops_out": Kind(30), "joins": Kind(30), "sent_home": Kind(24),
    "slides_back": Kind(34), "searches": Kind(28), "moves_from_team": Kind(20),
    "leaves_benefit_and_team": Kind(20), "leaves": Kind(12),
    # customers and ties
    "helped": Kind(40, home=True), "biggest": Kind(40, home=True), "first_customer": Kind(30, home=True),
    "tie_visit": Kind(56), "tie": Kind(30), "customer": Kind(12, home=True), "customer_stops": Kind(11, home=True),
    "customer_moves": Kind(8, home=True), "customer_must_go": Kind(9, home=True),
    # a life, for who asks for it
    "portrait": Kind(0), "ways_first": Kind(0, home=True), "way": Kind(0, home=True), "hears": Kind(0, home=True),
    "first_visit": Kind(0, home=True), "finds_work_elsewhere": Kind(0), "on_benefit": Kind(0), "benefit_ends": Kind(0),
    "limited": Kind(0), "retires": Kind(0), "moves_out": Kind(0),
}  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One thing that happened: when, of which kind, at which sticky note, to whom, and for how much money.

    ``about`` says what the cents are (``diary.cents.<about>``); ``values`` holds the other numbers of the sentence.
    ``item`` is the id of a note, a need, an account or a part of a file.
    """
    week: int
    kind: str
    item: str
    who: Person | None = None
    cents: int | None = None
    about: str = ""
    values: dict = field(default_factory=dict)
    other: Person | None = None


# --- what belongs together ----------------------------------------------------------------------------------------

# What ends what; told in one line where the end comes within ``SOON`` weeks.
ENDS = {"suspended": "resumes", "team_begins": "team_stops", "order_begins": "order_ends", "takes_over": "gives_back",
        "goal_chosen": "goal_dropped", "volunteers": "volunteer_stops", "finds_work": "work_lost",
        "finds_work_later": "work_lost"}
SOON = WEEKS_A_YEAR


def joined(facts: Iterable[Fact]) -> list[Fact]:
    """Facts of which a beginning and its end, soon after, of the same note and person, are one: that of the beginning.

    Its ``values`` then hold the kind of the end (``then``) and after how many weeks it came (``span``); its euros are
    those of the end where that has any.
    """
    out: list[Fact] = []
    open_: dict[tuple, int] = {}                               # what has begun -> its place in ``out``
    for one in in_time(facts):
        begun = [key for kind, end in ENDS.items() if end == one.kind and (key := (kind, one.item, one.who)) in open_]
        if begun:
            at = open_.pop(begun[0])
            first, span = out[at], one.week - out[at].week
            if 0 < span <= SOON:
                money = (one.cents, one.about) if one.cents is not None else (first.cents, first.about)
                out[at] = replace(first, cents=money[0], about=money[1],
                                  values=first.values | {"then": one.kind, "span": span})
                continue
        if one.kind in ENDS:
            open_[one.kind, one.item, one.who] = len(out)
        out.append(one)
    return out


# --- choosing ---------------------------------------------------------------------------------------------------


def selection(facts: Iterable[Fact], limit: int) -> list[Fact]:
    """The most telling facts, at most ``limit``, in order of time.

    Seats go as in an election (D'Hondt): the second line of a kind counts for half, the third for a third. Within a
    kind more money goes first, then what was earlier; so one kind never crowds out the rare ones.
    """
    by_kind = defaultdict(list)
    for one in facts:
        if KINDS[one.kind].weight:
            by_kind[one.kind].append(one)
    ranked = []
    for kind, some in by_kind.items():
        some.sort(key=lambda fact: (-abs(fact.cents or 0), fact.week))
        ranked += [(KINDS[kind].weight / n, -n, fact) for n, fact in enumerate(some, start=1)]
    ranked.sort(key=lambda seat: (-seat[0], -seat[1], seat[2].week, seat[2].kind))
    return in_time([fact for *_, fact in ranked[:limit]])


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in order of time; those of one week with the most telling first."""
    return sorted(facts, key=lambda fact: (fact.week, -KINDS[fact.kind].weight, fact.kind, fact.values.get("n", 0),
                                           fact.item, fact.who or NOBODY))


NOBODY = Person(-1, 0, -1, 0)


def concerns(fact: Fact, person: Person) -> bool:
    """Whether a fact is about somebody, or about the household somebody is of."""
    if fact.who is None:
        return False
    if KINDS[fact.kind].home:
        return (fact.who.household, fact.who.generation) == (person.household, person.generation)
    return person in (fact.who, fact.other)
