"""Every text of the terminal and the pictures, in Dutch and in English side by side.

Whoever reads these texts sits in a room with a canvas on the wall. They speak of possible courses, never of the
machinery, and never foretell: what is said holds in this model. The phrases in which ``simwijk check`` reads a model
back stand in canvas/phrases.py, which is loaded long before anything is played; months and kinds of evidence are
written there and used from there, so that no text stands in two places.
"""

from simcore.canvas.phrases import WORDS
from simcore.show.cluster_texts import CLUSTER_TEXTS
from simcore.show.compare_texts import COMPARE
from simcore.show.diary_texts import DIARY
from simcore.show.experiments.texts import EXPERIMENT_TEXTS
from simcore.show.explain_texts import EXPLAIN_TEXTS
from simcore.show.indicator_texts import INDICATOR_TEXTS
from simcore.show.paper_texts import PAPER
from simcore.show.plugin_texts import PLUGIN_TEXTS
from simcore.show.tension_texts import TENSION_TEXTS
from simcore.show.validation_texts import VALIDATION_TEXTS

# key: (Dutch, English). Both hold the same facts: the same places to fill in.
TEXTS = {
    **CLUSTER_TEXTS,
    **COMPARE,
    **PAPER,
    **DIARY,
    **TENSION_TEXTS,
    **EXPERIMENT_TEXTS,
    **EXPLAIN_TEXTS,
    **INDICATOR_TEXTS,
    **PLUGIN_TEXTS,
    **VALIDATION_TEXTS,

    # --- everywhere --------------------------------------------------------------------------------------------
    "courses": ("in {often} mogelijke verlopen", "in {often} possible courses"),
    "often": ("{some} van de {all}", "{some} of {all}"),
    "often.all": ("alle {all}", "all {all}"), "often.none": ("geen van de {all}", "none of the {all}"),
    "often.less": ("minder dan 1 van de 10", "fewer than 1 of 10"),
    "often.more": ("meer dan 9 van de 10", "more than 9 of 10"),
    "yes": ("ja", "yes"), "no": ("nee", "no"),
    "unclear": ("geen duidelijk verschil", "no clear difference"),
    "span": ("{low} tot {high}", "{low} to {high}"),
    "chosen": ("gekozen tijdens een sessie, in plaats van {was}: {source}",
               "chosen at a session, in place of {was}: {source}"),
    "time.week": ("1 week", "1 week"), "time.weeks": ("{n} weken", "{n} weeks"),
    "time.year": ("1 jaar", "1 year"), "time.years": ("{n} jaar", "{n} years"),
    "unit.EUR": ("€\u00a0{n}", "€{n}"), "unit.share": ("{n} %", "{n}%"),
    "unit.points": ("{n}\u00a0procentpunt", "{n} percentage points"),
    "unit.point": ("{n}\u00a0procentpunt", "{n} percentage point"),
    "unit.people": ("{n} mensen", "{n} people"), "unit.person": ("{n} mens", "{n} person"),
    "unit.hours": ("{n} uur", "{n} hours"), "unit.hour": ("{n} uur", "{n} hour"),
    "unit.days": ("{n} dagen", "{n} days"), "unit.rungs": ("{n} trede", "{n} rungs"),
    "side.cash": ("geld", "cash"), "side.kind": ("in natura", "in kind"),
    **{f"evidence.{kind}": (WORDS["nl"][kind], WORDS["en"].get(kind, kind))
       for kind in ("fact", "source", "assumption")},
    "evidence.open": ("open vraag", "open question"), "evidence.sure": ("feit of bron", "fact or source"),
    "evidence.none": ("zonder getal", "without a number"),

    # what a middle and a band are
    "band.one": ("Dit is één mogelijk verloop; een band is er niet.", "This is one possible course; there is no band."),
    "band.few": ("{shown} middelste van {n} mogelijke verlopen; band: de meeste verlopen liggen hierbinnen.",
                 "{shown}: the middle one of {n} possible courses; band: most courses lie within it."),
    "band.many": ("{shown} middelste van {n} mogelijke verlopen; band: 8 van de 10 verlopen liggen hierbinnen.",
                  "{shown}: the middle one of {n} possible courses; band: 8 of 10 courses lie within it."),
    "band.line": ("Lijn: de", "Line"), "band.bar": ("Balk: de", "Bar"), "band.amount": ("Bedrag: het", "Amount"),
    "band.figure": ("Getal: het", "Figure"),
    "band.brackets": ("Tussen haakjes de band.", "The band stands in brackets."),
    "band.varied": ("Per verloop verschillen het toeval en alle getallen met een bandbreedte.",
                    "Luck and every number with a range differ between courses."),
    "band.lopsided": ("Waar een bandbreedte scheef om de basiswaarde ligt, ligt het midden van de verlopen ernaast.",
                      "Where a range lies lopsided around its base value, the middle of the courses lies beside it."),
    "band.luck": ("Alleen het toeval verschilt per verloop; elk getal houdt zijn basiswaarde.",
                  "Only luck differs between courses; every number keeps its base value."),
    "source": ("Bron: model {model}, {place}; prijzen van {year}; simwijk.",
               "Source: model {model}, {place}; prices of {year}; simwijk."),

    "heaviest": ("Het meest kost {note}: {cost} per jaar dat het bestaat, met wat partners ervan dragen. Klanten en "
                 "opdrachten brengen {earned} per jaar, zonder btw.",
                 "What costs most is {note}: {cost} a year while it exists, with what partners bear of it. Customers "
                 "and orders bring {earned} a year, without VAT."),
    "heaviest.try": ("Wat daaraan draaien doet: simwijk explain {path} --model {model}",
                     "What turning it does: simwijk explain {path} --model {model}"),

    # parties
    "party.residents": ("bewoners", "residents"),
    "party.people on benefit": ("mensen met (eerder) een uitkering", "people on benefit, now or before"),
    "party.municipality": ("de gemeente", "the municipality"),
    "party.corporation": ("woningcorporaties", "housing corporations"),
    "party.welfare": ("de welzijnsorganisatie", "the welfare organisation"),
    "party.care": ("de zorginstelling", "the care institution"),
    "party.fund": ("het fonds", "the fund"),
    "party.company": ("partnerbedrijven", "partner companies"),
    "party.enterprise": ("de onderneming", "the enterprise"),
    "party.staff": ("betaald personeel", "paid staff"),
    "party.suppliers": ("verhuurder, winkels, verzekeraar", "landlord, shops, insurer"),
    "party.employers": ("werkgevers elders", "employers elsewhere"),
    "party.companies": ("andere bedrijven", "other companies"),
    "party.informal helpers": ("informele helpers", "informal helpers"),
    "party.care provider": ("de thuiszorg", "home care providers"),
    "party.treasury": ("de schatkist (belasting)", "the treasury (taxes)"),

    # --- the terminal ------------------------------------------------------------------------------------------
    # the answer
    "answer": ("In dit model leeft {name} {count} zonder gemeentegeld en zonder gratis hulp van partners.",
               "In this model {name} lives without municipal money, and without free help from partners, {count}."),
    "answer.one.yes": ("In dit model leeft {name} in het ene verloop dat is gespeeld zonder gemeentegeld en "
                       "zonder gratis hulp van partners.",
                       "In this model, in the one course that was played, {name} lives without municipal money and "
                       "without free help from partners."),
    "answer.one.no": ("In dit model leeft {name} in het ene verloop dat is gespeeld niet zonder gemeentegeld en "
                      "zonder gratis hulp van partners.",
                      "In this model, in the one course that was played, {name} does not live without municipal money "
                      "and without free help from partners."),
    "answer.measure": ("Gemeten over {period}: het bestaat nog, en houdt geld over of speelt quitte, "
                       "ook als dit wegvalt:",
                       "Measured over {period}: it still exists and breaks even or better, also without:"),
    "answer.year": ("het laatste jaar", "the last year"),
    "tier.A": ("subsidie", "grants"),
    "tier.B": ("ook begeleiding en ruimte die anderen betalen", "also guidance and rooms that others pay"),
    "tier.C": ("ook opdrachten van de gemeente, PGB en Wmo",
               "also orders of the municipality, PGB and Wmo"),
    "tier.D": ("ook onbetaald werk (alsof het betaald werk is)", "also unpaid labour (as if it were paid work)"),
    "tier.ever": ("ooit {count}, meestal vanaf {month}", "ever {count}, mostly from {month}"),
    "tier.ever.one": ("ooit {count}, vanaf {month}", "ever {count}, from {month}"),
    "tier.never": ("nooit", "never"),
    "exists": ("{name} bestaat na {years} nog {count}.", "After {years} {name} still exists {count}."),
    "exists.one.yes": ("{name} bestaat na {years} nog.", "After {years} {name} still exists."),
    "exists.one.no": ("{name} bestaat na {years} niet meer; het stopt na ongeveer {time}.",
                      "After {years} {name} no longer exists; it ends after about {time}."),
    "ends": ("Waar het stopt, is dat meestal na ongeveer {time}.", "Where it ends, that is mostly after about {time}."),
    "law": ("De wet is hier {played} gelezen. Dan bestaat {name} aan het eind nog: {alive}; {other} gelezen: "
            "{alive_other}. Verlopen waarin de lezing verschil maakt: {changes}. Streng geldt vanaf een controle.",
            "The law is read {played} here. Then {name} still exists at the end: {alive}; read {other}: {alive_other}. "
            "Courses in which the reading makes a difference: {changes}. Strict applies from an inspection on."),
    "law.same": ("De wet is hier {played} gelezen; {other} gelezen maakt het hier geen verschil. "
                 "Streng geldt vanaf een controle.",
                 "The law is read {played} here; read {other}, it makes no difference here. "
                 "Strict applies from an inspection on."),
    "law.strict": ("streng", "strictly"), "law.lenient": ("soepel", "leniently"),

    # figures
    "head.money": ("Geld", "Money"), "head.work": ("Werk", "Work"),
    "head.displacement": ("Verdringing van betaald werk", "Paid work displaced"),
    "head.parties": ("Wie betaalt, wie wint (euro per jaar, verschil met niets doen)",
                     "Who pays, who gains (euros a year, difference with doing nothing)"),
    "head.movers": ("Wat het antwoord het meest beweegt", "What moves the answer most"),
    "head.files": ("Bestanden", "Files"),
    "money.cash": ("Kas aan het eind", "Cash at the end"),
    "money.result": ("Eigen resultaat per 4 weken, zolang het bestaat", "Own result per 4 weeks, while it exists"),
    "work.exits": ("Meer mensen per jaar aan het werk", "More people a year into work"),
    "work.exits_share": ("  als deel van de deelnemers", "  as a share of participants"),
    "work.participants": ("Deelnemers met een uitkering", "Participants on benefit"),
    "work.participants_alive": ("  zolang de onderneming bestaat", "  while the enterprise exists"),
    "ladder.rungs": ("Hoger op de participatieladder", "Higher on the participation ladder"),
    "ladder.placed": ("  wie een plek heeft of had: boven de start",
                      "  who holds or held a place: above the start"),
    "displacement.hours": ("Uren gewoon betaald werk per jaar weg", "Hours of regular paid work a year gone"),
    "displacement.share": ("  als deel van het werk van deelnemers", "  as a share of the work of participants"),
    "displacement.delivered": ("Geleverde uren per jaar", "Hours delivered a year"),
    "displacement.delivered_alive": ("  per jaar dat het bestaat", "  in a year that it exists"),
    "displacement.jobs": ("Banen per jaar die een ander had gekregen", "Jobs a year that others would have had"),
    "displacement.porticoes": ("portieken", "shared stairs"),
    "displacement.ordered": ("werk in opdracht van instellingen", "work ordered by institutions"),
    "displacement.most": ("Het meest bij {activity}: {hours} per jaar.", "Most in {activity}: {hours} a year."),
    "helped.households": ("Huishoudens geholpen aan huis, per jaar", "Households helped at home, a year"),
    "helped.met": ("Gevraagde uren die lukken", "Hours asked that are served"),
    "helped.wait": ("Wachttijd", "Waiting time"),
    "unmeasured": ("niet te meten", "cannot be measured"),

    # what moves the answer, where the files are
    "a_year": ("Per jaar, en gemiddeld: over {span}, ook na een einde, tenzij er staat dat het bestaat.",
               "A year, and on average: over {span}, after an end too, unless it says that it exists."),
    "prices": ("Bedragen in euro's van {year}.", "Amounts in euros of {year}."),
    "mover.up": ("hoger is beter", "higher is better"), "mover.down": ("hoger is slechter", "higher is worse"),
    "movers.none": ("Met {courses} verlopen is niet te zien welke aanname het meest telt; speel er meer.",
                    "Not to be seen in {courses} courses which assumption counts most; play more of them."),
    "movers.few": ("Niet duidelijk: daarvoor zijn minstens {least} verlopen nodig.",
                   "Not clear: that takes at least {least} courses."),
    "movers.luck": ("Niet te zeggen: alle getallen stonden vast.", "Cannot be said: all numbers stood still."),
    "movers.rest": ("De andere aannames: niet duidelijk.", "The other assumptions: not clear."),
    "files": ("{folder} (cijfers, betalingen en beelden)", "{folder} (figures, payments and pictures)"),
    "files.verify": ("Nagaan tot op de cent: simwijk verify {folder}", "Trace it to the cent: simwijk verify {folder}"),
    "working": ("Bezig", "Playing"),
    "working.first": ("De eerste keer duurt dit een paar minuten; daarna veel korter.",
                      "The first time this takes some minutes; much less from then on."),
    "lost": ("Let op: {count} van de {asked} verlopen tellen niet mee, want daarin is een plugin mislukt: {where}.",
             "Note: {count} of {asked} courses do not count, as a plugin failed in them: {where}."),
    "lost.at": ("{plugin} ({hook}, week {week})", "{plugin} ({hook}, week {week})"),

    # verify
    "verify.digest": ("Elke cent en elke telling hoort bij de vingerafdruk van de uitkomst.",
                      "Every cent and every count belongs to the fingerprint of the outcome."),
    "verify.balances": ("Alle rekeningen samen staan op nul, en de kas volgt uit de stromen (verlopen: {courses}).",
                        "All accounts together are at zero, and cash follows from the flows (courses: {courses})."),
    "verify.headlines": ("De cijfers voorop volgen uit de stromen.", "The headline figures follow from the flows."),
    "verify.payments": ("{count} betalingen van verloop {course} zijn samen precies de stromen van dat verloop.",
                        "{count} payments of course {course} add up to exactly the flows of that course."),
    "verify.plugin": ("Deze plugin is hier niet meer te vinden, dus naspelen kan niet: {plugin}.",
                      "This plugin is no longer found here, so that it cannot be played again: {plugin}."),
    "verify.good": ("Alles klopt: {folder}", "Everything agrees: {folder}"),

    # new canvas
    "new.made": ("Klaar: {file}", "Made: {file}"),
    "new.check": ("- Klopt het nog? Vraag het na elke verandering: {command}",
                  "- Is it still right? Ask after each change: {command}"),
    "new.run": ("- Laat het vijf jaar meelopen in een wijk: {command}",
                "- Let it live in a district for five years: {command}"),
    "new.tests": ("- Of het doet wat het belooft: {command}", "- Whether it does what it promises: {command}"),
    "new.page": ("- Wat erin te stellen is, en wat het aanraakt: {command}",
                 "- Its parameters, and what it touches: {command}"),
    "new.with": ("- Laat een model ermee spelen: {command}", "- Let a model play with it: {command}"),
    "new.install": ("- Zo vindt simwijk hem altijd: {command}", "- So simwijk always finds it: {command}"),
    "new.compare": ("- Leg het naast de plannen die meekomen: {command}",
                    "- Lay it beside the plans that come along: {command}"),
    "new.open": ("- Wat je zelf nog moet uitzoeken ({count} vragen):",
                 "- What you still have to find out yourself ({count} questions):"),

    # --- picture 1: money --------------------------------------------------------------------------------------
    "cash.fails": ("In dit model raakt {name} {often} door het geld heen, meestal rond {when}",
                   "In this model {name} runs out of money {often}, mostly around {when}"),
    "cash.fails.one": ("In dit mogelijke verloop raakt {name} door het geld heen, in {when}",
                       "In this possible course {name} runs out of money, in {when}"),
    "cash.lives": ("In dit model bestaat {name} na {span} nog {often}, met {cash} in kas",
                   "In this model {name} still exists after {span} {often}, with {cash} in hand"),
    "cash.lives.one": ("In dit mogelijke verloop bestaat {name} na {span} nog, met {cash} in kas",
                       "In this possible course {name} still exists after {span}, with {cash} in hand"),
    "cash.hand": ("Geld in kas", "Cash in hand"),
    "cash.middle": ("middelste verloop", "middle course"), "cash.this": ("dit verloop", "this course"),
    "cash.band": ("8 van de 10 verlopen", "8 of 10 courses"), "cash.most": ("de meeste verlopen", "most courses"),
    "cash.typical": ("één typisch verloop", "one typical course"),
    "cash.alive": ("In hoeveel van de {n} verlopen bestaat de onderneming nog?",
                   "In how many of {n} courses does the enterprise still exist?"),
    "cash.alive.one": ("Bestaat de onderneming nog?", "Does the enterprise still exist?"),
    "cash.flows": ("Per 4 weken: erin (boven nul) en eruit (onder nul)",
                   "Per 4 weeks: in (above zero) and out (below zero)"),
    "cash.in.customers": ("klanten", "customers"),
    "cash.in.institutions": ("PGB en opdrachten", "personal budgets, orders"),
    "cash.in.other": ("andere inkomsten", "other income"),
    "cash.in.kind": ("in natura, door partners\n(boven en onder even groot)",
                     "in kind, by partners\n(equal above and below)"),
    "cash.out.own": ("eigen kosten", "own costs"), "cash.out.vat": ("btw", "VAT"),
    "cash.start": ("Startkapitaal {amount}: wel in de kas, niet in de staven.",
                   "Start capital {amount}: in the cash, not in the bars."),
    "cash.means": ("Staven: gemiddelde van alle verlopen.", "Bars: average of all courses."),

    # --- picture 2: services -----------------------------------------------------------------------------------
    "services.most": ("In dit model gaan de meeste uren naar: {largest}", "In this model most hours go to: {largest}"),
    "services.most.one": ("In dit verloop gaan de meeste uren naar: {largest}",
                          "In this course most hours go to: {largest}"),
    "services.stop": ("{stops} van de {all} diensten stoppen in de meeste verlopen",
                      "{stops} of {all} services stop in most courses"),
    "services.stop.one": ("{stops} van de {all} diensten stoppen", "{stops} of {all} services stop"),
    "services.stop.none": ("in de meeste verlopen stopt geen enkele dienst", "in most courses no service stops"),
    "services.ended": ("In dit model stopt {name} als geheel in {often} verlopen, meestal na {time}",
                       "In this model {name} ends as a whole in {often} courses, mostly after {time}"),
    "services.before": ("{stops} van de {all} diensten stoppen eerder", "{stops} of {all} services stop earlier"),
    "services.before.none": ("geen dienst stopt eerder", "no service stops earlier"),
    "services.ended.one": ("In dit verloop stopt {name} als geheel, na {time}",
                           "In this course {name} ends as a whole, after {time}"),
    "services.nothing": ("In dit model levert de onderneming geen enkele dienst",
                         "In this model no service is delivered"),
    "services.teams": ("Ploegen: uren per week", "Teams: hours a week"),
    "services.hours": ("Diensten: uren per week (elk vak heeft een eigen schaal)",
                       "Services: hours a week (each panel has its own scale)"),
    "services.capacity": ("beschikbaar", "available"), "services.worked": ("gewerkt", "worked"),
    "services.asked": ("gevraagd, met wat niet kon doorgaan", "asked, with what could not be done"),
    "services.delivered": ("geleverd", "delivered"),
    "services.stops": ("stopt (in {often})", "stops (in {often})"),
    "services.stops.one": ("stopt in {when}", "stops in {when}"),
    "services.begins": ("begint (in {often})", "begins (in {often})"),
    "services.begins.one": ("begint in {when}", "begins in {when}"),
    "services.never": ("begint niet", "does not begin"),
    "services.rest": ("De {n} kleinste diensten staan er niet bij.", "The {n} smallest services are left out."),
    "services.ends": ("Stopt de hele onderneming, dan stoppen alle diensten mee; "
                      "\"stopt\" telt alleen wat zij zelf schrapt.",
                      "If the whole enterprise ends, all services end with it; "
                      "\"stops\" counts only what it drops itself."),

    # --- picture 3: who pays, who gains ------------------------------------------------------------------------
    "parties.both": ("Vergeleken met niets doen krijgt in dit model het meest: {gains}; geeft het meest: {gives}",
                     "Compared with doing nothing, in this model gets most: {gains}; gives most: {gives}"),
    "parties.gives": ("Vergeleken met niets doen geeft in dit model het meest: {gives}; niemand krijgt duidelijk meer",
                      "Compared with doing nothing, in this model gives most: {gives}; nobody clearly gets more"),
    "parties.gains": ("Vergeleken met niets doen krijgt in dit model het meest: {gains}; niemand geeft duidelijk meer",
                      "Compared with doing nothing, in this model gets most: {gains}; nobody clearly gives more"),
    "parties.none": ("In dit model is er voor geen enkele partij een duidelijk verschil met niets doen",
                     "In this model there is for no party a clear difference with doing nothing"),
    "parties.axis": ("Verschil met niets doen, euro per jaar (gemiddeld over {span}, ook na een einde)",
                     "Difference with doing nothing, euros a year (average over {span}, after an end too)"),
    "parties.less": ("geeft of betaalt meer", "gives or pays more"),
    "parties.more": ("krijgt of houdt meer", "gets or keeps more"),
    "parties.worth": ("Geteld zijn geld en giften in natura; wat hulp of werk voor iemand waard is, "
                      "staat hier niet in.",
                      "Counted are cash and gifts in kind; what help or work is worth to somebody is not."),

    "parties.whisker": ("Dunne lijn: de band. ≈ en bleek: geen duidelijk verschil.",
                        "Thin line: the band. ≈ and pale: no clear difference."),

    # --- picture 4: the ladder ---------------------------------------------------------------------------------
    "rungs.title": ("Vergeleken met niets doen, in dit model gemiddeld: {parts}",
                    "Compared with doing nothing, on average in this model: {parts}"),
    "rungs.more": ("{people} meer op trede {rung} ({name})", "{people} more on rung {rung} ({name})"),
    "rungs.fewer": ("{people} minder op trede {rung} ({name})", "{people} fewer on rung {rung} ({name})"),
    "rungs.title.none": ("In dit model is er op geen enkele trede een duidelijk verschil met niets doen",
                         "In this model there is on no rung a clear difference with doing nothing"),
    "rungs.people": ("Mensen op elke trede van de participatieladder",
                     "People on each rung of the participation ladder"),
    "rungs.difference": ("Verschil met niets doen", "Difference with doing nothing"),
    "rungs.with": ("met {name}", "with {name}"), "rungs.without": ("niets doen", "doing nothing"),
    "rungs.nobody": ("niemand", "nobody"),
    "rungs.who": ("Geteld: wie een uitkering heeft of er sinds de start uit is gegaan naar werk. "
                  "Rechts: gemiddelde over {span}.",
                  "Counted: people on benefit, or who left it for work since the start. "
                  "On the right: average over {span}."),
    "rungs.short": ("Dit verloop is korter dan een kwartaal: de ladder is nog niet geteld",
                    "This course is shorter than a quarter: the ladder has not been counted yet"),
    "rung.1": ("geïsoleerd", "isolated"), "rung.2": ("contacten buitenshuis", "contacts outside"),
    "rung.3": ("georganiseerde activiteiten", "organised activities"), "rung.4": ("onbetaald werk", "unpaid work"),
    "rung.5": ("betaald werk met steun", "paid work with support"), "rung.6": ("betaald werk", "paid work"),

    # --- picture 5: the canvas ---------------------------------------------------------------------------------
    "canvas.title": ("In dit model: {income} per jaar verdiend, {costs} aan eigen kosten",
                     "In this model: {income} a year earned, {costs} of own costs"),
    "canvas.years": ("Bedragen en uren per jaar, inkomsten met btw, gemiddeld over {span}, ook na een einde; bij "
                     "ploegen wat onbetaald werk waard is.",
                     "Euros and hours a year, income with VAT, average over {span}, after an end too; "
                     "for teams what unpaid work is worth."),
    "canvas.credit": ("Business Model Canvas: Strategyzer.com, CC BY-SA 3.0.",
                      "Business Model Canvas: Strategyzer.com, CC BY-SA 3.0."),
    "canvas.more": ("en nog {n}", "and {n} more"), "canvas.band": ("({low}–{high})", "({low}–{high})"),
    "canvas.joined": ("{n} mensen erbij", "{n} people joined"),
    "canvas.supervisors": ("{n} begeleiders", "{n} supervisors"), "canvas.unpaid": ("werk {amount}", "work {amount}"),
    "canvas.in": ("in {amount}", "in {amount}"), "canvas.out": ("uit {amount}", "out {amount}"),
    "canvas.gift.kind": ("natura {amount}", "in kind {amount}"), "canvas.gift.cash": ("geld {amount}", "cash {amount}"),
    "block.customer_segments": ("Klantsegmenten", "Customer segments"),
    "block.value_propositions": ("Waardeproposities", "Value propositions"), "block.channels": ("Kanalen", "Channels"),
    "block.customer_relationships": ("Klantrelaties", "Customer relationships"),
    "block.revenue_streams": ("Inkomsten", "Revenue streams"), "block.key_resources": ("Middelen", "Key resources"),
    "block.key_activities": ("Activiteiten", "Key activities"), "block.key_partnerships": ("Partners", "Key partners"),
    "block.costs": ("Kosten", "Cost structure"),
}  # fmt: skip
