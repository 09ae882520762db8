"""All that a plugin may import: hooks, nouns, and the types of its parameters."""

from simcore.files import Day, Flag, Id, Number, Problem, Quantity, Share, Text, Whole, Words
from simcore.plugin.active import Week
from simcore.plugin.hooks import VERSION, Hooks, hookimpl, plugin
from simcore.plugin.nouns import (Account, Column, Cover, Effect, Measure, Note, Order, Payment, Section, Shock, Stream,
                                  Update)
from simcore.plugin.seen import Results

__all__ = ["Account", "Column", "Cover", "Day", "Effect", "Flag", "Hooks", "Id", "Measure", "Note", "Number", "Order",
           "Payment", "Problem", "Quantity", "Results", "Section", "Share", "Shock", "Stream", "Text", "Update",
           "VERSION", "Week", "Whole", "Words", "hookimpl", "plugin"]
