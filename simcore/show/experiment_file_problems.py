"""What can be wrong in an experiment file, in Dutch: what it asks, what it varies, its points, conditions and futures."""

OF_EXPERIMENT_FILES = {
    # --- the file
    "is no experiment": "is geen experiment",
    "says no kind of experiment": "zegt niet wat voor experiment het is",
    "add kind: {}": "zet er kind: {} bij",
    "is no single value": "is niet één waarde",
    "should be a block of keys": "hoort een blok met sleutels te zijn",
    "the model does not use the plugin {}, so it cannot be off":
        "het model gebruikt de plugin {} niet, dus die kan niet uit",
    "write under plugins: {}": "schrijf onder plugins: {}",
    "has not the same {} as {}": "heeft niet dezelfde {} als {}",
    "models of one experiment share their possible courses": "modellen in één experiment spelen dezelfde verlopen",
    "write the same in both files": "schrijf in beide bestanden hetzelfde",
    "add weeks: {}": "zet weeks: {} erbij",

    # --- figures and conditions
    "{} is no figure": "{} is geen cijfer",
    "figures are those of the indicators": "de cijfers zijn die van de indicatoren",
    "is no condition: {}": "is geen voorwaarde: {}",
    "it does not begin with a figure": "hij begint niet met een cijfer van een indicator",
    "it says nothing of {}": "hij zegt niets over {}",
    "{} is no sign of one": "{} is geen teken dat daarin hoort",
    "it ends with {}": "hij houdt op na {}",
    "write it as in {}": "schrijf het zoals {}",
    "write one of {}": "schrijf een van {}",
    "add a number, as in {}": "zet er een getal achter, zoals in {}",
    "add a sign and a number, as in {}": "zet er een teken en een getal achter, zoals in {}",
    "{}, as in {}": "{}, zoals in {}",

    # --- what is varied
    "has {} paths": "heeft {} paden",
    "name 1 to {}": "noem er 1 tot en met {}",
    "name at least one": "noem er minstens één",
    "stands beside from, to or step": "staat naast from, to of step",
    "leave one of both out": "laat een van de twee weg",
    "goes from nowhere, or to nowhere": "heeft geen begin (from) of geen eind (to)",
    "add from: .. and to: ..": "zet from: .. en to: .. erbij",
    "({}) is not above from ({})": "({}) is niet hoger dan from ({})",
    "write a step above zero": "schrijf een stap boven nul",
    "is varied over nothing": "heeft niets om te variëren",
    "add values: [..], or from: .. and to: ..": "zet values: [..] erbij, of from: .. en to: ..",
    "is varied a second time": "wordt voor de tweede keer gevarieerd",
    "has no step": "heeft geen stap (step)",
    "add step: .., or write values: [..]": "zet step: .. erbij, of schrijf values: [..]",

    # --- the points of a design
    "{} needs a number of points": "{} heeft een aantal punten nodig",
    "add points: {}": "zet points: {} erbij",
    "says nothing for design: {}": "doet niets bij design: {}",
    "leave it out, or write design: lhs": "laat het weg, of schrijf design: lhs",
    "and file belong together": "en file horen bij elkaar",
    "write design: file and file: points.csv, or neither": "schrijf design: file en file: points.csv, of geen van beide",
    "has values here and in the file": "heeft waarden hier en in het bestand",
    "write its path alone": "schrijf alleen het pad (path)",
    "the values do not pair up ({})": "de waarden vormen geen paren ({})",
    "zip takes them side by side": "zip neemt ze naast elkaar",
    "give every path as many values, or write design: grid":
        "geef elk pad evenveel waarden, of schrijf design: grid",
    "the grid has {} points": "het raster heeft {} punten",
    "{} is the most": "{} is het meeste dat kan",
    "take larger steps, or write design: lhs and points: 200":
        "neem grotere stappen, of schrijf design: lhs en points: 200",
    "cannot be read ({})": "is niet te lezen ({})",
    "name a CSV file": "noem een CSV-bestand",
    "has no column {}": "heeft geen kolom {}",
    "its first line: {}": "de eerste regel: {}",
    "has {} cells, the first line {}": "heeft {} vakken, de eerste regel {}",
    "give every line as many": "geef elke regel er evenveel",
    "holds no points": "bevat geen punten",
    "add a line for each point": "zet er voor elk punt een regel in",

    # --- courses
    "write a share, as in {}": "schrijf een deel, zoals {}",
    "write a number above zero": "schrijf een getal boven nul",

    # --- a threshold
    "should be the lowest and the highest value": "hoort de laagste en de hoogste waarde te zijn",
    "write two numbers, as in {}": "schrijf twee getallen, zoals {}",
    "write a number above zero, smaller than the range": "schrijf een getal boven nul, kleiner dan het bereik",
    "write {}, as in {}": "schrijf {}, zoals {}",
    "write a share of courses, as in {}": "schrijf een deel van de verlopen, zoals {}",
    "name a share of courses, as in {}": "noem een deel van de verlopen, zoals {}",
    "is raised already": "gaat al omhoog (raise)",
    "each threshold is only sought to within the tolerance, {}":
        "elke grens wordt maar gezocht tot op de tolerance, {}",
    "write a smaller tolerance, or a larger half_width": "schrijf een kleinere tolerance, of een grotere half_width",
    "has nothing to raise in {}": "heeft in {} niets om te verhogen",
    "what it is a number of is switched off there": "waar het een getal van is staat daar uit",
    "switch it on, or raise another number": "zet het aan, of verhoog een ander getal",
    "is {}, which is no number of {}": "is {}, en dat is geen getal van {}",
    "a threshold is looked for in a number of the canvas, the neighbourhood or a plugin":
        "een grens wordt gezocht in een getal van het canvas, de wijk of een plugin",
    "is {}, which makes the people of the district": "is {}, en dat bepaalt wie er in de wijk wonen",
    "these are the same in all courses, and a threshold is looked for in each course by itself":
        "dat zijn in elk verloop dezelfde mensen, en een grens wordt in elk verloop apart gezocht",
    "write kind: sweep, and vary it there": "schrijf kind: sweep, en varieer het daar",
    "is also set for all courses": "is ook voor alle verlopen vastgezet",
    "leave it out under set: or plugins:": "laat het weg onder set: of plugins:",

    # --- what moves an answer most
    "each step goes half of all levels up or down": "elke stap gaat de helft van alle treden omhoog of omlaag",
    "write an even number, as in {}": "schrijf een even getal, zoals {}",
    "Sobol's points are balanced in powers of two": "de punten van Sobol zijn in evenwicht bij machten van twee",
    "is no number that each course can have its own of": "is geen getal dat elk verloop zelf kan hebben",
    "write values: [..], or add step: ..": "schrijf values: [..], of zet step: .. erbij",
    "{} means no number of the models": "{} is geen getal van de modellen",
    "{} has no range": "{} heeft geen bandbreedte",
    "only a number with a range can be varied by it": "alleen een getal met een bandbreedte is daarin te variëren",
    "leave it out, or write it under vary: {}": "laat het weg, of schrijf het onder vary: {}",
    "{} is set by the experiment": "{} is in dit experiment vastgezet",
    "a number that is set has no range": "een vastgezet getal heeft geen bandbreedte",
    "leave it out here, or under set:": "laat het hier weg, of onder set:",
    "{} makes the people of the district": "{} bepaalt wie er in de wijk wonen",
    "they are the same in every course": "dat zijn in elk verloop dezelfde mensen",
    "have no number with a range": "hebben geen getal met een bandbreedte",
    "add vary: [..]": "zet vary: [..] erbij",
    "leaves nothing to vary": "laat niets over om te variëren",
    "says nothing here": "doet hier niets",
    "samples and screen: {} say how many courses there are": "samples en screen: {} zeggen hoeveel verlopen er zijn",

    # --- futures
    "is there already": "is er al",
    "give it another name": "geef een andere naam",
    "write a week after the first, or leave it out": "schrijf een week na de eerste, of laat het weg",
    "{}; or name under models: those that the future is for":
        "{}; of noem onder models: die waar deze toekomst voor is",
    "begins in week {} of {}": "begint in week {} van {}",
    "no run gets there": "zo ver komt geen verloop",
    "add {}, or let it begin sooner": "zet {} erbij, of laat het eerder beginnen",
}
