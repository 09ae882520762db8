"""What the report and the paper say, in Dutch and in English. A part of the one word list (texts.py)."""

PAPER = {
    "paper.written": ("Geschreven: {file}", "Written: {file}"),

    # the report
    "report.canvas": ("het canvas met euro's", "the canvas with euros"),
    "report.flow": ("Waar het geld vandaan komt en heen gaat", "Where money comes from and goes to"),
    "report.flow.about": (
        "Euro per jaar, het middelste verloop, gemiddeld over {span}, ook na een einde; tussen haakjes waar de "
        "meeste verlopen liggen. Gestreept: in natura, dus betaald of gedaan door een ander. Middelste bedragen "
        "tellen niet precies op.",
        "Euros a year, the middle course, average over {span}, after an end too; between brackets where most "
        "courses lie. Dashed: in kind, so paid or done by somebody else. Middle amounts need not add up."),
    "report.flow.out": ("Waaraan", "To what"),
    "report.flow.rest": ("{n} kleinere samen", "{n} smaller ones together"),
    "report.flow.kind.C": ("opdracht of budget", "order or budget"),
    "report.flow.capital": ("startgeld", "money to begin with"),
    "report.flow.treasury": ("Btw en belasting", "VAT and tax"),
    "report.evidence": ("Waar de getallen op rusten", "What the numbers rest on"),
    "report.evidence.about": (
        "Hoeveel getallen een feit zijn, een bron hebben, een aanname zijn of nog open staan. Daaronder elke open"
        " vraag en elke aanname van het plan zelf, met de bandbreedte.",
        "How many numbers are a fact, have a source, are an assumption or are still open. Below it each open "
        "question and each assumption of the plan itself, with its range."),
    "report.diary": ("Wat er gebeurde", "What happened"),
    "report.diary.about": (
        "Uit één mogelijk verloop: dat wat het meest lijkt op het midden. De namen zijn verzonnen.",
        "From one possible course: the one most like the middle. The names are made up."),
    "report.validated": ("Hoe ver is dit model te vertrouwen?", "How far can this model be trusted?"),
    "report.validated.limits": (
        "Gevallen waarvan het antwoord op papier staat: {some} van de {all} kloppen.",
        "Cases whose answer stands on paper: {some} of {all} agree."),
    "report.validated.relations": (
        "Veranderingen die maar één kant op mogen werken, of niets mogen doen: {some} van de {all} kloppen.",
        "Changes that may push one way only, or must do nothing: {some} of {all} hold."),
    "report.validated.patterns": (
        "Gepubliceerde cijfers waarmee dit model niet is gemaakt: {n} vergeleken, waarvan {outside} erbuiten "
        "vallen. Die staan hieronder het eerst.",
        "Published figures that this model was not made with: {n} compared, of which {outside} fall outside. "
        "Those come first below."),
    "report.validated.about": (
        "Zo gevonden voor de modellen die bij simwijk horen, niet voor wat je zelf verandert. Opnieuw: simwijk "
        "validate.",
        "Found so for the models that come along with simwijk, not for what you change yourself. Again: simwijk "
        "validate."),
    "report.method": ("Hoe dit is berekend", "How this was reckoned"),
    "report.method.lanes": (
        "{residents} verzonnen bewoners van {place}, {span} lang, week na week. Elk plan speelt naast niets doen,"
        " met dezelfde bewoners en hetzelfde toeval: een verschil komt door het plan.",
        "{residents} made-up residents of {place}, for {span}, week after week. Each plan plays beside doing "
        "nothing, with the same residents and the same luck: a difference is due to the plan."),
    "report.method.courses": (
        "Er zijn {n} mogelijke verlopen gespeeld. Een getal is het middelste; de band is waar 8 van de 10 liggen.",
        "{n} possible courses were played. A number is the middle one; the band is where 8 of 10 lie."),
    "report.method.people": (
        "Bewoners kiezen wie hen helpt, leren mensen kennen, vinden of verliezen werk en raken moe, met kansen "
        "uit de getallen hieronder. Niemand van hen bestaat echt.",
        "Residents choose who helps them, get to know people, find or lose work and get tired, with chances from "
        "the numbers below. None of them really exists."),
    "report.method.limits": (
        "Dit is een model om mee te praten, geen voorspelling: wat niet in de getallen staat, telt niet mee.",
        "This is a model to talk with, no forecast: what is not in the numbers does not count."),
    "report.method.again": (
        "Om hetzelfde te krijgen: getal voor het geluk {luck}, simwijk {version}. Vingerafdruk: {marks}.",
        "To get the same again: number of luck {luck}, simwijk {version}. Fingerprint: {marks}."),
    "report.sources": ("Bronnen", "Sources"),
    "report.sources.about": (
        "Gepubliceerde cijfers die een getal noemt. Op het scherm leidt elk bedrag naar de getallen waar het op "
        "rust, met hun bron.",
        "Published figures that a number names. On the screen each amount leads to the numbers it rests on, with "
        "their source."),

    # the hand-out
    "handout.exists": (
        "Het bestaat na {span} nog in {n} van de {of} verlopen, met of zonder gemeentegeld.",
        "After {span} it still exists in {n} of {of} courses, with or without municipal money."),
    "handout.giving": (
        "De gemeente geeft in dit model {amount} per jaar meer dan als er niets gebeurt, vooral: {parts}.",
        "In this model the municipality gives {amount} a year more than if nothing is done, mostly: {parts}."),
    "handout.guesses": ("Zoek dit het eerst uit", "Find this out first"),
    "handout.who": ("Wie zoekt dit uit?", "Who finds this out?"),
    "handout.own": ("Waar twijfel je zelf aan?", "What do you doubt yourself?"),
    "handout.few": (
        "Met {courses} verlopen is van andere schattingen niet te zien of ze het antwoord bewegen.",
        "With {courses} courses it cannot be seen of other guesses whether they move the answer."),
    "handout.changes": ("Wat is er veranderd?", "What was changed?"),
    "handout.unchanged": ("Niets: het canvas is zoals het was.", "Nothing: the canvas is as it was."),
    "handout.model": (
        "Dit geldt in dit model, met verzonnen bewoners.",
        "This holds in this model, with made-up residents."),
    "handout.print": (
        "Open het bestand en druk het af op A3, liggend. Voor een PDF: pip install 'simwijk[pdf]'.",
        "Open the file and print it on A3, lying down. For a PDF: pip install 'simwijk[pdf]'."),
}  # fmt: skip
