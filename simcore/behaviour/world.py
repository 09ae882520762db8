"""The world as acts and moves see it: tables and arrays of all replications of one lane, side by side.

A ``World`` holds numpy arrays only, so that compiled moves and plain Python read the same memory. Axes:
R replications, H households, N residents, A activities (needs), J alternatives, E enterprises (none in
the lane of doing nothing), S services, T teams, W work places.
"""

from typing import NamedTuple

import numpy as np

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
    "wmo_minutes", "contribution_least", "contribution_income", "contribution_rate", "pgb_rate", "tariff",
    "exit_far", "exit_near", "exit_bound", "other_outflow", "lock_in", "afterwards", "near_inflow",
    "contact", "fade")])

# One enterprise: how people take to it, how it is heard of, how its people learn.
ENTERPRISES = np.dtype([
    ("alive", "?"), ("appeal", "f8"), ("likeness", "f8"), ("first_trust", "f8"), ("pace", "f8"),
    ("new_face", "f8"), ("outside", "f8"), ("mouth", "f8"), ("bad_word", "f8"), ("join", "f8"),
    ("drop_out", "f8"), ("start_skill", "f8"), ("end_skill", "f8"), ("hours_to_learn", "f8"),
    ("present", "f8"), ("travel", "f8"), ("noise", "f8"), ("first_confidence", "f8"), ("gain", "f8"),
    ("loss", "f8"), ("leave", "f8"), ("coffee_minutes", "i8"), ("coffee_service", "i8")])

SERVICES = np.dtype([
    ("enterprise", "i8"), ("activity", "i8"), ("team", "i8"), ("open", "?"), ("on_request", "?"),
    ("price", "i8"), ("per_job", "?"), ("customers", "i8"), ("asked", "i8"), ("visits", "i8"),
    ("served", "i8"), ("missed", "i8"), ("paid", "i8"), ("covered", "i8"), ("worth", "i8")])

TEAMS = np.dtype([
    ("enterprise", "i8"), ("contract", "i8"), ("first", "i8"), ("places", "i8"), ("minutes", "f8"),
    ("capacity", "i8"), ("served", "i8"), ("committed", "i8"), ("waiting", "i8"), ("wait", "f8")])

WORKERS = np.dtype([
    ("team", "i8"), ("resident", "i8"), ("since", "i8"), ("practised", "f8"), ("confidence", "f8"),
    ("minutes", "i8"), ("served", "i8"), ("present", "?"), ("pleased", "?"), ("complaint", "?")])

# What a household knows and thinks of an enterprise.
RELATIONS = np.dtype([
    ("aware", "?"), ("trust", "f8"), ("mood", "i8"), ("face", "i8"), ("good", "i8"), ("bad", "i8"),
    ("pending", "i8")])

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
          "placed_exits", "closed_places", "visits", "coffee"]
COUNT = {name: i for i, name in enumerate(COUNTS)}
(OCCASIONS, EXITS, RETURNS, OUTFLOW, INFLOW, JOINED, DROPPED, ENDED, ILL, MOVED, LIMITED, HEARD, REFUSED,
 GAVE_UP, CONTACTS, NEW_TIES, SHORT_EXITS, PLACED_EXITS, CLOSED_PLACES, VISITS, COFFEE) = range(len(COUNTS))


class World(NamedTuple):
    """The state of one lane. Shapes stand behind each name."""
    households: np.ndarray         # (R, H) HOUSEHOLD
    residents: np.ndarray          # (R, N) RESIDENT
    base_households: np.ndarray    # (R, H) as they were at the start: newcomers are copies of these
    base_residents: np.ndarray     # (R, N)
    numbers: np.ndarray            # (R,) PARAMETERS
    enterprises: np.ndarray        # (R, E) ENTERPRISES
    services: np.ndarray           # (R, S) SERVICES
    teams: np.ndarray              # (R, T) TEAMS
    workers: np.ndarray            # (R, W) WORKERS
    relations: np.ndarray          # (R, H, E) RELATIONS
    habit: np.ndarray              # (R, H, A) int8: the way in use, or used last
    bought: np.ndarray             # (R, H, A) int32: minutes a week of a standing arrangement
    contribution: np.ndarray       # (R, H) int64: own contribution, cents per four weeks
    kappa: np.ndarray              # (R, A, 3, J) float64: constants of the choice
    rates: np.ndarray              # (R, A, J) float64: EUR per hour of the ways with a market price
    amount: np.ndarray             # (R, A) float64: hours a week, or jobs a week
    standing: np.ndarray           # (A,) bool: an arrangement rather than a job
    of: np.ndarray                 # (A,) int64: whose need it is
    job_minutes: np.ndarray        # (R, A) int64: length of one job
    helped: np.ndarray             # (A,) bool: household help from the Wmo may meet it
    season: np.ndarray             # (R, A) float64: this week's factor
    service_of: np.ndarray         # (E, A) int64: the service of an enterprise that meets a need, or -1
    reach: np.ndarray              # (E, 6) bool: which kinds of household its channels reach from outside
    cover_rate: np.ndarray         # (R, C, S) int64: cents an hour that a cover pays of a service
    cover_left: np.ndarray         # (R, C) int64: cents left in the budget of a cover
    covered: np.ndarray            # (R, C, S) int64: cents paid by a cover this week
    tastes: np.ndarray             # (H, A, J) float64: lasting tastes, one row per household
    likeness: np.ndarray           # (H, E) float64: mark against the chance to like it as a commercial one
    tie_start: np.ndarray          # (H+1,) int64
    tie_to: np.ndarray             # (E,) int64
    bond_other: np.ndarray         # (R, N, 4) int64: people one came to know through the enterprise
    bond_until: np.ndarray         # (R, N, 4) int64: the week such a tie fades when it is not used
    standing_minutes: np.ndarray   # (R, A, J) int64: minutes a week in arrangements, by way
    needed_minutes: np.ndarray     # (R, A) int64: minutes a week that all households need
    done_minutes: np.ndarray       # (R, A, J) int64: this week's jobs, by way
    asked_minutes: np.ndarray      # (R, A) int64: this week's jobs, asked
    helped_households: np.ndarray  # (R, H) int64: last week this household was served
    requests: np.ndarray           # (R, Q) REQUESTS
    request_count: np.ndarray      # (R,) int64
    customers: np.ndarray          # (R, Q) CUSTOMERS
    customer_count: np.ndarray     # (R,) int64
    counts: np.ndarray             # (R, len(COUNTS)) int64, of this week
    onset: np.ndarray              # (R, 2, 121) float64: a year, by age: grow limited; come to hardly get about
    pension_income: np.ndarray     # (H,) float64
    pension_group: np.ndarray      # (H,) int64
    slot: np.ndarray               # (H,) int64: homes that suit the same households
    stage: np.ndarray              # (H,) float64: stage of life at the start
    leave_rate: np.ndarray         # (R, slots, stage bands) float64: a year
    donor_start: np.ndarray        # (slots + 1,) int64
    donors: np.ndarray             # (H,) int64
    donor_cumulative: np.ndarray   # (R, H) float64: cumulative weight within the slot
    scratch: np.ndarray            # (8,) float64: work space of one act
    payments: np.ndarray           # (1, P) PAYMENTS: of the replication written down, else empty
    payment_count: np.ndarray      # (1,) int64
