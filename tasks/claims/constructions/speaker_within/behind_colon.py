"""A quotation behind a colon whose verb is no cue: 'The envoy spoke to reporters about the raid: "C"'."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_before

COLON = frozenset({":"})
_SHORTEST = 5  # words: what is shorter is a title or a slogan
_OWNING = frozenset({"has", "have", "had", "include", "includes", "included", "called", "named", "titled"})
_DEPENDENT = ("relative", "subordinator")


def behind_colon(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return what a source says in a quotation that ends the sentence behind a colon.

    Args:
        view: the sentence.
        drafts: the statements found by cues; what they say already is not read again.
    """
    if not view.quotations:
        return []
    for colon in view.places(COLON):
        if not view.is_free(colon) or colon + _SHORTEST >= len(view.low) or view.quote[colon + 1] < 0:
            continue
        end = colon + 1
        while end < len(view.low) and view.quote[end] == view.quote[colon + 1]:
            end += 1
        content = (colon + 1, end)
        said = any(start < end and colon < stop for draft in drafts for start, stop in draft.content)
        if (
            said
            or any(view.low[k] != "." for k in range(end, len(view.low)))
            or not _is_spoken(view, content)
        ):
            return []
        found = _speaker(view, colon)
        if found is None:
            return []
        phrase, verb = found
        cue = (verb, verb + 1)
        return [reported(content, cue, phrase, rule="behind_colon", lemma="say", left=phrase[0])]
    return []


def _is_spoken(view: View, content: Range) -> bool:
    """Say whether a quotation is a statement and no title: it has a verb."""
    return content[1] - content[0] > _SHORTEST and any(view.finite[slice(*content)])


def _speaker(view: View, end: int) -> tuple[Range, int] | None:
    """Return the subject of the first main verb before a token, and the verb; None if it cannot speak."""
    for verb in range(1, end):
        puts = view.low[verb : verb + 2] == ("put", "it")  # 'Another put it bluntly: "C"'
        if not (view.finite[verb] or puts) or not view.is_free(verb):
            continue
        if view.low[verb + 1] == "by" and view.has_finite(verb + 1, end):
            continue  # "A statement released by the office addressed the reports"
        first = verb_group(view, verb)[0]
        if any(view.is_word(k, name) for k in range(first) for name in _DEPENDENT):
            return None
        phrase = phrase_before(view, first)
        speaks = phrase is not None and view.low[verb] not in _OWNING and is_source(view, phrase)
        return (phrase, verb) if speaks and phrase is not None else None
    return None
