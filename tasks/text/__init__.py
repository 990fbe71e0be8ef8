"""Text: an article's canonical text as paragraphs, sentences, tokens and quotations."""

from tasks.text.analyse import analyse

__all__ = ["analyse"]
