"""Labels that are measured apart from those of whole Wikipedia articles, each in a table of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Apart:
    """What such labels are called, where they are, and what a reader is told of them.

    Attributes:
        heading: of their table.
        folder: below `tests/gold`, with the labels in `seen` and `unseen`.
        what: the articles, as a sentence begins.
        note: a sentence of its own.
        events_only: whether they say nothing of statements, figures and actors.
    """

    heading: str
    folder: str
    what: str
    note: str
    events_only: bool = False


NEWS = Apart(
    "News reports",
    "news",
    "Of whole reports of Wikinews (`tests/gold/news/`)",
    'Their titles are headlines, and "on Saturday" is counted from the day of the report.',
)
WRITTEN = Apart(
    "Written articles",
    "written",
    "Of ordinary articles on invented events, written and labelled to be measured on (`tests/gold/written/`)",
    "They are many and of all kinds, and each has English of its own; but nobody published them.",
)
EVENTS = Apart(
    "Events of further articles",
    "events",
    "Of articles that are labelled for their events alone (`tests/gold/events/`)",
    "As above, rules are developed on the seen ones; the unseen ones are looked at only in this table.",
    events_only=True,
)
CLASHES = Apart(
    "Events of written clashes",
    "clashes",
    "Of articles on invented battles, raids, border and naval incidents, coups and air strikes, labelled for "
    "their events alone (`tests/gold/clashes/`)",
    "Who attacked whom is told in more ways there than of any other kind of event.",
    events_only=True,
)
OPENINGS = Apart(
    "Events of written openings",
    "openings",
    "Of beginnings of articles on invented events, each built like a published one that its writer had just "
    "read, labelled for their events alone (`tests/gold/openings/`)",
    "In three to ten sentences little is said twice: what one sentence tells must be read there.",
    events_only=True,
)
BEGINNINGS = Apart(
    "Events of published beginnings",
    "beginnings",
    "Of beginnings of Wikipedia articles from all times, without a box, labelled for their events alone "
    "(`tests/gold/beginnings/`)",
    "Most are on well-known battles, which older and longer texts tell than those that rules were made on.",
    events_only=True,
)
APART = (NEWS, WRITTEN, EVENTS, CLASHES, OPENINGS, BEGINNINGS)
PUBLISHED = (NEWS, EVENTS, BEGINNINGS)  # those of texts that somebody published
