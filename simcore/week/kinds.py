"""The kinds of occasion in a week: a need each, then what befalls people, then what an enterprise brings to them."""

# After the needs.
ILLNESS, RECOVERY, LEAVING, WORK, OTHER, ENTRY = range(6)
LIVES = 6
LIFE_NAMES = ["illness", "illness", "leaving", "work", "other", "entry"]    # recovery: luck of illness

# After those, for each enterprise.
JOIN, HEAR, EVENT = range(3)
PER_ENTERPRISE = 3
ENTERPRISE_NAMES = ["join", "hear", "event"]
