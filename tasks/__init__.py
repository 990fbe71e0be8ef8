"""Everything casus does to data, as ordinary Python: one subpackage a stage.

Nothing here imports Prefect but `tasks.steps`, and nothing imports Great Expectations but
`tasks.validate.great_expectations`.  `flows` imports `tasks`, never the other way round.
"""
