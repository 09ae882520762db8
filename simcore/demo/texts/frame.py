"""The words around every screen of the live page. A part of the word list."""

FRAME_TEXTS = {
    "title": ("simwijk: het canvas speelt", "simwijk: the canvas plays"),
    "screen.race": ("Race", "Race"), "screen.canvas": ("Canvassen", "Canvases"),
    "knobs": ("Knoppen", "Knobs"), "knobs.when": ("voor de hele tijd", "for the whole time"),
    "cards.all": ("Kies een kaart", "Choose a card"), "cards": ("Wat als …", "What if …"), "cards.when": ("vanaf nu", "from now"),
    "knobs.back": ("Knoppen terug", "Knobs back"), "time.back": ("Tijd terug", "Time back"),
    "play": ("Speel af", "Play"), "pause": ("Pauze", "Pause"), "step": ("4 weken", "4 weeks"),
    "cash": ("In kas", "Cash in hand"), "hours": ("Uren hulp per week", "Hours of help a week"),
    "people": ("Mensen die meedoen", "People taking part"),
    "courses": ("{n} van de {of} mogelijke verlopen", "{n} of {of} possible courses"),
    "band": ("Band: waar 8 van de 10 mogelijke verlopen liggen. Lijn: het middelste.",
             "Band: where 8 of 10 possible courses lie. Line: the middle one."),
    "alive": ("Bestaat in dit model na 5 jaar nog in {n} van de {of} mogelijke verlopen.",
              "In this model it still exists after 5 years in {n} of {of} possible courses."),
    "week": ("jaar {year}, week {week}", "year {year}, week {week}"),
    "gone": ("De server is gestopt. Wat er staat, blijft af te spelen.",
             "The server has stopped. What is here can still be played."),
    "asis": ("zoals in het canvas", "as in the canvas"),
    "misfit": ("Past niet bij {models}.", "Does not fit {models}."),
    "taken": ("Poort {port} is bezet; een andere dus.", "Port {port} is taken; so another."),
    "to_stop": ("Stoppen: Ctrl-C hier, of de knop Stop op de pagina.",
                "To stop: Ctrl-C here, or the button Stop on the page."),
    "prepared": ("Klaar om te laten zien: de drie plannen zoals ze zijn, {cards} kaarten aan het begin gelegd, en elke knop "
                 "op elke stand ({knobs}), in {n} mogelijke verlopen. Dat staat er nu meteen, ook zonder internet.",
                 "Ready to show: the plans as they are, {cards} cards laid down at the start, and each knob at each position "
                 "({knobs}), in {n} possible courses. It is there at once now, without internet too."),
    "prepared.not": ("Niet vooraf te spelen: twee knoppen tegelijk, een kaart later in de tijd, en wat u aan een plan "
                     "verandert. Dat wordt ter plekke gespeeld, en komt stap voor stap.",
                     "Not to be played beforehand: two knobs at once, a card later in time, and what you change in a plan. "
                     "That is played on the spot, and comes step by step."),
    "stop": ("Stop", "Stop"),
}
