"""The models that come along: one YAML file per enterprise, its neighbourhoods and the figures they cite."""
