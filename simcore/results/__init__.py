"""From an outcome to an answer: indicators with their bands, a folder of files, and the proof that they agree."""
