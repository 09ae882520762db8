"""Models in which a plugin has much to act on: many hear of the enterprise, and many take part."""

from functools import cache

from simcore.canvas import Spec, load

# Changes of the small model.
BUSY = "channels.ch-street.outside=8", "key_activities.ka-guidance.recruiting.join=0.9"
FULL = ("key_activities.ka-guidance.recruiting.join=0.95", "neighbourhood.people.benefit_share=0.4",
        "key_partnerships.kp-municipality.start_capital=40000")

# Changes of Haarlems Gemak.
JOINED = "key_activities.ka-recruiting.recruiting.join=0.9"
KNOWN_FACE = "customer_relationships.cr-known-face.bond.appeal=3"


@cache
def haarlem(*changes: str) -> Spec:
    """Haarlems Gemak with many customers, and these changes."""
    return load("haarlems_gemak", ("channels.ch-street.outside=8", JOINED, *changes))


@cache
def bingo() -> Spec:
    """Bingo every week from the first on; residents run the centre from the start, as no plugin says otherwise."""
    return load("wijkonderneming", ("simwijk.goals.support=0.01", "key_activities.ka-fair.gathering.first=1",
                                    "key_activities.ka-bingo.gathering.first=2",
                                    "key_activities.ka-bingo.gathering.every=1"))
