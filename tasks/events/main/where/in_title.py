"""Whether an article's title names a place, or the region that it lies in."""

from __future__ import annotations

from functools import lru_cache

from tasks.places import PlacePhrase
from tasks.places.folded_place_names import fold


@lru_cache(maxsize=20_000)
def title_key(words: str) -> str:
    """Return words as titles and names of places are compared: folded, with single blanks."""
    return " ".join(filter(None, map(fold, words.split())))


def is_in_title(phrase: PlacePhrase, title: str) -> bool:
    """Whether a folded title has one of a phrase's names, but a country's."""
    return any(n.part != "country" and _named_in(n.text, title) for n in phrase.names)


def is_in_titled_region(phrase: PlacePhrase, title: str) -> bool:
    """Whether a place lies in the region whose seat the title names: "Osk, Hale Province", "Hale raid"."""
    is_town = phrase.names[0].part is None
    return is_town and any(
        n.part in ("adm_1", "adm_2") and " " in n.text and _named_in(n.text.rpartition(" ")[0], title)
        for n in phrase.names[1:]
    )


@lru_cache(maxsize=4096)  # the names of one article are asked for several times
def _named_in(name: str, title: str) -> bool:
    """Whether the title has a name, or its first two words ("X Y Industrial")."""
    key, whole = title_key(name), f" {title} "
    words = key.split()
    return f" {key} " in whole or (len(words) > 2 and f" {words[0]} {words[1]} " in whole)
