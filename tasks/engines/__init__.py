"""Claims that a user's own engine offers beside the rules: a spaCy pipeline, a language model.

An engine is an installed package with an entry point of the group `casus.claim_engines` and a name in the
settings (`engines.use`).  It proposes; nothing of it reaches a table that does not stand in the article.
casus itself ships no engine.  `docs/engines.md` says how to write one.
"""

from tasks.engines.engine import ClaimEngine, OfferedClaim
from tasks.engines.joined_claims import Combine
from tasks.engines.load import GROUP, EngineError, load_engines
from tasks.engines.offered import NO_ENGINES, Engines, with_offered

__all__ = [
    "GROUP",
    "NO_ENGINES",
    "ClaimEngine",
    "Combine",
    "EngineError",
    "Engines",
    "OfferedClaim",
    "load_engines",
    "with_offered",
]
