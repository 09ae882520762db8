"""The plugins that come along: one file each, found by name, active only where a model asks for it."""
