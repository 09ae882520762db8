"""The help of commands in Dutch, by what it says in English in simcore/cli.py: each paragraph, option and place."""

# What click says itself.
OF_CLICK = {
    "Usage:": "Gebruik:", "Options": "Opties", "Commands": "Opdrachten",
    "default": "standaard", "required": "verplicht",
    "Show the version and exit.": "Toon de versie.",
    "Show this message and exit.": "Toon deze uitleg.",
}

# What stands for something to fill in.
PLACES = {
    "OPTIONS": "OPTIES", "COMMAND": "OPDRACHT", "ARGS": "REST", "INTEGER RANGE": "HEEL GETAL", "TEXT": "TEKST",
    "NAME": "NAAM", "KEY": "WAT", "VALUE": "WAARDE", "PATH": "PAD", "NUMBER": "NUMMER",
    "FILE": "BESTAND", "FOLDER": "MAP", "MODEL": "MODEL", "STUDY": "STUDIE", "OTHER": "ANDERE", "RESULT": "RESULTAAT",
    "RUN": "VERLOOP", "ADDRESS": "ADRES", "ID": "ID",
}

HELP = {
    **OF_CLICK,

    # --- everywhere --------------------------------------------------------------------------------------------
    "Try out a neighbourhood enterprise: its canvas, its neighbours and its books, week by week.":
        "Probeer een onderneming in een wijk uit: haar canvas, haar buren en haar boeken, week na week.",
    "The language of the answer.": "De taal van het antwoord.",
    "Which luck.": "Welk toeval.",
    "How long it plays; 260 weeks are five years.": "Hoe lang het speelt; 260 weken is vijf jaar.",
    "A smaller or larger district, to try things.": "Een kleinere of grotere wijk, om te proberen.",
    "Use a plugin; may be repeated.": "Gebruik een plugin; mag vaker.",
    "A plugin of your own; it takes part. Parameters go with --plugin.":
        "Een plugin van jezelf; die doet mee. Instellen gaat met --plugin.",
    "The keys of a cluster that other machines can reach (see: simwijk cluster keys).":
        "De sleutels van een cluster waar andere computers bij kunnen (zie: simwijk cluster keys).",
    "Print the figures as JSON and nothing else.": "Geef de cijfers als JSON, en verder niets.",
    "How many possible courses.": "Hoeveel mogelijke verlopen.",
    "Hold every number at its middle value; only luck varies.":
        "Elk getal houdt zijn basiswaarde; alleen het toeval verschilt.",
    "How the law is read.": "Hoe de wet is gelezen: streng of soepel.",
    "Where the files go; never over others.": "Waar de bestanden komen; nooit over andere heen.",
    "Fast columns, or Mesa agents one by one; both give the same.":
        "Snelle kolommen, of Mesa-agenten één voor één; beide geven hetzelfde.",
    "How many threads work at once.": "Hoeveel rekendraden tegelijk werken.",
    "Play everything again, also what an earlier run has kept.":
        "Speel alles opnieuw, ook wat van een eerdere keer is bewaard.",
    "The experiment file, when it is no longer where it was.":
        "Het bestand van het experiment, als het niet meer staat waar het stond.",
    "Only the answer, and where the files are.": "Alleen het antwoord, en waar de bestanden staan.",
    "Change a number of the model first.": "Verander eerst een getal van het model.",
    "Write it to this file, over an older one; otherwise it is printed.":
        "Schrijf het in dit bestand, over een ouder heen; anders komt het op het scherm.",

    # --- run, compare, check -----------------------------------------------------------------------------------
    "Play a plan for five years beside doing nothing.": "Speel een plan vijf jaar, naast niets doen.",
    "Says whether it lives without municipal money, who pays and who gains.":
        "Zegt of het leeft zonder gemeentegeld, wie betaalt en wie wint.",
    "MODEL is a canvas file, or the name of a model that comes along (see: simwijk models).":
        "MODEL is een bestand met een canvas, of de naam van een model dat meekomt (zie: simwijk models).",
    "Change a number of the model; may be repeated.": "Verander een getal van het model; mag vaker.",
    "Print only the answer and where the files are.": "Zeg alleen het antwoord en waar de bestanden staan.",
    "Draw no pictures.": "Teken geen plaatjes.",
    "Say which plugin moved which number, when and why; for all courses in effects.csv.":
        "Zeg welke plugin welk getal bewoog, wanneer en waarom; van alle verlopen in effects.csv.",
    "Say how long each plugin and each step took, on one thread.":
        "Zeg hoe lang elke plugin en elke stap duurde, op één rekendraad.",
    "What effects are held to be worth, for an indicative balance (see: simwijk explain 9b).":
        "Wat effecten volgens jou waard zijn, voor een indicatief saldo (zie: simwijk explain 9b).",
    "Lay plans side by side, with a page for the room.": "Leg plannen naast elkaar, met een pagina voor de zaal.",
    "They live in one neighbourhood with the same luck, beside doing nothing.":
        "Ze leven in één wijk met hetzelfde toeval, naast niets doen.",
    "MODEL is a canvas file, or the name of a model that comes along. Writes a page for the room: compare.html.":
        "MODEL is een bestand met een canvas, of de naam van een model dat meekomt. Schrijft een pagina voor de zaal: "
        "compare.html.",
    "Change a number of every model that has it, or of one model; may be repeated.":
        "Verander een getal van elk model dat het heeft, of van één model; mag vaker.",
    "Print only the answers and where the page is.": "Zeg alleen de antwoorden en waar de pagina staat.",
    "Say what is wrong with a canvas, or what it means.": "Zeg wat er mis is met een canvas, of wat het betekent.",
    "Of an experiment: what it costs, before it is played. MODEL is a file, or the name of one that comes along.":
        "Van een experiment: wat het kost, voor het speelt. MODEL is een bestand, of de naam van een dat meekomt.",

    # --- new ---------------------------------------------------------------------------------------------------
    "Begin something of your own.": "Begin iets van jezelf.",
    "Write a small canvas called NAME that plays at once.": "Schrijf een klein canvas dat NAAM heet en meteen speelt.",
    "Each sticky note has a question to you; make it yours.":
        "Op elk briefje staat een vraag aan jou; maak het van jezelf.",
    "The language of the canvas and of the answer.": "De taal van het canvas en van het antwoord.",
    "Where it goes; otherwise to a file called after NAME, in this folder. Never over another.":
        "Waar het komt; anders in een bestand dat naar NAAM heet, in deze map. Nooit over een ander heen.",
    "Write the package of a plugin called NAME.": "Schrijf het pakket van een plugin die NAAM heet.",
    "A module, a test, metadata and a README, which pass as they stand.":
        "Een module, een test, metadata en een README, die slagen zoals ze zijn.",
    "Where it goes; otherwise to a folder called after NAME, in this one. Never over another.":
        "Waar het komt; anders in een map die naar NAAM heet, in deze map. Nooit over een andere heen.",

    # --- experiments -------------------------------------------------------------------------------------------
    "Answer the question of an experiment.": "Beantwoord de vraag van een experiment.",
    "FILE is an experiment file, or the name of one that comes along. Stopped half-way, the same command goes on.":
        "BESTAND is het bestand van een experiment, of de naam van een dat meekomt. Halverwege gestopt? Dan gaat "
        "dezelfde opdracht verder.",
    "A first, rough answer within a minute: few courses, a small district.":
        "Een eerste, ruw antwoord binnen een minuut: weinig verlopen, een kleine wijk.",
    "How many processes play at once.": "Hoeveel processen tegelijk spelen.",
    "Where it goes; otherwise to studies/NAME. What is there of the same experiment goes on.":
        "Waar het komt; anders in studies/NAAM. Wat daar van hetzelfde experiment staat, gaat verder.",
    "Begin in a new folder, and play everything again.": "Begin in een nieuwe map, en speel alles opnieuw.",
    "Play again what failed before.": "Speel opnieuw wat eerder mislukte.",
    "Only this part of the courses, as in 2/4; merge puts parts together.":
        "Alleen dit deel van de verlopen, zoals 2/4; merge legt de delen samen.",
    "What was played there of the same experiment counts here too; may be repeated.":
        "Wat daar van hetzelfde experiment is gespeeld, telt hier ook; mag vaker.",
    "Let a cluster play it, as in tcp://127.0.0.1:8786.": "Laat een cluster het spelen, zoals tcp://127.0.0.1:8786.",
    "Say how far an experiment is.": "Zeg hoe ver een experiment is.",
    "Also while it is being played. STUDY is a folder that simwijk sweep has made.":
        "Ook terwijl het speelt. STUDIE is een map die simwijk sweep heeft gemaakt.",
    "Put parts of an experiment together.": "Leg delen van een experiment samen.",
    "Those of --shard, or of machines that played apart. Answers the question from their runs, or says what is "
    "missing.":
        "Die van --shard, of van computers die apart speelden. Beantwoordt de vraag uit hun verlopen, of zegt wat er "
        "ontbreekt.",
    "Where the whole goes.": "Waar het geheel komt.",
    "Play one run of an experiment again.": "Speel één verloop van een experiment opnieuw.",
    "Exactly as it was, and says whether it is the same. RUN is its number in tables/runs.csv.":
        "Precies zoals het was, en zegt of het hetzelfde is. VERLOOP is het nummer in tables/runs.csv.",
    "Write a study as a workbook (xlsx).": "Schrijf een studie als werkmap (xlsx).",
    "A sheet for each table; and the quarters of every run.":
        "Een blad voor elke tabel; en de kwartalen van elk verloop.",
    "Where the files go; otherwise to export in the study. Replaces those of an earlier time.":
        "Waar de bestanden komen; anders in export in de studie. Komt in de plaats van die van een vorige keer.",
    "Quarters and runs as Parquet, for other programs.": "Kwartalen en verlopen als Parquet, voor andere programma's.",
    "Say what changed between two studies.": "Zeg wat er anders is tussen twee studies.",
    "In the question, the models and the versions; and which numbers of the answer moved.":
        "In de vraag, de modellen en de versies; en welke getallen van het antwoord bewogen.",

    # --- cluster -----------------------------------------------------------------------------------------------
    "Let several machines play one experiment.": "Laat meer computers één experiment spelen.",
    "Begin a cluster on this machine.": "Begin een cluster op deze computer.",
    "It lasts until Ctrl-C, and says what to type on the other machines.":
        "Het duurt tot Ctrl-C, en zegt wat je op de andere computers typt.",
    "Where it can be reached; elsewhere only with --tls.": "Waar het te bereiken is; van elders alleen met --tls.",
    "At which port.": "Op welke poort.",
    "How many processes of this machine play; otherwise one for each core.":
        "Hoeveel processen van deze computer spelen; anders één voor elke kern.",
    "Let this machine play for a cluster.": "Laat deze computer spelen voor een cluster.",
    "Until the cluster ends, or Ctrl-C. ADDRESS is what simwijk cluster start has said, as in "
    "tls://192.168.1.10:8786.":
        "Tot het cluster stopt, of Ctrl-C. ADRES is wat simwijk cluster start heeft gezegd, zoals "
        "tls://192.168.1.10:8786.",
    "Make the keys of a cluster.": "Maak de sleutels van een cluster.",
    "Who has them may come in and can have anything done on its machines. FOLDER is new, and goes to each of them.":
        "Wie ze heeft, mag erin en kan alles laten doen op die computers. MAP is nieuw, en gaat naar elk ervan.",

    # --- on paper, and as a page -------------------------------------------------------------------------------
    "Make one page of a result, to read and to print.":
        "Maak één pagina van een resultaat, om te lezen en af te drukken.",
    "RESULT is a folder that simwijk run, compare or sweep has made. Of a run or a comparison: report.html, in both "
    "languages, with canvas, money, people and sources. Of a study: its answer, page, pictures and tables anew; plays "
    "nothing.":
        "RESULTAAT is een map die simwijk run, compare of sweep heeft gemaakt. Van een run of een vergelijking: "
        "report.html, in beide talen, met canvas, geld, mensen en bronnen. Van een studie: het antwoord, de pagina, de "
        "plaatjes en de tabellen opnieuw; speelt niets.",
    "An A3 to go home with as well: handout.pdf (simwijk[pdf]), or a page to print.":
        "Ook een A3 om mee naar huis te nemen: handout.pdf (simwijk[pdf]), of een pagina om af te drukken.",
    "Draw the canvas of a model, to print.": "Teken het canvas van een model, om af te drukken.",
    "Nine blocks of sticky notes on an A3, with how sure each is; needs simwijk[pdf]. MODEL is a file, or the name of "
    "one that comes along.":
        "Negen blokken met briefjes op een A3, met hoe zeker elk is; vraagt simwijk[pdf]. MODEL is een bestand, of de "
        "naam van een dat meekomt.",
    "Where it goes: a .pdf, .svg or .png; otherwise to MODEL_canvas.pdf, in this folder.":
        "Waar het komt: een .pdf, .svg of .png; anders in MODEL_canvas.pdf, in deze map.",
    "Write it as BMML 2.0 (YAML, for other canvas tools), without our numbers.":
        "Schrijf het als BMML 2.0 (YAML, voor andere canvas-programma's), zonder onze getallen.",
    "Make the sheets of a session, to print.": "Maak het papier voor een sessie, om af te drukken.",
    "Canvases, cards of residents, bets, what-if cards, plan B and the stress test: as PDF with simwijk[pdf], "
    "otherwise as pages to print. MODEL is a file, or the name of one that comes along; without any the three plans of "
    "the session.":
        "Canvassen, kaartjes van bewoners, inzetten, wat-als-kaarten, plan B en de stresstest: als PDF met "
        "simwijk[pdf], anders als pagina's om af te drukken. MODEL is een bestand, of de naam van een dat meekomt; "
        "zonder model de drie plannen van de sessie.",
    "Where they go; replaces those of an earlier time.": "Waar het komt; in de plaats van dat van een vorige keer.",
    "As simwijk demo is started: residents on the cards are those of the page.":
        "Zoals je simwijk demo start: de bewoners op de kaartjes zijn die van de pagina.",
    "As well.": "Ook zo.",

    # --- explain -----------------------------------------------------------------------------------------------
    "Explain an indicator, a number or a figure.": "Leg een indicator, een getal of een cijfer uit.",
    "NAME is an indicator (number or name), a number of a model (path or its end), or a row of figures.csv.":
        "NAAM is een indicator (nummer of naam), een getal van een model (pad of het eind ervan), of een rij van "
        "figures.csv.",
    "Without a name: what can be explained.": "Zonder naam: wat er uit te leggen is.",
    "The canvas whose numbers are meant: a file, or the name of one that comes along.":
        "Het canvas waarvan je de getallen bedoelt: een bestand, of de naam van een dat meekomt.",
    "Leave out who uses a number, for which a small model is played.":
        "Laat weg wie een getal gebruikt; daarvoor speelt een klein model mee.",

    # --- the room ----------------------------------------------------------------------------------------------
    "Show plans live in a browser, for a room.": "Toon plannen live in een browser, voor een zaal.",
    "Turn a knob, or lay down a card, and they answer at once. Only this machine can reach the page.":
        "Draai aan een knop of leg een kaart neer, en ze antwoorden meteen. Alleen deze computer kan bij de pagina.",
    "At which port; 8413 unless you say so, another where that is taken.":
        "Op welke poort; 8413 als je niets zegt, een andere als die bezet is.",
    "Only print the address.": "Zeg alleen het adres.",
    "How many possible courses each answer has at most.": "Hoeveel mogelijke verlopen elk antwoord hoogstens heeft.",
    "How many residents the district has; fewer answer sooner.":
        "Hoeveel bewoners de wijk heeft; minder antwoordt sneller.",
    "At home: play what a room is likely to ask, and show nothing.":
        "Thuis: speel wat een zaal waarschijnlijk vraagt, en toon niets.",
    "Fill a folder for a USB stick.": "Vul een map voor een USB-stick.",
    "With it a laptop without a network installs simwijk and shows the plans, by a double-click. FOLDER is new, or a "
    "stick of an earlier time; MODEL as for simwijk demo. Needs the network once. What simwijk demo --prepare has "
    "played goes along.":
        "Daarmee installeert een laptop zonder netwerk simwijk en toont de plannen, met dubbelklikken. MAP is nieuw, "
        "of een stick van een vorige keer; MODEL zoals bij simwijk demo. Het netwerk is één keer nodig. Wat simwijk "
        "demo --prepare heeft gespeeld, gaat mee.",
    "Only for computers like these and this one; may be repeated. Otherwise for all three.":
        "Alleen voor zulke computers en deze; mag vaker. Anders voor alle drie.",
    "Only for this version of Python and the one here; may be repeated. Otherwise for all three.":
        "Alleen voor deze versie van Python en die van hier; mag vaker. Anders voor alle drie.",
    "The page that plays without Python, as simwijk demo has saved it; otherwise a small one is made.":
        "De pagina die speelt zonder Python, zoals simwijk demo die bewaarde; anders komt er een kleine.",

    # --- whether it is right -----------------------------------------------------------------------------------
    "Measure tensions that nobody wrote into the models.": "Meet spanningen die niemand in de modellen schreef.",
    "Such as thrift that costs ties: in how many courses it appears, and how strongly.":
        "Zoals zuinig zijn dat contacten kost: in hoeveel verlopen het blijkt, en hoe sterk.",
    "Write a picture of each there, and of all of them a page; replaces those of an earlier time.":
        "Schrijf daar een plaatje van elk, en van alle samen een pagina; in de plaats van die van een vorige keer.",
    "Try whether the model agrees with itself.": "Toets of het model met zichzelf klopt.",
    "Cases with an answer on paper, changes that must push one way or none, and figures kept aside. Exit code 3 when a "
    "case or a change does not hold; a pattern that is missed never fails it.":
        "Gevallen met een antwoord op papier, veranderingen die maar één kant op mogen werken of niets mogen doen, en "
        "cijfers die apart zijn gehouden. Eindigt met code 3 als een geval of een verandering niet klopt; een gemist "
        "patroon geeft nooit die code.",
    "A short trial: fewer courses, each relation in one model.":
        "Een korte proef: minder verlopen, elke verandering in één model.",
    "Where the page and the figures go.": "Waar de pagina en de cijfers komen.",
    "Write the page to this file, over an older one.": "Schrijf de pagina in dit bestand, over een ouder heen.",
    "How many processes work at once.": "Hoeveel processen tegelijk werken.",
    "Count the folder of a run again, to the cent.": "Tel de map van een run na, tot op de cent.",
    "Balances and headlines from its flows, payments against flows.":
        "Saldo's en cijfers voorop uit de stromen, betalingen naast de stromen.",

    # --- models, diaries, plugins ------------------------------------------------------------------------------
    "List the models that come along.": "Noem de modellen die meekomen.",
    "Print the canvas of this model, to read or to copy from.":
        "Geef het canvas van dit model, om te lezen of uit over te nemen.",
    "Tell what happened in a run, and to whom.": "Vertel wat er gebeurde in een run, en met wie.",
    "The most telling lines of its typical course, or one life. RESULT is the folder of a run.":
        "De regels die het meest zeggen uit het typische verloop, of één leven. RESULTAAT is de map van een run.",
    "The life of one resident.": "Het leven van één bewoner.",
    "Only what is tied to a sticky note, as in --item vp-ironing.":
        "Alleen wat er bij een briefje hoort, zoals bij --item vp-ironing.",
    "Only a week, or some in a row; the first is 1.": "Alleen één week, of een paar achter elkaar; de eerste is 1.",
    "How many lines at most; else 25 in a selection.": "Hoeveel regels hoogstens; anders 25 in een keuze.",
    "Everything in order of time, instead of a selection.": "Alles op volgorde van tijd, in plaats van een keuze.",
    "Print the facts as JSON and nothing else.": "Geef de feiten als JSON, en verder niets.",
    "A plugin of your own that took part in the run.": "Een plugin van jezelf die meedeed in de run.",
    "List the plugins that are found, or tell of one.": "Noem de plugins die er zijn, of vertel over één.",
    "Of NAME it says what it is, what it takes and what it touches. None takes part until a model or an option names "
    "it.":
        "Van NAAM zegt het wat het is, wat er in te stellen is en wat het aanraakt. Geen plugin doet mee tot een model "
        "of een optie die noemt.",
    "A plugin of your own, to list as well.": "Een plugin van jezelf, om er ook bij te noemen.",
    "List what plugins may move in a model, and what is counted for them.":
        "Noem wat plugins in een model mogen bewegen, en wat er voor plugins geteld is.",
    "The model it is tried in; otherwise the one it fits best.":
        "Het model voor de proef; anders het model waar de plugin het best bij past.",
    "Leave out what it touches, for which a small model is played.":
        "Laat weg wat de plugin aanraakt; daarvoor speelt een klein model mee.",
    "Give the JSON Schema of canvas files.": "Geef het JSON Schema van bestanden met een canvas.",
    "It has the parameters of every plugin that is found; an editor completes and checks by it.":
        "Met wat er in te stellen is aan elke plugin die er is; een editor vult ermee aan en kijkt ermee na.",
    "A plugin of your own, whose parameters go along.":
        "Een plugin van jezelf; wat daaraan in te stellen is, gaat mee.",
}  # fmt: skip
