"""What scripts/odd.py cannot read from code: which tables and modules are told, in which order,
and what no code says."""

# Tables of the world in the order in which they are told, with the entity each is.
TABLES = [("neighbourhood/rows.py", "HOUSEHOLD", "Household"), ("neighbourhood/rows.py", "RESIDENT", "Resident"),
          ("behaviour/world.py", "ENTERPRISES", "Enterprise"), ("behaviour/world.py", "SERVICES", "Service"),
          ("behaviour/world.py", "TEAMS", "Team"), ("behaviour/world.py", "WORKERS", "Work place and its holder"),
          ("behaviour/world.py", "RELATIONS", "What a household knows and thinks of an enterprise"),
          ("behaviour/world.py", "REQUESTS", "A request that waits"),
          ("behaviour/world.py", "GATHERINGS", "Gathering"),
          ("behaviour/commons.py", "VOLUNTEERING", "Volunteers, as a whole"),
          ("behaviour/commons.py", "VOLUNTEERS", "Seat of a volunteer"),
          ("behaviour/commons.py", "DEEDS", "Kind of deed"),
          ("behaviour/commons.py", "PLEDGES", "Promise"), ("behaviour/commons.py", "GOALS", "Goal"),
          ("behaviour/commons.py", "BUILDINGS", "Building"), ("behaviour/commons.py", "ORDERS", "Order")]

# What a field is where the code has no words beside it.
MEANINGS = {
    "RESIDENT": {"household": "row of the household"},
    "ENTERPRISES": {
        "alive": "still exists", "appeal": "utility beside a commercial offer at the same price",
        "likeness": "chance that a household likes it as it likes a commercial offer",
        "first_trust": "trust of who has only heard of it", "pace": "how fast trust moves to what was seen",
        "new_face": "share of trust lost when somebody else comes", "outside": "hazard of hearing of it, a year",
        "mouth": "weight of satisfied ties in hearing of it", "bad_word": "weight of dissatisfied ties",
        "join": "share of people on benefit who take a place that is offered, a year",
        "drop_out": "chance a week to give up a place", "start_skill": "productivity of a beginner",
        "end_skill": "productivity in the end", "hours_to_learn": "hours for a share 1 - 1/e of the way",
        "travel": "share of hours spent between customers",
        "noise": "standard deviation of the quality of a visit", "first_confidence": "confidence of a beginner",
        "gain": "gain of confidence in a good week", "loss": "loss of confidence after a complaint",
        "leave": "chance a week that a waiter gives up", "coffee_minutes": "minutes of coffee after a visit",
        "coffee_service": "row of the service that coffee is, or -1",
        "search_from": "confidence from which people look for work", "gives_up": "confidence below which they stop"},
    "SERVICES": {
        "enterprise": "row of the enterprise", "activity": "row of the need it meets, or -1", "team": "row of the team",
        "open": "is offered now", "on_request": "begins when enough people ask", "at_home": "done at home",
        "price": "cents per hour or job, VAT included", "per_job": "priced by the job",
        "customers": "standing customers",
        "asked": "requests for it while it is not offered, this week", "visits": "visits this week",
        "served": "minutes served this week", "missed": "minutes of standing customers not served this week",
        "paid": "cents paid by customers this week", "covered": "cents paid by covers this week",
        "worth": "the same counted apart, in sixtieths of a cent", "opening": "minutes a week a desk is open, or -1",
        "seats": "people who can sit at it", "room": "minutes left at it this week"},
    "TEAMS": {
        "enterprise": "row of the enterprise", "luck": "number by which its places ask for luck",
        "contract": "how its people are bound to it", "first": "row of its first work place", "places": "work places",
        "minutes": "planned minutes a week of one place", "capacity": "minutes it can give this week",
        "served": "minutes it gave this week", "committed": "minutes a week promised to standing customers",
        "waiting": "minutes of requests that wait", "wait": "weeks a new request waits",
        "present": "chance of one of its people to be there in a week",
        "skill": "the trade it asks for, or -1", "can": "share of people who can do it", "likes": "share who like it",
        "least": "people with whom it begins", "keep": "people below which it ends", "together": "has come together"},
    "WORKERS": {
        "team": "row of the team", "resident": "row of who holds it; -1 nobody, -2 somebody from elsewhere",
        "since": "week it was taken", "practised": "hours worked", "confidence": "in oneself",
        "minutes": "minutes left this week", "served": "minutes given this week", "present": "is there this week",
        "pleased": "had a satisfied customer this week", "complaint": "had a complaint this week",
        "late": "minutes less after a gathering"},
    "RELATIONS": {
        "aware": "has heard of it", "trust": "trust in who comes", "mood": "satisfied 1, dissatisfied -1, else 0",
        "face": "row of the work place that came last, or -1", "good": "satisfied ties", "bad": "dissatisfied ties",
        "pending": "needs it has asked to become a customer for, a bit each"},
    "REQUESTS": {
        "household": "who asks", "generation": "which household of that address", "service": "row of the service",
        "minutes": "minutes asked and not served yet", "price": "cents agreed", "week": "week of asking",
        "when": "moment within that week", "enrol": "asks to become a standing customer"},
    "GATHERINGS": {
        "enterprise": "row of the enterprise", "luck": "number by which it asks for luck", "due": "is held this week",
        "allowed": "a law or a plugin lets it be held", "members": "of who holds a place, not of everyone",
        "contacts": "others each talks with", "late": "minutes less work the day after", "held": "was held this week",
        "came": "people who came", "goals": "goals are named there", "goal": "row of the goal it is for, or -1",
        "expected": "people to expect", "regulars": "share who were there the last time", "helpers": "helpers it asks",
        "least": "helpers without whom it is off", "minutes": "minutes each helper gives",
        "recruits": "share of visitors who become volunteers", "guests": "people who came the last time"},
    "VOLUNTEERING": {
        "core": "organisers", "organising": "minutes a week of organising",
        "pool": "residents who would volunteer for it", "willing": "chance to say yes to a task",
        "stretch": "how far beyond their hours organisers go", "invite": "chance to be asked",
        "step_up": "chance that a volunteer becomes an organiser", "drop_out": "share of organisers who stop, a year",
        "load_power": "how load weighs in that", "turnover": "chance that another volunteer stops",
        "with_job": "minutes a week of who has a job", "without_job": "minutes a week of others"},
    "VOLUNTEERS": {
        "resident": "row of who holds it, or -1", "generation": "which household of that address",
        "core": "an organiser", "since": "week it was taken", "minutes": "minutes a week there are",
        "given": "minutes given this week", "task": "the last task given to"},
    "DEEDS": {
        "deed": "what is done", "together": "with whom, or to whom", "keep": "logit of keeping it",
        "per_tie": "what a tie adds", "takes": "share of who is asked that promises",
        "older": "promised to an older neighbour", "times": "times a week",
        "minutes": "minutes each time", "spread": "chance that a kept one is taken over",
        "fade": "chance that a broken one ends", "goal": "row of the goal it is for, or -1"},
    "PLEDGES": {
        "kind": "row of the kind of deed, or -1", "resident": "who promised", "generation": "of which household",
        "other": "with whom or to whom, or -1", "other_generation": "of which household"},
    "GOALS": {
        "weight": "how much it matters to anybody", "matters": "how much more to whom it concerns",
        "who": "whom it concerns",
        "support": "share of voters it takes", "luck": "its place in order of names", "chosen": "has been taken up",
        "votes": "who named it at this gathering", "deeds": "deeds done for it this week"},
    "BUILDINGS": {
        "managed": "residents run it", "opening": "minutes a week it should be open", "helpers": "people to open it",
        "opened": "minutes it was open this week"},
    "ORDERS": {
        "service": "row of the service", "minutes": "minutes of one", "due": "due this week", "done": "done this week"},
}  # fmt: skip
ABOVE = {"SERVICES": "One value proposition that can be delivered.", "TEAMS": "People who do one kind of work.",
         "WORKERS": "One work place, and whoever holds it.",
         "PLEDGES": "One promise: who keeps it, and with or to whom."}

# What happens in a week, in order.
PROCESSES = ["occasions", "moves", "dispatch", "together", "desk", "labour", "common_desk", "orders", "goals", "market",
             "commons", "community", "decisions", "reconcile"]

# The laws, in the order of docs/laws.md; whatever else stands among them follows.
FIRST = ["needs", "choice", "arrangements", "longrun", "course", "prices", "awareness", "reception", "delivery", "work",
         "assistance", "enterprise", "ties", "lives"]
NO_LAWS = {"__init__", "world", "commons"}                 # tables

PURPOSE = """\
The model answers, for the Business Model Canvas of a Dutch neighbourhood enterprise, what follows from it over some
years beside doing nothing: does it live without municipal money, who pays and who gains, how many people find work or
company, and how sure that is. It serves a conversation between residents, partners and a municipality. It does not
forecast: it says what follows from numbers that each name their source or call themselves an assumption.

Patterns by which its usefulness is judged stand in [validation.md](validation.md): cases with an answer on paper,
relations that must hold under the same luck, and these published patterns, kept aside unless a number was set by
them:"""

SCALES = """\
**Time.** Discrete weeks; a run is usually 260 of them, five years. Within a week occasions have no clock but an order.

**Space.** One district, without distances: households know some others by ties, and travel is a share of hours worked.

**People.** Every resident and household is there, one by one; fixed costs are never scaled.

**Courses.** A run holds many replications (possible courses) side by side, and lanes of the same replication: doing
nothing, and one or more enterprises, which share people, luck and drawn numbers."""

CONCEPTS = {
    "Basic principles": """\
Households choose among ways to have work done by random utility (a logit with habit, trust and lasting taste); they
hear of an enterprise by a hazard as in Bass; an enterprise is its canvas and its books, kept by double entry. Each law
names its section of [laws.md](laws.md); each soft effect has "off" within its range.""",
    "Emergence": """\
Customers, waiting, displacement, cohesion, loneliness, outflow into work, the end of an enterprise and who bears its
cost follow from what people do. Imposed are prices, rates of events, rules of law, and the shares of each way of having
work done before there is an enterprise, to which the constants of the choice are fitted.""",
    "Adaptation": """\
Households look again at an arrangement now and then, or when a price jumps, a service stops, help is cut or trust is
low. The enterprise stops what does not pay, begins what is asked and grows, by the rules its canvas states. Partners
renew by gain; the municipality repairs a cut when too many are left short.""",
    "Objectives": """\
A household takes the way with the highest utility at that occasion. The enterprise has no objective of its own but to
keep its rules; partners weigh what they gain against what they give.""",
    "Learning": """\
People in a place become quicker by practice and surer or less sure of themselves by how visits go. Trust of a household
moves towards the quality it has seen. Nobody learns a strategy.""",
    "Prediction": """\
Nobody foresees. Waiting time, trust and prices are taken as they stand.""",
    "Sensing": """\
A household knows its own needs, income and contribution, prices of ways it knows, its closest tie's time, its own trust
and the waiting time; of the enterprise only after it has heard of it. The enterprise knows its books, requests and
margins.""",
    "Interaction": """\
Direct: visits, coffee, asking a friend for help, telling others. Mediated: places are few, so that who holds one keeps
another out; hours are few, so that requests wait; a friend's time is given once.""",
    "Stochasticity": """\
Luck is a function of who asks for what and when, so that every lane finds the same occasions and a what-if moves only
what it touches (common random numbers; `simcore/luck.py`). Occasions of a kind are Poisson in number, choices have a
Gumbel number per way. Numbers with a range are drawn once per replication from a triangle, the same in all lanes.""",
    "Collectives": """\
Households are made of residents; teams of an enterprise of people in places. A household acts as one.""",
    "Observation": """\
Everything is read off after the fact, with no noise of measurement: money by stream and week, counts by week, a look
at the whole district each quarter. What is shown is the difference with doing nothing, course by course, and the band
in which eight of ten courses lie. The indicators and their formulas:""",
}

START = """\
People are made from published margins of the district and city (`simcore/neighbourhood/people.py`), the same in every
replication; what a replication draws is who of them is limited, on benefit, at work or ready to help (`settle.py`). The
constants of the choice are fitted so that shares of each way are those observed (`simcore/week/fit.py`), and each
household begins with a way drawn from its shares in the long run, so that doing nothing stands still from the first
week. The enterprise begins with empty places, start capital and no customers; nobody has heard of it."""

INPUT = """\
No time series drive the model. Dated rules of law and dated plugins change terms on their day; everything else is a
number of the files, which stay as they are during a run. Dated rules of the neighbourhoods, and plugins that come
along:"""
