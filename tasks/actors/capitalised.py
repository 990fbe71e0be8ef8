"""Runs of capitalised words: where a name may stand.

A run is capitalised words in a row, with the small words that names hold ("of", "for", "al", "bin",
"de", "and" within "Organisation for X and Y").  What the run names, and whether it is one name or
several ("Middle East Institute Charles Lister"), is decided in `segments` and `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tasks.actors.countries import countries
from tasks.actors.words import collectives, context, heads, known, name_words, titles
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

PARTICLES = context("particles")
_DATE_NAMES = frozenset(("may", "march", "august", "april", "june"))  # also names of people and things
_OWNERS = frozenset(
    ("workers", "farmers", "students", "women", "peoples", "soldiers", "teachers", "fighters")
)
_COMPLEMENT = frozenset(("of", "for"))
_IN_HEADS = frozenset(
    ("mission", "embassy", "consulate", "delegation", "force", "cooperation", "co-operation")
)
_ON_HEADS = frozenset(("commission", "committee", "council", "conference", "group", "panel"))
_AGAINST_HEADS = frozenset(("coalition", "campaign", "committee", "movement", "union"))
_LOWER_ARTICLE = re.compile(r"(?:[AaEe][lnstrdz]h?|[Uu]l)[-‑'’][^\W\d_]")
_DIGIT_NAME = re.compile(r"\d+[^\W\d_]{3,}$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)$")
_COMPOUND = re.compile(r"[-‑][a-z][^-‑]*$")
_PLURAL_OWNER = re.compile(
    r"(?:people|women|men|children|workers|farmers|students|king|queen|lord)['’]s?$", re.I
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: its text without a possessive ending, where it stands, and its token's index."""

    text: str
    start: int
    end: int
    token: int
    is_owner: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be a name, in one sentence."""

    sentence: Sentence
    words: tuple[Word, ...]
    is_initial: bool = False  # begins a sentence, a quotation or a list item: its capital proves nothing

    @property
    def span(self) -> Span:
        """First word to last."""
        return Span(self.words[0].start, self.words[-1].end)

    def cut(self, start: int, end: int) -> Run:
        """Return a part of the run."""
        return Run(self.sentence, self.words[start:end], self.is_initial and start == 0)


@lru_cache(maxsize=50_000)
def is_capitalised(text: str) -> bool:
    """Say whether a word looks like (a part of) a name: "Sham", "al-Sham", "4chan", "iPhone", "U.S."."""
    if text[0].isupper():
        return not _COMPOUND.search(text) or bool(_LOWER_ARTICLE.match(text))
    if text[0].isdigit():
        return bool(_DIGIT_NAME.match(text)) and not _ORDINAL.match(text)
    if _LOWER_ARTICLE.match(text):
        return text[3:4].isupper() or text[4:5].isupper()
    return len(text) > 2 and text[1].isupper() and text[0].islower()


def lower_case_words(document: Document) -> frozenset[str]:
    """Return the words that the article writes small: evidence that a capital at a start is no name."""
    return frozenset(
        t.text for s in document.sentences for t in s.tokens if t.kind == "word" and t.text[0].islower()
    )


def find_runs(document: Document, lower: Collection[str]) -> Iterator[Run]:
    """Yield the runs of each sentence in text order."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.kind not in ("word", "number") or not _opens(tokens, position):
                position += 1
                continue
            words = _extend(tokens, position)
            initial = _is_initial(tokens, position)
            run = Run(sentence, tuple(words), initial)
            opens = initial or (words[0].text.isupper() and words[0].lower in OPENERS)
            trimmed = _without_opening(run, lower) if opens else run
            if trimmed.words:
                yield trimmed
            position = words[-1].token + 1


def _opens(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    if token.kind == "word" and is_capitalised(token.text):
        return True
    if _ORDINAL.match(token.text):  # "10th Mountain Division"
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        return bool(following and following.kind == "word" and following.text[0].isupper())
    return False


def _is_initial(tokens: Sequence[Token], position: int) -> bool:
    if position == 0:
        return True
    before = tokens[position - 1]
    return before.kind == "quote" or (before.text in (":", "•", "*", "-", "–", "—") and position == 1)


def _word(tokens: Sequence[Token], position: int) -> Word:
    token = tokens[position]
    text = token.text
    if text[-1:] in ("'", "’") and text[:-1].lower() in _OWNERS:
        return Word(text, token.start, token.end, position)
    owner = text[-2:] in ("'s", "’s") or (text[-1:] in ("'", "’") and len(text) > 2)
    if not owner and text[-1] == "s" and position + 1 < len(tokens):
        after = tokens[position + 1]
        owner = after.text in ("'", "’") and after.start == token.end and text.lower() not in _OWNERS
    if owner and text[-2:] in ("'s", "’s"):
        if _PLURAL_OWNER.search(text):
            return Word(text, token.start, token.end, position, False)
        return Word(text[:-2], token.start, token.end - 2, position, True)
    if text[-1:] in ("'", "’") and len(text) > 2:
        return Word(text[:-1], token.start, token.end - 1, position, True)
    return Word(text, token.start, token.end, position, owner)


def _extend(tokens: Sequence[Token], position: int) -> list[Word]:
    """Return the words of the run that begins here."""
    words = [_word(tokens, position)]
    if _ORDINAL.match(words[0].text):
        words.append(_word(tokens, position + 1))
    while True:
        last = words[-1]
        if last.is_owner:
            return words
        step = _next(tokens, words)
        if not step:
            return words
        words.extend(_word(tokens, index) for index in step)


def _is_name_token(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == "word" and is_capitalised(tokens[index].text)


def _next(tokens: Sequence[Token], words: Sequence[Word]) -> tuple[int, ...]:
    """Return the indices of the tokens that go on with the run, connectors included; empty at its end."""
    index = words[-1].token + 1
    if index >= len(tokens):
        return ()
    token, last = tokens[index], words[-1]
    if (
        token.text == "."
        and token.start == last.end
        and len(last.text) <= 4
        and _is_name_token(tokens, index + 1)
    ):
        short = last.text if len(last.text) == 1 else None
        if short or f"{last.lower}." in titles():
            return (index + 1,)
    if token.kind == "number":  # "No. 175 Squadron"
        return (index,) if last.lower in ("no.", "no", "unit", "brigade", "squadron", "division") else ()
    if token.kind != "word":
        joins = token.text == "&" and _is_name_token(tokens, index + 1)
        return (index, index + 1) if joins else ()
    if is_capitalised(token.text):
        return () if _breaks(words, token.text) else (index,)
    lower = token.text
    if lower in PARTICLES:
        beyond = index + 1
        while beyond < len(tokens) and tokens[beyond].text in PARTICLES:
            beyond += 1
        return (
            tuple(range(index, beyond + 1)) if _is_name_token(tokens, beyond) and beyond - index < 3 else ()
        )
    return _complement(tokens, words, index)


def _breaks(words: Sequence[Word], text: str) -> bool:
    """Say whether a month or a weekday stands here: it belongs to a date, not to the name before it."""
    if len(words) == 1 and name_words().get(words[0].lower) == "date" and words[0].lower not in _DATE_NAMES:
        return True
    return name_words().get(text.lower()) == "date" and words[-1].lower not in (
        "black",
        "bloody",
        "good",
        "red",
    )


def _complement(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the tokens of "of the X", "for X", "in X", "and X" where the name goes on with them."""
    lower, last = tokens[index].text, words[-1].lower
    target = index + 1
    if target < len(tokens) and tokens[target].text == "the" and lower in ("of", "for", "in", "and"):
        target += 1
    if target < len(tokens) and tokens[target].text == "former" and tokens[target - 1].text == "the":
        target += 1  # "Tribunal for the former Yugoslavia"
    if not _is_name_token(tokens, target):
        return ()
    joins = (
        (lower in _COMPLEMENT and _takes_complement(words))
        or (lower == "in" and (last in _IN_HEADS or any(w.lower in ("embassy", "consulate") for w in words)))
        or (lower == "on" and last in _ON_HEADS)
        or (lower == "against" and last in _AGAINST_HEADS)
        or (lower == "and" and _coordinates(words, tokens, target))
    )
    return tuple(range(index, target + 1)) if joins else ()


def _takes_complement(words: Sequence[Word]) -> bool:
    last = words[-1].lower
    if last in titles() and not (last == "general" and len(words) > 1 and last not in heads()):
        return False
    if any(w.lower in _COMPLEMENT for w in words[1:]) and words[0].lower not in titles():
        return any(w.lower in heads() for w in words[:4])  # "Organisation for the Defence" of the X
    return (
        last in heads()
        or name_words().get(last) in ("place", "event")
        or last
        in ("state", "states", "republic", "kingdom", "office", "people's", "emirate", "followers", "sons")
        or last
        in ("defenders", "supporters", "army", "house", "bank", "voice", "soldiers", "companions", "heroes")
    )


def _coordinates(words: Sequence[Word], tokens: Sequence[Token], target: int) -> bool:
    """Say whether "A and B" goes on after "Organisation for A": B must be no body of its own."""
    texts = [w.lower for w in words]
    opened = [i for i, t in enumerate(texts) if t in ("of", "for", "on") and i]
    if not opened or not (
        texts[opened[-1] - 1] in heads() or texts[opened[-1] - 1] in ("state", "republic", "kingdom")
    ):
        return False
    if "and" in texts[opened[-1] :]:
        return False
    first, second = words[opened[-1] + 1].text, tokens[target].text
    first = words[-1].text if first.lower() == "the" else first
    table = countries()
    is_country = second in table.names or second in table.adjectives
    if second.isupper() or second.lower() in known() or (is_country and first not in table.names):
        return False
    following = []
    for token in tokens[target : target + 5]:
        if not token.text[0].isupper():
            break
        following.append(token.text.lower())
    return not any(w in heads() and w != "security" for w in following) or texts[opened[-1] - 1] == "ministry"


def _without_opening(run: Run, lower: Collection[str]) -> Run:
    """Return the run without a first word that only the beginning of a sentence writes with a capital."""
    words = run.words
    small = words[0].lower
    is_small = small in lower and small not in titles() and small not in heads() and len(words) > 1
    is_small = is_small or (small in collectives() and len(words) > 1 and words[1].text in _COMPLEMENT)
    if small not in OPENERS and not is_small:
        return run
    start = 1
    while start < len(words) and not (is_capitalised(words[start].text) or _ORDINAL.match(words[start].text)):
        start += 1
    return Run(run.sentence, words[start:], False)


OPENERS = context("openers")
