"""One deed that a content tells of: whose it is, whether it was done, whom it struck."""

from __future__ import annotations

from tasks.claims.types.deed_doer import Doer
from tasks.model.value import value


@value(frozen=True, slots=True)
class Deed:
    """One harmful deed of a content.

    Attributes:
        doer: who did it; "other" has a name ("Norlandic troops"), of a "kind" no more than a noun ("rebels");
            "unnamed" where nobody is, or nobody who could be blamed ("gunmen").
        person: "he", "she" or "I" did it.
        is_done: neither denied nor only possible nor to come.
        is_denied: "had not", "no civilian was", "none of", "only rebels were".
        is_to_come: "would", "will".
        on_victims: it struck somebody whom no side may harm.
        is_named: the deed is named ("carried out the attack"), or its doer by a passive ("planted by").
        is_meant: it was only meant ("planned to bomb the market").
        is_misdeed: it is a wrong whatever it was done to ("had lied", "was smuggling arms").
        is_wrong: it is more than war does (`of_war.py`).
    """

    doer: Doer
    person: bool
    is_done: bool
    is_denied: bool
    is_to_come: bool
    on_victims: bool
    is_named: bool
    is_meant: bool = False
    is_misdeed: bool = False
    is_wrong: bool = False
