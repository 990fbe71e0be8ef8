"""What the speaker did or did not do ends a statement: "but did not mention", "but offered no evidence"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View

_RELEASING = frozenset({"releasing", "publishing", "posting", "sharing", "presenting", "showing"})
_SHOWN = frozenset({"footage", "video", "videos", "photos", "photographs", "images", "pictures", "documents"})
_DID_NOT = frozenset({("did", "not"), ("would", "not"), ("do", "not"), ("does", "not")})
_TELLING = word_class("left_unsaid")
_GIVING = frozenset({"offered", "gave", "provided", "cited", "presented", "produced", "showed"})
# without a comma: "had helped but gave no proof"
_WRITERS = (("pointing", "to"), ("only", "to"))
_NOT = frozenset({"not", "never"})
_NOT_SO_FAR = 14  # tokens of "did not mean to kill anybody, | only to wound them"
LEAVING = _GIVING | {"would", "could", "changed", "did", "declined", "refused"}
_GROUNDS = word_class("grounds_noun")
_ELABORATING = frozenset({"elaborating", "specifying", "commenting"})
_NOT_TELLING = _ELABORATING | word_class("not_telling")
_ASKED = frozenset({"how", "why", "what", "when", "where", "who", "which", "whether"})
_TAKING_BACK = frozenset(
    {"retracted", "withdrew", "backtracked", "recanted", "declined", "refused", "apologised", "apologized"}
)
_RISES = frozenset(
    {"rose", "risen", "grew", "grown", "climbed", "increased", "fell", "dropped", "revised", "reached"}
)
_STORIES = frozenset({"story", "account", "version", "accounts", "stories", "statement"})
_SPOKEN = frozenset(
    {"appeal", "appeals", "comments", "plea", "pleas", "remarks", "request", "warning", "warnings", "words"}
)
_CONTRASTING = frozenset({"but", "although", "though", "however", "yet"})
_IN_FACT = frozenset({("in", "fact"), ("in", "reality")})
_TAKING_UP = frozenset({"this", "that", "it", "these", "none"})
_ITS_ACCURACY = frozenset(
    ("the", noun)
    for noun in ("accuracy", "claim", "claims", "report", "reports", "figure", "number", "account")
)
_DOUBTED = word_class("doubted")
_FINDING = frozenset(
    ("found", "ruled", "concluded", "showed", "established", "determined", "revealed", "proved", "convicted")
)
_LATER = frozenset(
    {"later", "eventually", "subsequently", "afterwards", "afterward", "ultimately", "finally"}
)
_SUBJECT = 16  # tokens of "a joint inquiry conducted by X and Y officers"


def leaves_off(view: View, at: int, end: int) -> bool:
    """Say whether what the speaker did begins: "but did not mention", "but later retracted", "releasing"."""
    if view.low[at] in ("but", "though", "although") and view.low[at + 1 : at + 3] == ("no", "evidence"):
        return True
    if view.low[at] in _CONTRASTING and (
        _is_doubted(view, at + 1, end) or view.low[at + 1 : at + 3] in _IN_FACT
    ):
        return True
    if view.low[at] in _CONTRASTING and "otherwise" in view.low[at + 2 : min(end, at + 9)]:
        return True  # "although the ledger suggests otherwise"
    if view.low[at] == "but" and (_counts_on(view, at + 1, end) or _answers_it(view, at + 1, end)):
        return True
    if view.low[at] in _RELEASING:
        return not _SHOWN.isdisjoint(view.low[at + 1 : min(end, at + 5)])
    if _is_remark(view, at, end):
        return True  # what the writer makes of it; "claimed to hold them, only to take it back"
    if view.low[at] != "but":
        return False
    if view.low[at + 1 : at + 3] == ("when", "asked"):
        return True  # "but when asked whether C, he replied"
    if view.low[at + 1] in ("changed", "revised") and not _STORIES.isdisjoint(view.low[at + 2 : at + 4]):
        return True
    verb = at + 1
    while verb < end and view.is_adverb(verb):
        verb += 1
    if _gives_nothing(view, verb, end):
        return True
    return view.low[verb : verb + 1] != () and view.low[verb] in _TAKING_BACK


def meets_with(view: View, at: int, end: int) -> bool:
    """Say whether a clause tells what became of the words: "but his warnings were ignored"."""
    if at + 3 >= end or not view.is_word(at, "possessive") or view.low[at + 1] not in _SPOKEN:
        return False
    return view.finite[at + 2] or view.low[at + 2] in ("went", "fell")


def _is_remark(view: View, at: int, end: int) -> bool:
    if view.low[at] == "without":
        return tells_nothing(view, at, end, bare=False)
    if view.low[at] == "only" and not _NOT.isdisjoint(view.low[max(0, at - _NOT_SO_FAR) : at]):
        return False
    return view.low[at] in ("indicating", "implying", "contradicting") or view.low[at : at + 2] in _WRITERS


def tells_nothing(view: View, at: int, end: int, *, bare: bool) -> bool:
    """Say whether "without giving a number", "without elaborating" begins; the latter needs no comma."""
    if at + 1 >= end or view.low[at + 1] not in _NOT_TELLING:
        return False
    if view.low[at + 2 : at + 3] != () and view.low[at + 2] in _ASKED:
        return True  # "without explaining how they had died"
    rest = view.low[at + 2 : min(end, at + 7)]
    if view.low[at + 1] in _ELABORATING:
        return not rest or not bare or not _GROUNDS.isdisjoint(rest)
    return not bare and not _GROUNDS.isdisjoint(rest)


def _counts_on(view: View, at: int, end: int) -> bool:
    """Say whether the article gives a later toll: "but by 27 March, that number had risen to 531"."""
    if view.low[at] in ("by", "on", "in"):
        at = next((k + 1 for k in range(at, min(end, at + 6)) if view.low[k] == ","), at)
    counted = view.low[at] in ("that", "this", "the") and view.low[at + 1] in (
        "number",
        "toll",
        "figure",
        "count",
    )
    return counted and not _RISES.isdisjoint(view.low[at + 2 : min(end, at + 6)])


def _answers_it(view: View, at: int, end: int) -> bool:
    """Say whether others answer what was said: by what became of it, or by what they found out."""
    return meets_with(view, at, end) or _found_later(view, at, end)


def _found_later(view: View, at: int, end: int) -> bool:
    """Say whether somebody else found out afterwards: "but a joint inquiry later ruled it an attack"."""
    verb = next((k for k in range(at + 1, min(end, at + _SUBJECT)) if view.finite[k]), None)
    if verb is None or view.is_word(at, "personal") or view.low[verb] not in _FINDING:
        return False
    return view.low[verb - 1] in _LATER or view.low[at] in _LATER


def _is_doubted(view: View, at: int, end: int) -> bool:
    """Say whether a clause weighs what was said: "but this is unlikely", "although it was not confirmed"."""
    first = at + 1 if view.low[at] == "whether" else at
    if view.low[first] not in _TAKING_UP and view.low[first : first + 2] not in _ITS_ACCURACY:
        return False
    verb = next((k for k in range(first + 1, min(end, first + 6)) if view.finite[k]), None)
    return verb is not None and not _DOUBTED.isdisjoint(view.low[verb : min(end, verb + 8)])


def _gives_nothing(view: View, verb: int, end: int) -> bool:
    """Say whether a verb tells what the speaker left out: "offered no evidence", "did not say"."""
    if view.low[verb] in ("would", "could") and view.low[verb + 2 : verb + 3] == ("no",):
        verb += 1  # "but would give no further details"
    if view.low[verb + 1 : verb + 2] == ("no",) and (view.low[verb] in _GIVING or view.low[verb] in _TELLING):
        return not _GROUNDS.isdisjoint(view.low[verb + 2 : min(end, verb + 5)])
    if view.low[verb : verb + 2] not in _DID_NOT:
        return False
    first = verb + 3 if view.is_adverb(verb + 2) else verb + 2
    return first < end and view.low[first] in _TELLING
