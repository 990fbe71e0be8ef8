"""Links of the source: the page they lead to is the best evidence of what a name names."""

from __future__ import annotations

from dataclasses import replace

from tasks.actors import find_actors
from tasks.model.actor import ActorBook
from tasks.model.article import Link
from tasks.model.span import Span
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse


def book(text: str, **links: str) -> ActorBook:
    """Return the actors of a text in which words (underscores for blanks) are linked to pages."""
    article = read_rendered_text(f"= Test =\n\n{text}\n", source_path="case.txt")
    spans = []
    for words, page in links.items():
        start = article.text.index(words.replace("_", " "))
        spans.append(Link(Span(start, start + len(words)), page))
    return find_actors(analyse(replace(article, links=tuple(spans))), ())


def test_two_names_of_one_page_are_one_actor() -> None:
    """The page joins what no letter shares, and is kept."""
    text = "The Velmark Front attacked. Fighters of the Black Hand Army fled."
    found = book(text, Velmark_Front="Velmark Front", Black_Hand_Army="Velmark Front")
    actor = found.actors["black hand army"]
    assert actor.aliases == ("Velmark Front",)
    assert (actor.page, actor.resolution_method) == ("Velmark Front", "link")
    assert len(book(text).actors) > len(found.actors)


def test_two_pages_are_two_actors() -> None:
    """Different pages join nothing."""
    text = "The Velmark Front attacked. Fighters of the Black Hand Army fled."
    found = book(text, Velmark_Front="Velmark Front", Black_Hand_Army="Black Hand Army")
    assert {"velmark front", "black hand army"} <= set(found.actors)


def test_the_page_says_that_it_is_a_group() -> None:
    """A page "X (organisation)" makes an unknown name a body."""
    text = "He was seen near the shop of Clear Water in May."
    assert not book(text).actors
    assert "clear water" in book(text, Clear_Water="Clear Water (religious organization)").actors


def test_a_link_ends_a_name() -> None:
    """What stands behind the link is no part of the name."""
    text = "The Harbour Commando of Orland stormed the hall."
    assert "harbour commando of orland" in book(text).actors
    assert "harbour commando" in book(text, Harbour_Commando="Harbour Commando").actors


def test_a_ships_page_says_that_a_name_is_a_ships() -> None:
    """A bare name is a ship's by the page it leads to, with the state of that navy."""
    text = "The cruiser overtook Brenna at dawn and passed Sorrel. Havets sank, and Vale burned."
    found = book(text, Brenna="HMS Brenna (K12)", Havets="Danish frigate Havets (1938)", Sorrel="Sorrel")
    ships = {key: (found.actors[key].kind, found.actors[key].country_iso3) for key in ("brenna", "havets")}
    assert ships == {"brenna": ("military", "GBR"), "havets": ("military", "DNK")}
    assert "sorrel" not in found.actors


def test_a_place_and_its_land_are_a_places_page() -> None:
    """A page that is called by a place and what it is in names no actor; one of a peer does."""
    text = "Karvel said that it paid. Jan Vell said that he paid."
    places = book(text, Karvel="Karvel, New Jersey", Jan_Vell="Jan Vell, 2nd Duke of Osk")
    assert "karvel" not in places.actors
    assert "jan vell" in places.actors
