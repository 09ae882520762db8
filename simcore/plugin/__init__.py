"""All that a plugin may import: hooks, nouns, and the types of its parameters."""

from simcore.files import Day, Flag, Id, Number, Problem, Quantity, Share, Text, Whole, Words
from simcore.plugin.hooks import Hooks, hookimpl, plugin
from simcore.plugin.nouns import Account, Column, Cover, Effect, Note, Payment, Shock, Stream, Update

__all__ = ["Account", "Column", "Cover", "Day", "Effect", "Flag", "Hooks", "Id", "Note", "Number", "Payment",
           "Problem", "Quantity", "Share", "Shock", "Stream", "Text", "Update", "Whole", "Words", "hookimpl", "plugin"]
