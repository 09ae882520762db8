"""What can be wrong with a cluster, in Dutch."""

OF_CLUSTERS = {
    "a cluster needs the package distributed: pip install 'simwijk[cluster]'":
        "voor een cluster is het pakket distributed nodig: pip install 'simwijk[cluster]'",
    "{} is no address of a cluster": "{} is geen adres van een cluster",
    "write {} on this machine, or {} with --tls FOLDER": "schrijf {} op deze computer, of {} met --tls MAP",
    "{} takes no keys": "{} werkt niet met sleutels",
    "{} is opened with keys": "{} gaat open met sleutels",
    "name their folder with --tls FOLDER; simwijk cluster keys FOLDER makes them":
        "noem hun map met --tls MAP; simwijk cluster keys MAP maakt ze",
    "{} can be reached by others": "{} is voor anderen bereikbaar",
    "whoever reaches a cluster can have anything done there, so without keys it stays on its own machine":
        "wie bij een cluster kan, kan er alles laten doen; zonder sleutels blijft het dus op de eigen computer",
    "make keys with simwijk cluster keys FOLDER, bring them to each machine, and give --tls FOLDER there; the address "
    "is then {}":
        "maak sleutels met simwijk cluster keys MAP, breng ze naar elke computer en geef daar --tls MAP; het adres is "
        "dan {}",
    "{} has no {}": "{} heeft geen {}",
    "name the folder that simwijk cluster keys FOLDER has made":
        "noem de map die simwijk cluster keys MAP heeft gemaakt",
    "every machine needs the same simwijk, plugins and files, at the same path: put them there":
        "elke computer heeft dezelfde simwijk, plugins en bestanden nodig, op hetzelfde pad: zet ze daar",
    "no cluster answers at {}; is it there, and with the same keys? simwijk cluster start begins one":
        "op {} antwoordt geen cluster; staat het aan, en met dezelfde sleutels? simwijk cluster start begint er een",
    "no worker is at the cluster {}; let one join: simwijk cluster join {}":
        "bij het cluster {} speelt niemand mee; laat een computer meedoen: simwijk cluster join {}",
    "the cluster {} is gone; what is finished is kept, and the same command goes on":
        "het cluster {} is weg; wat klaar is, is bewaard: dezelfde opdracht gaat verder",
    "{}: cannot play ({}); begin the cluster and its workers with the same version of simwijk":
        "{}: kan niet spelen ({}); start het cluster en wie meespeelt met dezelfde versie van simwijk",
    "its worker went away each time": "de computer die het speelde ging telkens weg",
    "{}; is a cluster there already? Another port goes with --port":
        "{}; staat daar al een cluster? Een andere poort gaat met --port",
    "has a {} already": "heeft al een {}",
    "who has those keys would be shut out": "wie die sleutels heeft, zou er niet meer in kunnen",
    "name another folder": "noem een andere map",
    "to make keys needs the program openssl, which comes with Git on Windows; any certificate does, as {} with its {}":
        "om sleutels te maken is het programma openssl nodig, dat op Windows met Git meekomt; elk certificaat is goed, "
        "als {} met zijn {}",
    "openssl makes no keys: {}": "openssl maakt geen sleutels: {}",
    "how many processes play is said where they begin": "hoeveel processen er spelen, zeg je waar ze starten",
    "leave --jobs out; simwijk cluster start and join have --workers":
        "laat --jobs weg; simwijk cluster start en join hebben --workers",
    "is for a cluster": "is voor een cluster",
    "give --cluster tls://HOST:8786 with it": "geef er --cluster tls://HOST:8786 bij",
}
