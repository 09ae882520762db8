"""The words of ``simwijk stick``, on the screen and in leesmij.txt: Dutch and English."""

STICK_TEXTS = {
    "fetching": ("Pakketten halen", "Fetching packages"),
    "playing": ("Plan B spelen", "Playing plan B"),
    "system.windows.x86_64": ("Windows", "Windows"),
    "system.mac.arm64": ("Mac met Apple-chip (M1 en later)", "Mac with an Apple chip (M1 and later)"),
    "system.mac.x86_64": ("Mac met Intel-chip", "Mac with an Intel chip"),
    "system.linux.x86_64": ("Linux", "Linux"),
    "with": ("{system}, met Python {pythons}", "{system}, with Python {pythons}"),
    "or": (" of ", " or "),
    "without": ("Niet voor {what}: {why}.", "Not for {what}: {why}."),
    "why.package": ("het pakket {package} is er daarvoor niet", "there is no package {package} for it"),
    "why.network": ("het netwerk gaf geen antwoord; probeer het later nog eens",
                    "the network did not answer; try again later"),
    "filled": ("De map {folder} is klaar ({size} MB). Zet hem op een USB-stick.",
               "The folder {folder} is ready ({size} MB). Put it on a USB stick."),
    "for": ("Om te installeren zonder internet:", "To install without internet:"),
    "page.made": ("Plan B (plan_b.html) is klein: {courses} mogelijke verlopen, {residents} bewoners. Wilt u meer? "
                  "Bewaar in simwijk demo een pagina (scherm Bewaren) en geef dat bestand met --page.",
                  "Plan B (plan_b.html) is small: {courses} possible courses, {residents} residents. Want more? "
                  "Save a page in simwijk demo (screen Save) and give that file with --page."),
    "page.given": ("Plan B (plan_b.html) is de pagina die u gaf: {courses} mogelijke verlopen.",
                   "Plan B (plan_b.html) is the page you gave: {courses} possible courses."),
    "page.small": ("Het is een kleine: {courses} mogelijke verlopen, met {residents} bewoners.",
                   "It is a small one: {courses} possible courses, with {residents} residents."),
    "page.own": ("Het speelt {courses} mogelijke verlopen.", "It plays {courses} possible courses."),
    "answers.all": ("Alle {of} antwoorden van simwijk demo --prepare gaan mee. Op een andere computer staan ze er "
                    "meteen, als die Python {python} heeft.",
                    "All {of} answers of simwijk demo --prepare go along. On another computer they are there at once, "
                    "if it has Python {python}."),
    "answers.some": ("{n} van de {of} antwoorden gaan mee. De andere speelt de computer in de zaal. Wilt u dat niet? "
                     "Doe eerst simwijk demo --prepare, en dan deze opdracht nog eens.",
                     "{n} of {of} answers go along. The computer in the room plays the others. Rather not? First do "
                     "simwijk demo --prepare, then this command again."),
    "answers.best": ("Het liefst {best}: dan staan {n} van de {of} antwoorden er meteen.",
                     "Best is {best}: then {n} of {of} answers are there at once."),
    "tried": ("Geprobeerd op Linux. Windows en Mac niet: probeer het thuis op de laptop die u meeneemt, met wifi uit.",
              "Tried on Linux. Windows and Mac were not: try it at home on the laptop you bring, with wifi off."),
    "first": ("Begin op die computer met leesmij.txt.", "On that computer, begin with leesmij.txt."),
    "python": ("Zet hier het installatiebestand van Python {best} (64 bits), van www.python.org/downloads.\n"
               "Voor Windows een bestand dat eindigt op .exe, voor Mac een dat eindigt op .pkg.\n",
               "Put the installer of Python {best} (64 bits) here, from www.python.org/downloads.\n"
               "For Windows a file that ends in .exe, for Mac one that ends in .pkg.\n"),
}


def said(lang: str, key: str, **parts: object) -> str:
    """One of the words, in "nl" or "en"."""
    return STICK_TEXTS[key][lang == "en"].format(**parts)
