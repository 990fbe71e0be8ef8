"""The rendered form: title, infobox and sections with their offsets, and what is refused."""

import pytest

from tasks.sources import InputError
from tasks.sources.origin import Origin
from tasks.sources.rendered_text import read_rendered_text

TEXT = """= Raid on Novigrad =

Raid on Novigrad
- Executed By: Coast Guard: Second Flotilla
- Casualties1: 12 killed
- Timezone: |time-end= |time-begin=
- Weather: fog
- Weapon:

The raid began at dawn.

== Aftermath ==
It failed.

=== Press ===
Nobody wrote of it.
"""


def test_title_and_identity() -> None:
    """The article's id is its wiki and its title with underscores."""
    article = read_rendered_text(TEXT, source_path="raid.txt")
    assert (article.article_id, article.title) == ("enwiki:Raid_on_Novigrad", "Raid on Novigrad")
    assert (article.source_format, article.source_path, article.text) == ("text", "raid.txt", TEXT)


def test_infobox_fields_keep_key_value_and_place() -> None:
    """A value may hold colons and may be empty; its span gives exactly the value."""
    article = read_rendered_text(TEXT, source_path="raid.txt")
    assert article.infobox_name == "Raid on Novigrad"
    assert [(one.key, one.name, one.value) for one in article.infobox] == [
        ("Executed By", "perpetrator", "Coast Guard: Second Flotilla"),
        ("Casualties1", "casualties_1", "12 killed"),
        ("Timezone", "timezone", "|time-end= |time-begin="),
        ("Weather", None, "fog"),
        ("Weapon", "weapon", ""),
    ]
    assert all(one.span.of(TEXT) == one.value == one.raw for one in article.infobox)


def test_sections_in_text_order() -> None:
    """Infobox, lead, then one a heading; a section's span leaves its heading and subsections out."""
    article = read_rendered_text(TEXT, source_path="raid.txt")
    assert [(one.heading, one.level, one.span.of(TEXT).strip()[-9:]) for one in article.sections] == [
        ("infobox", 1, "- Weapon:"),
        ("lead", 1, " at dawn."),
        ("Aftermath", 2, "t failed."),
        ("Press", 3, "te of it."),
    ]


def test_unknown_key_and_residue_are_logged_and_kept() -> None:
    """An unknown key is an info, left-over markup a warning; both name field and value."""
    issues = read_rendered_text(TEXT, source_path="raid.txt").issues
    assert [(one.code, one.severity, one.place, one.value) for one in issues] == [
        ("template_residue", "warning", "infobox Timezone", "|time-end= |time-begin="),
        ("unknown_infobox_key", "info", "infobox Weather", "fog"),
        ("no_origin_record", "info", "file", "raid.txt"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The raid failed.\n- Dead: two men\n",
        "There were three groups:\n- North: the first\n",
        f"{'A long line of prose without a stop ' * 4}\n- North: the first\n",
        "Lead.\n\n- North: the first\n",
        "== Groups ==\n- North: the first\n",
    ],
)
def test_a_list_in_the_prose_is_no_infobox(body: str) -> None:
    """Only a name without a stop, directly before its fields, makes an infobox."""
    article = read_rendered_text(f"= A =\n\n{body}", source_path="a.txt")
    assert article.infobox == ()
    assert "infobox" not in {one.heading for one in article.sections}


def test_infobox_without_name_and_lead() -> None:
    """Fields directly after the title are an infobox, and may be all there is."""
    article = read_rendered_text("= A =\n- Date: 3 May 1944", source_path="a.txt")
    assert article.infobox_name is None
    assert [one.value for one in article.infobox] == ["3 May 1944"]


def test_without_origin_nothing_is_invented() -> None:
    """No origin record: no address, unknown licence, and no time of retrieval."""
    article = read_rendered_text(TEXT, source_path="raid.txt")
    assert (article.language, article.url, article.license, article.attribution) == (
        "en",
        None,
        "unknown",
        "unknown",
    )
    assert article.retrieved_at is None


def test_origin_gives_terms_and_wiki() -> None:
    """Terms, address and language are the origin record's."""
    origin = Origin("Raid on Novigrad", "https://x.example/w", "hr", "CC BY 4.0", "Ana", "0", 1, "typed")
    article = read_rendered_text(TEXT, source_path="raid.txt", origin=origin)
    assert article.article_id == "hrwiki:Raid_on_Novigrad"
    assert (article.url, article.license, article.attribution) == ("https://x.example/w", "CC BY 4.0", "Ana")
    assert "no_origin_record" not in {issue.code for issue in article.issues}


def test_caption_taken_for_a_heading_starts_no_section() -> None:
    """`== in 1999]] ==` is the rest of an image's caption; the section goes on."""
    text = "= A =\nLead.\n\n== Fight ==\nOne.\n\n== in 1999]] ==\nTwo.\n\n== ]] ==\nThree.\n"
    article = read_rendered_text(text, source_path="a.txt")
    assert [one.heading for one in article.sections] == ["lead", "Fight"]
    assert "Three." in article.sections[1].span.of(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("No title here.\n", r"a\.txt: line 1: no title.*No title here\."),
        ("== Heading ==\nText.\n", "a.txt: line 1: no title"),
        ("==\nText.\n", "no title"),
        ("\n\n", "no title"),
        ("= =\nText.\n", "no title"),
        ("= A [[b]] =\nText.\n", "a title that no page can have"),
        (f"= {'x' * 256} =\nText.\n", "a title that no page can have"),
        ("= Title =\n", "no text after the title.*Title"),
        ("= Title =\n\n== Heading ==\n\n", "no text after the title"),
        ("= Title =", "no text after the title"),
    ],
)
def test_refuses_with_a_plain_message(text: str, message: str) -> None:
    """No title or no text is an error that names the file, the place and the words."""
    with pytest.raises(InputError, match=message):
        read_rendered_text(text, source_path="a.txt")


def test_refuses_another_title_than_the_record_has() -> None:
    """A record beside the wrong file is noticed."""
    origin = Origin("Raid on Split", None, "en", "CC BY 4.0", "Ana", "0", 1, "typed")
    with pytest.raises(InputError, match="another title"):
        read_rendered_text(TEXT, source_path="raid.txt", origin=origin)
