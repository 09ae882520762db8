"""The words of the pictures in Dutch and English, and numbers and dates as each language writes them."""

from __future__ import annotations

from datetime import date
from typing import Literal

Language = Literal["nl", "en"]

LABELS: dict[str, dict[str, str]] = {
    # the caption under every picture
    "one course": {"nl": "Dit is één mogelijk verloop; een band is er niet.",
                   "en": "This is one possible course; there is no band."},
    "line": {"nl": "Lijn: de", "en": "Line"}, "bar": {"nl": "Balk: de", "en": "Bar"},
    "amount": {"nl": "Bedrag: het", "en": "Amount"},
    "few courses": {"nl": "{shown} middelste van {n} mogelijke verlopen; band: de meeste verlopen liggen hierbinnen.",
                    "en": "{shown}: the middle one of {n} possible courses; band: most courses lie within it."},
    "many courses": {"nl": "{shown} middelste van {n} mogelijke verlopen; band: 8 van de 10 verlopen liggen hierbinnen.",
                     "en": "{shown}: the middle one of {n} possible courses; band: 8 of 10 courses lie within it."},
    "varied": {"nl": "Per verloop verschillen het toeval en alle getallen met een bandbreedte.",
               "en": "Luck and every number with a range differ between courses."},
    "luck only": {"nl": "Alleen het toeval verschilt per verloop; elk getal houdt zijn basiswaarde.",
                  "en": "Only luck differs between courses; every number keeps its base value."},
    "source": {"nl": "Bron: model {model}, {place}; prijzen van {year}; simwijk.",
               "en": "Source: model {model}, {place}; prices of {year}; simwijk."},
    # how often
    "of ten": {"nl": "{k} van de {n}", "en": "{k} of {n}"},
    "hardly any": {"nl": "minder dan 1 van de 10", "en": "fewer than 1 of 10"},
    "nearly all": {"nl": "meer dan 9 van de 10", "en": "more than 9 of 10"},
    "unclear": {"nl": "geen duidelijk verschil", "en": "no clear difference"},
    "from to": {"nl": "{low} tot {high}", "en": "{low} to {high}"},
    # 1 money
    "money title fails": {"nl": "In dit model raakt {name} in {often} mogelijke verlopen door het geld heen, meestal rond {when}",
                          "en": "In this model {name} runs out of money in {often} possible courses, mostly around {when}"},
    "money title fails once": {"nl": "In dit mogelijke verloop raakt {name} door het geld heen, in {when}",
                               "en": "In this possible course {name} runs out of money, in {when}"},
    "money title lives": {"nl": "In dit model bestaat {name} na {span} nog in {often} mogelijke verlopen, met {cash} in kas",
                          "en": "In this model {name} still exists after {span} in {often} possible courses, with {cash} in hand"},
    "money title lives once": {"nl": "In dit mogelijke verloop bestaat {name} na {span} nog, met {cash} in kas",
                               "en": "In this possible course {name} still exists after {span}, with {cash} in hand"},
    "cash": {"nl": "Geld in kas", "en": "Cash in hand"},
    "middle course": {"nl": "middelste verloop", "en": "middle course"},
    "this course": {"nl": "dit verloop", "en": "this course"},
    "eight of ten": {"nl": "8 van de 10 verlopen", "en": "8 of 10 courses"},
    "most": {"nl": "de meeste verlopen", "en": "most courses"},
    "typical": {"nl": "één typisch verloop", "en": "one typical course"},
    "alive": {"nl": "In hoeveel van de {n} verlopen bestaat de onderneming nog?",
              "en": "In how many of {n} courses does the enterprise still exist?"},
    "alive once": {"nl": "Bestaat de onderneming nog?", "en": "Does the enterprise still exist?"},
    "yes": {"nl": "ja", "en": "yes"}, "no": {"nl": "nee", "en": "no"},
    "in and out": {"nl": "Per 4 weken: erin (boven nul) en eruit (onder nul)",
                   "en": "Per 4 weeks: in (above zero) and out (below zero)"},
    "customers pay": {"nl": "klanten", "en": "customers"},
    "institutions pay": {"nl": "PGB en opdrachten", "en": "personal budgets, orders"},
    "other income": {"nl": "andere inkomsten", "en": "other income"},
    "partners give": {"nl": "partners, in natura", "en": "partners, in kind"},
    "own costs": {"nl": "eigen kosten", "en": "own costs"},
    "vat": {"nl": "btw", "en": "VAT"},
    "partners bear": {"nl": "kosten die partners\nin natura dragen", "en": "costs that partners\nbear in kind"},
    "start capital": {"nl": "Startkapitaal {amount}: wel in de kas, niet in de staven.",
                      "en": "Start capital {amount}: in the cash, not in the bars."},
    "means": {"nl": "Staven: gemiddelde van alle verlopen.", "en": "Bars: average of all courses."},
    # 2 services
    "services title": {"nl": "In dit model vraagt {largest} de meeste uren; {stops} van de {all} diensten stoppen in de meeste verlopen",
                       "en": "In this model {largest} takes the most hours; {stops} of {all} services stop in most courses"},
    "services title once": {"nl": "In dit verloop vraagt {largest} de meeste uren; {stops} van de {all} diensten stoppen",
                            "en": "In this course {largest} takes the most hours; {stops} of {all} services stop"},
    "services title none": {"nl": "In dit model vraagt {largest} de meeste uren; in de meeste verlopen wordt geen dienst geschrapt",
                            "en": "In this model {largest} takes the most hours; in most courses no service is dropped"},
    "no services": {"nl": "In dit model wordt geen dienst geleverd", "en": "In this model no service is delivered"},
    "team hours": {"nl": "Ploegen: uren per week", "en": "Teams: hours a week"},
    "service hours": {"nl": "Diensten: uren per week (elk vak heeft een eigen schaal)",
                      "en": "Services: hours a week (each panel has its own scale)"},
    "capacity": {"nl": "beschikbaar", "en": "available"}, "worked": {"nl": "gewerkt", "en": "worked"},
    "wanted": {"nl": "gevraagd, met wat niet kon doorgaan", "en": "asked, with what could not be done"},
    "delivered": {"nl": "geleverd", "en": "delivered"},
    "stops": {"nl": "stopt (in {often})", "en": "stops (in {often})"},
    "stops once": {"nl": "stopt in {when}", "en": "stops in {when}"},
    "begins": {"nl": "begint (in {often})", "en": "begins (in {often})"},
    "begins once": {"nl": "begint in {when}", "en": "begins in {when}"},
    "never begins": {"nl": "begint niet", "en": "does not begin"},
    "left out": {"nl": "De {n} kleinste diensten staan er niet bij.", "en": "The {n} smallest services are left out."},
    "team failure": {"nl": "Stopt de hele onderneming, dan stoppen alle diensten mee; \"stopt\" telt alleen wat zij zelf schrapt.",
                     "en": "If the whole enterprise ends, all services end with it; \"stops\" counts only what it drops itself."},
    # 3 parties
    "parties title": {"nl": "In dit model is vergeleken met niets doen het meeste voordeel voor {gains}, en de meeste last voor {gives}",
                      "en": "In this model, compared with doing nothing, most goes to {gains} and most comes from {gives}"},
    "parties title gives": {"nl": "In dit model is de meeste last voor {gives}; niemand gaat er duidelijk op vooruit",
                            "en": "In this model most comes from {gives}; nobody clearly gains"},
    "parties title gains": {"nl": "In dit model is het meeste voordeel voor {gains}; niemand levert duidelijk in",
                            "en": "In this model most goes to {gains}; nobody clearly gives"},
    "parties title none": {"nl": "In dit model is er voor geen enkele partij een duidelijk verschil met niets doen",
                           "en": "In this model there is for no party a clear difference with doing nothing"},
    "parties axis": {"nl": "Verschil met niets doen, euro per jaar (gemiddeld over {span}, ook na een einde)",
                     "en": "Difference with doing nothing, euros a year (average over {span}, after an end too)"},
    "gives": {"nl": "geeft of betaalt meer", "en": "gives or pays more"},
    "gains": {"nl": "krijgt of houdt meer", "en": "gets or keeps more"},
    "cash kind": {"nl": "geld", "en": "cash"}, "in kind": {"nl": "in natura", "en": "in kind"},
    "what it is worth": {"nl": "Geteld zijn geld en giften in natura; wat hulp of werk voor iemand waard is, staat hier niet in.",
                         "en": "Counted are cash and gifts in kind; what help or work is worth to somebody is not."},
    "residents": {"nl": "bewoners", "en": "residents"},
    "people on benefit": {"nl": "mensen met een uitkering", "en": "people on benefit"},
    "municipality": {"nl": "de gemeente", "en": "the municipality"},
    "corporation": {"nl": "de woningcorporatie", "en": "the housing corporation"},
    "welfare": {"nl": "de welzijnsorganisatie", "en": "the welfare organisation"},
    "care": {"nl": "de zorginstelling", "en": "the care institution"},
    "fund": {"nl": "het fonds", "en": "the fund"},
    "company": {"nl": "partnerbedrijven", "en": "partner companies"},
    "companies": {"nl": "bedrijven", "en": "companies"},
    "informal helpers": {"nl": "informele helpers", "en": "informal helpers"},
    "care provider": {"nl": "de thuiszorg", "en": "home care providers"},
    "suppliers": {"nl": "personeel, verhuurder en leveranciers", "en": "staff, landlord and suppliers"},
    "treasury": {"nl": "de schatkist (btw)", "en": "the treasury (VAT)"},
    "enterprise": {"nl": "de onderneming", "en": "the enterprise"},
    # 4 ladder
    "ladder title": {"nl": "In dit model is het grootste verschil met niets doen op trede {rung} ({name}): gemiddeld {people}",
                     "en": "In this model the largest difference with doing nothing is on rung {rung} ({name}): {people} on average"},
    "ladder title none": {"nl": "In dit model is er op geen enkele trede een duidelijk verschil met niets doen",
                          "en": "In this model there is on no rung a clear difference with doing nothing"},
    "ladder people": {"nl": "Mensen op elke trede van de participatieladder", "en": "People on each rung of the participation ladder"},
    "ladder difference": {"nl": "Verschil met niets doen", "en": "Difference with doing nothing"},
    "with enterprise": {"nl": "met {name}", "en": "with {name}"},
    "doing nothing": {"nl": "niets doen", "en": "doing nothing"},
    "nobody": {"nl": "niemand", "en": "nobody"},
    "more people": {"nl": "{n} mensen", "en": "{n} people"}, "more person": {"nl": "{n} mens", "en": "{n} person"},
    "ladder who": {"nl": "Geteld: wie een uitkering heeft of er sinds de start uit is gegaan naar werk. Rechts: gemiddelde over {span}.",
                   "en": "Counted: people on benefit, or who left it for work since the start. On the right: average over {span}."},
    "too short": {"nl": "Dit verloop is korter dan een kwartaal: de ladder is nog niet geteld",
                  "en": "This course is shorter than a quarter: the ladder has not been counted yet"},
    "rung 1": {"nl": "geïsoleerd", "en": "isolated"}, "rung 2": {"nl": "contacten buitenshuis", "en": "contacts outside"},
    "rung 3": {"nl": "georganiseerde activiteiten", "en": "organised activities"},
    "rung 4": {"nl": "onbetaald werk", "en": "unpaid work"},
    "rung 5": {"nl": "betaald werk met steun", "en": "paid work with support"},
    "rung 6": {"nl": "betaald werk", "en": "paid work"},
    # 5 canvas
    "canvas title": {"nl": "In dit model: {income} per jaar van klanten, {costs} aan eigen kosten",
                     "en": "In this model: {income} a year from customers, {costs} of own costs"},
    "customer_segments": {"nl": "Klantsegmenten", "en": "Customer segments"},
    "value_propositions": {"nl": "Waardeproposities", "en": "Value propositions"},
    "channels": {"nl": "Kanalen", "en": "Channels"},
    "customer_relationships": {"nl": "Klantrelaties", "en": "Customer relationships"},
    "revenue_streams": {"nl": "Inkomsten", "en": "Revenue streams"},
    "key_resources": {"nl": "Middelen", "en": "Key resources"},
    "key_activities": {"nl": "Activiteiten", "en": "Key activities"},
    "key_partnerships": {"nl": "Partners", "en": "Key partners"},
    "costs": {"nl": "Kosten", "en": "Cost structure"},
    "an hour": {"nl": "{n} uur", "en": "{n} hour"},
    "hours a year": {"nl": "{n} uur", "en": "{n} hours"},
    "people a year": {"nl": "{n} mensen erbij", "en": "{n} people joined"},
    "supervisors": {"nl": "{n} begeleiders", "en": "{n} supervisors"},
    "band": {"nl": "({low}–{high})", "en": "({low}–{high})"},
    "unpaid": {"nl": "werk {amount}", "en": "work {amount}"},
    "paid": {"nl": "lonen {amount}", "en": "wages {amount}"},
    "gift in kind": {"nl": "natura {amount}", "en": "in kind {amount}"},
    "gift in cash": {"nl": "geld {amount}", "en": "cash {amount}"},
    "and more": {"nl": "en nog {n}", "en": "and {n} more"},
    "edge fact": {"nl": "feit of bron", "en": "fact or source"},
    "edge assumption": {"nl": "aanname", "en": "assumption"},
    "edge open": {"nl": "open vraag", "en": "open question"},
    "edge none": {"nl": "zonder getal", "en": "no number"},
    "canvas years": {"nl": "Bedragen en uren per jaar, gemiddeld over {span}, ook na een einde; bij ploegen wat onbetaald werk waard is.",
                     "en": "Euros and hours a year, average over {span}, after an end too; for teams what unpaid work is worth."},
    "brackets": {"nl": "Tussen haakjes de band.", "en": "The band stands in brackets."},
    "credit": {"nl": "Business Model Canvas: Strategyzer.com, CC BY-SA 3.0.",
               "en": "Business Model Canvas: Strategyzer.com, CC BY-SA 3.0."},
    # time
    "years": {"nl": "{n} jaar", "en": "{n} years"}, "weeks": {"nl": "{n} weken", "en": "{n} weeks"},
    "a week": {"nl": "1 week", "en": "1 week"}, "a year": {"nl": "1 jaar", "en": "1 year"},
}  # fmt: skip

MONTHS = {"nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                 "november", "december"],
          "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December"]}  # fmt: skip


class Words:
    """Labels, numbers and dates in one language."""

    def __init__(self, lang: Language):
        if lang not in MONTHS:
            raise ValueError(f"no language '{lang}'; known: nl, en")
        self.lang: Language = lang

    def __call__(self, key: str, **parts: object) -> str:
        return LABELS[key][self.lang].format(**parts)

    def name(self, note) -> str:
        """What a sticky note is called: its Dutch name, or its English one where it has one."""
        if self.lang == "en" and note.sim is not None:
            return note.sim.english[:1].upper() + note.sim.english[1:]
        return note.name

    def place(self, place) -> str:
        """What a neighbourhood is called."""
        return place.name if self.lang == "nl" else place.english

    def number(self, value: float, decimals: int = 0, signed: bool = False) -> str:
        """1.234,5 or 1,234.5, with a real minus sign."""
        rounded = round(float(value), decimals) + 0.0
        text = f"{abs(rounded):,.{decimals}f}"
        text = text.translate(str.maketrans(",.", ".,")) if self.lang == "nl" else text
        return ("−" if rounded < 0 else "+" if signed and rounded > 0 else "") + text

    def euros(self, value: float, signed: bool = False) -> str:
        """€ 12.500 or €12,500: whole euros, above 10,000 rounded to hundreds, as a model knows no better."""
        value = float(value)
        rounded = round(value, -2) if abs(value) >= 10_000 else round(value, -1) if abs(value) >= 1_000 else round(value)
        sign = "−" if rounded < 0 else "+" if signed and rounded > 0 else ""
        return sign + ("€\u00a0" if self.lang == "nl" else "€") + self.number(abs(rounded))

    def month(self, day: date) -> str:
        """april 2014"""
        return f"{MONTHS[self.lang][day.month - 1]} {day.year}"

    def short_month(self, day: date) -> str:
        """apr '14"""
        return f"{MONTHS[self.lang][day.month - 1][:3]} ’{day.year % 100:02d}"

    def span(self, weeks: int) -> str:
        """5 jaar, 30 weken"""
        if weeks >= 52 and weeks % 52 == 0:
            return self("a year") if weeks == 52 else self("years", n=weeks // 52)
        return self("a week") if weeks == 1 else self("weeks", n=weeks)

    def often(self, count: int, of: int) -> str:
        """7 van de 10: as counted up to ten courses, else out of ten, never rounded to none or all."""
        if of <= 10:
            return self("of ten", k=count, n=of)
        k = round(10 * count / of)
        if k == 0 and count > 0:
            return self("hardly any")
        if k == 10 and count < of:
            return self("nearly all")
        return self("of ten", k=k, n=10)
