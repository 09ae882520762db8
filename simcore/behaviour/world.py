"""The world as acts and moves see it: tables and arrays of all replications of one lane, side by side.

A ``World`` holds numpy arrays only, so that compiled moves and plain Python read the same memory. Axes:
R replications, H households, N residents, A activities (needs), J alternatives, E enterprises (none in
the lane of doing nothing), S services, T teams, W work places.
"""

import numpy as np

from simcore.behaviour.commons import BUILDINGS, DEEDS, GOALS, ORDERS, PLEDGES, VOLUNTEERING, VOLUNTEERS
from simcore.neighbourhood.rows import HOUSEHOLD, LINE, RESIDENT, row
from simcore.pointers import Arrays

F8, I8, I4, I2, I1, U2, U1, B1 = (np.dtype(kind) for kind in ("f8", "i8", "i4", "i2", "i1", "u2", "u1", "?"))

# The ways to meet a need. Enterprise e is alternative ENTERPRISE + e.
WITHOUT, SELF, NEIGHBOUR, INFORMAL, COMMERCIAL, WMO, ENTERPRISE = range(7)
NOTHING = -1                    # no way is in use yet
WAYS = ["without", "self", "neighbour", "informal", "commercial", "wmo"]

# How a team's people are bound to the enterprise.
CONTRACTS = ["participation_place", "wage_subsidy", "paid", "volunteer", "broker"]
PARTICIPATION, SUBSIDY, PAID, VOLUNTEER, BROKER = range(5)

NOBODY, STRANGER = -1, -2        # a work place that is empty, or held by someone from outside the district

# Numbers of one replication that acts read; each is a ranged number of the files (see parameters.py).
PARAMETERS = np.dtype([(name, "f8") for name in (
    "price", "habit", "taste", "trust", "waiting", "self_when_limited", "budget", "least_minutes",
    "trust_floor", "when_limited", "illness_weeks",
    "wmo_minutes", "contribution_least", "contribution_income", "contribution_rate", "tariff",
    "exit_far", "exit_near", "exit_bound", "other_outflow", "lock_in", "afterwards", "near_inflow", "back", "returning",
    "norm_factor", "eligible_share", "contact", "fade")])

# One enterprise: how people take to it, how it is heard of, how its people learn.
ENTERPRISES = np.dtype([
    ("alive", "?"), ("appeal", "f8"), ("likeness", "f8"), ("first_trust", "f8"), ("pace", "f8"),
    ("new_face", "f8"), ("outside", "f8"), ("mouth", "f8"), ("bad_word", "f8"), ("join", "f8"),
    ("drop_out", "f8"), ("start_skill", "f8"), ("end_skill", "f8"), ("hours_to_learn", "f8"),
    ("travel", "f8"), ("noise", "f8"), ("first_confidence", "f8"), ("gain", "f8"),
    ("loss", "f8"), ("leave", "f8"), ("coffee_minutes", "i8"), ("coffee_service", "i8"), ("search_from", "f8"),
    ("gives_up", "f8")])

SERVICES = np.dtype([
    ("enterprise", "i8"), ("activity", "i8"), ("team", "i8"), ("open", "?"), ("on_request", "?"), ("at_home", "?"),
    ("price", "i8"), ("per_job", "?"), ("customers", "i8"), ("asked", "i8"), ("visits", "i8"),
    ("served", "i8"), ("missed", "i8"), ("paid", "i8"), ("covered", "i8"), ("worth", "i8"), ("opening", "i8"),
    ("seats", "i8"), ("room", "i8")])

TEAMS = np.dtype([
    ("enterprise", "i8"), ("luck", "i8"), ("contract", "i8"), ("first", "i8"), ("places", "i8"), ("minutes", "f8"),
    ("capacity", "i8"), ("served", "i8"), ("committed", "i8"), ("waiting", "i8"), ("wait", "f8"),
    ("skill", "i8"), ("can", "f8"), ("likes", "f8"), ("least", "i8"), ("keep", "i8"), ("together", "?"),
    ("present", "f8")])

WORKERS = np.dtype([
    ("team", "i8"), ("resident", "i8"), ("since", "i8"), ("practised", "f8"), ("confidence", "f8"),
    ("minutes", "i8"), ("served", "i8"), ("present", "?"), ("pleased", "?"), ("complaint", "?"), ("late", "i8")])

# One gathering, of members or of everyone, the goal it is for or -1, and how it went this week and the last time.
GATHERINGS = np.dtype([
    ("enterprise", "i8"), ("luck", "i8"), ("due", "?"), ("allowed", "?"), ("members", "?"), ("contacts", "i8"),
    ("late", "i8"), ("held", "?"), ("came", "i8"), ("goals", "?"), ("goal", "i8"), ("expected", "f8"),
    ("regulars", "f8"), ("helpers", "i8"), ("least", "i8"), ("minutes", "i8"), ("recruits", "f8"), ("guests", "i8")])

# What a household knows and thinks of an enterprise.
RELATIONS = row([
    ("aware", "?"), ("trust", "f8"), ("mood", "i1"), ("face", "i4"), ("good", "i2"), ("bad", "i2"),
    ("pending", "i8")], LINE // 2)

# A request that waits, and a household served every week.
REQUESTS = np.dtype([("household", "i8"), ("generation", "i8"), ("service", "i8"), ("minutes", "i8"),
                     ("price", "i8"), ("week", "i8"), ("when", "f8"), ("enrol", "?")])
CUSTOMERS = np.dtype([("household", "i8"), ("generation", "i8"), ("service", "i8")])

# One payment of the replication that is written down in full.
PAYMENTS = np.dtype([("week", "i8"), ("service", "i8"), ("household", "i8"), ("worker", "i8"),
                     ("minutes", "i8"), ("paid", "i8"), ("covered", "i8"), ("cover", "i8")])

# What is counted each week, per replication.
COUNTS = ["occasions", "exits", "returns", "other_outflow", "inflow", "joined", "dropped_out", "ended",
          "ill", "moved", "limited", "heard", "refused", "gave_up", "contacts", "new_ties", "short_exits",
          "placed_exits", "closed_places", "visits", "coffee", "participations", "slid_back", "caught"]
COUNT = {name: i for i, name in enumerate(COUNTS)}
(OCCASIONS, EXITS, RETURNS, OUTFLOW, INFLOW, JOINED, DROPPED, ENDED, ILL, MOVED, LIMITED, HEARD, REFUSED,
 GAVE_UP, CONTACTS, NEW_TIES, SHORT_EXITS, PLACED_EXITS, CLOSED_PLACES, VISITS, COFFEE, PARTICIPATIONS, SLID_BACK,
 CAUGHT) = range(len(COUNTS))


class World(Arrays):
    """The state of one lane: arrays by name, with what each holds and its shape."""

    fields = {
        "households": (HOUSEHOLD, 2),         # (R, H)
        "residents": (RESIDENT, 2),           # (R, N)
        "base_households": (HOUSEHOLD, 2),    # (R, H) as they were at the start: newcomers are copies of these
        "base_residents": (RESIDENT, 2),      # (R, N)
        "numbers": (PARAMETERS, 1),           # (R,)
        "enterprises": (ENTERPRISES, 2),      # (R, E)
        "services": (SERVICES, 2),            # (R, S)
        "teams": (TEAMS, 2),                  # (R, T)
        "workers": (WORKERS, 2),              # (R, W)
        "gatherings": (GATHERINGS, 2),        # (R, G)
        "relations": (RELATIONS, 3),          # (R, H, E)
        "habit": (I1, 3),                     # (R, H, A) the way in use, or used last
        "bought": (I2, 3),                    # (R, H, A) minutes a week of a standing arrangement
        "contribution": (I8, 2),              # (R, H) own contribution, cents per four weeks
        "contributions": (I8, 1),             # (R,) those of all households together
        "worth": (F8, 4),                     # (R, A, 3, J) constants of the choice, less what a market price takes
        "rates": (F8, 3),                     # (R, A, J) EUR per hour of the ways with a market price
        "liked": (F8, 2),                     # (R, A) EUR an hour that a company is liked more than it was
        "amount": (F8, 2),                    # (R, A) hours a week, or jobs a week
        "standing": (B1, 1),                  # (A,) an arrangement rather than a job
        "of": (I8, 1),                        # (A,) whose need it is
        "job_minutes": (I8, 2),               # (R, A) length of one job
        "helped": (B1, 1),                    # (A,) household help from the Wmo may meet it
        "season": (F8, 2),                    # (R, A) this week's factor
        "service_of": (I8, 2),                # (E, A) the service of an enterprise that meets a need, or -1
        "reach": (F8, 3),                     # (R, E, 7) how much of ``outside`` reaches each kind of household
        "cover_rate": (I8, 3),                # (R, C, S) cents an hour that a cover pays of a service
        "cover_who": (I8, 1),                 # (C,) whom a cover is for: see covers.py
        "cover_own": (I8, 2),                 # (R, C) cents an hour that it leaves the customer at least
        "cover_left": (I8, 2),                # (R, C) cents left in the budget of a cover
        "covered": (I8, 3),                   # (R, C, S) cents paid by a cover this week
        "tastes": (U2, 3),                    # (A, H, J) lasting tastes, by need one row per household: place in GUMBEL
        "likeness": (F8, 2),                  # (H, E) mark against the chance to like it as a commercial one
        "tie_start": (I8, 1),                 # (H+1,)
        "tie_to": (I8, 1),                    # (E,)
        "bond_other": (I4, 3),                # (R, N, 4) people one came to know through the enterprise
        "bond_until": (I4, 3),                # (R, N, 4) the week such a tie fades when it is not used
        "standing_minutes": (I8, 3),          # (R, A, J) minutes a week in arrangements, by way
        "hired_minutes": (I8, 2),             # (R, A) minutes a week of Wmo help that holders hire with their budget
        "needed_minutes": (I8, 2),            # (R, A) minutes a week that all households need
        "done_minutes": (I8, 3),              # (R, A, J) this week's jobs, by way
        "asked_minutes": (I8, 2),             # (R, A) this week's jobs, asked
        "waiting": (I8, 2),                   # (R, A) minutes of jobs in the list of requests
        "helped_households": (I8, 2),         # (R, H) last week this household was served
        "requests": (REQUESTS, 2),            # (R, Q)
        "request_count": (I8, 1),             # (R,)
        "customers": (CUSTOMERS, 2),          # (R, Q)
        "customer_count": (I8, 1),            # (R,)
        "counts": (I8, 2),                    # (R, len(COUNTS)) of this week
        "limited_at": (F8, 2),                # (R, 121) share of everyone limited, by age
        "severe_at": (F8, 2),                 # (R, 121) share of everyone who can hardly get about, by age
        "help_mark": (F8, 1),                 # (H,) mark against the share that would get household help
        "pension_income": (F8, 1),            # (H,) by row of tastes, like the next: income on a pension,
        "pension_group": (I8, 1),             # (H,) the third that puts it in,
        "norm": (F8, 1),                      # (H,) income on benefit (which is always in the lowest third),
        "wage_income": (F8, 1),               # (H,) and without it
        "wage_group": (I8, 1),                # (H,)
        "entry": (F8, 2),                     # (R, 3) occasions a head-week to come on benefit, by third
        "lately": (F8, 2),                    # (R, 3) share of these heads that finds work within a year
        "slot": (I8, 1),                      # (H,) homes that suit the same households
        "stage": (F8, 1),                     # (H,) stage of life at the start
        "leave_rate": (F8, 3),                # (R, slots, stage bands) a year
        "leaving": (F8, 2),                   # (R, H) the highest rate a year of leaving before its next birthday
        "donor_start": (I8, 1),               # (slots + 1,)
        "donors": (I8, 1),                    # (H,)
        "donor_cumulative": (F8, 2),          # (R, H) cumulative weight within the slot
        "frail": (I4, 2),                     # (R, H) the households of the old who can hardly get about, in a row
        "frail_at": (I4, 2),                  # (R, H) where in that row a household stands, or -1
        "frail_count": (I8, 1),               # (R,)
        "burdened": (I4, 2),                  # (R, H) the households that may be burdened, in a row: others never are
        "burdened_at": (I4, 2),               # (R, H) where in that row a household stands, or -1
        "burdened_count": (I8, 1),            # (R,)
        "whose": (I4, 1),                     # (room,) the household of each occasion of one kind,
        "kept": (I8, 1),                      # (room,) the occasions among them of those who may differ,
        "said": (U1, 1),                      # (room,) and what the tape says of these
        "turns": (I4, 1),                     # (room,) the households among them that do more than follow
        "tally": (I8, 1),                     # (8,) how many follow the tape by each way
        "on_benefit": (I8, 1),                # (R,) residents on benefit
        "luck": (I8, 2),                      # (8, room) words of this week's occasions of one kind: who, when, mark,
                                              # another; and four for the choice
        "friend": (I4, 1),                    # (H,) closest tie of each household, or -1: whom it asks for help first
        "counting_start": (I8, 1),            # (H+1,) who count on household h: counting[start[h]:start[h + 1]]
        "counting": (I8, 1),                  # (H,)
        "astray": (I4, 2),                    # (R, H) whose course may differ from that of doing nothing: see course.py
        "shaking": (I4, 2),                   # (R, H) for which needs it may ask its friend other minutes, a bit each
        "shaken": (I4, 2),                    # (R, H) how often others may ask other minutes of this household
        "follows": (B1, 1),                   # (R,) whether this week there is a tape to follow
        "other_help": (B1, 1),                # (R,) whether rules of household help were ever other than on that tape
        "tape": (U1, 2),                      # (R, room) this week's tape, or none
        "tape_length": (I8, 1),               # (R,) how much of it is used
        "told": (B1, 1),                      # (R,) whether that tape says to whom occasions come:
        "calls": (I8, 2),                     # (R, 2 A) how many there are, to everyone and then to the burdened,
        "whom": (U2, 2),                      # (R, room) and the household of each; no room where they are too many
        "at_work": (I8, 1),                   # (R,) residents who left benefit for work and are at it still
        "joined_in": (I4, 2),                 # (R, N) last week somebody took part in what the enterprise organises
        "scratch": (F8, 1),                   # (8,) work space of one act
        "payments": (PAYMENTS, 2),            # (1, P) of the replication written down, else empty
        "payment_count": (I8, 1),             # (1,)
        "volunteering": (VOLUNTEERING, 2),    # (R, 0 or 1) how the enterprise has its volunteers
        "volunteers": (VOLUNTEERS, 2),        # (R, V) their seats
        "given_before": (I4, 3),              # (R, V, 13) minutes each gave in the last weeks
        "deeds": (DEEDS, 2),                  # (R, D) what people promise
        "pledges": (PLEDGES, 2),              # (R, room) promises, in a row
        "pledge_count": (I8, 1),              # (R,)
        "goals": (GOALS, 2),                  # (R, n) what residents may choose
        "buildings": (BUILDINGS, 2),          # (R, B) that residents open
        "orders": (ORDERS, 2),                # (R, O) work that partners ordered, then that of plugins
        "guests": (I4, 4),                    # (R, G, room, 2) who came the last time, and the generation at home
        "unpaid": (I4, 2),                    # (R, N) minutes given to each other since the quarter began; or none
        "carried": (I8, 2),                   # (R, len(CARRIED)) counts of this week of all that
        "speaks_up": (F8, 1),                 # (R,) share of litter that somebody says something about anyway
        "litter_rate": (F8, 1),               # (R,) times a week that somebody sees litter
    }

    # Fields without an axis of replications, and those that are room to work in.
    SHARED = frozenset({"standing", "of", "helped", "service_of", "tastes", "likeness", "tie_start", "tie_to",
                        "friend", "counting_start", "counting", "help_mark", "pension_income", "pension_group", "norm",
                        "wage_income", "wage_group", "cover_who", "slot", "stage", "donor_start", "donors", "payments",
                        "payment_count"})
    ROOM = frozenset({"luck", "kept", "whose", "said", "turns", "tally", "scratch"})

    def part(self, some: slice) -> "World":
        """The same memory of some of the replications, with room of its own to work in."""
        def one(name):
            array = getattr(self, name)
            if name in self.ROOM:
                return array.copy()
            return array if name in self.SHARED else array[some]

        return World(**{name: one(name) for name in self.fields})
