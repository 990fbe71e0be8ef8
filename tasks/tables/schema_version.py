"""The version of the tables' columns and meanings: in every row of articles and in every file."""

# Raise the first number when a column is renamed, dropped or changes its meaning, the second when
# one is added.
SCHEMA_VERSION = "1.0"
