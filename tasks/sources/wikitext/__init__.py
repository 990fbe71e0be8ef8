"""Wikitext: a page's markup to an `Article` in the rendered form, within bounds of time and memory.

Cases in tests/cases: wikitext.txt (markup), infobox_values.txt (boxes in tests/cases/infoboxes).
"""

from tasks.sources.wikitext.offsets import markup_offset
from tasks.sources.wikitext.read import read_wikitext, read_wikitext_file

__all__ = ["markup_offset", "read_wikitext", "read_wikitext_file"]
