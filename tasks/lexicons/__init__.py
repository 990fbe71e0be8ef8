"""Word lists and code lists: CSV files in `data/`, each with a schema beside it, and their strict loader."""
