"""Who takes part in an event: what the rules for parties, fights and evidence find, brought together."""
