"""What a country does or sends somewhere else: its air strikes, jets and invasions tell not where it was."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.deeds import deeds
from tasks.model.document import Token

FROM_AFAR = deeds("afar") | {
    "air", "aircraft", "bombing", "bombings", "helicopters", "invasion", "jets", "warplanes"
}  # fmt: skip
OF_FORCES = FROM_AFAR | {"forces", "soldiers", "troops"}


def strikes_from_afar(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun for what a country does or sends elsewhere stands behind its name or adjective."""
    return at < len(tokens) and tokens[at].text in FROM_AFAR
