"""What is said of clusters: (Dutch, English)."""

CLUSTER_TEXTS = {
    "cluster.there": ("Het cluster staat op {address}. Processen die hier spelen: {n}.",
                      "The cluster is at {address}. Processes that play here: {n}."),
    "cluster.give": ("Geef het een experiment, op deze computer of een andere: {command}",
                     "Give it an experiment, on this machine or another: {command}"),
    "cluster.join": ("Laat meer processen meespelen: {command}", "Let more processes play along: {command}"),
    "cluster.joined": ("Processen die hier spelen voor het cluster op {address}: {n}.",
                       "Processes that play here for the cluster at {address}: {n}."),
    "cluster.stop": ("Stop met Ctrl-C.", "Stop with Ctrl-C."),
    "cluster.ended": ("Het cluster is gestopt.", "The cluster has stopped."),
    "cluster.left": ("Deze computer speelt niet meer mee.", "This machine does not play along any more."),
    "cluster.keys": (
        "De sleutels staan in {folder}. Wie ze heeft, mag in het cluster en kan er alles laten doen: breng ze alleen "
        "naar de computers die meedoen, en geef daar --tls met die map.",
        "The keys are in {folder}. Who has them may come into the cluster and can have anything done there: bring them "
        "only to the machines that take part, and give --tls with that folder there."),
}
