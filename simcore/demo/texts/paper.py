"""The words around the A3 that goes home."""

PAPER_TEXTS = {
    "screen.print": ("Print", "Print"),
    "print.head": ("Dit gaat mee naar huis", "This goes home with you"),
    "print.waits": ("Het blad komt zodra alle verlopen zijn gespeeld: nu {n} van de {of}.",
                    "The sheet comes as soon as all courses have been played: now {n} of {of}."),
    "print.pdf": ("Bewaar als PDF (A3)", "Save as PDF (A3)"),
    "print.paper": ("Druk af", "Print"),
    "print.how": ("A3, liggend. Schrijf op de lijnen wie wat uitzoekt.",
                  "A3, lying down. Write on the lines who finds out what."),
    "print.saved": ("Bewaard: {name}", "Saved: {name}"),
}  # fmt: skip
