"""Claims: who said what, in which words, and when.

Cases in tests/cases: claims.txt, claims_published.txt, claims_in_reports.txt, claims_types.txt,
claims_of_war.txt, claims_at_sea.txt, claims_plain_said.txt, claims_wrongs.txt,
claims_traps.txt (what is none), claims_dates.txt.
"""

from tasks.claims.dating import date_claims
from tasks.claims.find import find_claims

__all__ = ["date_claims", "find_claims"]
