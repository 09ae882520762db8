"""What is said of experiments: their answers, what was varied, how sure it is. A part of the word list."""

EXPERIMENT_TEXTS = {
    "experiment.survival.share": ("Bestaat aan het eind nog", "Still exists at the end"),
    "experiment.survival.weeks": ("Weken dat het bestaat", "Weeks that it exists"),
    "experiment.unsure": ("met {n} verlopen niet te zeggen", "not to be said from {n} courses"),
    "experiment.courses": ("{n} mogelijke verlopen per punt", "{n} possible courses for each point"),
    "experiment.short": (
        "Zo zeker als gevraagd is het nog niet: na {n} verlopen per punt was het maximum bereikt.",
        "It is not yet as sure as was asked: after {n} courses for each point the most was reached."),
    "experiment.lost": ("{n} van de {of} verlopen zijn mislukt en tellen niet mee; zie de map failures.",
                        "{n} of {of} courses failed and do not count; see the folder failures."),
    "experiment.quick": ("Dit is een snelle, ruwe proef met een kleine wijk: kijk niet naar de getallen.",
                         "This is a quick, rough trial with a small district: do not go by its numbers."),
    "experiment.again": ("Maak het opnieuw met: {command}", "Make it again with: {command}"),
    "experiment.folder": ("Alles staat in {folder}: antwoord, plaatjes, tabellen.",
                          "All of it is in {folder}: the answer, pictures, tables."),
    "experiment.page.method": ("Hoe het is uitgerekend", "How it was worked out"),
    "experiment.page.band": (
        "Een band loopt van het verloop waar 1 op de 10 onder ligt tot dat waar 1 op de 10 boven ligt. Alle punten en "
        "modellen delen hun toeval en de trekking van elk getal met een bandbreedte dat de vraag niet zelf zet: een "
        "verschil komt nooit door geluk.",
        "A band runs from the course that 1 in 10 lie below to the one that 1 in 10 lie above. All points and models "
        "share their luck and the draw of every number with a range that the question does not set itself: a difference "
        "is never luck."),
    "experiment.page.first": (
        "Deze schattingen bewegen het antwoord in dit model het meest. Wie ze nagaat, weet het meeste.",
        "These guesses move the answer most in this model. To check them is to learn most."),
    "experiment.page.none": (
        "Geen schatting springt eruit. Met minder dan {least} verlopen is dat niet te zeggen.",
        "No guess stands out. With fewer than {least} courses that cannot be said."),
    "experiment.page.models": ("Modellen", "Models"), "experiment.page.place": ("Wijk", "Neighbourhood"),
    "experiment.page.time": ("Gespeelde tijd", "Time played"),
    "experiment.page.residents": ("Bewoners", "Residents"),
    "experiment.page.about": ("Waar de vraag vandaan komt", "Where the question comes from"),
    "experiment.page.played": ("Wat er is gespeeld", "What was played"),
    "experiment.page.tables": ("Alle getallen", "Every number"),
    "experiment.page.rest": ("Nog {n} regels staan in {file}.", "{n} more lines are in {file}."),
    "experiment.stopped": ("Gestopt. Wat klaar is, is bewaard: dezelfde opdracht gaat verder.",
                           "Stopped. What is finished is kept: the same command goes on."),
    "experiment.part": ("Dit is deel {part} van {name}. Het antwoord komt er als de delen bij elkaar zijn: simwijk merge.",
                        "This is part {part} of {name}. The answer comes when the parts are together: simwijk merge."),
    "experiment.network": ("{folder} ligt op een netwerkschijf: het schrijven gaat daar voorzichtig, en dus langzamer.",
                           "{folder} is on a network drive: writing goes carefully there, and so more slowly."),
    "experiment.costs": ("{runs} verlopen ({there} daarvan staan er al), ongeveer {time} op deze computer, {disk} MB.",
                         "{runs} courses ({there} of them are there already), about {time} on this computer, {disk} MB."),
    "experiment.minutes": ("{n} minuten", "{n} minutes"), "experiment.minute": ("een minuut", "a minute"),
    "experiment.seconds": ("{n} seconden", "{n} seconds"),
    "experiment.working": ("{done} van {asked} verlopen", "{done} of {asked} courses"),
    "experiment.left": ("nog ongeveer {time}", "about {time} to go"),
    "setting.off": ("uit", "off"), "setting.on": ("aan", "on"),
    "setting.direct_cost": ("op directe kosten", "on direct cost"),
    "setting.full_cost": ("op alle kosten", "on full cost"),
    "setting.strict": ("streng", "strict"), "setting.lenient": ("soepel", "lenient"),

    # a sweep
    "sweep.one": ("{model}: bij {setting} {value} is de {figure} in dit model het {best}: {middle}. "
                  "Bij {last} is dat {other}.",
                  "{model}: with {setting} {value} the {figure} in this model is {best}: {middle}. "
                  "With {last} it is {other}."),
    "sweep.best": ("{model}: in dit model is {figure} het hoogst bij {point}: {middle}. Het laagst is het bij {worst}: "
                   "{least}.",
                   "{model}: in this model {figure} is highest with {point}: {middle}. It is lowest with {worst}: "
                   "{least}."),
    "sweep.flat": ("{model}: in dit model maakt {paths} geen duidelijk verschil voor {figure}: overal rond {middle}.",
                   "{model}: in this model {paths} makes no clear difference to {figure}: around {middle} everywhere."),
    "sweep.clear": ("Dat verschil is duidelijk: in hetzelfde verloop {low} tot {high}.",
                    "That difference is clear: in the same course {low} to {high}."),
    "sweep.band": ("Tussen haakjes: waar 8 van de 10 van {n} mogelijke verlopen liggen.",
                   "In brackets: where 8 of 10 of {n} possible courses lie."),
    "sweep.sure": ("Het midden ligt bij het hoogste punt tussen {sure} (19 van de 20 keer).",
                   "The middle lies between {sure} at the highest point (19 times in 20)."),
}
