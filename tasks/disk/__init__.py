"""The disk: files that are there whole or not at all, and what the operating system refuses."""
