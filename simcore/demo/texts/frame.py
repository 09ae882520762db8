"""The words around every screen of the live page. A part of the word list."""

FRAME_TEXTS = {
    "title": ("simwijk: het canvas speelt", "simwijk: the canvas plays"),
    "screen.race": ("Race", "Race"), "screen.canvas": ("Canvassen", "Canvases"),
    "knobs": ("Knoppen", "Knobs"), "knobs.when": ("voor de hele tijd", "for the whole time"),
    "cards.all": ("Kies een kaart", "Choose a card"), "cards": ("Wat als …", "What if …"),
    "cards.when": ("vanaf nu", "from now"),
    "knobs.back": ("Knoppen terug", "Reset knobs"), "time.back": ("Tijd terug", "Back to start"),
    "play": ("Speel af", "Play"), "pause": ("Pauze", "Pause"), "step": ("4 weken", "4 weeks"),
    "cash": ("In kas", "Cash in hand"), "hours": ("Uren hulp per week", "Hours of help a week"),
    "people": ("Mensen die meedoen", "People taking part"),
    "courses": ("{n} van de {of} mogelijke verlopen", "{n} of {of} possible courses"),
    "band": ("Band: waar 8 van de 10 mogelijke verlopen liggen. Lijn: het middelste.",
             "Band: where 8 of 10 possible courses lie. Line: the middle one."),
    "alive": ("Bestaat in dit model na {years} jaar nog in {n} van {of} verlopen.",
              "Still exists in this model after {years} years in {n} of {of} courses."),
    "alive.in": ("In hoeveel verlopen bestaat het in dit model na {years} jaar nog, "
                 "met of zonder gemeentegeld?",
                 "In how many courses does it still exist in this model after {years} years, "
                 "with or without municipal money?"),
    "alive.of": ("In {n} van {of}", "In {n} of {of}"),
    "edge.fact": ("feit of bron", "fact or source"), "edge.assumption": ("aanname", "assumption"),
    "edge.earns": ("brengt op in deze 4 weken", "brings in, these 4 weeks"),
    "edge.costs": ("kost in deze 4 weken", "costs, these 4 weeks"),
    "edge.open": ("? open vraag", "? open question"), "edge.none": ("zonder getal", "without a number"),
    "year": ("jaar {n}", "year {n}"),
    # the nine blocks in a word, where three canvases stand side by side
    "short.key_partnerships": ("Partners", "Partners"), "short.key_activities": ("Werk", "Work"),
    "short.key_resources": ("Middelen", "Assets"), "short.value_propositions": ("Aanbod", "Offer"),
    "short.customer_relationships": ("Relatie", "Relation"), "short.channels": ("Kanalen", "Channels"),
    "short.customer_segments": ("Klanten", "Clients"), "short.costs": ("Kosten", "Costs"),
    "short.revenue_streams": ("Inkomsten", "Income"),
    "week": ("jaar {year}, week {week}", "year {year}, week {week}"),
    "bug": ("Dit gaat mis door een fout van ons ({what}). Zet de laatste knop of kaart terug; de rest speelt gewoon.",
            "This goes wrong by a fault of ours ({what}). Turn the last knob or card back; the rest plays as it did."),
    "gone": ("De server is gestopt. Wat er staat, blijft af te spelen.",
             "The server has stopped. What is here can still be played."),
    "asis": ("zoals in het canvas", "as in the canvas"),
    "misfit": ("Past niet bij {models}.", "Does not fit {models}."),
    "taken": ("Poort {port} is bezet; een andere dus.", "Port {port} is taken; so another."),
    "to_stop": ("Stoppen: Ctrl-C hier, of de knop Stop op de pagina.",
                "To stop: Ctrl-C here, or the button Stop on the page."),
    "prepared": ("Dit is klaar. Het staat er meteen, ook zonder internet:",
                 "This is ready. It is there at once, without internet too:"),
    "prepared.plain": ("- de plannen zoals ze zijn;", "- the plans as they are;"),
    "prepared.card": ("- {n} van de {of} kaarten, aan het begin gelegd;",
                      "- {n} of {of} cards, laid down at the start;"),
    "prepared.knob": ("- elke knop links apart: {n} van de {of} standen.",
                      "- each knob on the left by itself: {n} of {of} positions."),
    "prepared.size": ("Dat is in {n} mogelijke verlopen, met {residents} bewoners. Het geldt als u straks begint met "
                      "dezelfde opdracht, zonder --prepare.",
                      "That is in {n} possible courses, with {residents} residents. It holds if you start with the "
                      "same command later, without --prepare."),
    "prepared.missed": ("Niet klaar: {n} van de {of} antwoorden. De pagina speelt die in de zaal. Is er nog ruimte, en "
                        "mag u schrijven, in {folder}?",
                        "Not ready: {n} of {of} answers. The page plays those in the room. Is there room, and may you "
                        "write, in {folder}?"),
    "prepared.others": ("Niets is klaargezet: er zijn plugins van anderen geïnstalleerd, en dan bewaart simwijk geen "
                        "antwoorden. De pagina werkt gewoon, en speelt alles in de zaal.",
                        "Nothing was prepared: plugins of others are installed, and then simwijk keeps no answers. The "
                        "page works as always, and plays all of it in the room."),
    "prepared.not": ("Dit staat niet klaar: knoppen van regels (dat zijn die van plugins), twee knoppen tegelijk, een "
                     "kaart later in de tijd, de stresstest, en wat u aan een plan verandert. Dat speelt de pagina ter "
                     "plekke; het antwoord komt stap voor stap.",
                     "This is not ready: knobs of rules (those of plugins), two knobs at once, a card later in time, "
                     "the stress test, and what you change in a plan. The page plays that on the spot; the answer "
                     "comes step by step."),
    "stop": ("Stop", "Stop"),
    "stop.sure": ("De server stoppen? Dan is het afgelopen: spelen kan pas weer als simwijk opnieuw begint.",
                  "Stop the server? Then it is over: nothing can be played until simwijk starts again."),
    "address.left": ("In dit adres staat iets wat deze pagina niet heeft, zoals een knop, kaart of B bij andere "
                     "plannen. Dat is weggelaten.",
                     "This address asks for something this page does not have, such as a knob, card or B of other "
                     "plans. That was left out."),
}
