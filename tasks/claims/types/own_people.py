"""Whether the subject of a content is the speaker's own side: "officers had", said by the police chief."""

from __future__ import annotations

import re

from tasks.claims.cues.cue_words import word_class
from tasks.lexicons.late_pattern import late_pattern

_SUBJECT = late_pattern(
    r"[\"“‘']?(?:the |their |its |his |an? )?(?P<noun>[\w’'-]+(?: [\w’'-]+){0,2}?) (?:had|has|have|was|were"
    r"|did|does|do|is|are|would|could|never|played|took|bore|bears)\b",
    re.IGNORECASE,
)
_CONDITION = late_pattern(r"(?:if|unless|should|as long as) [^,;]{3,120}, ", re.IGNORECASE)
_OWN = word_class("own_noun")
_OF_GOVERNMENT = frozenset(
    ("minister", "president", "ministry", "official", "officials", "secretary", "chancellor", "premier",
     "government")
)  # fmt: skip
_BODIES = word_class("body_noun")
_SPOKEN_FOR = word_class("spokesman_noun")
_FORCES = frozenset({"army", "military", "troops", "air force", "navy", "armed forces"})
_COMMANDING = frozenset(
    {"general", "colonel", "major", "brigadier", "marshal", "admiral", "air", "navy", "military", "army"}
)
_OF_POLICE = frozenset({"police", "sheriff", "superintendent", "constabulary"})
_OF_REBELS = frozenset(
    {"rebel", "rebels", "militia", "guerrilla", "insurgent", "separatist", "opposition", "front"}
)
# Who speaks so, and whom he answers for under another noun.
_ANSWERED_FOR = (
    (_OF_GOVERNMENT, frozenset({"government", "state", "administration", "authorities"})),
    (_OF_GOVERNMENT, _FORCES | {"police", "security forces", "security services", "intelligence services"}),
    (_COMMANDING, _FORCES | {"soldiers", "pilots", "pilot", "soldier", "crew", "gunner", "gunners"}),
    (_OF_POLICE, frozenset({"police", "officers", "officer", "deputies", "policemen"})),
)


def of_oneself(content: str, speaker: str) -> str | None:
    """Return a content with "it" for a subject that is the speaker's own side; None for other subjects.

    "Israeli troops had not fired", said by the Israeli army; "the government did not", by a minister.
    """
    if content[:2].lower() in ("if", "un", "sh", "as"):
        condition = _CONDITION.match(content)  # "if he ran, the army would arrest him"
        content = content if condition is None else content[condition.end() :]
    subject = _SUBJECT.match(content) if speaker else None
    if subject is None:
        return None
    words = [w.lower().removesuffix("'s").removesuffix("’s") for w in subject["noun"].split()]
    said = {w.lower().removesuffix("'s").removesuffix("’s") for w in re.findall(r"[\w’'.-]+", speaker)}
    kin = [w in said or any(len(s) > 4 and s[:5] == w[:5] for s in said) for w in words]
    named = any(kin) and all(k or w in _OWN for k, w in zip(kin, words, strict=True))
    noun = " ".join(words)
    body = noun in _BODIES and not said.isdisjoint(_SPOKEN_FOR)
    answered = said.isdisjoint(_OF_REBELS) and any(
        noun in nouns and not said.isdisjoint(speakers) for speakers, nouns in _ANSWERED_FOR
    )
    return f"it {content[subject.end('noun') :].lstrip()}" if named or body or answered else None
