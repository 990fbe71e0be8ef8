"""Claims: who said what, in which words, and when."""

from tasks.claims.dating import date_claims
from tasks.claims.find import find_claims

__all__ = ["date_claims", "find_claims"]
