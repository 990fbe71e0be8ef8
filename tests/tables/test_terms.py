"""A data package declares the terms that its articles have, and no others."""

from tasks.tables.datapackage import datapackage
from tasks.tables.terms import Terms, terms_of


def test_a_known_licence_is_declared_with_its_address() -> None:
    """As programs know it, once however many articles have it."""
    assert terms_of(["CC BY-SA 4.0", "CC BY-SA 4.0"]) == Terms(
        (
            {
                "name": "CC-BY-SA-4.0",
                "path": "https://creativecommons.org/licenses/by-sa/4.0/",
                "title": "Creative Commons Attribution-ShareAlike 4.0",
            },
        )
    )


def test_licences_of_all_articles_are_declared() -> None:
    """One in words of its own gets a name that the profile allows, and its words as the title."""
    names = [one["name"] for one in terms_of(["Own work, all rights reserved", "CC BY 2.5"]).licenses]
    assert names == ["CC-BY-2.5", "Own-work-all-rights-reserved"]


def test_nothing_is_declared_of_texts_whose_terms_nobody_told() -> None:
    """No licence stands in the package, and a sentence says why."""
    package = datapackage({}, terms_of(["unknown"]))
    assert "licenses" not in package
    assert "The terms of 1 of 1 articles are not known" in package["description"]
    assert "not known" not in datapackage({}, terms_of(["CC BY-SA 4.0"]))["description"]
