"""All that a plugin may import: hooks, nouns, the types of its parameters, and what many of them need."""

from simcore.calendar import WEEKS_A_QUARTER, WEEKS_A_YEAR
from simcore.files import Day, Flag, Id, Number, Problem, Quantity, Share, Text, Whole, Words
from simcore.plugin.helping import cents, each_once, ends_after, no_help, unknown, weekly
from simcore.plugin.holidays import in_school_holidays, in_summer_holidays
from simcore.plugin.hooks import VERSION, Hooks, hookimpl, plugin
from simcore.plugin.names import helped
from simcore.plugin.nouns import (Account, Column, Cover, Effect, Measure, Note, Order, Payment, Section, Shock, Stream,
                                  Update)
from simcore.plugin.seen import Results
from simcore.plugin.week import Week

__all__ = ["Account", "Column", "Cover", "Day", "Effect", "Flag", "Hooks", "Id", "Measure", "Note", "Number", "Order",
           "Payment", "Problem", "Quantity", "Results", "Section", "Share", "Shock", "Stream", "Text", "Update",
           "VERSION", "WEEKS_A_QUARTER", "WEEKS_A_YEAR", "Week", "Whole", "Words", "cents", "each_once", "ends_after",
           "helped", "hookimpl", "in_school_holidays", "in_summer_holidays", "no_help", "plugin", "unknown", "weekly"]
