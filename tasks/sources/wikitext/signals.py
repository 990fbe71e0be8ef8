"""Characters that stand for structure while markup is turned into text.

They are control characters, which no canonical text has (`tasks.sources.decode`), so that they cannot
be confused with what an article says. None of them is left in the end.
"""

from __future__ import annotations

DROPPED = "\x01"  # something that a reader does not see stood here
LINE = "\x02"  # a line break within a paragraph or a value
ITEM = "\x03"  # an item of a list begins
BLOCK = "\x04"  # a paragraph ends
COMMENT = "\x05"  # a comment stood here
INDENT = "\x06"  # an indented line begins
ALL = DROPPED + LINE + ITEM + BLOCK + COMMENT + INDENT
