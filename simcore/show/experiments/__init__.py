"""Says and draws what experiments have found, a module for each kind; the words stand in experiment_texts.py."""
