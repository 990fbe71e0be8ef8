"""bzip2 files cut into parts that processes decompress and search for pages side by side.

Imports nothing but Python's own library, and rapidgzip where lbzip2 is missing: each process starts
in a moment and stays small.
"""
