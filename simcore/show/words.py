"""Every word for people, in Dutch and in English side by side, and how numbers are written in each.

Whoever reads these texts sits in a room with a canvas on the wall. They speak of possible courses, never of the
machinery, and never foretell: what is said holds in this model.
"""

from datetime import date
from typing import Literal

Language = Literal["nl", "en"]

# key: (Dutch, English). Both hold the same facts: the same places to fill in.
TEXTS = {
    # the answer
    "answer": ("In dit model leeft {name} {count} zonder gemeentegeld.",
               "In this model {name} lives without municipal money {count}."),
    "answer.one.yes": ("In dit model leeft {name} in het ene verloop dat is gespeeld zonder gemeentegeld.",
                       "In this model, in the one course that was played, {name} lives without municipal money."),
    "answer.one.no": ("In dit model leeft {name} in het ene verloop dat is gespeeld niet zonder gemeentegeld.",
                      "In this model, in the one course that was played, {name} does not live without municipal money."),
    "answer.measure": ("Gemeten over {period}: het bestaat nog, en houdt geld over of speelt quitte, ook als dit wegvalt:",
                       "Measured over {period}: it still exists and breaks even or better, also without:"),
    "period.year": ("het laatste jaar", "the last year"),
    "period.weeks": ("{weeks} weken", "{weeks} weeks"),
    "tier.A": ("subsidie", "grants"),
    "tier.B": ("ook begeleiding en ruimte die anderen betalen", "also guidance and rooms that others pay"),
    "tier.C": ("ook opdrachten, PGB en Wmo", "also orders, personal budgets and Wmo"),
    "tier.D": ("ook onbetaald werk (alsof het betaald werk is)", "also unpaid labour (as if it were paid work)"),
    "tier.from": ("voor het eerst rond {month}", "for the first time around {month}"),
    "tier.once": ("eerder wel, {count}, voor het eerst rond {month}", "earlier it did, {count}, first around {month}"),
    "tier.never": ("nooit", "never"),
    "law.strict": ("streng", "strictly"),
    "law.lenient": ("soepel", "leniently"),
    "law": ("De wet is hier {played} gelezen. Dan bestaat {name} aan het eind nog: {alive}; {other} gelezen: {alive_other}. "
            "Verlopen waarin de lezing verschil maakt: {changes}.",
            "The law is read {played} here. Then {name} still exists at the end: {alive}; read {other}: {alive_other}. "
            "Courses in which the reading makes a difference: {changes}."),
    "law.same": ("De wet is hier {played} gelezen; {other} gelezen maakt het hier geen verschil.",
                 "The law is read {played} here; read {other}, it makes no difference here."),
    "exists": ("{name} bestaat na {years} nog {count}.", "After {years} {name} still exists {count}."),
    "exists.one.yes": ("{name} bestaat na {years} nog.", "After {years} {name} still exists."),
    "exists.one.no": ("{name} bestaat na {years} niet meer; het stopt na ongeveer {time}.",
                      "After {years} {name} no longer exists; it ends after about {time}."),
    "ends": ("Waar het stopt, is dat meestal na ongeveer {time}.", "Where it ends, that is mostly after about {time}."),

    # counting courses
    "courses": ("in {some} van de {all} mogelijke verlopen", "in {some} of {all} possible courses"),
    "courses.less": ("in minder dan 1 van de 10 mogelijke verlopen", "in fewer than 1 of 10 possible courses"),
    "courses.more": ("in meer dan 9 van de 10 mogelijke verlopen", "in more than 9 of 10 possible courses"),
    "short": ("{some} van de {all}", "{some} of {all}"),
    "short.less": ("minder dan 1 van de 10", "fewer than 1 of 10"),
    "short.more": ("meer dan 9 van de 10", "more than 9 of 10"),
    "short.yes": ("ja", "yes"),
    "short.no": ("nee", "no"),

    # heads
    "head.money": ("Geld", "Money"),
    "head.work": ("Werk", "Work"),
    "head.displacement": ("Verdringing van betaald werk", "Paid work displaced"),
    "head.parties": ("Wie betaalt, wie wint (euro per jaar, verschil met niets doen)",
                     "Who pays, who gains (euros a year, difference with doing nothing)"),
    "head.helped": ("Geholpen", "Helped"),
    "head.movers": ("Wat het antwoord het meest beweegt", "What moves the answer most"),
    "head.files": ("Bestanden", "Files"),

    # figures
    "money.cash": ("Kas aan het eind", "Cash at the end"),
    "money.result": ("Eigen resultaat per 4 weken", "Own result per 4 weeks"),
    "work.exits": ("Meer mensen per jaar aan het werk", "More people a year into work"),
    "work.exits_share": ("  als deel van de deelnemers", "  as a share of participants"),
    "work.participants": ("Deelnemers met een uitkering", "Participants on benefit"),
    "ladder.rungs": ("Hoger op de participatieladder", "Higher on the participation ladder"),
    "displacement.hours": ("Uren gewoon betaald werk per jaar weg", "Hours of regular paid work a year gone"),
    "displacement.share": ("  als deel van het werk van deelnemers", "  as a share of the work of participants"),
    "displacement.delivered": ("Geleverde uren per jaar", "Hours delivered a year"),
    "displacement.most": ("Het meest bij {activity}: {hours} uur per jaar.", "Most in {activity}: {hours} hours a year."),
    "helped.households": ("Huishoudens per jaar", "Households a year"),
    "helped.met": ("Gevraagde uren die lukken", "Hours asked that are served"),
    "helped.wait": ("Wachttijd", "Waiting time"),
    "unclear": ("geen duidelijk verschil", "no clear difference"),
    "nothing": ("niet te meten", "cannot be measured"),
    "span": ("{low} tot {high}", "{low} to {high}"),
    "cash": ("geld", "cash"),
    "kind": ("in natura", "in kind"),

    # units
    "unit.people": ("{n} mensen", "{n} people"),
    "unit.days": ("{n} dagen", "{n} days"),
    "unit.hours": ("{n} uur", "{n} hours"),
    "unit.rungs": ("{n} trede", "{n} rungs"),
    "unit.households": ("{n}", "{n}"),
    "unit.share": ("{n} %", "{n}%"),
    "unit.EUR": ("€ {n}", "€{n}"),

    # parties
    "party.residents": ("bewoners", "residents"),
    "party.people on benefit": ("mensen met een uitkering", "people on benefit"),
    "party.municipality": ("gemeente", "municipality"),
    "party.corporation": ("woningcorporatie", "housing corporation"),
    "party.welfare": ("welzijnsorganisatie", "welfare organisation"),
    "party.care": ("zorgpartner", "care partner"),
    "party.fund": ("fonds", "fund"),
    "party.company": ("bedrijf als partner", "company as a partner"),
    "party.enterprise": ("de onderneming zelf", "the enterprise itself"),
    "party.suppliers": ("personeel, verhuurder, leveranciers", "staff, landlord, suppliers"),
    "party.companies": ("andere bedrijven", "other companies"),
    "party.informal helpers": ("zwart en informeel werk", "informal helpers"),
    "party.care provider": ("thuiszorg", "care provider"),
    "party.treasury": ("belasting (btw)", "treasury (VAT)"),

    # what a band means, movers, files
    "band.numbers": ("Elk getal is het middelste van {courses} mogelijke verlopen; tussen haakjes waar 8 van de 10 liggen. "
                     "In elk verloop wisselen het toeval en alle getallen met een marge.",
                     "Each figure is the middle one of {courses} possible courses; between brackets where 8 of 10 lie. "
                     "In each course luck varies, and every number that has a range."),
    "band.luck": ("Elk getal is het middelste van {courses} mogelijke verlopen; tussen haakjes waar 8 van de 10 liggen. "
                  "Alleen het toeval wisselt; alle getallen staan vast.",
                  "Each figure is the middle one of {courses} possible courses; between brackets where 8 of 10 lie. "
                  "Only luck varies; all numbers stand still."),
    "band.one": ("Dit is één mogelijk verloop; speel er meer om te zien wat toeval is.",
                 "This is one possible course; play more to see what is luck."),
    "prices": ("Bedragen in euro's van {year}.", "Amounts in euros of {year}."),
    "mover.up": ("hoger is beter", "higher is better"),
    "mover.down": ("hoger is slechter", "higher is worse"),
    "movers.none": ("Niet duidelijk: in {courses} verlopen springt geen enkele aanname eruit.",
                    "Not clear: in {courses} courses no assumption stands out."),
    "movers.few": ("Niet duidelijk: daarvoor zijn minstens {least} verlopen nodig.",
                   "Not clear: that takes at least {least} courses."),
    "movers.luck": ("Niet te zeggen: alle getallen stonden vast.", "Cannot be said: all numbers stood still."),
    "movers.rest": ("De andere aannames: niet duidelijk.", "The other assumptions: not clear."),
    "evidence.fact": ("feit", "fact"),
    "evidence.source": ("bron", "source"),
    "evidence.assumption": ("aanname", "assumption"),
    "evidence.open": ("open vraag", "open question"),
    "files": ("{folder} (cijfers, betalingen en beelden)", "{folder} (figures, payments and pictures)"),
    "files.verify": ("Nagaan tot op de cent: simwijk verify {folder}", "Trace it to the cent: simwijk verify {folder}"),

    # verify
    "verify.digest": ("Elke cent en elke telling hoort bij de vingerafdruk van de uitkomst.",
                      "Every cent and every count belongs to the fingerprint of the outcome."),
    "verify.balances": ("Alle rekeningen samen staan op nul, en de kas volgt uit de stromen (verlopen: {courses}).",
                        "All accounts together are at zero, and cash follows from the flows (courses: {courses})."),
    "verify.headlines": ("De cijfers voorop volgen uit de stromen.", "The headline figures follow from the flows."),
    "verify.payments": ("{count} betalingen van verloop {course} zijn samen precies de stromen van dat verloop.",
                        "{count} payments of course {course} add up to exactly the flows of that course."),
    "verify.good": ("Alles klopt: {folder}", "Everything agrees: {folder}"),
    "verify.bad": ("Klopt niet: {what}", "Does not agree: {what}"),

    # other commands
    "working": ("Bezig", "Playing"),
    "broken": ("KAPOT", "BROKEN"),
}  # fmt: skip

# What the last words of a path are called; a number goes by its sticky note and this.
LEAVES = {
    "start_cost": ("kosten van het begin", "cost of beginning"), "minutes": ("minuten", "minutes"),
    "outside": ("hoe vaak men het ziet", "how often it is seen"), "word_of_mouth": ("doorvertellen", "word of mouth"),
    "bad_word": ("slecht nieuws", "bad word"), "reach": ("bereik", "reach"), "every": ("tijd ertussen", "time between"),
    "appeal": ("aantrekkingskracht", "appeal"), "likeness": ("lijkt op een bedrijf", "likeness to a company"),
    "trust_at_first": ("vertrouwen vooraf", "trust at first"), "trust_pace": ("tempo van vertrouwen", "pace of trust"),
    "new_face": ("verlies bij een nieuw gezicht", "loss with a new face"), "price": ("prijs", "price"),
    "places": ("plaatsen", "places"), "hours": ("uren", "hours"), "area": ("vierkante meters", "square metres"),
    "people_per_supervisor": ("mensen per begeleider", "people per supervisor"), "join": ("aanmelden", "joining"),
    "drop_out": ("afhaken", "dropping out"), "productivity_at_start": ("tempo aan het begin", "productivity at the start"),
    "productivity_in_the_end": ("tempo na het leren", "productivity in the end"),
    "hours_to_learn": ("uren om te leren", "hours to learn"), "attendance": ("aanwezigheid", "attendance"),
    "weeks_a_year": ("weken per jaar", "weeks a year"), "travel": ("reistijd", "travel"),
    "quality_noise": ("wisselende kwaliteit", "varying quality"),
    "confidence_at_start": ("zelfvertrouwen aan het begin", "confidence at the start"),
    "confidence_gain": ("groei van zelfvertrouwen", "gain of confidence"),
    "confidence_loss": ("verlies van zelfvertrouwen", "loss of confidence"), "leave": ("weglopen bij wachten", "leaving the queue"),
    "share": ("aandeel", "share"), "phase_out": ("afbouw per kwartaal", "phasing out per quarter"),
    "term": ("looptijd", "term"), "renew": ("bereid te verlengen", "willing to renew"),
    "renew_on_gain": ("verlengen bij winst", "renewing on gain"), "gain_per_hour": ("waarde van een uur", "worth of an hour"),
    "start_capital": ("startkapitaal", "start capital"), "amount": ("hoeveelheid", "amount"),
    "window": ("periode", "window"), "grace": ("aanlooptijd", "first period"), "notice": ("opzegtijd", "notice"),
    "requests": ("aanvragen", "requests"), "period": ("periode", "period"), "buffer": ("buffer", "buffer"),
    "profit_weeks": ("weken winst", "weeks of profit"), "cost": ("kosten", "cost"),
    "shared_overhead": ("gedeelde vaste kosten", "shared overhead"), "insolvent_after": ("weken zonder geld", "weeks without money"),
    "customer": ("klanten betalen later", "customers pay later"), "institution": ("instellingen betalen later", "institutions pay later"),
    "unpaid_labour": ("waarde van onbetaald werk", "worth of unpaid labour"), "informal": ("informeel", "informal"),
    "commercial": ("bij een bedrijf", "from a company"), "without": ("niet gedaan", "left undone"),
    "neighbour": ("door een buur", "by a neighbour"), "self": ("zelf", "oneself"), "season": ("seizoen", "season"),
    "rate": ("tarief", "rate"), "budget": ("budget", "budget"), "tariff": ("tarief", "tariff"), "cut": ("korting", "cut"),
    "habit": ("gewoonte", "habit"), "taste": ("verschil in smaak", "difference in taste"), "trust": ("vertrouwen", "trust"),
    "waiting": ("wachten", "waiting"), "income": ("inkomen", "income"), "prices": ("prijs", "price"), "shares": ("deel", "share"),
}  # fmt: skip

MONTHS = {
    "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
           "december"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"],
}  # fmt: skip


def leaf_of(word: str, lang: Language) -> str:
    """What the last word of a path is called; itself, its underscores as spaces, when it has no name."""
    return LEAVES[word][lang == "en"] if word in LEAVES else word.replace("_", " ")


class Words:
    """Texts and numbers in one language: ``words("exists", name=..., ...)``."""

    def __init__(self, lang: Language = "nl"):
        self.lang = lang

    def __call__(self, key: str, **parts: object) -> str:
        """The text of a key with its places filled in."""
        return TEXTS[key][self.lang == "en"].format(**parts)

    def number(self, value: float, decimals: int = 0) -> str:
        """1.234,5 in Dutch and 1,234.5 in English."""
        text = f"{value:,.{decimals}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "nl" else text

    def sized(self, value: float) -> str:
        """A number with as many decimals as its size makes worth reading: three digits at most."""
        size = abs(value)
        if size < 0.005:
            return "0"
        if size >= 1000:
            step = 10 ** (len(str(int(size))) - 3)
            return self.number(round(value / step) * step)
        return self.number(value, 0 if size >= 20 else 1 if size >= 1 else 2)

    def month(self, day: date) -> str:
        """januari 2015"""
        return f"{MONTHS[self.lang][day.month - 1]} {day.year}"

    def span(self, weeks: int) -> str:
        """A stretch of time in the words people use: weeks up to half a year, then years."""
        if weeks < 26:
            return f"{weeks} " + ("weken" if self.lang == "nl" else "weeks")
        years = self.number(weeks / 52, 0 if weeks % 52 == 0 else 1)
        return f"{years} " + ("jaar" if self.lang == "nl" else "year" if years == "1" else "years")

    def courses(self, some: int, of: int, short: bool = False) -> str:
        """in 8 of 10 possible courses: tens where there are more, the count itself where there are fewer, yes or no of one."""
        form = "short" if short else "courses"
        if of == 1:
            return self(f"short.{'yes' if some else 'no'}")
        if of <= 10:
            return self(form, some=some, all=of)
        tens = int(10 * some / of + 0.5)
        if some and not tens:
            return self(f"{form}.less")
        if some < of and tens == 10:
            return self(f"{form}.more")
        return self(form, some=tens, all=10)
