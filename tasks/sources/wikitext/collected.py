"""What is collected while a page is rendered."""

from __future__ import annotations

from dataclasses import dataclass, field

from tasks.model.article import Coordinates
from tasks.model.issue import Issue, Severity
from tasks.sources.wikitext.references import References

MAX_ISSUES = 200  # a page of nothing but unknown templates must not fill the log


@dataclass(slots=True)
class Context:
    """The state of one page's rendering.

    Attributes:
        title: the page's title.
        references: the page's references, by key.
        coordinates: in the order of the markup.
        issues: with the page's title in place of the article's id.
    """

    title: str
    references: References
    coordinates: list[Coordinates] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    _logged: set[tuple[str, str]] = field(default_factory=set)

    def log(self, code: str, place: str, value: str, message: str, severity: Severity = "info") -> None:
        """Add an issue, once for each kind and value."""
        key = (code, value)
        if key in self._logged or len(self.issues) >= MAX_ISSUES:
            return
        self._logged.add(key)
        self.issues.append(Issue(self.title, "sources", code, severity, place, value[:200], message))
