"""A plugin of a user: a service is shut for some weeks, and the diary gets a note."""

import numpy as np

from simcore.plugin import Effect, Note, Text, hookimpl, plugin


@plugin
class Shut:
    """Shuts one service from week 20 to 24."""

    service: Text = "vp-cleaning"

    @hookimpl
    def plan(self, week):
        """The service is closed."""
        if 20 <= week.number < 25:
            yield Effect(target=f"open.{self.service}", set=0.0, because="a burst pipe")

    @hookimpl
    def settle(self, week):
        """It is written down."""
        if week.number == 20:
            yield Note(where=np.ones_like(week.alive), dutch="De waterleiding is stuk.", english="A burst pipe.",
                       item=self.service)
