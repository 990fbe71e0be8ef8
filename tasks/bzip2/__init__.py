"""bzip2 files cut into parts that processes decompress and search for pages side by side.

Imports nothing but Python's own library: each of those processes starts in a moment and stays small.
"""
