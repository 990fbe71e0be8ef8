"""Markup to the parser's tree, and where its parts stand: fast, and no dearer than told before.

Cases in tests/cases: wikitext.txt, infobox_values.txt.
"""
