"""For whoever runs the assistant: the log, the audit trail, the figures, and the off switch."""
