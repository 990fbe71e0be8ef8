"""Dumps: MediaWiki's XML exports of any size, in any packing, to the articles in them."""

from tasks.sources.dump.options import DumpOptions
from tasks.sources.dump.position import Progress, watch_dump
from tasks.sources.dump.read import find_pages, read_dump
from tasks.sources.dump.unread_page import UnreadPage

__all__ = ["DumpOptions", "Progress", "UnreadPage", "find_pages", "read_dump", "watch_dump"]
