"""What can be wrong with the rules themselves, apart from what is wrong with the data."""


class SuiteError(ValueError):
    """A suite's file says something that cannot be run. The message names file and entry."""
