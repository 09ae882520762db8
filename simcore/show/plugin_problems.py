"""What can be wrong with a plugin, in Dutch: its parameters, the model that asks for it, what it answers."""

OF_PLUGINS = {
    # --- plugins that do not fit a model
    "names {} in {}, which is not there": "noemt {} in {}, en dat is er niet",
    "names {} in {}, which is no {}": "noemt {} in {}, en dat is geen {}",
    "names {} in channels, which are not all of them": "noemt {} in channels, en dat zijn ze niet allemaal",
    "no channel tells of the enterprise from outside": "geen kanaal vertelt van buiten over de onderneming",
    "give a channel a line outside: in its sim": "geef een kanaal een regel outside: in de sim",
    "{} is empty": "{} is leeg",
    "ends before it starts": "eindigt voordat het begint",
    "write an end after the start": "schrijf een einde na het begin",

    # --- plugins that fail, or answer with what cannot be
    "failed{}: {}": "mislukt{}: {}",
    "failed: {}": "mislukt: {}",
    "answered with {}; it may answer with {}": "antwoordt met {}; het mag antwoorden met {}",
    "answered with one {} by itself; write yield, or return a list":
        "antwoordt met één {} zonder meer; schrijf yield, of geef een lijst terug",
    "answered with {}; write yield, or return a list": "antwoordt met {}; schrijf yield, of geef een lijst terug",
    "answers with more than {} nouns; does its loop end?": "antwoordt met meer dan {} dingen; houdt de lus wel op?",
    "there is no such hook; {}": "zo'n haak is er niet; {}",
    "is never asked; write @hookimpl above it": "wordt nooit gevraagd; schrijf er @hookimpl boven",
    "sets {} twice; let one of them scale or add": "zet {} twee keer; laat één ervan scale of add gebruiken",
    "Effect of {} moves nothing; give it scale=, add=, floor=, cap= or set=":
        "Effect van {} verandert niets; geef scale=, add=, floor=, cap= of set=",
    "is {} a second time; update a column once a week":
        "is {} voor de tweede keer; werk een kolom één keer per week bij",
    "both set {}; let one of them scale or add": "zetten allebei {}; laat één ervan scale of add gebruiken",
    "no answer within {} seconds{}; does its loop end? {} would give it longer":
        "geeft binnen {} seconden geen antwoord{}; houdt de lus wel op? {} geeft het langer de tijd",
    "{} became {}; keep it between {} and {}, with floor= or cap= if need be":
        "{} werd {}; houd het tussen {} en {}, zo nodig met floor= of cap=",
    "asks for more than to be a hook; write @hookimpl alone above it":
        "vraagt om meer dan een haak te zijn; schrijf er alleen @hookimpl boven",
    "is async, and nobody waits for it; write def {}": "is async, en niemand wacht erop; schrijf def {}",
    "is the name of a hook, and a parameter here; give it another name":
        "is de naam van een haak, en hier een instelling; geef die een andere naam",
    "is {}; an enterprise pays out of {} alone": "is {}; een onderneming betaalt alleen uit {}",
    "is {}; an enterprise covers nothing of its own work, name who pays":
        "is {}; een onderneming vergoedt haar eigen werk niet, noem wie betaalt",
    "asks for {}; write def {}": "vraagt om {}; schrijf def {}",
    "uses {}, which goes by {} whether or not there is an enterprise":
        "gebruikt {}, en die rekent met {}, of er nu een onderneming is of niet",
    "that is another for {} than for {}, so that doing nothing is not the same for both":
        "dat is voor {} iets anders dan voor {}, zodat niets doen niet voor allebei hetzelfde is",
    "give {} the same value for every model, or play them apart":
        "geef {} voor elk model dezelfde waarde, of speel ze apart",
    "play them apart": "speel ze apart",
    "changes the model it was given; leave week.spec as it is":
        "verandert het model dat het kreeg; laat week.spec zoals het is",
    "changes the model it was given; leave spec as it is":
        "verandert het model dat het krijgt; laat spec zoals het is",
    "takes {} cents out of {}, which holds {}; pay no more than there is, or bring the Stream with bill=True":
        "haalt {} cent uit {}, waar {} in zit; betaal niet meer dan er is, of breng de Stream met bill=True",
    "is {}; an enterprise orders nothing of itself, name who pays":
        "is {}; een onderneming bestelt niets bij zichzelf, noem wie betaalt",
    "has {} texts and {} {}; say the same in both": "heeft {} teksten en {} {}; zeg in beide hetzelfde",
    "has {}; write a row with as many cells as the head has ({})":
        "heeft {}; schrijf een rij met zoveel vakken als de kop er heeft ({})",
    "an Order is paid over streams that begin with the name of the plugin, and {} is one of our own; "
    "give it another name with as:": "een Order betaalt over stromen die beginnen met de naam van de plugin, "
                                     "en {} is een van de onze; geef "
                "een andere naam met as:",
    "{} keeps {} above what {} allows at most": "{} houdt {} boven wat {} hoogstens toelaat",
    "{}; no course is left": "{}; er blijft geen verloop over",
    "{}; no course is left in every model": "{}; er blijft geen verloop over dat elk model heeft",
    "is {}, which is there already; leave the Account out": "is {}, en die is er al; laat de Account weg",
    "is {}; an account of the enterprise is not brought, write another name":
        "is {}; een rekening van de onderneming breng je niet zelf, schrijf een andere naam",
    "is {}, and streams of our own begin so; write {}": "is {}, en zo beginnen onze eigen stromen; schrijf {}",
    "is {} a second time; write another name": "is {} voor de tweede keer; schrijf een andere naam",
    "Stream.payer and Stream.payee are both {}; name two accounts":
        "Stream.payer en Stream.payee zijn allebei {}; noem twee rekeningen",
    "a Cover pays over streams that begin with the name of the plugin, and {} is one of our own; "
    "give it another name with as:": "een Cover betaalt over stromen die beginnen met de naam van de plugin, "
                                     "en {} is een van de onze; geef "
                "een andere naam met as:",
    "is {}; write ids between brackets, as in ({})": "is {}; schrijf id's tussen haakjes, zoals ({})",
    "a stream {} is brought a second time, the first by {}; write another name":
        "een stroom {} wordt voor de tweede keer gebracht, eerst door {}; schrijf een andere naam",
    "is {}; write a date, as in {}": "is {}; schrijf een datum, zoals {}",
    "is {}; write True, or one True or False per course ({}), as a comparison of arrays gives":
        "is {}; schrijf True, of voor elk verloop ({}) één True of False, zoals een vergelijking van rijen geeft",
    "is {}; write a text": "is {}; schrijf een tekst",
    "is {}; write True or False": "is {}; schrijf True of False",
    "Stream.capital is True and Stream.kind is 'kind'; capital is cash, leave one of them out":
        "Stream.capital is True en Stream.kind is 'kind'; inleg is geld, laat één van de twee weg",
    "is {}; write one line of at most {} characters": "is {}; schrijf één regel van hoogstens {} tekens",
    "is {}; write the name of one {}": "is {}; schrijf de naam van één {}",
    "no {} {}; {}": "geen {} {}; {}",
    "of {} {}": "van {} {}",
    "{}; a new one is brought as an Account": "{}; een nieuwe breng je als Account",
    "{}; or write plugins.{}": "{}; of schrijf plugins.{}",
    "{}; a plugin pays over streams it brings": "{}; een plugin betaalt over stromen die het zelf brengt",
    "{}, as this plugin brings no Stream": "{}, want deze plugin brengt geen Stream",
    "{}; a plugin updates columns it brings": "{}; een plugin werkt kolommen bij die het zelf brengt",
    "{}, as this plugin brings no Column": "{}, want deze plugin brengt geen Column",
    "is {}; write {}": "is {}; schrijf {}",
    "has shape {}; write {}": "heeft de vorm {}; schrijf {}",
    "one number": "één getal",
    "one number, or one number per course ({})": "één getal, of één getal voor elk verloop ({})",
    "one number per course ({})": "één getal voor elk verloop ({})",
    "is {}; write whole cents: {}": "is {}; schrijf hele centen: {}",
    "is {}; write finite numbers": "is {}; schrijf eindige getallen",
    "is {}; write {} or more": "is {}; schrijf {} of meer",
    "is {}; write at most {}": "is {}; schrijf hoogstens {}",
    "is {}, part of which is masked; write np.where with a number for that part":
        "is {}, en een deel ervan is afgedekt (masked); schrijf np.where met een getal voor dat deel",
    "pays {} cents in one week; pay at most {}": "betaalt {} cent in één week; betaal hoogstens {}",
    "is {}, which is no array ({})": "is {}, en dat is geen rij getallen ({})",
    "{} of {} courses failed; the rest is kept": "{} van de {} verlopen mislukten; de andere zijn bewaard",
    "{} of {} runs failed; the rest is kept": "{} van de {} keer spelen mislukte; de rest is bewaard",
    "and {} other reasons": "en nog {} andere redenen",

    # --- asked for with parameters that cannot be
    "{} is a parameter of a plugin": "{} is een instelling van een plugin",
    "no plugin is called {}": "geen plugin heet {}",
    "{} has no parameter {}": "{} heeft geen instelling {}",
    "{}; as in {}": "{}; zoals {}",
    "{} is no Python file": "{} is geen Python-bestand",
    "name a .py file": "noem een .py-bestand",
    "{} is empty, or names one twice": "{} is leeg, of noemt er een twee keer",
    "name each once": "noem elk één keer",
    "end ({}) is not after start ({})": "end ({}) komt niet na start ({})",
    "write a later end": "schrijf een latere end",
    "start, until and extended do not follow each other": "start, until en extended volgen elkaar niet op",
    "write start before until, and extended at or after until": "schrijf start voor until, en extended op of na until",
    "nothing here is household help from the Wmo": "niets hier is huishoudelijke hulp uit de Wmo",
    "give a value proposition activity: {}, or leave the plugin out":
        "geef een aanbod activity: {}, of laat de plugin weg",
    "{} lets its rooms already, by its building": "{} verhuurt al zalen, via building",
    "write room: {}": "schrijf room: {}",
    "the id of a key resource with an area and no building": "de id van een middel met een area en zonder building",
    "{} is no name for a plugin": "{} is geen naam voor een plugin",
    "a plugin goes by the name of its file": "een plugin heet naar zijn bestand",
    "call it {}": "noem het {}",
    "{} is not name:key=value,key=value": "{} is niet naam:sleutel=waarde,sleutel=waarde",
    "{}, with a point before the decimals": "{}, met een punt voor de cijfers achter de komma",
    "{} cannot do without {}": "{} kan niet zonder {}",
    "{} is a part of a parameter": "{} is een deel van een instelling",
    "give the second use a name of its own: as: another_name": "geef de tweede een eigen naam: as: andere_naam",
    "is no block of parameters": "is geen blok met instellingen",
    "write {}, say": "schrijf bijvoorbeeld {}",
    "write {}, with a point before the decimals, say":
        "schrijf bijvoorbeeld {}, met een punt voor de cijfers achter de komma",
    "write {}, or in the model file, under {}": "schrijf {}, of in het modelbestand, onder {}",
    "{}; one of your own: install its package, or name its file with --plugin-file":
        "{}; een van jezelf: installeer het pakket, of noem het bestand met --plugin-file",
    "write {} for all of it; a range goes in the model file, under with:":
        "schrijf {} voor het geheel; een bandbreedte hoort in het modelbestand, onder with:",
    "write with: {}, or leave it out": "schrijf with: {}, of laat het weg",
    "{} is found more than once: {}": "{} is er meer dan één keer: {}",
    "the plugin {} ({}) is broken{}: {}": "de plugin {} ({}) is stuk{}: {}",
    "is {}, but {} in {}": "is {}, maar {} in {}",
    "asks for no plugin": "vraagt om geen plugin",
    "write {}, or simwijk: and plugins: with that in it": "schrijf {}, of simwijk: en plugins: met dat erin",
    "{} gives no name for a module ({})": "{} geeft geen naam voor een module ({})",
    "that begins with a letter": "die begint met een letter",
    "{} has a meaning of its own here ({})": "{} heeft hier een eigen betekenis ({})",
    "a plugin writes its streams and class by that name": "een plugin noemt zijn stromen en zijn klasse zo",
    "{} is the name of a Python module that is there already ({})":
        "{} is de naam van een Python-module die er al is ({})",
    "one of the two could not be imported": "een van de twee zou niet te laden zijn",
    "{} is the name of a plugin that is there already ({})": "{} is de naam van een plugin die er al is ({})",
    "two of one name cannot be used": "twee met één naam zijn niet te gebruiken",
    "make that folder first, or name one in a folder that is there":
        "maak eerst die map, of noem er een in een map die er is",
    "the neighbourhood has no need called {}": "de wijk kent geen behoefte {}",
    "give it that need, or leave the plugin out": "geef de wijk die behoefte, of laat de plugin weg",
    "there is no amount from before 2013": "er is geen bedrag van voor 2013",
    "let the run begin in 2013 or later, or leave the plugin out":
        "laat de run in 2013 of later beginnen, of laat de plugin weg",
    "there is a team, but nobody takes people in": "er is een ploeg, maar niemand neemt mensen aan",
    "give a key activity a part recruiting, or leave the plugin out":
        "geef een activiteit een deel recruiting, of laat de plugin weg",
    "nobody falls ill in this neighbourhood": "in deze wijk wordt niemand ziek",
    "give needs.illness a value above 0, or leave the plugin out":
        "geef needs.illness een waarde boven 0, of laat de plugin weg",
    "nobody organises as a volunteer in this canvas": "in dit canvas is geen vrijwilliger die regelt",
    "give a key activity a part volunteering, or leave the plugin out":
        "geef een activiteit een deel volunteering, of laat de plugin weg",
    "nobody in a participation place does work here that is sold":
        "niemand op een participatieplaats doet hier werk dat wordt verkocht",
    "leave the plugin out, or let a team work in participation places":
        "laat de plugin weg, of laat een ploeg op participatieplaatsen werken",
    "hand_over and fades belong together": "hand_over en fades horen bij elkaar",
    "write both: EUR/year that goes with the centre, and in how many weeks it fades":
        "schrijf ze allebei: hoeveel EUR/year er meegaat met het buurthuis, en in hoeveel weken dat afloopt",
    "uses {}, which {} whether or not there is an enterprise":
        "gebruikt {}, en die {}, of er nu een onderneming is of niet",
    "moves {} in the week of {}": "verandert {} in de week van {}",
    "pays over {} in the week of {}": "betaalt over {} in de week van {}",
    "goes by {}, which a lane of doing nothing without it cannot tell,":
        "gaat af op {}, wat zonder die plugin niet is bijgehouden",
    "{} does not use it, or not with the same parameters": "{} gebruikt die niet, of met andere instellingen",
    "{} do not use it, or not with the same parameters": "{} gebruiken die niet, of met andere instellingen",
    "that number is another for {} than for {}, so that doing nothing is not the same for both":
        "dat getal is voor {} anders dan voor {}, zodat niets doen niet voor allebei hetzelfde is",
    "give {}, which then holds for every model, or write it alike in every file":
        "geef {}, dan geldt het voor elk plan, of schrijf het in elk bestand gelijk",
}
