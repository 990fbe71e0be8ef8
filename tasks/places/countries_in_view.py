"""The countries that an article speaks of, as what places are looked for in."""

from __future__ import annotations

from dataclasses import dataclass, field

from tasks.places.countries_and_regions import Country


@dataclass(frozen=True, slots=True)
class CountryContext:
    """The countries that an article speaks of.

    Attributes:
        located: those that something is said to be in ("in Iraq", "Kut, Iraq"), the most frequent first.
        named: those whose names it uses, the most frequent first.
        implied: those whose adjectives it uses, the most frequent first.
        titled: the one whose coup or uprising the title names.
        foremost: the one that it speaks of far more than of any other.
        scattered: whether what it locates is in several countries, none of which stands out.
        is_bare: whether a place of which nothing tells the country is in none, wherever the article is set.
        every: all of them once: those that it locates something in, then named and implied ones.
    """

    located: tuple[Country, ...] = ()
    named: tuple[Country, ...] = ()
    implied: tuple[Country, ...] = ()
    titled: Country | None = None
    foremost: Country | None = None
    scattered: bool = False
    is_bare: bool = False
    every: tuple[Country, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put all together once: each place of the article is looked for in them."""
        every = tuple(dict.fromkeys(self.located + self.named + self.implied))
        object.__setattr__(self, "every", every)

    @property
    def setting(self) -> Country | None:
        """The country that the article is set in: of its title, of most locations, its only or foremost.

        A state of history that is only spoken of fought there; in which of its lands nothing tells.
        """
        if self.is_bare:
            return None
        if self.titled is not None:
            return self.titled
        if self.located and not self.scattered:
            return self.located[0]
        guessed = self.every[0] if len(self.every) == 1 else self.foremost
        return guessed if guessed is not None and guessed.iso3 is not None else None
