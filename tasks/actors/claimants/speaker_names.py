"""A body's name within the words for who speaks, where the rest only says what that body is.

"The news agency Petrel", "Orland's Xenda Front", "the Osk-based Peace Council", "the Petrel news agency",
"the OPC statement".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import without_owner
from tasks.actors.known.name_words import context
from tasks.actors.names.written import TIED
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, Mention
from tasks.model.span import Span

_BODIES = context("body_nouns") | {
    "arm",
    "branch",
    "outlet",
    "partner",
    "platform",
    "service",
    "site",
    "wing",
}
_MODIFIES = context("modifies_body")
_BRANCHES = frozenset(("affiliate", "offshoot", "spin-off", "splinter", "ally"))
_TIED = tuple(f"-{word}" for word in (*sorted(TIED), "based", "owned"))
_NO_DESCRIPTION = frozenset(  # what stands before a name of which only a part speaks, or more than it
    ("of", "by", "from", "in", "at", "on", "with", "and", "or", "for", "to", "who", "which", "that", "both",
     "either", "neither", "some", "many", "several", "other", "another", "one", "two", "three", "all", "most")
)  # fmt: skip
_OPENS = frozenset(("the", "a", "an", "their", "its", "his", "her"))
_NOUN_BEHIND = late_pattern(
    r"[\"”'’]?(?: \([A-Z][\w.&-]*\))?"
    r"(?: (?:news )?(?:agency|branch|channel|magazine|newspaper|website)"
    r"|(?: (?:joint|official|press))? (?:communiqu[eé]|release|report|statement))?[\"”]?$"
)
_OF_A_STATE = frozenset(("government", "military", "state", "person"))


def described_body(
    text: str, span: Span, inner: Sequence[Mention], actors: Mapping[str, Actor]
) -> Mention | None:
    """Return the mention of the body that a speaker's words name and describe; None if they say more.

    Args:
        text: the article's text.
        span: the words for who speaks.
        inner: the mentions within them.
        actors: by key.
    """
    for mention in sorted(inner, key=lambda m: (-len(m.span), m.span.start)):
        actor = actors[mention.actor]
        is_name = mention.method not in ("collective", "claimant") and any(map(str.isupper, actor.name))
        if not is_name or actor.kind in ("person", "state", "civilians"):
            continue
        is_apposed = text.startswith((", a ", ", an "), mention.span.end, span.end)
        if not is_apposed and _NOUN_BEHIND.match(text, mention.span.end, span.end) is None:
            continue
        words = text[span.start : mention.span.start].strip("\"“'‘ ").split()
        if words and words[0].lower() in _OPENS:
            del words[0]
        if _describes(words, actor):
            return mention
    return None


def _describes(words: Sequence[str], actor: Actor) -> bool:
    """Say whether the words before a body's name only tell what it is: "state news agency", "X-run"."""
    lower = [word.lower() for word in words]
    if lower and lower[-1] in _BRANCHES and not any(word[-1] in ",;:" for word in words):
        return True  # "Xenda in the Hale Peninsula affiliate Petrel"
    if not _NO_DESCRIPTION.isdisjoint(lower) or any(word[-1] in ",;:" for word in words):
        return False
    if lower and lower[-1] == "the":
        del lower[-1]
    if lower and lower[-1] in _BODIES:
        return True
    tied = next((at for at, word in enumerate(lower) if word.endswith(_TIED) or (at and word in TIED)), 0)
    if all(any(map(str.isupper, word)) for word in words[:tied]):  # "the Great Orland-based X"
        words = words[tied:]
    return all(_is_modifier(word, actor) for word in words if word.lower() != "the")


def _is_modifier(word: str, actor: Actor) -> bool:
    small = word.lower()
    if word.endswith(("'s", "’s")):  # each state has its "Ministry of Defence"
        owner = countries().names.get(without_owner(word))
        is_own = owner is not None and owner.iso3 is not None and owner.iso3 == actor.country_iso3
        return actor.kind not in _OF_A_STATE or (is_own and actor.kind != "person")
    if word in countries().adjectives:
        return actor.kind not in _OF_A_STATE
    return small in _MODIFIES or small in TIED or small.endswith(_TIED) or small.startswith(("pro-", "anti-"))
