"""Everything that imports Rasa, apart from the channels."""
