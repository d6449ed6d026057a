# `make` sets up, validates the registry and builds the site; `make test` sets up and passes every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: all setup validate site test check bench serve schema browser format clean
all: validate site

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	touch $@

setup: $(VENV)/.ready

validate: setup
	$(BIN)/openness validate --registry registry

site: setup
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)} $(BIN)/openness build --registry registry --output build/site

serve: setup
	$(BIN)/openness serve --registry registry

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/vulture
	$(BIN)/zizmor --offline --quiet .github/workflows
	$(BIN)/pytest -q -m "not slow and not browser and not wheel"

test: setup browser
	$(BIN)/openness validate --registry registry
	$(BIN)/pytest --cov --cov-report=term:skip-covered

# A browser and the accessibility rules it runs; Debian's Chromium, installed where there is none.
browser: setup
	tests/site/prepare.sh

schema: setup
	$(BIN)/python tools/answer_schema.py

bench: setup
	$(BIN)/python bench/run.py

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf build dist .cache $(VENV)
