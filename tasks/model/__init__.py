"""The values that stages hand to each other: frozen dataclasses, no behaviour beyond their own facts.

Offsets count Unicode code points of `Article.text`, half open.  A stage never changes a value that
it was given; it returns new ones.  Nothing here reads files or knows about tables.
"""
