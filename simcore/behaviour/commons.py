"""Tables of what residents do together, beside those of world.py; each is empty where a canvas has nothing of the kind.

Axes as in world.py, and G gatherings, D kinds of deed that are promised, V seats of volunteers, B buildings, O orders.
"""

import numpy as np

# How a canvas has its volunteers: chances are those of a week, but that of an organiser to stop, which hangs on load.
VOLUNTEERING = np.dtype([
    ("core", "i8"), ("organising", "i8"), ("pool", "i8"), ("willing", "f8"), ("stretch", "f8"), ("invite", "f8"),
    ("step_up", "f8"), ("drop_out", "f8"), ("load_power", "f8"), ("turnover", "f8"), ("with_job", "i8"),
    ("without_job", "i8")])

# One seat: who holds it, minutes a week there are and those given this week; the last task they were given to.
VOLUNTEERS = np.dtype([
    ("resident", "i8"), ("generation", "i8"), ("core", "?"), ("since", "i8"), ("minutes", "i8"), ("given", "i8"),
    ("task", "i8")])

# A kind of deed that people promise, and one promise: who keeps it, and with or to whom.
DEEDS = np.dtype([
    ("deed", "i8"), ("together", "i8"), ("keep", "f8"), ("per_tie", "f8"), ("takes", "f8"), ("older", "f8"),
    ("times", "f8"), ("minutes", "i8"), ("spread", "f8"), ("fade", "f8"), ("goal", "i8")])
PLEDGES = np.dtype([
    ("kind", "i8"), ("resident", "i8"), ("generation", "i8"), ("other", "i8"), ("other_generation", "i8")])

# What residents may choose. ``luck`` is its place in order of names, ``deeds`` what was done for it this week.
GOALS = np.dtype([
    ("weight", "f8"), ("matters", "f8"), ("who", "i8"), ("support", "f8"), ("luck", "i8"), ("chosen", "?"),
    ("votes", "i8"), ("deeds", "i8")])

# A building residents run, and how many minutes it was open this week.
BUILDINGS = np.dtype([("managed", "?"), ("opening", "i8"), ("helpers", "f8"), ("opened", "i8")])

# Work that is ordered, by partners or through plugins: minutes each time, how often it is due and done this week.
ORDERS = np.dtype([("service", "i8"), ("minutes", "i8"), ("due", "i8"), ("done", "i8")])

# What is counted each week of all this, per replication.
CARRIED = ["unpaid", "volunteered", "burned_out", "stopped", "signed_up", "organised", "promised", "kept", "broken",
           "rounds_planned", "rounds_walked", "litter", "litter_addressed", "turned_away"]
(UNPAID, VOLUNTEERED, BURNED_OUT, STOPPED, SIGNED_UP, ORGANISED, PROMISED, KEPT, BROKEN, ROUNDS_PLANNED, ROUNDS_WALKED,
 LITTER_SEEN, LITTER_ADDRESSED, TURNED_AWAY) = range(len(CARRIED))

# Room for volunteers, promises, and visitors of one gathering; who finds no room is counted (TURNED_AWAY).
SEATS, PROMISES, GUESTS = 160, 1000, 1000
WHO = ["everyone", "old", "alone", "families", "limited", "benefit"]     # whom a goal concerns
DEED_NAMES = ["chat", "litter", "round"]
CHAT, LITTER, ROUND = range(3)
