"""Patterns of the words for who speaks: what stands around the name of the one who does."""

from __future__ import annotations

import re

from tasks.lexicons.late_pattern import late_pattern

NAMING = late_pattern(
    r"(?:calling (?:itself|themselves)|called|named|known as|identified as|by the name of)\s+"
    r"(?:the\s+)?[\"“'‘]?$",
    re.I,
)
TAIL = late_pattern(
    r"\s*[,(]|\s+(?:(?:last|this) (?:week|month|year|night|weekend)|yesterday|in (?:a|an|its|his|her|their)"
    r"|through|via|by|on (?:Twitter|Facebook|Telegram)|(?:during|over|after|before|following|throughout) the"
    r"|to (?:the )?(?:reporters|journalists|press|media))\b"
    r"|['’]s? (?:[\w-]+ ){0,3}(?:statements?|reports?|communiqu[eé]|announcement|letter|press release|tweet)"
    r"\b"
)
IN_PLACE = late_pattern(
    r"\b(?:in|at|near|outside) (?:[A-ZÀ-Þ][\w'’-]+ ){0,2}[A-ZÀ-Þ][\w'’-]+, $"
)  # "in Osk, X"
AUTHORED = late_pattern(  # "a report by X", "evidence given by X": X speaks
    r"(?:(?:an?|the|another|its) )?(?:[\w-]+ ){0,3}?"
    r"(?P<noun>reports?|statements?|estimates?|tweets?|letter|communiqu[eé]|announcement|survey|study|evidence|testimony|article|release"
    r"|investigation|interview|message|video|analysis|dispatch|briefing)"
    r"(?: (?:issued|released|published|given|made|written|conducted|posted|sent|signed))?"
    r" (?:by|from|of) (?:the )?_?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
DESCRIBED = late_pattern(r"(?:an?|the|one) (?-i:[a-z])", re.IGNORECASE)
OF_NAME = late_pattern(  # "the X administration", "X supporters": not X
    r"\s(?:administration|government|regime|cabinet|family|campaign|team|camp|loyalists?|supporters?|allies|forces"
    r"|faction|presidency|ministry|spokes\w+|aides?|lawyers?|followers|militia|group|army)\b"
)
NEAR = late_pattern(
    r"\b(?:close|loyal|opposed|hostile|sympathetic|friendly|favou?rable|linked|allied|near) to\b"
    r"|\b(?:familiar|critical|supportive) (?:with|of)\b",
    re.IGNORECASE,
)
RELATIVE = late_pattern(  # "a teacher who asked not to be named": a teacher
    r"(?<=\w),? (?:who(?:se|m)?|which|(?:suspected|accused|convicted|speaking) (?:of|on|in|under))\b.*$"
)
WITH_SHORT = late_pattern(r"^(?P<long>[A-ZÀ-Þ][^(),]+) \((?P<short>[A-Z][A-Za-z.-]{1,9})\)$")
# a name of several words that an apposition with an article explains
NAME_FIRST = late_pattern(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+)* (?:[\w'’-]*[A-ZÀ-Þ][\w'’-]+|group|movement|faction)),"
    r" (?:a|an|the) "
)
ARTICLE = late_pattern(r"(?:the|a|an)\s+", re.IGNORECASE)
