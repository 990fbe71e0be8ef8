"""What a name goes on with: "of the X", "for X", "in X", "against X", "and X" within one body's name."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import collectives, context, given_names, heads, known, name_words, titles
from tasks.actors.names.name_word import Word
from tasks.actors.names.written import is_name_token, is_short_form
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL
from tasks.model.document import Token

OF_OR_FOR = frozenset(("of", "for"))
CONNECTORS = OF_OR_FOR | {"in", "on", "against", "and", "to"}
_UNIONS = frozenset(("association", "council", "federation", "league", "society", "union"))
_IN_HEADS = frozenset(("mission", "embassy", "consulate", "delegation", "cooperation", "co-operation"))
_PEACE = context("peace_forces")
_ON_HEADS = frozenset(("commission", "committee", "council", "conference", "group", "panel"))
_AGAINST_HEADS = frozenset(("coalition", "campaign", "committee", "movement", "union"))
_TO_HEADS = _AGAINST_HEADS | {"alliance", "coalition", "commission", "fund", "group", "network", "society"}
_TASKS = context("shared_tasks")
_OWNS = ("'s", "’s")  # behind whose body it is
_RULED = context("realms")
_LOCATIVES = context("locatives")
_REALMS = _RULED | {"state"}
_WHOLES = context("wholes")
_HOUSES = frozenset(("centre", "college", "hospital", "house", "prison", "school", "university"))
CAUSES = context("shared_tasks") | {"human"}  # "Teachers for Human Rights"
_COMPANIES = frozenset(("co", "co.", "company", "corporation", "railway", "society"))
_BUILDERS = frozenset(("engineering", "shipbuilding"))  # trade whose company has no article before its name
_YARDS = frozenset(("co", "co.", "company", "works", "yard"))  # "of" behind such a name tells where it is
_ALSO_BODIES = frozenset(("general", "ombudsman"))  # "Directorate General for", "Police Ombudsman for"
_TRADES = 2  # words on each side of "and"
_MOST_OF_TRADE = 3  # "Dry Dock Company"


def complement(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the tokens of "of the X", "for X", "in X", "and X" where the name goes on with them.

    Args:
        tokens: those of the sentence.
        words: of the name so far.
        index: of one of `CONNECTORS`.
    """
    lower, last = tokens[index].text, words[-1].lower
    target = index + 1
    if target < len(tokens) and tokens[target].text == "the" and lower in {"of", "for", "in", "and"}:
        target += 1
    if lower == "for" and target < len(tokens) and tokens[target].text in ("a", "an"):
        target += 1  # "Center for a New Society"
    if target < len(tokens) and tokens[target].text == "former" and tokens[target - 1].text == "the":
        target += 1  # "Tribunal for the former Yugoslavia"
    if not is_name_token(tokens, target):
        return ()
    if lower == "of" and (_is_part_of_body(tokens, words, target) or _is_placed_yard(tokens, words, target)):
        return ()
    joins = (
        (lower in OF_OR_FOR and _takes_complement(words) and not (lower == "for" and _is_land(last)))
        or (lower == "for" and _are_people_for(words, tokens[target]))
        or (lower == "of" and _are_called(tokens, words))
        or (lower == "of" and target == index + 1 and _is_called_by_home(words, tokens[target]))
        or (lower == "in" and last == "force" and not _PEACE.isdisjoint(w.lower for w in words))
        or (lower == "in" and (last in _IN_HEADS or any(w.lower in ("embassy", "consulate") for w in words)))
        or (lower == "on" and last in _ON_HEADS)
        or (lower == "to" and last in _TO_HEADS and is_name_token(tokens, target + 1))
        or (lower == "to" and last == "mission" and len(words) > 1)  # "Velmark Support Mission to Norland"
        or (lower == "in" and tokens[target].text in countries().names and _is_in(tokens, words, target))
        or (lower == "against" and last in _AGAINST_HEADS)
        or (lower == "and" and _coordinates(words, tokens, target))
    )
    return tuple(range(index, target + 1)) if joins else ()


def _is_part_of_body(tokens: Sequence[Token], words: Sequence[Word], target: int) -> bool:
    """Say whether a body's unit stands before "of" and the body's own name behind it: two names.

    "X Brigade of the Y Army", "X Commission of the Y Parliament"; not "Ministry of the Armed Forces".
    """
    last = words[-1].lower
    if last not in heads() or len(words) < 2 or tokens[target - 1].text != "the":
        return False
    end = target
    while is_name_token(tokens, end):
        end += 1
    return end - target > 1 and tokens[end - 1].lower in _WHOLES


def _is_placed_yard(tokens: Sequence[Token], words: Sequence[Word], target: int) -> bool:
    """Say whether a works with a name of its own stands before its town: "Velm Boat Company | of Karvel"."""
    return words[-1].lower in _YARDS and len(words) > _TRADES and tokens[target - 1].text == "of"


def _is_in(tokens: Sequence[Token], words: Sequence[Word], target: int) -> bool:
    """Say whether the country in which a body is belongs to its name: "Freedom Party in Norland (FPN)"."""
    if _is_union_of(words):
        return True
    bracket = "".join(t.text for t in tokens[target + 1 : target + 4])
    is_short = bracket[:1] == "(" and bracket[-1:] == ")" and is_short_form(bracket[1:-1])
    return is_short and len(words) > 1 and words[-1].lower in heads()


def _is_union_of(words: Sequence[Word]) -> bool:
    """Say whether a name is of those who belong together: "National Union of Writers | in Norland"."""
    texts = [w.lower for w in words]
    return "of" in texts[1:-1] and texts[texts.index("of", 1) - 1] in _UNIONS


def _is_land(word: str) -> bool:
    """Say whether a word ends the name of a land or a water: something is there for somebody."""
    return name_words().get(word) == "place" and word not in heads() and word not in _HOUSES


def _are_people_for(words: Sequence[Word], cause: Token) -> bool:
    """Say whether a body is called by who stands up for what: "Orland Teachers for Human Rights"."""
    last = words[-1].lower
    return cause.lower in CAUSES and (IS_AGENT_PLURAL[last] or last in collectives())


def _are_called(tokens: Sequence[Token], words: Sequence[Word]) -> bool:
    """Say whether a group is called by a plural with a capital: "the Herons | of the Valley"."""
    small, at = words[-1].lower, words[-1].token
    if not at or tokens[at - 1].lower != "the" or small[-1] != "s" or small[-2:] == "ss":
        return False
    if at > 1 and tokens[at - 2].lower in _LOCATIVES:
        return False  # "in the Hills of Xenda"
    is_noun = small in collectives() or small in heads() or small in name_words() or small[:-1] in titles()
    return not (is_noun or small[:-1] in name_words() or words[-1].text in countries().plurals)


def _is_called_by_home(words: Sequence[Word], home: Token) -> bool:
    """Say whether a first name needs the place behind it: "Walter of Osk" is not every Walter."""
    if len(words) > 1 or words[0].text not in given_names() or words[0].is_owner:
        return False
    no_home = home.lower in heads() or home.lower in known() or home.text in countries().names
    return not no_home and not home.text.isupper() and home.text not in countries().capitals


def _takes_complement(words: Sequence[Word]) -> bool:
    last = words[-1].lower
    if last in titles() and not (last in _ALSO_BODIES and len(words) > 1):
        return False
    if any(w.lower in OF_OR_FOR for w in words[1:]) and words[0].lower not in titles():
        return any(w.lower in heads() for w in words[:4])  # "Organisation for the Defence" of the X
    return (
        last in heads()
        or name_words().get(last) in ("place", "event")
        or last in {"states", "office", "people's", "followers", "sons"}
        or last in _REALMS
        or last
        in (
            "defenders",
            "supporters",
            "army",
            "house",
            "houses",
            "bank",
            "voice",
            "soldiers",
            "companions",
            "heroes",
        )
    )


def _shares_head(texts: Sequence[str], tokens: Sequence[Token], first: int, target: int) -> bool:
    """Say whether two tasks share the head behind them, in one name: "the Peace and Democracy Party"."""
    before = tokens[first - 1] if first else None
    is_one = texts[0] == "the" or (
        before is not None and (before.lower == "the" or before.text[-2:] in _OWNS)
    )
    if len(texts) - (texts[0] == "the") > 1 or texts[-1] not in _TASKS or not is_one:
        return False
    end = target
    while end < len(tokens) and is_name_token(tokens, end):
        end += 1
    last = tokens[end - 1].lower
    return end - target > 1 and last in heads() and tokens[target].lower not in heads()


def _is_company(words: Sequence[Word], tokens: Sequence[Token], target: int) -> bool:
    """Say whether two trades share a company: "the National Quay and Barge Company"."""
    first = words[0].token
    is_builder = words[-1].lower in _BUILDERS and len(words) > 1
    most = _MOST_OF_TRADE if is_builder else _TRADES
    if (not is_builder and not (first and tokens[first - 1].lower == "the")) or len(words) > most:
        return False
    end = target
    while is_name_token(tokens, end):
        end += 1
    if not _TRADES <= end - target <= most or tokens[end - 1].lower not in _COMPANIES:
        return False
    if is_builder:
        return True
    texts = [*(w.lower for w in words), tokens[target].lower]
    table = countries()
    is_body = any(t in heads() or t in titles() for t in texts) or " ".join(texts[:-1]) in known()
    return not is_body and words[-1].text not in table.names and len(tokens[target].text) > 1


def _coordinates(words: Sequence[Word], tokens: Sequence[Token], target: int) -> bool:
    """Say whether "A and B" goes on after "Organisation for A": B must be no body of its own."""
    texts = [w.lower for w in words]
    if _shares_head(texts, tokens, words[0].token, target):
        return True
    if _is_company(words, tokens, target):
        return True
    if texts[-1] == "truth" and tokens[target].text == "Reconciliation":
        return True
    opened = [i for i, t in enumerate(texts) if t in {"of", "for", "on"} and i]
    opened = [i for i in opened if texts[i - 1] in heads() or texts[i - 1] in _REALMS]
    if not opened or texts[opened[-1] - 1] in collectives():  # "Fighters of X and Y"
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
    if " ".join(following) in known():
        return False  # "the Ministry of X and the World Bank"
    if following and (following[0] in _RULED or (following[1:] and following[-1] in _REALMS)):
        return False  # "the Republic of X and the Y Republic", "and the Republic of Y"
    return not any(w in heads() and w != "security" for w in following) or texts[opened[-1] - 1] == "ministry"
