"""The command line: data on standard output, talk on standard error, an exit code for schedulers.

One file a group of commands.  A command's file is imported when it is asked for, so `casus --help`
loads nothing heavy.
"""

from flows.cli.main import main

__all__ = ["main"]
