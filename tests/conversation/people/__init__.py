"""Twenty-four people with a story and a temper, who try the assistant."""
