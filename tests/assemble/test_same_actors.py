"""The row of an actor that several articles name: its name, and how its names came together."""

from typing import Any

from tasks.assemble.same_actors import actor_ids, merged_rows


def _row(article: str, key: str, name: str) -> dict[str, Any]:
    return {
        "id": "a1", "whole": None, "actor_id": f"{article}|{key}", "key": "united nations", "name": name,
        "actor_kind": "international", "inter": 8, "country_iso3": None, "aliases": [], "position": None,
        "wikidata_id": None, "page_title": None, "resolution_method": "exact", "n_mentions": 1,
    }  # fmt: skip


def test_names_of_two_articles_that_a_list_joins() -> None:
    """The fuller name is the actor's, the other its alias, and the method says what joined them."""
    [merged] = merged_rows([_row("x", "un", "UN"), _row("y", "united nations", "United Nations")])
    assert (merged["name"], merged["aliases"]) == ("United Nations", ["UN"])
    assert (merged["resolution_method"], merged["n_articles"]) == ("exact+known_name", 2)


def test_one_name_of_two_articles() -> None:
    """The name that both use needs no list."""
    [merged] = merged_rows([_row("x", "un", "UN"), _row("y", "un", "UN")])
    assert merged["resolution_method"] == "exact+same_name"


def test_a_states_forces_of_two_articles() -> None:
    """The method says that they are one as a state's forces."""
    rows = [_row("x", "norland troops", "Norland troops"), _row("y", "norland forces", "Norland forces")]
    [merged] = merged_rows([{**row, "key": "armed forces of norland"} for row in rows])
    assert merged["resolution_method"] == "exact+states_forces"


def test_what_many_states_have_stays_with_its_article() -> None:
    """Two articles' "Ministry of Defence" are two actors, unless both are said to be one state's."""
    row = {**_row("x", "ministry of defence", "Ministry of Defence"), "actor_kind": "government"}
    row["key"] = "ministry of defence"
    other = {**row, "actor_id": "y|ministry of defence"}
    assert len(set(actor_ids([row, other], {}))) == 2
    owned = [{**r, "country_iso3": "DNK"} for r in (row, other)]
    assert len(set(actor_ids(owned, {}))) == 1


def test_a_states_body_of_two_articles() -> None:
    """The method says that two ways to write it name one state's body."""
    rows = [
        _row("x", "danish defence ministry", "Danish Defence Ministry"),
        _row("y", "b", "Defence Ministry of Denmark"),
    ]
    [merged] = merged_rows([{**row, "key": "body of denmark defense ministry"} for row in rows])
    assert merged["resolution_method"] == "demonym+exact"
