"""Both sides of a fight: "a battle between X and Y", "between X against Y".

Who is named first counts as the side that attacks where nothing tells it, since English names it first;
"against" tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.actors.known.countries import countries
from tasks.events.fights.background import is_background
from tasks.events.fights.listed_behind import listed_behind
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_passive, is_verb, verb_of
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words as words_of
from tasks.lexicons.deeds import deeds
from tasks.model.document import Token
from tasks.model.event import Side
from tasks.model.span import Span

_DATES = words_of("date_word")
_BETWEEN = frozenset(("between",))
_FOUGHT = frozenset(
    ("fought", "waged", "action", "conflict", "confrontation", "standoff", "stand-off", "brawl", "duel")
)
_NOT_FOUGHT = words_of("not_fought")
_PLACES = frozenset(("on", "in", "at", "near", "along", "around", "from", "over", "for", "as"))
_CLAUSES = frozenset((";", ":", "when", "after", "before", "while", "that", "which", "who", "during"))
_CLASHES = frozenset(
    ("clashed", "fought", "engaged", "skirmished", "battled", "confronted", "fight", "clash", "faced")
)
_EXCHANGES = frozenset(("exchanged", "traded"))
_SHOTS = frozenset(("fire", "gunfire", "shots", "shells", "volleys", "salvos", "broadsides", "blows"))
_BEATS = frozenset(("defeated", "routed", "beat", "beaten", "repelled", "repulsed", "destroyed", "crushed"))
_FOUGHT_OUT = deeds("fight") | {"battle", "battles"}
MET = _CLASHES | _EXCHANGES
_MET = MET | _BEATS | {"was", "were"}
_ARTICLES = frozenset(("the", "a", "an"))
_FIGHT_NOUNS = frozenset(("battle", "war", "engagement", "action", "duel", "skirmish", "campaign", "other"))
_PITS = frozenset(("pitted", "pitting", "pits", "pit"))
_TIES = frozenset(
    ("affiliated", "aligned", "allied", "associated", "linked", "led", "backed", "supported", "spearheaded")
)
_HELP = frozenset(("support", "help", "aid", "assistance", "backing"))
_TIE_ENDS = frozenset(("by", "with", "of", "from"))
_WITH = frozenset(("with", "against"))
_ASIDES = frozenset(("of", "with", "under", "commanded", "led", "carrying", "armed"))
_ASIDE = 9  # tokens of an aside
_OBJECT = 7  # tokens between a verb of fighting and who is fought
_OF_SOME = 5  # tokens more of "by two of the armies of"
_NOUN_GAP = 5  # tokens before "between" that may say that it was a fight
_BETWEEN_GAP = 12  # tokens between two of those who fight


def between(words: Words, events: Sequence[Trigger]) -> Iterable[Found]:
    """Yield the participants of both sides, and as what they count where nothing tells who attacked."""
    tokens = words.tokens
    if "between" not in words.sentence.words:
        return
    for i in words.sentence.places(_BETWEEN):
        is_battle = any(t.type.event_type == "Battles" for t in events) and any(t.last < i for t in events)
        if not is_battle and _FOUGHT.isdisjoint(t.lower for t in tokens[max(0, i - _NOUN_GAP) : i]):
            continue
        if is_background(tokens, i):
            continue
        if (i and tokens[i - 1].lower in _NOT_FOUGHT) or (
            tokens[i + 1 : i + 2] and (tokens[i + 1].kind == "number" or tokens[i + 1].lower in _DATES)
        ):
            continue
        after = [m for m in _joined(words, i) if not _only_owns(words, i, m[0])]
        cut = _parted(tokens, i, after)
        if cut is None or len(after) < 2:
            continue
        against = tokens[cut].lower == "against"
        for span, actor in after[:6]:
            side: Side = "a" if span.start < tokens[cut].start else "b"
            yield Found(actor, "participant", span, "between", side)
            rule = "" if against else ("first_side" if side == "a" else "second_side")
            yield Found(actor, "perpetrator" if side == "a" else "target", span, "between", side, grade=rule)


def _only_owns(words: Words, between: int, span: Span) -> bool:
    """Whether a name only says whose force fought: "the Border Guard of Norland", "the X (Y) of Z"."""
    tokens = words.tokens
    at = next((i for i in range(between + 1, len(tokens)) if tokens[i].start >= span.start), len(tokens)) - 1
    at -= at > between and tokens[at].lower == "the"
    if at - 1 <= between or tokens[at].lower != "of":
        return False
    name = " ".join(t.text for t in tokens if span.start <= t.start < span.end)
    return tokens[at - 1].text == ")" or (tokens[at - 1].text[:1].isupper() and name in countries().names)


def _joined(words: Words, between: int) -> list[tuple[Span, str]]:
    """Return the mentions behind "between" as far as no clause of its own begins."""
    tokens, found = words.tokens, []
    i, gap, is_parted = between + 1, 0, False
    while i < len(tokens) and gap <= _BETWEEN_GAP and tokens[i].lower not in _CLAUSES:
        mention = words.at(i)
        if mention is not None:
            found.append(mention)
            while i < len(tokens) and tokens[i].start < mention[0].end:
                i += 1
            gap = 0
            continue
        is_with = tokens[i].lower == "along" and tokens[i + 1 : i + 2] and tokens[i + 1].lower == "with"
        if len(found) > 1 and not is_with and (tokens[i].lower in _PLACES or _is_participle(tokens[i])):
            break
        if is_verb(tokens[i]) and tokens[i].lower not in _TIES and not _is_adjective(tokens, i):
            break
        inner = _behind_tie(tokens, i) or _behind_aside(tokens, i)
        if inner is not None:
            i, gap = inner, 0
            continue
        is_new = (
            tokens[i].text == "," and i + 1 < len(tokens) and tokens[i + 1].lower not in ("and", "against")
        )
        is_of_unit = is_new and not is_parted and words.at(i + 1) is not None  # "D Company, Osk Regiment and"
        if is_new and len(found) > 1 and not is_of_unit:
            break
        is_parted = is_parted or tokens[i].lower in ("and", "against")
        i, gap = i + 1, gap + 1
    return found


def _behind_tie(tokens: Sequence[Token], at: int) -> int | None:
    """Return where what only says who helped a side begins with its name: ", backed by | X, and Y"."""
    if tokens[at].text != "," or at + 2 >= len(tokens):
        return None
    is_tied = tokens[at + 1].lower in _TIES and tokens[at + 2].lower in ("by", "with")
    is_helped = tokens[at + 1].lower == "with" and {t.lower for t in tokens[at + 2 : at + 5]} & _HELP
    if not is_tied and not is_helped:
        return None
    return next(
        (k + 1 for k in range(at + 2, min(at + 6, len(tokens))) if tokens[k].lower in _TIE_ENDS), None
    )


def _behind_aside(tokens: Sequence[Token], at: int) -> int | None:
    """Return the comma that ends what describes a side: "the frigate X, of 36 guns| , and the frigate Y"."""
    if tokens[at].text != "," or at + 1 >= len(tokens) or tokens[at + 1].lower not in _ASIDES:
        return None
    close = next((k for k in range(at + 2, min(at + _ASIDE, len(tokens) - 1)) if tokens[k].text == ","), None)
    return close if close is not None and tokens[close + 1].lower in ("and", "against") else None


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle describes the name behind it: "the newly founded | Kingdom of Norland"."""
    ahead = tokens[at - 1].lower
    is_before_name = at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    return is_before_name and (ahead in _ARTICLES or ahead.endswith("ly")) and tokens[at].lower[-2:] == "ed"


def _is_participle(token: Token) -> bool:
    """Whether a word goes on about those who were named: "Norland forces defending the city of X"."""
    return (
        token.text.islower()
        and len(token.text) > 5
        and token.text.endswith("ing")
        and token.lower != "including"
    )


def _parted(tokens: Sequence[Token], between: int, after: Sequence[tuple[Span, str]]) -> int | None:
    """Return the word that parts two sides: "against", ", and" behind a list, else the first "and"."""
    end = after[-1][0].end if after else 0
    inside = [i for i in range(between, len(tokens)) if tokens[i].start < end]
    for i in inside:
        if tokens[i].lower == "against":
            return i
    for i in inside:
        if tokens[i].lower == "and" and tokens[i - 1].text == "," and i - between > 2:
            return i
    return next((i for i in inside if tokens[i].lower == "and"), None)


def opponents(words: Words) -> tuple[list[tuple[Span, str]], list[tuple[Span, str]]] | None:
    """Return two sides that a sentence says fought each other, in its order, None if it says so of nobody.

    "X and Y clashed", "rebels, mainly of X and Y, fought against Z", "X defeated Y", "pitted X against Y".
    """
    tokens = words.tokens
    for i in words.sentence.places(_PITS):
        parted = next((k for k in range(i + 1, len(tokens)) if tokens[k].lower == "against"), None)
        first = _mention_in(words, i + 1, parted) if parted is not None else None
        second = _mention_in(words, parted + 1, len(tokens)) if parted is not None else None
        if first is not None and second is not None:
            return [first], [second]
    here = words.sentence.words
    if MET.isdisjoint(here) and _BEATS.isdisjoint(here):
        return None
    whole = _fought_with(words)
    if whole is not None and len(whole[0]) > 1:
        return whole
    for n in range(len(words.mentions)):
        pair = _opponent(words, n)
        if pair is not None:
            return [pair[0]], listed_behind(words, pair[1])
    return whole


def _opponent(words: Words, at: int) -> tuple[tuple[Span, str], tuple[Span, str]] | None:
    """Return a mention with whom it fought, by the verb of which it is the subject."""
    tokens = words.tokens
    span, actor = words.mentions[at]
    verb = verb_of(words.sentence, span)
    if verb is None or tokens[verb].lower not in _MET:
        return None
    done = is_passive(tokens, verb)
    if done is not None and tokens[done].lower in _BEATS and tokens[done + 1 : done + 2]:
        far = _OBJECT + _OF_SOME * ("of" in [t.lower for t in tokens[done + 3 : done + 5]])
        agent = _mention_in(words, done + 2, done + far) if tokens[done + 1].lower == "by" else None
        if agent is not None and agent[1] != actor:
            return (span, actor), agent
    following = [t.lower for t in tokens[verb + 1 : verb + 4]]
    if tokens[verb].lower in _EXCHANGES and _SHOTS.isdisjoint(following):
        return None  # prisoners, letters
    is_faced = _has_enemy(tokens, verb) and not _is_one_of_several(tokens, span)
    is_met = tokens[verb].lower in MET and (_WITH & set(following) or is_faced)
    if tokens[verb].lower in _BEATS or is_met:
        object_ = _mention_in(words, verb + 1, verb + _OBJECT)
        if object_ is not None and object_[1] != actor and not _is_owner(tokens, object_[0]):
            return (span, actor), object_
    behind = words.mentions[at + 1] if at + 1 < len(words.mentions) else None
    is_mutual = tokens[verb].lower in MET and not _has_enemy(tokens, verb)
    if is_mutual and behind is not None and _are_joined(words, span, behind[0], verb):
        return (span, actor), behind
    return None


def _is_one_of_several(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name is joined to another: "Danish and Norland forces fought the X Army"."""
    first = next((i for i, t in enumerate(tokens) if t.end > span.start), 0)
    last = next((i for i, t in enumerate(tokens) if t.end >= span.end), len(tokens) - 1)
    behind = tokens[last + 1 : last + 3]
    is_first = len(behind) > 1 and behind[0].lower == "and" and behind[1].text[:1].isupper()
    return is_first or (first > 0 and tokens[first - 1].lower == "and")


def _has_enemy(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what stands behind a verb of fighting is who was fought: "faced the Norland defenses"."""
    behind = tokens[verb + 1 : verb + _OBJECT]
    if not behind or not (behind[0].lower in _ARTICLES or behind[0].text[:1].isupper()):
        return False
    return all(t.lower not in _FIGHT_NOUNS for t in behind)


def _is_owner(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only owns what was hit: "destroyed the X's munitions"."""
    return any(t.start < span.end < t.end and t.text.endswith(("'", "’", "'s", "’s")) for t in tokens)


def _fought_with(words: Words) -> tuple[list[tuple[Span, str]], list[tuple[Span, str]]] | None:
    """Return all that stand before "fought with", as far back as no other verb, and who stands behind it."""
    tokens = words.tokens
    for i in words.sentence.places(_CLASHES):
        with_ = _behind_what_was_fought(tokens, i)
        if with_ + 1 >= len(tokens) or tokens[with_].lower not in _WITH:
            continue
        first = i - (i > 0 and tokens[i - 1].lower in ("have", "has", "had"))
        begin = next((k + 1 for k in range(first - 1, -1, -1) if is_verb(tokens[k])), 0)
        before = [
            m for m in words.mentions if tokens[begin].start <= m[0].start and m[0].end <= tokens[i].start
        ]
        behind = _mention_in(words, with_ + 1, with_ + _OBJECT)
        if before and behind is not None and behind[1] not in {key for _, key in before}:
            return before, [behind]
    return None


def _behind_what_was_fought(tokens: Sequence[Token], verb: int) -> int:
    """Return where "with" may stand: behind the verb, or behind "fought fierce gun battles"."""
    near = range(verb + 2, min(verb + _NOUN_GAP + 1, len(tokens)))
    return next((k for k in near if tokens[k - 1].lower in _FOUGHT_OUT), verb + 1)


def _mention_in(words: Words, start: int, end: int | None) -> tuple[Span, str] | None:
    for j in range(start, min(end if end is not None else start, len(words.tokens))):
        mention = words.at(j)
        if mention is not None:
            return mention
    return None


def _are_joined(words: Words, one: Span, other: Span, verb: int) -> bool:
    """Whether two names are joined by "and" before a verb."""
    inside = [t.lower for t in words.tokens if one.end <= t.start < other.start]
    return "and" in inside and len(inside) <= 3 and other.end <= words.tokens[verb].start
