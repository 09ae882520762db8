"""What goes home on paper: the canvas as a file, and the A3 hand-out; set by Typst, or by the browser."""
