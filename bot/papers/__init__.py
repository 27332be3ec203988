"""Files that a person can keep."""

KINDS = ("dossier", "calendar", "profile")
"""What can be made; :mod:`bot.papers.papers` makes it, and takes a second to load."""
