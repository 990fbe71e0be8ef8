"""Main: the article's own event, its name, days and place."""
