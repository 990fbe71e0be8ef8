"""The patterns of the parts that dates are made of: days, months, years, and what stands around them."""

from __future__ import annotations

from tasks.dates.marks import BETWEEN_DAYS, DONE, after_initials
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.months import MONTH_NAMES
from tasks.lexicons.violence import any_of

_FIRST, _SHORT_REST = r"(?<=\b[A-Z])", r"{}\b\.?"
FULL = "|".join(MONTH_NAMES)
M = rf"(?:{FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![A-Za-z])"
FIRST_M = f"(?:{after_initials(_FIRST, _SHORT_REST)})(?![A-Za-z])"  # where a word begins, found fast
# Found fast: a digit first, then what must not stand before it.
_REST_OF_DAY = r"(?:(?<=0)[1-9]|(?<=[12])\d?|(?<=3)[01]?|(?<=[4-9]))(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
D = rf"[0-9](?<![\d.,:/-].){_REST_OF_DAY}"
FIRST_D = rf"[0-9](?<![\w.,:/-].){_REST_OF_DAY}"  # where a word begins
_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
DAY_WORDS = {
    **{word: number for number, word in enumerate(_WORDS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_WORDS[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
DW = rf"(?:{'|'.join(sorted(DAY_WORDS, key=len, reverse=True))})"
D2 = D.replace("/-]", "]")  # behind a hyphen or a stroke, in "17-19 October", "3/4 October"
ERA = r"\s?(?:AD|CE|BCE?|B\.C\.(?:E\.)?|A\.D\.)(?![A-Za-z])"


def year4(condition: str = "") -> str:
    """Return the pattern of four digits from 1000 to 2199; others are years only with their era.

    "1,984" and "2000.5" are none.  What must stand before a year is a look back from behind its first digit.
    """
    first, second = (rf"(?={digits}){condition}" if condition else "" for digits in (r"\d{3}", r"[01]\d\d"))
    return rf"(?:1{first}\d{{3}}|2{second}[01]\d{{2}})(?!\d|[.,:]\d|%|\s?(?:hours|hrs|local time)\b)"


YEAR4 = year4()
# Three digits are a year only where no noun follows that they could count: "fought in 829 between".
NO_NOUN = (
    r"(?=$|,(?!\d|\s(?:all|among|including|mainly|many|most|mostly|of|some)\b)|[;:)]|\.(?!\d)"
    r"|\s(?:at|against|between|by|during|in|near|off|outside|under|when|where)\b)"
)
YEAR3 = rf"[1-9]\d\d(?!\d){NO_NOUN}"
RESULTS = "".join(rf"(?<!\b{verb}\sin\s.)" for verb in ("result", "results", "resulted", "resulting"))
_ERA_YEAR = rf"(?:AD|A\.D\.)\s\d{{1,4}}(?!\d)|\d{{1,4}}{ERA}"
Y = rf"(?:{_ERA_YEAR}|{YEAR4})"
YM = rf"(?:{_ERA_YEAR}|{YEAR4}|{YEAR3})"  # behind a month
DASH = r"\s?[–—/-]\s?"
TO = BETWEEN_DAYS
ORDINAL_GAP = r"(?:\s(?:of\s)?|,\s)"
IN = r"(?:,?\s(?:of\s)?)"
PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|"
    r"(?:[Tt]he\s)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\sof)[\s-](?:the\s)?)?"
)
ABOUT = r"(?:(?P<about>[Aa]round|[Aa]bout|[Cc]irca|c\.|ca\.|[Aa]pproximately)\s?)?"

# A bare year or month needs words before it that make it one ("in 2016", "the 2016 bombings", "in May");
# what follows must not make it a number of things ("2020 civilians").
# They are looked for from behind the first digit or letter, which a search finds fast.
YEAR_CUE = (
    r"(?:(?<=\b[Ii]n\s.)|(?<=\b[Ss]ince\s.)|(?<=\b[Oo]f\s.)|(?<=\b[Bb]y\s.)|(?<=\b[Dd]uring\s.)"
    r"|(?<=\b[Uu]ntil\s.)|(?<=\b[Ff]rom\s.)|(?<=\b[Bb]efore\s.)|(?<=\b[Aa]fter\s.)|(?<=\b[Tt]ill\s.)"
    r"|(?<=\b[Tt]hroughout\s.)|(?<=\byear\s.)|(?<=\blate\s.)|(?<=\bearly\s.)"
    r"|(?<=\b[Aa]nd\s.)|(?<=\(.)|(?<=\bto\s.)"
    r"|(?<=\bearly\sas\s.)|(?<=\blate\sas\s.)|(?<=\brecently\sas\s.))"
)
MONTH_CUE = (
    r"(?:(?<=\b[Ii]n\s.)|(?<=\b[Ss]ince\s.)|(?<=\b[Dd]uring\s.)|(?<=\b[Uu]ntil\s.)|(?<=\b[Bb]y\s.)"
    r"|(?<=\bin\slate\s.)|(?<=\b[Ff]rom\s.)|(?<=\b[Ll]ast\s.)|(?<=\b[Tt]hat\s.)|(?<=\bof\s.))"
)
THE = r"(?<=\b[Tt]he\s.)"
# "the 2016 bombing", "the consequent 2016 coup"
ONE = (
    r"(?:(?<=\b[Tt]he\s.)|(?<=\b[Aa]\s.)|(?<=\bconsequent\s.)|(?<=\bsubsequent\s.)|(?<=\bearlier\s.)"
    r"|(?<=\bprevious\s.)|(?<=\bfailed\s.)|(?<=\bdeadly\s.)|(?<=\bsimilar\s.)|(?<=\binfamous\s.))"
)
_THINGS = any_of(words("counted_thing"))
# What counts them after all: "in 1975 fourteen soldiers died".
_COUNTS = (
    r"which|that|when|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
    r"|several|some|many|about|nearly|over|\d+|after|against|among|at|between|by|during|for|from|in|near|to|when"
    r"|with|where"
)
# "aircraft bombing"
_DEED = rf"(?!\s(?:{deed('attack', 'one')}|crash))"
THINGS = rf"(?!['’]?\s(?:(?!(?:{_COUNTS})\b)\w+\s)?(?:{_THINGS})\b{_DEED})"
# A body called after a day: "the 8 October Movement".
NO_BODY = (
    r"(?!\s(?:Movement|Group|Organi[sz]ation|Brigades?|Commando|Front|League|Martyrs|Unit|Cell|Coalition)\b)"
)
DONE_SO = rf"(?:{'|'.join(sorted(DONE))})(?:e?s)?"
AS_MONTH = r"(?!['’]|\s(?:[A-Z][a-z]|have|not|be|also)\b)"
