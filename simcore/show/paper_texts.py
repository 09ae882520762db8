"""What the report and the paper say, in Dutch and in English. A part of the one word list (texts.py)."""

PAPER = {
    "paper.written": ("Geschreven: {file}", "Written: {file}"),
}  # fmt: skip
