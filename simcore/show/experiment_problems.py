"""What can be wrong with playing an experiment, in Dutch: its folder, its processes, what it was begun with."""

OF_EXPERIMENTS = {
    "the experiments that come along are missing; install simwijk again":
        "de experimenten die meekomen ontbreken; installeer simwijk opnieuw",
    "{}: this experiment is at work here already{}; wait, or name another folder with --out":
        "{}: dit experiment is hier al bezig{}; wacht, of noem een andere map met --out",
    "{}: {}; the file cannot be read: begin anew with --fresh":
        "{}: {}; het bestand is niet te lezen: begin opnieuw met --fresh",
    "{}: {}; what is finished is kept, and the same command goes on once the disk lets it":
        "{}: {}; wat klaar is, is bewaard: dezelfde opdracht gaat verder zodra de schijf het toelaat",
    "no process can be started to play in ({}); is there memory left? A script that plays an experiment needs: "
    "if __name__ == '__main__'":
        "er kan geen proces starten om in te spelen ({}); is er nog geheugen? Een script dat een experiment speelt "
        "heeft nodig: if __name__ == '__main__'",
    "was begun with another: {}": "is begonnen met een andere: {}",
    "simwijk itself": "simwijk zelf", "the experiment file": "het experiment",
    "its file of points": "zijn bestand met punten", "neighbourhood ({})": "wijk ({})",
    "{} ({}, now {})": "{} ({}, nu {})",
    "runs of the one and of the other are no answer together":
        "verlopen van het een en het ander geven samen geen antwoord",
    "give --fresh to begin a new folder, or --out with another than {}":
        "geef --fresh om een nieuwe map te beginnen, of --out met een andere dan {}",
    "changed while the experiment was played, or is another version there":
        "is veranderd terwijl het experiment speelde, of is daar een andere versie",
    "give the same command again; it says what is another":
        "geef dezelfde opdracht nog eens; die zegt wat er anders is",
    "holds no study": "bevat geen experiment dat is gespeeld",
    "holds no study that was begun": "bevat geen experiment dat is begonnen",
    "holds no study, run or comparison": "bevat geen experiment, verloop of vergelijking",
    "name a folder that simwijk run, compare or sweep has made":
        "noem een map die simwijk run, compare of sweep heeft gemaakt",
    "name a folder that simwijk sweep has made": "noem een map die simwijk sweep heeft gemaakt",
    "{} is no part of a whole": "{} is geen deel van een geheel",
    "write 1/4, 2/4, 3/4 or 4/4": "schrijf 1/4, 2/4, 3/4 of 4/4",
    "leave it out, or play it again with the same": "laat het weg, of speel het opnieuw met hetzelfde",
    "use what it was begun with, or play it again in a new folder":
        "gebruik waar het mee begonnen is, of speel het opnieuw in een nieuwe map",
    "its runs can only be read with what they were played with":
        "de verlopen zijn alleen te lezen met waar ze mee gespeeld zijn",
    "name another folder with --out": "noem een andere map met --out",
    "was asked by {}, which is no longer there": "is gevraagd door {}, dat er niet meer is",
    "name the experiment file with --file": "noem het experiment met --file",
    "is part {} of a study, and has no answer by itself":
        "is deel {} van een experiment, en heeft alleen geen antwoord",
    "put the parts together: simwijk merge": "leg de delen bij elkaar: simwijk merge",
    "lacks courses that its answer needs: at least {}": "mist verlopen die het antwoord nodig heeft: minstens {}",
    "this command plays nothing": "deze opdracht speelt niets",
    "go on with: {}": "ga verder met: {}",
    "has another result for run {}": "heeft een ander resultaat voor verloop {}",
    "the same run gives the same on every machine": "hetzelfde verloop geeft op elke computer hetzelfde",
    "play one of both again, and report it": "speel een van beide opnieuw, en meld het",
    "has no run {}": "heeft geen spel {}",
    "take a number from the column run of {}": "neem een nummer uit de kolom run van {}",
    "has no tables yet": "heeft nog geen tabellen",
    "let simwijk sweep end first": "laat simwijk sweep eerst klaar zijn",
    "a workbook needs the package openpyxl: pip install 'simwijk[xlsx]'":
        "voor een werkmap is het pakket openpyxl nodig: pip install 'simwijk[xlsx]'",
    "{}: has more rows than a sheet of a workbook; give --parquet":
        "{}: heeft meer regels dan een blad van een werkmap; geef --parquet",
    "Parquet needs the package pyarrow: pip install 'simwijk[parquet]'":
        "voor Parquet is het pakket pyarrow nodig: pip install 'simwijk[parquet]'",
    "says nothing for an experiment": "doet niets bij een experiment",
    "write it in the experiment file, under set: or plugins:": "schrijf het in het experiment, onder set: of plugins:",
}
