"""Days by which something was over, or on which somebody died of it: they are no days of another event."""

from __future__ import annotations

from tasks.lexicons.late_pattern import late_pattern

_ENDED = late_pattern(  # "were killed before the fighting ended on 20 March", "gave to a committee in 1860"
    r"\b(?:before|until|till|by the time|when) (?:the |all )?(?:[\w-]+ ){1,3}"
    r"(?:ended|ceased|stopped|subsided|died down) (?:on|in) $"
    r"|\b(?:gave|given|testified|testimony)\b[^,.;]{0,60} (?:on|in) $"
    r"|\b(?:complaint|petition|lawsuit|suit|report|statement) (?:\w+ )?"
    r"(?:filed|lodged|submitted|published) (?:on|in) $"
)
_PERIOD = late_pattern(
    r"\b(?:(?:months?|weeks|days|rest|remainder|end|course|half|part|beginning|start) of|throughout|since"
    r"|(?<!followed )by|until) (?:the )?(?:year )?$",
    re.IGNORECASE,
)
_NOT_UNTIL = late_pattern(r"\b(?:retaken|recaptured) (?:by [^,.;]{1,30} )?until $")  # "was not retaken until"
_LONG_PERIOD = late_pattern(  # of a month; an event may well fall into "the second half of July"
    r"\b(?:(?:weeks|days|rest|remainder|end|course) of|throughout|since|until"
    r"|(?:beginning|starting) in) $",
    re.IGNORECASE,
)
_EVENT = late_pattern(
    r" (?:\w+ ){0,2}?(?:offensive|attack|bombing|battle|clash|riot|massacre|raid|coup|invasion)(?:e?s)?\b"
)
_SINCE_BEGUN = late_pattern(  # "have been killed since the strike began on 6 April"
    r"\b(?:killed|died|dead|wounded|injured|arrested) since (?:[\w'’-]+ ){1,8}"
    r"(?:began|started|erupted|broke out|resumed|was launched) (?:on |in )?\Z"
)
_HAS_SINCE = late_pattern(  # "has been hit by attacks since it sent troops abroad in 2011"
    r"\b(?:have|has)\b[^.;]{1,100}\bsince (?:(?:it|they|he|she|the) (?:[\w'’-]+ )?"
    r"(?:\w+ed|took|sent|began|broke|left|fell|won)"
    r"|the (?:[\w'’.-]+ ){0,3}(?:invasion|war|uprising|revolution|coup|fall|ceasefire|truce))\b"
    r"[^.;,]{0,50} \Z"
)
_ENDED = late_pattern(  # "180 people were killed before the fighting ended on 20 March"
    r"\b(?:killed|died|dead|wounded|injured|arrested) (?:before|until|by the time(?: that)?) "
    r"(?:[\w'’-]+ ){1,4}(?:ended|stopped|ceased|subsided|died down|was (?:over|quelled|suppressed|restored))"
    r"(?: on| in)? \Z"
)
_THEN_DIED = late_pattern(  # "was shot in Osk and died the following evening": no deed of that evening
    r"\bwas [^.;:]{3,120}\band (?:later )?died (?:there |of (?:his|her) (?:wounds|injuries) |in hospital )?"
    r"(?:on |in |at )?\Z"
)


def ends_what_is_told(text: str, begin: int, end: int) -> bool:
    """Whether the words before a date say that something was over then, or that somebody died of a deed."""
    if text.find(" died ", begin, end) >= 0 and _THEN_DIED.search(text, begin, end):
        return True
    is_end = text.find(" before ", begin, end) >= 0 or text.find(" until ", begin, end) >= 0
    return (is_end or text.find(" by the time ", begin, end) >= 0) and _ENDED.search(
        text, begin, end
    ) is not None
