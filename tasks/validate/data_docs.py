"""Great Expectations' Data Docs of a dataset, on demand: pages for looking into, not for the gate.

Data Docs show values that break an expectation without escaping them, and article text is hostile;
so no such value is handed to them.  The run report shows them, escaped.  The pages ask for style
sheets from the network; without it they are plain but readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from tasks.tables.suites import EXPECTATIONS
from tasks.tables.tables import TABLES
from tasks.validate import great_expectations as engine
from tasks.validate.frames import frame
from tasks.validate.staged import Staged

SITE = "casus"


def build_data_docs(tables: Mapping[str, pa.Table], folder: Path, suites: Path = EXPECTATIONS) -> Path:
    """Write the Data Docs of a dataset below `folder`; return the page to open.

    Args:
        tables: all tables by name, with their declared columns.
        folder: is created; pages of an earlier build are written over.
        suites: folder of the suites.
    """
    context = engine.gx.get_context(mode="ephemeral")
    context.variables.progress_bars = engine.ProgressBarsConfig(globally=False, metric_calculations=False)
    for name in list(context.get_site_names()):
        context.delete_data_docs_site(name)
    backend = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.absolute())}
    index = {"class_name": "DefaultSiteIndexBuilder"}
    site: Any = {"class_name": "SiteBuilder", "store_backend": backend, "site_index_builder": index}
    context.add_data_docs_site(SITE, site)
    source = context.data_sources.add_pandas("dataset")
    staged = Staged(tables)
    for name, suite in engine.load_suites(suites, list(TABLES)).items():
        rows = frame(TABLES[name], staged)
        due = [
            expectation
            for entry, expectation in zip(suite.entries, suite.expectations, strict=True)
            if len(rows) >= entry["meta"].get("from_rows", 0)
        ]
        bundle = context.suites.add(engine.gx.ExpectationSuite(name=name, expectations=due))
        batch = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("all")
        definition = engine.gx.ValidationDefinition(name=name, data=batch, suite=bundle)
        context.validation_definitions.add(definition).run(
            batch_parameters={"dataframe": rows},
            result_format={"result_format": "BASIC", "exclude_unexpected_values": True},
        )
    context.build_data_docs()
    return folder / "index.html"
