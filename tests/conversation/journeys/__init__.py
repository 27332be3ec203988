"""Twenty-five journeys, played from the first word to all that the person came for."""
