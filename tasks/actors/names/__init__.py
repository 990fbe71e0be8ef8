"""Names: how names are written: capitals, numbers, acronyms, titles and offices, their bounds."""
