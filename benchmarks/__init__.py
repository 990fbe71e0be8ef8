"""Programs that measure: whatever prints a figure about casus."""
