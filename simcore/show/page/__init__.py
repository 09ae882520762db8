"""The page of a comparison: one file of HTML with everything in it, in Dutch and in English."""
