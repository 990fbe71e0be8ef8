"""Nouns for sites, by what reads them."""

from tasks.lexicons.site_nouns import attacked_nouns, is_attacked_noun, is_attacked_pair, place_nouns


def test_a_noun_is_declared_once_for_places_and_targets() -> None:
    """A hotel is where something happened and what was attacked, a street only where, a café only what."""
    assert "hotel" in place_nouns() and "hotel" in attacked_nouns()
    assert "street" in place_nouns() and "street" not in attacked_nouns()
    assert "café" not in place_nouns() and "café" in attacked_nouns()


def test_units_of_a_country_are_attacked_by_name_only() -> None:
    """A province designates; it is no building."""
    assert place_nouns()["province"] == "adm_1"
    assert not is_attacked_noun("province")


def test_plurals_are_read_as_their_singulars() -> None:
    """Lists hold singulars alone."""
    assert is_attacked_noun("abattoirs") and is_attacked_noun("churches") and is_attacked_noun("embassies")
    assert is_attacked_pair("apartment", "blocks") and is_attacked_pair("defence", "ministries")


def test_a_second_word_needs_its_first() -> None:
    """A block, a rig or an exchange alone may be anything."""
    assert is_attacked_pair("oil", "rig")
    assert not is_attacked_noun("rig") and not is_attacked_pair("tax", "rig")
