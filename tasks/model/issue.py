"""What a run noticed and did not swallow: one record of the issue log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing worth knowing about one place of one article.

    Attributes:
        article: the article's id, or the file's name where no article came of it.
        stage: the subpackage that noticed it ("sources", "text", "dates", ...).
        code: a short, stable, snake_case name of the kind of thing ("template_residue").
        severity: "error" where something was refused, "warning" where a value became NULL or was
            guessed around, "info" otherwise.
        place: where: a field name, a section, or "char 120-140".
        value: the offending words, cut to 200 characters.
        message: one plain sentence.
    """

    article: str
    stage: str
    code: str
    severity: Severity
    place: str
    value: str
    message: str
