"""The experiments that come along: YAML files that vary the models."""
