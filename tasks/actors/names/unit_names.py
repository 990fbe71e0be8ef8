"""Units and commands by what ends their names: a number ("Task Force 9"), a side ("Command East").

And where a unit's name ends before what it flies or drives: "17 Squadron | F-16s".
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context, heads
from tasks.actors.names.name_run import Run
from tasks.actors.names.name_word import Word
from tasks.lexicons.construction_words import words as construction_words
from tasks.model.document import Token

_BEFORE_NUMBER = frozenset(
    ("no.", "no", "unit", "brigade", "squadron", "division", "flotilla", "regiment", "battalion")
)
_FORCES = frozenset(
    ("task force", "task group", "task unit", "strike group", "battle group", "air group", "escort group",
     "support group", "air wing", "patrol wing")
)  # fmt: skip
_NUMBERED = frozenset(("brigade", "flotilla", "regiment", "battalion", "squadron"))  # not clubs' "Division 1"
_CRAFT = frozenset(("boat", "craft", "launch", "ship"))
_BEFORE_LETTERS = frozenset(("boat", "convoy"))  # within one name: "Convoy | PQ 17"
_NUMBER_SIGNS = frozenset(("no", "no.", "number"))
_TASKS_OF_CRAFT = construction_words("task_of_craft")
# Letters before the number of a task force or a wing ("TF 16", "KG 9"), a boat ("PT 121"), a convoy ("PQ 17")
TASK_LETTERS = context("task_letters")
CRAFT_LETTERS = context("craft_letters")
CONVOY_LETTERS = context("convoy_letters")
_LETTERS = frozenset(map(str.upper, TASK_LETTERS | CRAFT_LETTERS | CONVOY_LETTERS))
_WRITTEN_OUT = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_COUNTED = frozenset(("force", "group", "team"))  # "SEAL Team Six"
_OF_SIDES = frozenset(("command", "fleet", "force", "group"))
_SIDES = frozenset(("north", "south", "east", "west", "centre", "center"))
_FEWEST_DIGITS = 3  # of a "Unit" that is no reactor's
ELITE = frozenset(
    ("special", "special-forces", "special-operations", "reconnaissance", "commando", "counterterrorism",
     "counter-terrorism", "anti-terrorist")
)  # fmt: skip
_TEAMS = frozenset(("brigade", "company", "team", "teams", "unit", "units"))
_LONGEST_LETTERS = 5  # letters, and one more, that a convoy's number has before it
_LEAST = 2  # words of a name with a number or a side at its end


def takes_number(words: Sequence[Word], tokens: Sequence[Token]) -> bool:
    """Say whether a number may go on with a name: "No. | 175 Squadron", "Task Force | 9", "PT | 121"."""
    last = words[-1]
    if last.lower in _BEFORE_NUMBER:
        return True
    before = words[-2].lower if len(words) > 1 else ""
    if (last.text in _LETTERS or last.text == "StG") and (not before or before in _BEFORE_LETTERS):
        return True
    if last.text.isupper() and len(last.text) < _LONGEST_LETTERS:
        first = words[0].token
        if before == "convoy" or (not before and first and tokens[first - 1].lower == "convoy"):
            return True
    return " ".join([w.lower for w in words[-2:]]) in _FORCES or is_craft([w.lower for w in words])


def is_craft(lower: Sequence[str]) -> bool:
    """Say whether words name boats of a navy that have but numbers: "Patrol Boat (Number)"."""
    end = len(lower) - (lower[-1] in _NUMBER_SIGNS)
    return end > 1 and lower[end - 1] in _CRAFT and lower[end - 2] in _TASKS_OF_CRAFT


def is_numbered(lower: Sequence[str]) -> bool:
    """Say whether a number ends the name of a unit: "Brigade 5", "Unit 4400", "Task Force 9", "Team Six"."""
    if len(lower) < _LEAST:
        return False
    number, noun = lower[-1], lower[-2]
    if number in _WRITTEN_OUT:
        return len(lower) > _LEAST and noun in _COUNTED
    if not number.replace(".", "").isdigit():
        return False
    if noun == "unit":
        return len(number) >= _FEWEST_DIGITS
    return noun in _NUMBERED or " ".join(lower[-3:-1]) in _FORCES


def is_of_side(lower: Sequence[str]) -> bool:
    """Say whether the side of its land ends the name of a command: "Regional Command East"."""
    return len(lower) > _LEAST and lower[-1] in _SIDES and lower[-2] in _OF_SIDES


def begins_task_force(lower: Sequence[str]) -> bool:
    """Say whether a name is that of a task force: "Task Force Heron", "Combined Joint Task Force Heron"."""
    at = 0
    while at < len(lower) and lower[at] in ("combined", "joint", "multinational"):
        at += 1
    return len(lower) > at + _LEAST and [*lower[at : at + _LEAST]] == ["task", "force"]


def is_elite(lower: Sequence[str], at: int) -> bool:
    """Say whether words behind a name say that it is a force's: "Xenda | special-forces commandos"."""
    if at >= len(lower) or lower[at] not in ELITE:
        return False
    if lower[at] in ("special-forces", "special-operations"):
        return True
    if lower[at] == "special":
        return "".join(lower[at + 1 : at + 2]) in ("forces", "operations")
    return not _TEAMS.isdisjoint(lower[at + 1 : at + 2])


def machine_behind(words: Sequence[Word]) -> int:
    """Return where the machines of a unit stand behind its name, "17 Squadron | F-16s"; 0 if nowhere."""
    for at in range(len(words) - 1, 0, -1):
        if is_machine(words[at].text) and heads().get(words[at - 1].lower) == "military":
            return at
    return 0


def is_machine(text: str) -> bool:
    """Whether a word is the number of an aircraft or a ship: "AC-130U", "F-16"; not "1st" or "SEALs"."""
    return ("-" in text or "‑" in text) and any(map(str.isdigit, text))


def is_numbered_flight(run: Run) -> bool:
    """Say whether a number stands behind "Flight": what stands before it is an airline."""
    at = run.words[-1].token + 1
    following = run.sentence.tokens[at] if at < len(run.sentence.tokens) else None
    return following is not None and any(map(str.isdigit, following.text))
