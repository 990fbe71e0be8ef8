"""Patterns of the words for who speaks: what stands around the name of the one who does."""

from __future__ import annotations

import re

from tasks.actors.known.name_words import context
from tasks.lexicons.classes import classes
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of

NAMING = late_pattern(
    r"(?:calling (?:itself|themselves)|called|named|known as|identified as|by the name of)\s+"
    r"(?:the\s+)?[\"“'‘]?$",
    re.I,
)
TAIL = late_pattern(
    r"\s*[,(]|\s?(?:[–—]|--)\s?(?:an?|the)\s"
    r"|\s+(?:(?:last|this) (?:week|month|year|night|weekend)|yesterday|in (?:a|an|its|his|her|their)"
    r"|through|via|by|on (?:Twitter|Facebook|Telegram)|(?:during|over|after|before|following|throughout) the"
    r"|to (?:the )?(?:reporters|journalists|press|media))\b"
    r"|['’]s? (?:[\w-]+ ){0,3}(?:statements?|reports?|communiqu[eé]|announcement|letter|press release|tweet"
    r"|response|reply|remarks|speech|reaction|estimates?|figures?|tally|toll)\b"
    r"|\s+[a-z]+ing (?:the|an?|its|this|these|at|in|on|near|from)\b"  # "the OPC, inspecting the place"
)
IN_PLACE = late_pattern(
    r"\b(?:in|at|near|outside) (?:[A-ZÀ-Þ][\w'’-]+ ){0,2}[A-ZÀ-Þ][\w'’-]+, $"
)  # "in Osk, X"
FROM_PLACE = late_pattern(
    r"\b(?:of|from) (?:[A-ZÀ-Þ][\w'’-]+ ){0,2}[A-ZÀ-Þ][\w'’-]+, $"
)  # "a nurse from Osk, Norland"
_TEXTS = any_of(context("authored"))
_LISTED = r"(?:the )?[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:of|for|and|the) )?[\w'’-]+){0,6}?"
LISTED = late_pattern(
    rf",(?: {_LISTED},)* {_LISTED},? and (?:the )?(?:[A-ZÀ-Þ]|others?\b)|, and (?:the )?[A-ZÀ-Þ]"
)
BOTH = late_pattern(  # "Ada Quist and her team", "Ada Quist and members of the house": more than she
    r" (?:and|as well as) (?:(?:his|her|their|its|other|several|some|many|most|two|three|members)\b"
    r"|[A-ZÀ-Þ][\w’'-]*['’]s? [a-z])"
)
_DAYS = "yesterday|today|last night|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
AUTHORED = late_pattern(  # "a report by X", "evidence given by X": X speaks
    r"(?:(?:an?|the|another|its) )?(?:[\w-]+ ){0,3}?"
    rf"(?P<noun>{_TEXTS})"
    r"(?: (?:issued|released|published|given|made|written|conducted|posted|sent|signed))?"
    rf"(?:,? (?:on |late |early )*(?:{_DAYS}))?"
    r" (?:by|from|of) (?:the )?_?(?=(?-i:[A-Z])|(?:army|military|ministry|government|rebels|police)\b)",
    re.IGNORECASE,
)
DESCRIBED = late_pattern(r"(?:an?|the|one) (?-i:[a-z])", re.IGNORECASE)
_OF_NAMES = any_of(context("of_name"))
OF_NAME = late_pattern(  # "the X administration", "X supporters": not X
    rf"\s(?:{_OF_NAMES}|spokes\w+)\b"
)
NEAR = late_pattern(
    r"\b(?:close|loyal|opposed|hostile|sympathetic|friendly|favou?rable|linked|allied|near) to\b"
    r"|\b(?:familiar|critical|supportive) (?:with|of)\b",
    re.IGNORECASE,
)
RELATIVE = late_pattern(  # "a teacher who asked not to be named": a teacher
    r"(?<=\w),? (?:who(?:se|m)?|which|among them"
    r"|(?:suspected|accused|convicted|speaking) (?:of|on|in|under))\b.*$"
)
ASIDE = late_pattern(  # "the court of inquiry (a usual step after a loss)": the court of inquiry
    r"(?<=\w) \((?:an?|the|as|though|then|now|which|who)\b[^()]*\)$"
)
_INQUIRERS = any_of(classes("claim_words", "class")["court_noun"])
SITTING = late_pattern(  # "the inquest on 3 May in Osk"; one "held at Osk" is called so
    rf"(?P<who>(?:[\w-]+ ){{0,4}}?(?:{_INQUIRERS}))"
    r" (?:on \d|in [A-Z]|at [A-Z]|aboard).*$",
    re.IGNORECASE,
)
WITH_SHORT = late_pattern(r"^(?P<long>[A-ZÀ-Þ][^(),]+) \((?P<short>[A-Z][A-Za-z.-]{1,9})\)$")
# a name of several words that an apposition with an article explains
NAME_FIRST = late_pattern(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+"
    r"(?=, (?:an?|the) (?:[\w'’-]+ ){0,4}(?:agency|broadcaster|channel|newspaper|website)\b)"
    r"|[A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+)* (?:[\w'’-]*[A-ZÀ-Þ][\w'’-]+|group|movement|faction)),"
    r" (?:a|an|the|of(?: the)?(?= [A-ZÀ-Þ])) "
)
# "the opposition Union of the Free Coast", "pro-Orland Peace and Labour Party (PLP)": described
PROPER = late_pattern(
    r"(?:(?!(?:some|many|both|two|three|several|other|most|all|one|another|an?|no|each)\b)[a-z][\w-]* ){0,3}"
    r"(?P<name>[A-ZÀ-Þ][\w.'’&-]*"
    r"(?: (?:(?:of|for|de|al|the|of the|for the|and(?=.*\([A-Z])) )?[A-ZÀ-Þ][\w.'’&-]*)*"
    r"(?: (?:news agency|agency|foundation|movement|newspaper|institute|association))?)"
    r"(?: \((?P<short>[A-Z][\w.-]*)\))?$"
)
SHOWING = late_pattern(
    r" (?:\w+ly |also |later |ha[ds] )*(?:show|reveal|suggest|indicat|prov|demonstrat|confirm)\w*"
)
AVENGED = late_pattern(  # "revenge for the killing of two men by the X": "the group" behind it is not X
    r"\b(?:retaliation|reprisal|retribution|revenge|vengeance) for\b[^.;]{0,200}+\.(?=\s)"
)
ARTICLE = late_pattern(r"(?:the|a|an)\s+", re.IGNORECASE)
