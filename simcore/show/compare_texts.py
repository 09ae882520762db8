"""What a comparison says, on its page and in the terminal, in Dutch and in English side by side.

A part of the one word list (texts.py).
"""

COMPARE = {
    # the first screen
    "page.title": ("Wie kan zonder gemeentegeld en gratis hulp van partners?",
                   "Which can do without municipal money and free help of partners?"),
    "page.title.one": ("Kan het zonder gemeentegeld en gratis hulp van partners?",
                       "Can it do without municipal money and free help of partners?"),
    "page.plans.1": ("Eén plan", "One plan"),
    "page.plans.2": ("Twee plannen", "Two plans"), "page.plans.3": ("Drie plannen", "Three plans"),
    "page.plans.4": ("Vier plannen", "Four plans"), "page.plans.5": ("Vijf plannen", "Five plans"),
    "page.plans.6": ("Zes plannen", "Six plans"), "page.plans": ("{n} plannen", "{n} plans"),
    "page.sub": ("{plans} in {place}, in dit model. Verloop: één keer {span} spelen, telkens met ander toeval en "
                 "andere schattingen, in elk plan dezelfde.",
                 "{plans} in {place}, in this model. Course: one play of {span}, each time with other luck and other "
                 "estimates, the same in each plan."),
    "page.sub.one": ("{plans} in {place}, in dit model. Eén verloop van {span}.",
                     "{plans} in {place}, in this model. One course of {span}."),
    "page.answer": ("{name}: in {often} verlopen", "{name}: in {often} courses"),
    "page.answer.one.yes": ("{name}: ja, in het ene gespeelde verloop",
                            "{name}: yes, in the one course that was played"),
    "page.answer.one.no": ("{name}: niet in het ene gespeelde verloop",
                           "{name}: not in the one course that was played"),
    "page.exists": ("bestaat na {span} nog in elk verloop", "still exists after {span} in each course"),
    "page.ends": ("stopt in {often}, meestal na {time}", "ends in {often}, mostly after {time}"),
    "page.ends.one": ("stopt na {time}", "ends after {time}"),
    "page.meaning": ("Kan het: het plan bestaat nog en komt {period} rond, ook zonder subsidie, zonder begeleiding en "
                     "ruimte die anderen betalen, en zonder opdrachten van de gemeente, PGB en Wmo.",
                     "Can: the plan still exists and breaks even over {period}, also without grants, without guidance "
                     "and rooms that others pay, and without orders of the municipality, personal budgets and Wmo."),
    "page.dots": ("Elk bolletje is een verloop; vol: het lukt.", "Each dot is a course; filled: it can."),
    "page.more": ("Verder op deze pagina:", "Further on this page:"),
    "page.language": ("Taal", "Language"),
    "page.model": ("Model", "Model"),

    # who pays, who gains
    "page.gains": ("Wie betaalt, wie wint?", "Who pays, who gains?"),
    "page.gains.unit": ("Euro van {year} per jaar, gemiddeld over {span}, ook na een einde.",
                        "Euros of {year} a year, average over {span}, after an end too."),
    "page.gains.down": ("betaalt of geeft meer", "pays or gives more"),
    "page.gains.unclear": ("geen duidelijk verschil met niets doen", "no clear difference with doing nothing"),
    "page.gains.same": ("– doet niet mee", "– takes no part"),
    "page.gains.party": ("Partij", "Party"), "page.gains.rest": ("andere partijen samen", "other parties together"),
    "page.gains.zero": ("Alles samen is in elk verloop nul; middelste bedragen tellen niet precies op.",
                        "All together is zero in each course; middle amounts need not add up."),
    "page.gains.kind": ("In natura: ruimte, begeleiding of werk dat iemand geeft of zelf betaalt.",
                        "In kind: rooms, guidance or work that somebody gives or pays for."),
    "page.gains.worth": ("Wat hulp waard is voor wie haar krijgt, telt niet mee.",
                         "What help is worth to who gets it is not counted."),
    "page.gains.gives": ("betaalt meest: {party} {amount}", "pays most: {party} {amount}"),
    "page.gains.gives.none": ("niemand betaalt duidelijk meer", "nobody clearly pays more"),
    "page.gains.gets": ("krijgt meest: {party} {amount}", "gets most: {party} {amount}"),
    "page.gains.gets.none": ("niemand krijgt duidelijk meer", "nobody clearly gets more"),
    "page.gains.parts": ("{name}. Wat {party} meer geeft: {parts}.", "{name}. What {party} gives more: {parts}."),
    "page.gains.all": ("Alle partijen, in geld en in natura", "All parties, in cash and in kind"),

    "page.together": ("samen", "together"),

    # what a band is
    "page.band": ("Balk: het middelste van {n} verlopen. Kleine getallen en dunne lijn: daartussen ligt het in 8 van de "
                  "10 verlopen.",
                  "Bar: the middle one of {n} courses. Small numbers and thin line: 8 of 10 courses lie between."),
    "page.band.few": ("Balk: het middelste van {n} verlopen. Kleine getallen en dunne lijn: daartussen "
                      "liggen de meeste.",
                      "Bar: the middle one of {n} courses. Small numbers and thin line: most courses lie between."),
    "page.band.cross": ("Ligt nul daartussen, dan is er geen duidelijk verschil (open balk).",
                        "Where zero lies between, there is no clear difference (hollow bar)."),

    # dials
    "page.dials": ("Zo staat het ervoor", "How it stands"),
    "page.dial.people": ("Buurt", "People"), "page.dial.load": ("Wie de kar trekt", "Key people"),
    "page.dial.none": ("Geen van deze modellen heeft hier iets voor.",
                       "None of these models has anything of the kind."),

    # cash over time
    "page.cash": ("Hoeveel geld is er in kas?", "How much cash is there?"),
    "page.cash.about": ("Lijn: het middelste verloop. Vlak: 8 van de 10 mogelijke verlopen liggen hierbinnen. Niets "
                        "doen heeft geen kas.",
                        "Line: the middle course. Area: 8 of 10 possible courses lie within it. Doing nothing has no"
                        " cash."),
    "page.cash.few": ("Lijn: het middelste verloop. Vlak: de meeste verlopen liggen hierbinnen. Niets doen heeft "
                      "geen kas.",
                      "Line: the middle course. Area: most courses lie within it. Doing nothing has no cash."),
    "page.cash.one": ("Lijn: het ene verloop dat is gespeeld. Niets doen heeft geen kas.",
                      "Line: the one course that was played. Doing nothing has no cash."),
    "page.alive": ("In hoeveel verlopen bestaat het nog?", "In how many courses does it still exist?"),
    "page.alive.about": ("Het aandeel van de {n} verlopen waarin de onderneming in die week nog bestaat.",
                         "The share of the {n} courses in which the enterprise still exists in that week."),

    # tables
    "page.tiers": ("Zonder gemeentegeld, in vier stappen", "Without municipal money, in four steps"),
    "page.tiers.about": ("In hoeveel verlopen het nog bestaat en {period} rondkomt, ook als dit wegvalt. Jobcoaches van de "
                         "gemeente tellen hier niet mee. "
                         "Daaronder wat er dan in dat jaar overblijft; na een einde is dat nul.",
                         "In how many courses it still exists and breaks even over {period}, also without this. Job coaches of "
                         "the municipality are not counted here. "
                         "Below it what is then left in that year; after an end that is zero."),
    "page.tiers.without": ("Ook zonder …", "Also without …"),
    "page.origin": ("Waar komt het geld van de onderneming vandaan?",
                    "Where does the money of the enterprise come from?"),
    "page.origin.about": ("Per jaar, gemiddeld over {span}, ook na een einde. Natura: wat anderen voor de "
                          "onderneming betalen of onbetaald doen.",
                          "A year, average over {span}, after an end too. In kind: what others pay for the "
                          "enterprise or do unpaid."),
    "page.origin.from": ("Van wie", "From whom"), "page.origin.what": ("Soort geld", "Kind of money"),
    "origin.": ("verdiend", "earned"), "origin.A": ("subsidie of gift", "grant or gift"),
    "origin.B": ("begeleiding, ruimte en leiding in natura", "guidance, rooms and management in kind"),
    "origin.C": ("opdrachten van de gemeente, persoonlijk budget en Wmo",
                 "orders of the municipality, personal budget and Wmo"),
    "origin.D": ("onbetaald werk, als betaald werk geteld", "unpaid labour, counted as paid"),
    "origin.start": ("startkapitaal, eenmalig", "start capital, once"),
    "page.movers": ("Welke aannames bewegen het antwoord het meest?", "Which assumptions move the answer most?"),
    "page.movers.about": ("Het antwoord: wat er per jaar overblijft zonder gemeentegeld, zolang het bestaat.",
                          "The answer: what is left a year without municipal money, while it exists."),
    "page.figures": ("Alle cijfers", "All figures"),
    "page.figures.about": ("Alle modellen naast elkaar. In de laatste kolommen staat het verschil, verloop voor "
                           "verloop.",
                           "Each model beside the others. The last columns hold the difference, course by course."),
    "page.figures.value": ("Uitkomst", "Result"),
    "page.figures.less": ("verschil met {name}", "difference with {name}"),
    "page.figures.difference": ("verschil met niets doen", "difference with doing nothing"),
    "page.none": ("heeft er geen", "has none"),
    "page.versions": ("Wat verschilt er tussen {old} en {new}?", "What differs between {old} and {new}?"),
    "page.versions.about": ("Twee versies van één canvas. Wat hier niet staat, is gelijk.",
                            "Two versions of one canvas. What is not here is equal."),
    "page.versions.none": ("Niets: de canvassen zijn gelijk.", "Nothing: the canvases are equal."),
    "page.versions.note": ("Briefje", "Note"),
    "page.versions.what": ("Wat", "What"),
    "page.versions.old": ("was", "was"),
    "page.versions.new": ("is nu", "is now"), "page.versions.added": ("erbij gekomen", "added"),
    "page.versions.removed": ("weggehaald", "removed"), "page.versions.empty": ("niets", "nothing"),

    # sources
    "page.sources": ("Waar komt dit vandaan?", "Where does this come from?"),
    "page.sources.about": ("Elk cijfer hierboven leidt naar zijn uitleg of zijn stromen, en vandaar naar de getallen"
                           " waarop het rust.",
                           "Each figure above leads to its meaning or its streams, and from there to the numbers it "
                           "rests on."),
    "page.sources.rests": ("Rust op getallen van (⌂ is de wijk)", "Rests on numbers of (⌂ is the district)"),
    "page.sources.streams": ("Stroom", "Stream"), "page.sources.note": ("Hoort bij", "Belongs to"),
    "page.sources.way": ("Van en naar", "From and to"),
    "page.sources.party": ("{party}: stromen bij {name}", "{party}: streams with {name}"),
    "page.sources.yearly": ("Verschil met niets doen, euro per jaar", "Difference with doing nothing, euros a year"),
    "page.sources.proxy": ("Dit cijfer is berekend; er is geen enquête gehouden.",
                           "Model figure: it stands for a survey nobody held."),
    "page.numbers": ("Alle getallen, met bereik en bron", "All numbers, with range and source"),
    "page.numbers.of": ("Getallen van {name}", "Numbers of {name}"),
    "page.numbers.place": ("Getallen van de wijk {name}: gelijk voor alle modellen",
                           "Numbers of the district {name}: equal for all models"),
    "page.numbers.number": ("Getal", "Number"), "page.numbers.value": ("Waarde", "Value"),
    "page.numbers.range": ("Bereik", "Range"), "page.numbers.evidence": ("Hoe zeker", "How sure"),
    "page.numbers.source": ("Waarvandaan", "From where"),
    "page.numbers.since": ("vanaf {month}", "from {month}"),
    "page.numbers.third.0": ("laagste inkomens", "lowest incomes"),
    "page.numbers.third.1": ("middelste inkomens", "middle incomes"),
    "page.numbers.third.2": ("hoogste inkomens", "highest incomes"),
    "page.numbers.question": ("Vraag aan de zaal: {question}", "Question for the room (in Dutch): {question}"),
    "page.law": ("De wet: {each}.", "The law: {each}."),
    "page.law.all": ("De wet is overal {law} gelezen.", "The law is read {law} throughout."),
    "page.law.each": ("{name} {law} gelezen", "{name} read {law}"),
    "page.made": ("Model van simwijk; prijzen van {year}; {n} mogelijke verlopen. {varied}",
                  "Model of simwijk; prices of {year}; {n} possible courses. {varied}"),

    # figures that only this page and its table name
    "page.work.supported": ("In betaald werk met steun", "In paid work with support"),
    "page.ladder.rung": ("Trede van mensen met een uitkering", "Rung of people on benefit"),
    "page.ladder.risen": ("Deel dat een trede hoger staat", "Share that stands a rung higher"),
    "page.benefits.weeks": ("Weken zonder uitkering, per jaar", "Weeks off benefit, a year"),
    "page.lonely.somewhat": ("Enigszins eenzaam", "Somewhat lonely"),
    "page.lonely.strongly_more": ("Sterk eenzaam, verschil met niets doen",
                                  "Strongly lonely, difference with doing nothing"),
    "page.goals.share": ("Deel van de doelen dat is gehaald", "Share of goals reached"),

    # what numbers belong to, where that is no note
    "item.neighbourhood": ("wijk", "district"),
    "item.simwijk": ("regels van de onderneming", "rules of the enterprise"),
    "item.plugins": ("plugin", "plug-in"),
    "item.neighbourhood.people": ("de mensen in de wijk", "the people of the district"),
    "item.neighbourhood.needs": ("wat huishoudens nodig hebben", "what households need"),
    "item.neighbourhood.choice": ("hoe mensen kiezen", "how people choose"),
    "item.neighbourhood.wmo": ("huishoudelijke hulp uit de Wmo", "household help from the Wmo"),
    "item.neighbourhood.assistance": ("uitkeringen", "benefits"),
    "item.neighbourhood.labour": ("werk en loon", "work and wages"),
    "item.neighbourhood.ties": ("contacten en eenzaamheid", "ties and loneliness"),
    "item.neighbourhood.commons": ("portieken en zwerfvuil", "porticoes and litter"),
    "item.simwijk.stop": ("wanneer een dienst stopt", "when a service stops"),
    "item.simwijk.start_on_request": ("wanneer een dienst begint", "when a service begins"),
    "item.simwijk.grow": ("groeien naar de stad", "growing to the city"),
    "item.simwijk.pay_delay": ("later betalen", "paying later"),
    "item.simwijk.goals": ("doelen kiezen", "choosing goals"),
    "item.meta": ("naam en stand", "name and stage"),

    # what a stream is: of money, or of what is given in kind
    "stream.market": ("betaalde hulp in huis", "paid help at home"),
    "stream.wmo": ("hulp uit de Wmo", "help from the Wmo"),
    "stream.benefits": ("bijstand en wat erbij hoort", "benefits and what goes with them"),
    "stream.lost benefits": ("bijstand die iemand misloopt", "benefits that somebody misses"),
    "stream.work": ("loon uit gewoon werk", "wages of regular work"), "stream.coach": ("jobcoach", "job coaching"),
    "stream.commons": ("portieken schoonmaken", "cleaning porticoes"), "stream.sale": ("verkocht", "sold"),
    "stream.collected": ("rekening betaald", "bill paid"), "stream.vat": ("btw op verkoop", "VAT on sales"),
    "stream.vat paid": ("btw afgedragen", "VAT paid"),
    "stream.pgb": ("uit een persoonlijk budget", "from a personal budget"),
    "stream.pgb collected": ("persoonlijk budget ontvangen", "personal budget received"),
    "stream.begin": ("begin van een dienst", "beginning of a service"), "stream.cost": ("kosten", "costs"),
    "stream.in kind": ("kosten die een partner draagt", "costs that a partner bears"),
    "stream.start": ("startkapitaal", "start capital"), "stream.wages": ("loon in het team", "wages in the team"),
    "stream.unpaid": ("onbetaald werk in het team", "unpaid work in the team"),
    "stream.deducted": ("loon dat van de bijstand af gaat", "wages taken off benefits"),
    "stream.grant": ("subsidie", "grant"), "stream.growth": ("groei naar de stad", "growth to the city"),
    "stream.order": ("opdracht van een partner", "order of a partner"),
    "stream.order collected": ("opdracht betaald", "order paid"),
    "stream.passed on": ("doorberekend aan huurders", "charged to tenants"),
    "stream.saved": ("in de pot van bewoners", "into the pot of residents"),
    "stream.paid out": ("prijzen uit de pot", "prizes from the pot"),
    "stream.bought": ("inkopen uit de pot", "purchases from the pot"),
    "stream.pot": ("betaald uit de pot", "paid from the pot"), "stream.entry": ("entree", "entry"),
    "stream.prizes": ("prijzen", "prizes"), "stream.purchases": ("inkopen", "purchases"),
    "stream.letting": ("verhuur van zalen", "letting of rooms"),
    "stream.bar": ("omzet van de bar", "turnover of the bar"),
    "stream.bar purchases": ("inkopen van de bar", "purchases of the bar"),
    "stream.volunteers": ("werk van vrijwilligers", "work of volunteers"),

    # what a figure is counted in
    "measure.EUR": ("euro", "euros"), "measure.EUR/year": ("euro per jaar", "euros a year"),
    "measure.EUR/4 weeks": ("euro per 4 weken", "euros per 4 weeks"), "measure.people": ("mensen", "people"),
    "measure.people/year": ("mensen per jaar", "people a year"), 
    "measure.share": ("procent", "per cent"), "measure.points": ("procentpunt", "percentage points"),
    "measure.share/year": ("procent per jaar", "per cent a year"), "measure.rung": ("trede, 1 tot 6", "rung, 1 to 6"),
    "measure.rungs": ("treden", "rungs"), "measure.hours/year": ("uur per jaar", "hours a year"),
    "measure.households/year": ("huishoudens per jaar", "households a year"), "measure.days": ("dagen", "days"),
    "measure.weeks/year": ("weken per jaar, van alle mensen samen", "weeks a year, of all people together"),
    "measure.0-10": ("punten, 0 tot 10", "points, 0 to 10"),
    "measure.per resident-week": ("per 1.000 bewoners per week", "per 1,000 residents a week"),
    "measure.ties/quarter": ("contacten per kwartaal", "ties a quarter"), "measure.goals": ("doelen", "goals"),
    "measure.ratio": ("verhouding", "ratio"),

    # the terminal
    "compare.difference": ("verschil", "difference"),
    "compare.files": ("Voor de zaal: open {page}", "For the room: open {page}"),
    "compare.gains": ("Wie betaalt, wie wint (euro per jaar, geld en natura samen, verschil met niets doen)",
                      "Who pays, who gains (euros a year, cash and in kind together, difference with doing nothing)"),
    "compare.folder": ("Cijfers en betalingen per model: {folder}", "Figures and payments of each model: {folder}"),
    "verify.compared": ("Alles klopt, en naast elkaar staat overal hetzelfde niets doen: {folder}",
                        "Everything agrees, and the same doing nothing stands beside every model: {folder}"),
}  # fmt: skip
