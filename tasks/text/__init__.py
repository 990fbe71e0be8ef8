"""Text: an article's canonical text as paragraphs, sentences, tokens and quotations.

Cases in tests/cases: sentences.txt, tokens.txt, quotations.txt, residue.txt.
"""

from tasks.text.analyse import analyse

__all__ = ["analyse"]
