"""The files that stand on a stick."""
