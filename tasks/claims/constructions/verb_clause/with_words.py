"""What somebody says while doing something else: 'posted it with the comment "C"', 'sent the signal "C"'."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View
from tasks.claims.speakers.noun_phrase import phrase_before
from tasks.claims.speakers.shared_subject import subject_of

_SENDING = frozenset({"sent", "transmitted", "flashed", "broadcast", "relayed", "cabled"})
REMARKS = word_class("remark_noun")
_SHORTEST = 5  # tokens, the marks included: what is shorter is a name or a watchword
_REACH = 4  # tokens between "with" and its noun


def with_words(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the quotations behind "with the words"; the subject of the verb before says them.

    Args:
        view: the sentence.
        drafts: the statements found so far: what they say is not read again.
    """
    if not view.quotations or REMARKS.isdisjoint(view.sentence.words):
        return []
    found = []
    for noun in view.places(REMARKS):
        begin = max(1, noun - _REACH)
        near = range(noun - 1, begin, -1)
        opens = next((k for k in near if view.low[k] == "with" or view.low[k] in _SENDING), None)
        at = noun + 2 if view.low[noun + 1 : noun + 2] in ((",",), (":",)) else noun + 1
        if opens is None or at + _SHORTEST > len(view.low) or view.quote[at] < 0 or not view.is_free(noun):
            continue
        end = next((k for k in range(at, len(view.low)) if view.quote[k] != view.quote[at]), len(view.low))
        if end < len(view.low) and view.finite[end]:
            continue  # 'a banner with the words "C" was burned'
        content = (at, end)
        said = any(start <= at < end for draft in drafts for start, end in draft.content)
        sends = view.low[opens] in _SENDING
        if sends and view.is_word(opens - 1, "be"):
            continue  # 'was sent the message "C"'
        speaker = phrase_before(view, opens) if sends else subject_of(view, opens, ())
        if content[1] - at >= _SHORTEST and not said and speaker is not None and is_source(view, speaker):
            found.append(
                reported(content, (noun, noun + 1), speaker, rule="said_quote", lemma="say", left=opens)
            )
    return found
