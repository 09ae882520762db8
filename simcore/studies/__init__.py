"""Several runs held side by side: played under the same luck, and what follows from that, as data."""
