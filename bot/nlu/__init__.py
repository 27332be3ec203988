"""Ears: what a message says (facts) and what it wants (intent)."""
