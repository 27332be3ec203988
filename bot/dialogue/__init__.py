"""The intake: which question comes next and what a message answers. Pure: no Rasa, no database."""
