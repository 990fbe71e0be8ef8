"""Whether an article's title names a place, or the region that it lies in, or a person, who is no place."""

from __future__ import annotations

from functools import lru_cache

from tasks.actors.context.whose_life import whose_life
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.places import PlacePhrase
from tasks.places.folded_place_names import fold

_OF_PERSON = late_pattern(
    rf"(?:(?:\d{{4}}|[Ff]atal|[Pp]olice) )*(?i:{deed('person')}|deaths?) of "
    r"(?P<whom>[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|bin|ibn|al-\w+|and))+)"
)


@lru_cache(maxsize=20_000)
def title_key(words: str) -> str:
    """Return words as titles and names of places are compared: folded, with single blanks."""
    return " ".join(filter(None, map(fold, words.split())))


def is_in_title(phrase: PlacePhrase, title: str) -> bool:
    """Whether a folded title has one of a phrase's names, but a country's."""
    return any(n.part != "country" and _named_in(n.text, title) for n in phrase.names)


def is_own_name(phrase: PlacePhrase, title: str) -> bool:
    """Whether a folded title is, but for a year or a bracket, what a phrase names: "during the Long Fear"."""
    key, own = title_key(phrase.names[0].text), title.removeprefix("the ")
    if not (" " in key or "-" in key):
        return False
    return own == key or own.startswith((f"{key} of ", f"{key} in ", f"{key} ("))


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


def titled_person(document: Document) -> str | None:
    """Return the person whom the title names: "Shooting of Jan Mann", or whose life the article tells."""
    person = _OF_PERSON.fullmatch(document.article.title)
    if person is not None:
        return person["whom"]
    life = whose_life(document)
    return None if life is None else life.name.of(document.text)
