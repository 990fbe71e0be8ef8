"""A source within a relative clause: "which he said killed two", "who, she claimed, had left"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import drafted
from tasks.claims.contents.boundaries import clause_end, clause_start, phrase_end
from tasks.claims.cues.adverbial import is_date_word, skip_leading
from tasks.claims.cues.cue_words import cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.verbs.disputed import is_disputed_noun
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.shared_subject import Speaker

_PARTS = (",", "–", "—")  # between a statement and the noun that sums it up
_GAP = 8  # tokens of a clause that lacks its object


def aside(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read a cue whose object is the relative pronoun before its subject."""
    if speaker.phrase is None or cue.mode != "active":
        return None
    relative = _relative(view, cue, speaker)
    if relative is None:
        return _of_statement(view, cue, speaker)
    if cue.end >= len(view.low):
        return None
    at = cue.end + 1 if view.low[cue.end] == "," else cue.end
    if at >= len(view.low):
        return None
    content: tuple[Range, ...]
    left = None
    if (
        "zero" in cue.entry.frames
        and view.low[relative] != "what"
        and (view.finite[at] or (view.is_adverb(at) and view.has_finite(at, at + 2)))
    ):
        end = clause_end(view, at, cuts)
        if relative > 0 and view.low[relative - 1] == ",":
            end = next(
                (
                    k
                    for k in range(at + 1, end)
                    if view.low[k] == "," and view.is_free(k) and view.finite[k + 1]
                ),
                end,
            )
        content = ((at, end),)
    elif (
        view.low[relative] == "what" and view.low[at : at + 2] == ("to", "be") and "that" in cue.entry.frames
    ):
        content = ((at, phrase_end(view, at, cuts)),)
    elif cue.entry.frames & {"as", "pred"} and not _is_judged_alone(view, cue, at):
        content = ((at, phrase_end(view, at, cuts)),)
        thing = antecedent(view, relative) if view.low[relative] in ("which", "whom") else None
        if thing is not None and thing[1] - thing[0] <= 8:
            content = (thing, *content)
    else:
        gap = _with_gap(view, cue, relative, at)
        if gap is None and not _takes_up(view, cue, relative):
            return _of_statement(view, cue, speaker)
        left = relative - 1 if gap is None else None
        content = (gap or _told_before(view, relative - 1),)
    is_judged = view.low[relative] == "what" and content[0][0] == at and view.finite[at]
    if content[-1][1] <= content[-1][0] or is_judged:  # "what he saw was real"
        return None
    return drafted(cue, speaker, content, "relative_object", left)


def _is_judged_alone(view: View, cue: Occurrence, at: int) -> bool:
    """Say whether a thing is rejected or dismissed without a word as what: "reports which X has rejected"."""
    return cue.entry.frames >= {"as", "np"} and "pred" not in cue.entry.frames and view.low[at] != "as"


def _with_gap(view: View, cue: Occurrence, relative: int, at: int) -> Range | None:
    """Return the clause of ", which X said the army supported": its object is what the pronoun stands for."""
    if "zero" not in cue.entry.frames or view.low[relative] not in ("which", "whom") or not relative:
        return None
    opens = view.is_word(at, "determiner") or view.is_capital(at) or view.is_word(at, "personal")
    end = next((k for k in range(at, len(view.low)) if view.low[k] in (",", ".", ";")), len(view.low))
    if not opens or not 1 < end - at <= _GAP or view.low[relative - 1] != ",":
        return None
    is_verb = view.finite[end - 1] or view.low[end - 1].endswith(("s", "ed"))
    return (at, end) if is_verb and not view.is_capital(end - 1) else None


def _takes_up(view: View, cue: Occurrence, relative: int) -> bool:
    """Say whether ", which X denied" takes up all that stands before it."""
    at = cue.end
    if view.low[at] in ("on", "in", "at"):
        dated = skip_leading(view, at, len(view.low))
        at = dated if all(is_date_word(view, k) for k in range(at + 1, dated)) else at
    ends = at + 1 >= len(view.low) or view.low[at] in (",", ".", ";", "and", "but")
    which = view.low[relative] == "which" and view.low[relative - 1] == ","
    return (
        which
        and ends
        and cue.entry.lemma in ("deny", "dispute", "reject", "confirm", "refute", "acknowledge")
    )


def _told_before(view: View, comma: int) -> Range:
    """Return what was said before a comma: behind its "that", or from the start of the clause."""
    start = clause_start(view, comma, ())
    for k in range(comma - 2, start, -1):
        if view.low[k] == "that" and view.finite[k - 1] and view.is_free(k):
            return (k + 1, comma)
    said = next((k for k in range(start + 1, comma - 2) if view.finite[k] and view.is_free(k)), None)
    if said is not None and _takes_clause(view, said) and view.has_finite(said + 2, comma):
        return (said + 1, comma)  # "The mayor said | the mill was hit, which the army denied"
    return (start, comma)


def _takes_clause(view: View, verb: int) -> bool:
    """Say whether a verb of saying opens a clause without "that": "said they had", "claimed the mill was"."""
    says = any("zero" in entry.frames for entry in cue_entries().get(view.low[verb], ()))
    opens = view.is_word(verb + 1, "determiner") or view.is_word(verb + 1, "personal")
    return says and (opens or view.is_capital(verb + 1) or view.is_word(verb + 1, "possessive"))


def _of_statement(view: View, cue: Occurrence, speaker: Speaker) -> Draft | None:
    """Read ", a claim that X denied": what is denied is the noun that sums up the statement before."""
    assert speaker.phrase is not None
    noun = speaker.phrase[0] - 1
    if noun > 0 and view.low[noun] in ("that", "which"):
        noun -= 1
    if not cue.entry.frames & {"np", "as"} or noun < 2:
        return None
    if view.low[noun - 1 : noun + 1] == (",", "something"):
        thing: Range | None = (noun, noun + 1)  # "C, something the mayor denied"
    elif view.low[noun] in word_class("account_noun") or view.low[noun] in ("number", "figure", "toll"):
        thing = antecedent(view, noun + 1)
    else:
        return None
    if thing is None or view.low[thing[0] - 1] not in _PARTS:
        return None
    if view.low[thing[0]] not in ("a", "an", "something") and not is_disputed_noun(view, thing[0]):
        return None
    content: tuple[Range, ...] = (thing,)
    if "as" in cue.entry.frames:
        if view.low[cue.end : cue.end + 1] == ("as",):
            content = (thing, (cue.end, phrase_end(view, cue.end, ())))
        elif "np" not in cue.entry.frames:
            return None
    return drafted(cue, speaker, content, "relative_object", thing[0] - 1)


def _is_that(view: View, cue: Occurrence, phrase: Range) -> bool:
    """Say whether "that" is what a clause without its subject tells of: "a video | that it said showed"."""
    that = phrase[0] - 1
    if that < 2 or view.low[that] != "that" or not view.is_word(phrase[0], "personal"):
        return False
    plain = view.low[that - 1].isalpha() and not view.finite[that - 1] and "zero" in cue.entry.frames
    return (
        plain and cue.end < len(view.low) and view.finite[cue.end] and view.is_word(that - 1, "shown_thing")
    )


def _relative(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return the relative pronoun directly before a speaker's words, over a comma."""
    assert speaker.phrase is not None
    k = speaker.phrase[0] - 1
    if k > 0 and view.low[k] == ",":
        k -= 1
    bracketed = view.low[k + 1] == "," and view.low[k] == "that"
    if (
        k > 0
        and (view.low[k] in {"which", "whom", "who", "what"} or bracketed)
        and (view.low[k] == "what" or view.low[k - 1] not in word_class("preposition"))
    ):
        return k
    return k if _is_that(view, cue, speaker.phrase) else None
