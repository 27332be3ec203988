"""The kinds of faults that people meet: many wordings of each, played without a server, and counted."""
