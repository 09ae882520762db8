"""Who lives here and who knows whom: rows of agents, synthetic people, their ties and their renewal."""
