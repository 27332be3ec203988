"""What several tests need: stand-ins, second scorers, tables, and people who talk to the bot."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
