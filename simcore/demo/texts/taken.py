"""The words of what is taken from a screen: its numbers, its picture; and of another draw of luck."""

TAKEN_TEXTS = {
    "draw": ("worp {n}", "draw {n}"), "draw.new": ("Nieuwe worp", "New draw"), "draw.first": ("Worp 1", "Draw 1"),
    "taken.csv": ("Bewaar de getallen van dit scherm (CSV)", "Save the numbers of this screen (CSV)"),
    "taken.png": ("Bewaar dit scherm als plaatje (PNG)", "Save this screen as a picture (PNG)"),
    "taken.plan": ("plan", "plan"), "taken.line": ("lijn", "line"), "taken.week": ("week", "week"),
    "taken.low": ("van", "from"), "taken.middle": ("midden", "middle"), "taken.high": ("tot", "to"),
    "taken.courses": ("verlopen", "courses"),
}
