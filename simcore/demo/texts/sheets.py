"""The words of the sheets on the tables that are not on the page as well. A part of the word list."""

SHEET_TEXTS = {
    "table": ("Tafel", "Table"),
    "residents": ("Een bewoner voor iedereen", "A resident for each of you"),
    "residents.about": (
        "Knip uit: voor iedereen één. Bewoners en namen zijn verzonnen. Tel op het scherm rijen van boven en stippen "
        "van links.",
        "Cut out: one for each person. Residents and names are made up. Count rows on the screen from the top, dots "
        "from the left."),
    "dot": ("Op het scherm: rij {row}, stip {dot}.", "On the screen: row {row}, dot {dot}."),
    "helps": ("Wat zou deze bewoner helpen?", "What would help this resident?"),
    "cards.about": ("Knip de kaarten uit: één per tafel. Eerst raden, dan spelen.",
                           "Cut the cards out: one for each table. Guess first, then play."),
    "guess": ("Wat denken jullie? Omcirkel het.", "What do you think? Circle it."),
    "bets.about": (
        "Jullie hebben tien fiches, voor alle vragen samen. Leg ze waar jullie denken dat het uitkomt.",
        "You have ten chips, for all questions together. Lay them where you think it ends."),
    "stress.about": (
        "Wat doet elke schok met elk blok? Zet ▲ voor beter, ▼ voor slechter, ≈ voor geen verschil. Daarna komt het "
        "scherm.",
        "What does each shock do to each block? Put ▲ for better, ▼ for worse, ≈ for no difference. After that comes "
        "the screen."),
    "plan_b": ("Plan B", "Plan B"),
    "plan_b.about": (
        "Wat veranderen jullie aan het plan? Een briefje uit, een briefje erbij, of een ander getal. Eén per regel.",
        "What do you change in the plan? A note off, a note added, or another number. One on each line."),
    "plan_b.note": ("Welk briefje?", "Which note?"),
    "plan_b.what": ("Uit, erbij, of welk getal?", "Off, added, or which number?"),
    "plan_b.why": ("Wat verwachten jullie?", "What do you expect?"),
    "plan_b.sure": ("Hoe weten jullie dat?", "How do you know?"),
    "kinds": ("Deze briefjes kunnen erbij", "These notes can be added"),
    "made": ("{file}: {size}, {copies}", "{file}: {size}, {copies}"),
    "copies.table": ("één per tafel", "one for each table"),
    "copies.once": ("één keer, om uit te knippen", "once, to cut out"),
    "print": (
        "Open elk bestand en druk het af op het papier dat erbij staat. Voor PDF: pip install 'simwijk[pdf]'.",
        "Open each file and print it on the paper that stands with it. For PDF: pip install 'simwijk[pdf]'."),
}  # fmt: skip
