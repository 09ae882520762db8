"""The canvas, live: what a room sees and turns at a canvas session, played as it is asked."""
