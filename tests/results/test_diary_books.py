from datetime import date

import numpy as np

from simcore.canvas import load
from simcore.plugin import Cover, Order, hookimpl, plugin
from simcore.results.diary import Fact
from simcore.results.diary_books import Books
from simcore.run import ENTERPRISE, play


@plugin
class Hedges:
    """An order and a voucher of a partner that gives nothing else."""

    @hookimpl
    def brings(self, spec, numbers):
        yield Order(name="cut", payer="kp-corporation", service="vp-windows", times=2.0, minutes=40, price=20.0,
                    item="vp-windows", begin=date(2013, 3, 4))
        yield Cover(name="voucher", who="everyone", services=("vp-cleaning",), rate=5.0, payer="kp-corporation",
                    item="vp-cleaning")


def test_an_order_of_a_plugin_is_told_as_one_of_the_canvas_and_begins_the_term_of_who_only_orders():
    changes = ["key_partnerships.kp-corporation.share=0", "key_partnerships.kp-corporation.start_capital=0",
               "key_partnerships.kp-corporation.renew=9", "key_partnerships.kp-corporation.term=10",
               "channels.ch-street.outside=4", "key_activities.ka-recruiting.recruiting.join=0.8"]
    spec = load("haarlems_gemak", changes)
    outcome = play(spec, replications=1, weeks=40, residents=600, plugins=[("hedges", Hedges())], lanes=(ENTERPRISE,))
    lane = outcome.lanes[ENTERPRISE]
    books = Books(outcome, 0, [(week, kind, str(item), {}) for week, kind, item, _ in lane.events])
    owed = lane.stream("hedges.cut")[:, 0]
    first = int(np.flatnonzero(owed)[0])
    assert lane.stream("hedges.vp-cleaning").any() and first >= 8
    assert [*books.orders()] == [
        Fact(first, "order_begins", "kp-corporation", None, int(owed[first]), "order", {"of": "vp-windows"})]
    assert books.bound("kp-corporation") == first
    assert [one.week for one in books.facts() if (one.kind, one.item) == ("renews", "kp-corporation")][0] == first + 9
