"""What runs as a process, and what keeps it running."""
