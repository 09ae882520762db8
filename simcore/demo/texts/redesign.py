"""The words of a note up close and of the redesign. A part of the word list."""

REDESIGN_TEXTS = {
    "note.close": ("Sluit", "Close"),
    "note.does": ("Wat het per jaar doet in dit model", "What it does a year in this model"),
    "note.did": ("Het middelste van {n} mogelijke verlopen; tussen haakjes waar 8 van de 10 liggen.",
                 "The middle one of {n} possible courses; in brackets where 8 of 10 lie."),
    "note.nothing": ("Geen geld en geen uren van zichzelf.", "No money and no hours of its own."),
    "note.not_yet": ("Nog niet gespeeld.", "Not played yet."),
    "note.numbers": ("De getallen erachter", "The numbers behind it"),
    "note.none": ("Achter dit briefje zit geen getal.", "There is no number behind this note."),
    "note.scale": ("Op de keuzeschaal is 0: 5 van de 10 kiezen hiervoor; 1: ruim 7; 2: bijna 9, als de rest gelijk is",
                   "On the scale of choices 0 is: 5 in 10 choose this; 1: over 7; 2: almost 9, all else equal"),
    "note.now": ("Door de knoppen en kaarten nu:", "By the knobs and cards now:"),
    "screen.redesign": ("Herontwerp", "Redesign"),
    "redesign.off": ("uit", "off"), "redesign.new": ("nieuw", "new"), "redesign.other": ("anders", "changed"),
    "redesign.choose": ("Kies een briefje op het canvas. Verander een getal, zet het uit, of hang er een briefje bij.",
                        "Choose a note on the canvas. Change a number, switch it off, or add a note."),
    "redesign.is_off": ("Dit briefje doet niet mee.", "This note takes no part."),
    "redesign.on": ("Zet weer aan", "Switch on again"),
    "redesign.switch_off": ("Zet dit briefje uit", "Switch this note off"),
    "redesign.type": ("of typ een getal", "or type a number"), "redesign.undo": ("Ongedaan", "Undo"),
    "redesign.keep": ("Bewaar als B", "Save as B"), "redesign.drop": ("Begin opnieuw", "Start again"),
    "redesign.file": ("Bestand van B", "File of B"), "redesign.beside": ("A naast B", "A beside B"),
    "redesign.tool.note": ("Briefje", "Note"), "redesign.tool.add": ("Erbij", "Add"),
    "redesign.tool.list": ("Wat anders is", "What differs"),
    "redesign.kind": ("Soort", "Kind"), "redesign.name": ("Wat staat erop?", "What does it say?"),
    "redesign.for": ("Waarvoor?", "For what?"), "redesign.from": ("Van wie?", "From whom?"),
    "redesign.choice.who": ("Wie zijn dat?", "Who are they?"),
    "redesign.choice.activity": ("Welk werk?", "Which work?"),
    "redesign.choice.team": ("Welke ploeg doet het?", "Which team does it?"),
    "redesign.value": ("getal", "number"), "redesign.low": ("van", "from"), "redesign.high": ("tot", "to"),
    "redesign.assumed": ("Een nieuw briefje is een aanname: elk verloop neemt een getal tussen van en tot.",
                         "A new note is an assumption: each course takes a number between from and to."),
    "redesign.add": ("Hang erbij", "Add it"), "redesign.same": ("Nog niets is anders.", "Nothing differs yet."),
    "redesign.more": ("en nog {n}; in het bestand staan ze allemaal", "and {n} more; all of them are in the file"),
    "redesign.not_kept": ("B speelt mee zodra je ‘Bewaar als B’ kiest.",
                          "B plays along as soon as you choose ‘Save as B’."),
    "redesign.is_kept": ("B speelt mee zoals het hier staat.", "B plays along as it stands here."),
    "redesign.differs": ("B speelt nog zoals je het eerder bewaarde.", "B still plays as you saved it before."),
    "screen.dials": ("Meters", "Dials"), "dials.playing": ("Er wordt gespeeld …", "It is being played …"),
    "dials.about": ("In dit model, {n} mogelijke verlopen met hetzelfde toeval. Tussen haakjes: waar 8 van de "
                    "10 liggen. "
                    "≈: niet duidelijk meer of minder.",
                    "In this model, {n} possible courses with the same luck. In brackets: where 8 of 10 lie. "
                    "≈: not clearly more or less."),
    "screen.saved": ("Bewaren", "Save"), "saved.link": ("Link", "Link"),
    "saved.link.about": ("In dit adres staat alles: knoppen, kaarten, week, taal en het herontwerp. Het werkt "
                         "op deze computer.",
                         "This address holds everything: knobs, cards, week, language and the redesign. It "
                         "works on this computer."),
    "saved.copy": ("Kopieer het adres", "Copy the address"),
    "saved.copied": ("Het adres is gekopieerd.", "The address is copied."),
    "saved.copy_it": ("Het adres is gekozen: kopieer het met Ctrl-C.", "The address is selected: copy it with Ctrl-C."),
    "saved.file": ("Bewaar als bestand", "Save as a file"),
    "saved.file.about": ("Eén bestand dat overal speelt in een browser, zonder simwijk. De drie hoofdknoppen "
                         "werken erin, in al hun "
                         "standen. De bewoners en hun dagboeken gaan mee zoals de knoppen nu staan; de rest staat "
                         "uit. Elke stand wordt nu vooraf gespeeld; minder verlopen gaat sneller.",
                         "One file that plays anywhere in a browser, without simwijk. The three main knobs "
                         "work in it, in all their "
                         "positions. The residents and their diaries go along as the knobs stand now; the rest is "
                         "off. Every position is played now; fewer courses are quicker."),
    "saved.courses": ("Aantal mogelijke verlopen", "Number of possible courses"), "saved.save": ("Bewaar", "Save"),
    "saved.busy": ("{done} van de {of} standen gespeeld, elk met {n} mogelijke verlopen",
                   "{done} of {of} positions played, each with {n} possible courses"),
    "saved.left": ("Nog ongeveer {n} min.", "About {n} min. to go."),
    "saved.stop": ("Stop met bewaren", "Stop saving"), "saved.stopped": ("Er is niets bewaard.", "Nothing was saved."),
    "saved.done": ("Bewaard als {name}.", "Saved as {name}."),
    "saved.is": ("Bewaarde pagina met {n} mogelijke verlopen. De drie hoofdknoppen werken; wat gestippeld is, "
                 "staat uit.",
                 "Saved page with {n} possible courses. The three main knobs work; what is dotted is off."),
    "saved.not_here": ("De getallen achter een briefje staan niet in deze bewaarde pagina.",
                       "The numbers behind a note are not in this saved page."),
    "saved.no_diary": ("Dagboeken zijn er bij de knoppen zoals ze stonden toen deze pagina werd bewaard.",
                       "There are diaries for the knobs as they stood when this page was saved."),
    "saved.no_people": ("Bij deze stand van de knoppen zijn geen bewoners bewaard: er zijn geen stippen, en het "
                        "afspelen stopt niet bij wat er gebeurt.",
                        "With the knobs like this no residents were saved: there are no dots, and playing does not "
                        "stop at what happens."),
    "redesign.playing": ("B wordt gespeeld …", "B is being played …"),
    "redesign.b_more": ("B min A", "B less A"),
    "redesign.b_more.is": ("B min A is per verloop uitgerekend; hier staat het midden van die verschillen. Dat is iets "
                           "anders dan het midden van B min het midden van A.",
                           "B less A is worked out course by course; here stands the middle of those differences. That "
                           "is not the same as the middle of B less the middle of A."),
}
