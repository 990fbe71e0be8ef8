# Everything that people run. `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
COMPILED_TESTS := $(addprefix tests/,actors claims dates events figures places text assemble test_extract.py test_extract_any_article.py)
# It puts a function of a module into the place of another, which a compiled module does not see.
NOT_COMPILED := --deselect tests/places/test_spellings.py::test_a_listed_country_gives_what_a_search_of_it_gives

# On every core; the tests of a file stay together, so that what it sets up is set up once, and the files
# keep the order that tests/conftest.py gives them: those that take long come first.
SIDE_BY_SIDE := -n auto --dist loadfile --no-loadscope-reorder

# Without whole runs, servers, Great Expectations, labelled articles: what most changes can break.
QUICK := not slow and not gx and not prefect and not postgres and not chromium and not mediawiki
QUICK_TESTS := $(addprefix tests/,actors claims dates docs events figures lexicons places report settings tables text \
  test_distances.py test_imports.py test_names.py test_sizes.py)

.DEFAULT_GOAL := help
.PHONY: help run test test-quick lint types unit test-mediawiki test-page accuracy bench fuzz dictionary lock clean install install-dev install-bench install-compiled test-compiled crash incremental startup serve test-postgres

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install  ## build the dataset from data/raw and show it (ARGS="..." goes to `casus build`)
	@$(BIN)/casus build $(ARGS)
	@$(BIN)/casus show

test: install-dev lint types unit  ## check style, check types, run all tests

test-quick: install-dev lint types  ## check style and types, run the tests that need no whole run
	@$(BIN)/pytest $(SIDE_BY_SIDE) -m "$(QUICK)" $(QUICK_TESTS) $(ARGS)

lint:  ## check the style
	@echo "Style:" && $(BIN)/ruff check . && $(BIN)/ruff format --check .

types:  ## check the types
	@echo "Types:" && $(BIN)/mypy

unit:  ## run the tests (ARGS="tests/claims -k quote" goes to pytest)
	@echo "Tests$(if $(ARGS),, (all: make test-quick leaves out those that take long)):" && $(BIN)/pytest $(SIDE_BY_SIDE) $(ARGS)

test-mediawiki: install-dev  ## test against a real MediaWiki on loopback (Debian's mediawiki and PHP packages)
	@CASUS_TEST_MEDIAWIKI=1 $(BIN)/pytest -m mediawiki tests/mediawiki $(ARGS)

test-page: install-dev  ## look at the run report in a real browser (Debian's chromium)
	@CASUS_TEST_CHROMIUM=1 $(BIN)/pytest -m chromium tests/report $(ARGS)

accuracy: install-dev  ## score the extraction against the labelled articles, write docs/accuracy.md
	@$(BIN)/python -m benchmarks.accuracy $(ARGS)

bench: install-bench  ## measure speed, as ratios, write docs/performance.md
	@$(BIN)/python -m benchmarks.performance $(ARGS)

fuzz: install-dev  ## feed damaged input to the readers and the extraction, a minute each (ARGS="--seconds 600 --seed 7")
	@$(BIN)/python -m benchmarks.fuzz $(ARGS)
	@$(BIN)/python -m benchmarks.fuzz_extraction $(ARGS)

crash: install-dev  ## kill, starve and interrupt real runs, write docs/reliability.md (20 minutes)
	@$(BIN)/python -m benchmarks.crash --write $(ARGS)

incremental: install-dev  ## measure a run over 5,000 articles of which 50 changed (some minutes)
	@$(BIN)/python -m benchmarks.incremental --write --compare $(ARGS)

startup: install-dev  ## measure a small run against a bare Prefect flow and import of Great Expectations
	@$(BIN)/python -m benchmarks.startup $(ARGS)

serve: install  ## run the scheduled flows on this machine, with Prefect's web page, until Ctrl-C
	@$(BIN)/casus serve $(ARGS)

test-postgres: install-dev  ## run the flows against a Prefect server on a real PostgreSQL
	@$(BIN)/pytest -m postgres tests/flows/test_postgres.py $(ARGS)

dictionary: install-dev  ## write docs/data-dictionary.md and the declared part of expectations/ anew
	@$(BIN)/python -m tasks.tables.dictionary && $(BIN)/python -m tasks.tables.suites

lock:  ## resolve the dependencies anew into requirements/*.lock (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group build pyproject.toml -o requirements/run.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group build --group dev pyproject.toml -c requirements/run.lock -o requirements/dev.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group build --group dev --group bench pyproject.toml -c requirements/dev.lock -o requirements/bench.lock

clean:  ## remove the virtual environment and caches (no data)
	@rm -rf .venv .venv-compiled .pytest_cache .mypy_cache .ruff_cache .hypothesis

install:  ## install what `make run` needs into .venv, from requirements/run.lock
	@$(PYTHON) requirements/install.py run

install-dev:  ## install what `make test` needs as well, from requirements/dev.lock
	@$(PYTHON) requirements/install.py dev

install-bench:  ## install what `make bench` compares with as well, from requirements/bench.lock
	@$(PYTHON) requirements/install.py bench

install-compiled: install-bench  ## build a wheel with the hottest modules compiled, install it into .venv-compiled (needs a C compiler)
	@$(BIN)/python requirements/install_compiled.py

test-compiled: install-compiled  ## show that the compiled build makes the same tables, and passes the tests of what is compiled
	@$(BIN)/python -m benchmarks.sameness
	@.venv-compiled/bin/python -P -m pytest -p no:cacheprovider $(COMPILED_TESTS) $(NOT_COMPILED) $(ARGS)
