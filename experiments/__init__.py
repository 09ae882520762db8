"""Experiments that come along: files that each hold a question about the models."""
