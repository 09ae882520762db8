"""Says and draws what experiments have found, two modules for each kind; the words stand in ``texts``."""
