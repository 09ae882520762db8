"""The sentences of the diary, in Dutch and English side by side: one for each kind of event in results/diary.py.

{who} and {other} are names, {name} is what stands on the sticky note. Nobody's sex is known to the model, so no
sentence says he or she. A key that ends in ``.one`` is for a count of one.
"""

# key: (Dutch, English). Both hold the same facts: the same places to fill in.
DIARY = {
    # --- the enterprise ----------------------------------------------------------------------------------------
    "diary.fails": ("{model} stopt: {weeks} achter elkaar stond de kas onder nul.",
                    "{model} ends: for {weeks} in a row cash was below zero."),
    "diary.barred": ("De inspectie komt: deze werkplekken mogen geen werk doen dat te koop is. Ze gaan dicht.",
                     "An inspection comes: these work places may not do work that is sold. They close."),
    "diary.grows": ("{model} groeit naar de hele stad.", "{model} grows to the whole city."),
    "diary.places_close": ("{n} mensen zitten weer thuis: hun werkplek is er niet meer.",
                           "{n} people are at home again: their work place is gone."),
    "diary.places_close.one": ("{n} medewerker zit weer thuis: de werkplek is er niet meer.",
                               "{n} worker is at home again: the work place is gone."),
    "diary.stops": ("De dienst ‘{name}’ stopt: die bracht minder op dan het werk kostte.",
                    "The service ‘{name}’ stops: it brought in less than the work cost."),
    "diary.begins": ("‘{name}’ begint: in {weeks} is er {n} keer om gevraagd.",
                     "‘{name}’ begins: it was asked for {n} times in {weeks}."),
    "diary.begins.one": ("‘{name}’ begint: in {weeks} is er één keer om gevraagd.",
                         "‘{name}’ begins: it was asked for once in {weeks}."),
    "diary.withdraws": ("{name} stopt als partner.", "{name} withdraws as a partner."),
    "diary.renews": ("{name} blijft partner.", "{name} stays on as a partner."),
    "diary.gives_less": ("{name} draagt een kleiner deel van ‘{of}’: {share} %, eerder dit jaar {before} %.",
                         "{name} bears a smaller part of ‘{of}’: {share}%, earlier this year {before}%."),
    "diary.note": ("{text}", "{text}"),
    "diary.suspended": ("De dienst ‘{name}’ ligt stil.", "The service ‘{name}’ is suspended."),
    "diary.resumes": ("De dienst ‘{name}’ gaat weer open.", "The service ‘{name}’ opens again."),
    "diary.closed": ("‘{name}’ is nu echt dicht: {n} vaste klanten zoeken iets anders.",
                     "‘{name}’ has closed now: {n} standing customers look for something else."),
    "diary.closed.one": ("‘{name}’ is nu echt dicht: {n} vaste klant zoekt iets anders.",
                         "‘{name}’ has closed now: {n} standing customer looks for something else."),
    "diary.first_profit": ("De eerste week met winst.", "The first week with a profit."),
    "diary.below_zero": ("Voor het eerst staat de kas onder nul.", "For the first time cash is below zero."),
    "diary.year": ("Jaar {n} is om: {hours} uur werk geleverd.", "Year {n} is over: {hours} hours of work delivered."),

    # --- people in a place -----------------------------------------------------------------------------------------
    "diary.joins": ("{who} ({age}) krijgt een werkplek in de ploeg ‘{name}’.",
                    "{who} ({age}) gets a work place in the team ‘{name}’."),
    "diary.learns": ("{who} kent het werk nu: het tempo is {pace} % van dat van een ervaren kracht. Aan het "
                     "begin was het {start} %.",
                     "{who} knows the work now, at {pace}% of the pace of an experienced worker. At the start "
                     "it was {start}%."),
    "diary.drops_out": ("{who} haakt af, na {weeks} op de werkplek.",
                        "{who} drops out, after {weeks} in the work place."),
    "diary.place_over": ("De werkplek van {who} houdt op: na {weeks} is de wettelijke tijd om.",
                         "The work place of {who} ends: after {weeks} the time the law allows is up."),
    "diary.not_renewed": ("{who} mag na {weeks} niet langer blijven: het zelfvertrouwen is niet gegroeid.",
                          "{who} may not stay on after {weeks}: self-confidence has not grown."),
    "diary.leaves": ("{who} gaat weg van de werkplek, na {weeks}.", "{who} leaves the work place, after {weeks}."),
    "diary.sent_home": ("{who} zit weer thuis: na {weeks} is de werkplek er niet meer.",
                        "{who} is at home again: after {weeks} the work place is gone."),
    "diary.finds_work": ("{who} vindt betaald werk, na {weeks} op de werkplek.",
                         "{who} finds paid work, after {weeks} in the work place."),
    "diary.finds_work_later": ("{who} vindt betaald werk, {weeks} na het vertrek van de werkplek.",
                               "{who} finds paid work, {weeks} after leaving the work place."),
    "diary.work_lost": ("{who} is het betaalde werk na {weeks} weer kwijt en krijgt weer bijstand.",
                        "{who} has lost the paid work again after {weeks} and is back on benefit."),
    "diary.leaves_benefit_and_team": ("{who} krijgt geen bijstand meer en gaat weg van de werkplek, na {weeks}.",
                                      "{who} is off benefit and leaves the work place, after {weeks}."),
    "diary.moves_from_team": ("{who} verhuist uit de wijk en gaat weg van de werkplek.",
                              "{who} moves out of the district and leaves the work place."),

    # --- customers and ties ------------------------------------------------------------------------------------------
    "diary.helped": ("Het {n}e huishouden is geholpen, dat van {who}.",
                     "The {n}th household has been helped, that of {who}."),
    "diary.helped.one": ("Het eerste huishouden is geholpen, dat van {who}.",
                         "The first household has been helped, that of {who}."),
    "diary.biggest": ("Het laatste bezoek aan de grootste klant, het huishouden van {who}: {n} bezoeken in totaal.",
                      "The last visit to the biggest customer, the household of {who}: {n} visits in all."),
    "diary.first_customer": ("De eerste vaste klant voor ‘{name}’: het huishouden van {who}, {minutes} minuten "
                             "per week.",
                             "The first standing customer for ‘{name}’: the household of {who}, {minutes} "
                             "minutes a week."),
    "diary.customer": ("Het huishouden van {who} is nu vaste klant: {minutes} minuten per week.",
                       "The household of {who} is a standing customer now: {minutes} minutes a week."),
    "diary.customer_stops": ("Het huishouden van {who} stopt als klant, na {weeks}. Voortaan: {way}.",
                             "The household of {who} stops as a customer, after {weeks}. From now on: {way}."),
    "diary.customer_must_go": ("Het huishouden van {who} zoekt na {weeks} iets anders, want de dienst is dicht. "
                               "Voortaan: {way}.",
                               "After {weeks} the household of {who} looks for something else, as the service "
                               "has closed. From now on: {way}."),
    "diary.customer_moves": ("Een klant minder: het huishouden van {who} verhuist.",
                             "A customer less: the household of {who} moves."),
    "diary.tie_visit": ("{who} en {other} leren elkaar kennen bij ‘{name}’.",
                        "{who} and {other} get to know each other at ‘{name}’."),
    "diary.tie": ("{who} en {other} leren elkaar kennen.", "{who} and {other} get to know each other."),

    # --- a life ------------------------------------------------------------------------------------------------------
    "diary.portrait": ("{who} woont in de wijk: {age} jaar, {home}, {situation}.",
                       "{who} lives in the district: aged {age}, {home}, {situation}."),
    "diary.portrait.came": ("{who} komt in de wijk wonen: {age} jaar, {home}, {situation}.",
                            "{who} comes to live in the district: aged {age}, {home}, {situation}."),
    "diary.home": ("een huishouden van {n}", "a household of {n}"), "diary.home.one": ("alleen", "alone"),
    "diary.situation.benefit": ("bijstand", "on benefit"),
    "diary.situation.job": ("een volledige baan", "a full-time job"),
    "diary.situation.child": ("nog geen 18", "not yet 18"), "diary.situation.old": ("65 of ouder", "65 or over"),
    "diary.situation.other": ("geen volledige baan en geen bijstand", "no full-time job and no benefit"),
    "diary.ways_first": ("In huis gaat het zo: {ways}.", "At home it is done so: {ways}."),
    "diary.way": ("In huis gaat ‘{name}’ voortaan zo: {way}. Eerst: {old}.",
                  "At home ‘{name}’ is done so from now on: {way}. Before: {old}."),
    "diary.way.without": ("niet gedaan", "left undone"), "diary.way.self": ("zelf", "by themselves"),
    "diary.way.neighbour": ("door een vriend of buur", "by a friend or neighbour"),
    "diary.way.informal": ("door een informele hulp", "by an informal helper"),
    "diary.way.commercial": ("door een bedrijf", "by a company"),
    "diary.way.wmo": ("met hulp uit de Wmo", "with help from the Wmo"),
    "diary.way.enterprise": ("door {model}", "by {model}"), "diary.way.nothing": ("nog niets", "nothing yet"),
    "diary.hears": ("Het huishouden van {who} heeft van {model} gehoord.",
                    "The household of {who} has heard of {model}."),
    "diary.first_visit": ("Het eerste bezoek voor ‘{name}’: {minutes} minuten.",
                          "The first visit for ‘{name}’: {minutes} minutes."),
    "diary.finds_work_elsewhere": ("{who} vindt betaald werk.", "{who} finds paid work."),
    "diary.on_benefit": ("{who} krijgt bijstand.", "{who} comes on benefit."),
    "diary.benefit_ends": ("{who} krijgt geen bijstand meer.", "{who} is off benefit."),
    "diary.limited": ("{who} ({age}) krijgt een blijvende beperking.", "{who} ({age}) gets a lasting limitation."),
    "diary.retires": ("{who} gaat met pensioen.", "{who} retires."),
    "diary.moves_out": ("{who} verhuist uit de wijk.", "{who} moves out of the district."),

    # --- what the euros are ------------------------------------------------------------------------------------------
    "diary.cents.short": ("{euros} tekort in {weeks}", "{euros} short in {weeks}"),
    "diary.cents.sold": ("{euros} verkocht in {weeks}", "{euros} sold in {weeks}"),
    "diary.cents.start": ("{euros} om te beginnen", "{euros} to begin"),
    "diary.cents.given": ("gaf {euros} in het laatste jaar", "gave {euros} in the last year"),
    "diary.cents.kind_year": ("{euros} in natura in dat jaar", "{euros} in kind in that year"),
    "diary.cents.growth": ("{euros} aan kosten", "{euros} of costs"),
    "diary.cents.cash": ("{euros} in kas", "{euros} in hand"),
    "diary.cents.result": ("{euros} over in die week", "{euros} left in that week"),
    "diary.cents.result_year": ("resultaat van het jaar {euros}", "result of the year {euros}"),
    "diary.cents.a_week": ("{euros} per week", "{euros} a week"),
    "diary.cents.visit": ("{euros} voor dit bezoek", "{euros} for this visit"),
    "diary.cents.total": ("{euros} in totaal", "{euros} in all"),
    "diary.resident": ("bewoner {label}", "resident {label}"),

    # --- around the lines --------------------------------------------------------------------------------------------
    "diary.line": ("Week {week} ({day}): {text}", "Week {week} ({day}): {text}"),
    "diary.head": ("Zo liep het in dit model, in één van de {n} mogelijke verlopen: dat met de middelste kas "
                   "aan het eind.",
                   "What happened in this model, in one of {n} possible courses: the one with the middle cash "
                   "at the end."),
    "diary.head.one": ("Zo liep het in dit model, in het ene verloop dat is gespeeld.",
                       "What happened in this model, in the one course that was played."),
    "diary.names": ("De namen zijn verzonnen; alles wat hier staat, staat in de gegevens van dit verloop. De "
                    "eerste week is week 0.",
                    "The names are made up; all that stands here is in the data of this course. The first week "
                    "is week 0."),
    "diary.more": ("{shown} van de {all} regels, de meest sprekende. Alles: --all.",
                   "{shown} of {all} lines, the most telling ones. Everything: --all."),
    "diary.first": ("De eerste {shown} van de {all} regels.", "The first {shown} of {all} lines."),
    "diary.empty": ("Daarover is in dit verloop niets te vertellen.",
                    "Of that there is nothing to tell in this course."),
    "diary.hint": ("Wat er gebeurde, en met wie: simwijk diary {folder}",
                   "What happened, and to whom: simwijk diary {folder}"),
    "diary.playing": ("Het verloop nog eens spelen", "Playing the course again"),
    "diary.folder_only": ("{why} Daarom staat hier alleen wat de map zelf weet: niets over bewoners.",
                          "{why} So here is only what the folder itself knows: nothing about residents."),
    "diary.unplayable.digest": ("Nog eens gespeeld geeft dit verloop iets anders dan in de map staat; die is "
                                "gemaakt met versie {version}.",
                                "Played again, this course differs from what the folder holds; that was made by "
                                "version {version}."),
    "diary.unplayable.people": ("De bewoners van dit verloop zijn niet meer na te maken.",
                                "The residents of this course can no longer be made again."),
    "diary.unplayable.fails": ("Het verloop nog eens spelen mislukt: {trouble}.",
                               "Playing the course again fails: {trouble}."),
    "diary.unplayable.plugin": ("Het verloop is niet na te spelen zonder deze plugin, zoals die toen was: "
                                "{plugin} (zie --plugin-file).",
                                "The course cannot be played again without this plugin, as it was then: "
                                "{plugin} (see --plugin-file)."),
}  # fmt: skip
