"""Every setting with its type, its default and what it means, by section: `docs/settings.md` lists them.

Nothing is read here: where values come from is in `load`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class Section(BaseModel):
    """Settings that belong together; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)


class Versions(Section):
    """How long published versions stay."""

    keep: int = Field(default=10, ge=1, description="So many of the youngest versions always stay.")
    keep_days: float = Field(default=30, ge=0, description="A version stays at least so many days.")


class Run(Section):
    """How a run behaves."""

    wait_seconds: float = Field(
        default=0, ge=0, description="How long to wait for another run on the same folder before leaving."
    )
    keep_going: bool = Field(
        default=False, description="Whether a run in which single articles were refused counts as a success."
    )
    workers: int = Field(
        default=0,
        ge=0,
        le=64,
        description="So many processes work on articles side by side, where there are enough of them; 1: the "
        "run's own alone; 0: as many as there are processor cores, up to 8.",
    )
    full: bool = Field(
        default=False, description="Extract every article anew, using nothing of earlier runs."
    )
    drop_articles: bool = Field(
        default=False,
        description="Publish even where most articles of the last dataset are not among those of the run.",
    )
    keep_work_days: float = Field(
        default=30,
        ge=0,
        description="Results of single articles that no run used for so many days are removed.",
    )


class Prefect(Section):
    """How the flows use Prefect."""

    use: bool = Field(default=True, description="Record runs in Prefect; without, the same steps run bare.")
    home: Path = Field(
        default=Path(".prefect"),
        description="Prefect's own folder (database of runs), unless PREFECT_HOME is set.",
    )
    api_url: str | None = Field(
        default=None,
        description="A running Prefect server; by default a temporary one is started for the run.",
    )
    api_auth: SecretStr | None = Field(
        default=None, description='What that server asks for: "user:password".'
    )
    startup_seconds: int = Field(
        default=180,
        ge=10,
        description="How long a temporary server may take to start (the first one is slow).",
    )


class Serve(Section):
    """What `casus serve` starts."""

    deployments: Path = Field(
        default=Path("prefect.yaml"), description="The file of deployments that `casus serve` serves."
    )
    port: int = Field(
        default=4200, ge=1, le=65535, description="The port of the server, on loopback, and of its web page."
    )


class Fetch(Section):
    """How pages are taken from wikis, and from which."""

    contact: str | None = Field(
        default=None,
        description="Where the wiki's people can reach you (mail or web page); named in each request.",
    )
    wiki: str = Field(default="enwiki", description="The wiki of titles that name none.")
    wikis: tuple[str, ...] = Field(
        default=(),
        description='Further wikis, each "name=address of its api.php"; their hosts are allowed.',
    )
    hosts: tuple[str, ...] = Field(
        default=("*.wikipedia.org",), description="Hosts that may be asked; * stands for any one label."
    )
    private_hosts: tuple[str, ...] = Field(
        default=(), description="Hosts that may have an address of this machine or of a private network."
    )
    at_once: int = Field(default=2, ge=1, le=8, description="At most so many requests at once.")
    maxlag: int = Field(
        default=5, ge=1, description="The wiki refuses to work for us when it is so many seconds behind."
    )
    attempts: int = Field(default=6, ge=1, le=20, description="So often a request is tried.")
    wait_seconds: float = Field(
        default=120, ge=0, description="A wiki that asks us to wait for longer is left alone."
    )
    timeout_seconds: float = Field(default=60, gt=0, description="A reply that takes longer is given up.")
    max_reply_mb: float = Field(default=64, gt=0, description="A reply that is larger is given up.")
    max_pages: int = Field(default=10_000, ge=1, description="At most so many pages of a category.")
    max_revisions: int = Field(
        default=2_000, ge=1, description="At most so many revisions of an article, the youngest."
    )


class Dumps(Section):
    """How MediaWiki's XML exports and dumps are read."""

    pages: Literal["auto", "events", "all"] = Field(
        default="auto",
        description='"events": articles with an infobox of events; "all": every article; "auto": all of an '
        "export of up to 8 MiB, those with such an infobox of larger ones.",
    )
    processes: int = Field(
        default=2,
        ge=0,
        le=64,
        description="So many processes decompress a bzip2 file; 0: none beside the run's.",
    )


class UsersEngines(Section):
    """Engines of one's own that offer claims beside the rules (docs/engines.md)."""

    use: tuple[str, ...] = Field(
        default=(), description="Names of installed engines, in the order in which they are asked."
    )
    combine: Literal["union", "prefer_rules", "prefer_engine"] = Field(
        default="union",
        description="Of two readings of one statement: both stay, or the rules' one, or the engine's.",
    )


class Hook(Section):
    """Who is told when a run has ended. Off by default."""

    command: tuple[str, ...] = Field(
        default=(), description="Program and arguments; gets the run's summary as JSON on standard input."
    )
    url: SecretStr | None = Field(
        default=None, description="Gets the summary as a JSON POST (http or https)."
    )
    on: tuple[str, ...] = Field(
        default=("refused", "failed"),
        description="Which ends are told: published, unchanged, refused, failed.",
    )
    timeout_seconds: float = Field(default=10, gt=0, le=300, description="The hook is given up after this.")


class Settings(Section):
    """Every setting with its default."""

    raw: Path = Field(
        default=Path("data/raw"), description="The folder of articles that `casus build` reads."
    )
    out: Path = Field(default=Path("data/processed"), description="The dataset folder.")
    corrections: Path = Field(
        default=Path("data/corrections/actors.csv"),
        description="Corrections of actors (docs/corrections.md); none where there is no such file.",
    )
    quarantine: Path | None = Field(
        default=None,
        description="The folder of rows that broke a rule; by default `quarantine` beside a dataset folder "
        "called `processed`, and inside one of another name.",
    )
    versions: Versions = Versions()
    run: Run = Run()
    prefect: Prefect = Prefect()
    serve: Serve = Serve()
    hook: Hook = Hook()
    fetch: Fetch = Fetch()
    dumps: Dumps = Dumps()
    engines: UsersEngines = UsersEngines()

    @property
    def quarantine_folder(self) -> Path:
        """The folder that takes the rows that broke a rule."""
        if self.quarantine is not None:
            return self.quarantine
        return (self.out.parent if self.out.name == "processed" else self.out) / "quarantine"
