"""Files that a person can keep."""
