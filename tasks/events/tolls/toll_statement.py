"""A statement of a toll: one number (or a range, or a bound) of one population, and what is said of it."""

from __future__ import annotations

from tasks.model.article import INFOBOX, LEAD
from tasks.model.event import Population
from tasks.model.value import value


@value(frozen=True, slots=True)
class Statement:
    """One number for one toll.

    Attributes:
        low, high: smallest and largest number that it states; a bound counts as its number.
        figure: the index of its only figure; None for a sum.
        is_head: stated in infobox or lead.
        is_partial: says itself that it is not the whole ("on the spot", "first reports").
        is_update: replaces earlier ones ("rose to", "updated to").
        is_attributed: somebody is quoted for it.
        is_least: "at least" so many, or bodies received, which disputes no higher number.
        is_total: says that it is the whole ("the death toll came to", "in total").
        is_hearsay: somebody tells it who does not count: "he told me that".
        is_local: says where in the event: "16 people died in Osk".
        is_national: counts people of one country: "six Norland nationals", "seven more" behind them.
        is_own: counts what a party says that it lost itself: "four of its men".
        is_ranked: counts people of some rank alone: "two senior commanders".
        loser: whose loss it is, where the text says so: "the Greeks lost".
    """

    low: int
    high: int
    population: Population
    figure: int | None
    section: str
    position: int
    is_exact: bool = False
    is_partial: bool = False
    is_update: bool = False
    is_attributed: bool = False
    is_least: bool = False
    is_total: bool = False
    is_hearsay: bool = False
    is_local: bool = False
    is_national: bool = False
    is_own: bool = False
    is_ranked: bool = False
    loser: str | None = None

    @property
    def is_head(self) -> bool:
        """Whether infobox or lead states it."""
        return self.section in (INFOBOX, LEAD)
