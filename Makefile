# All set-up is here: `make demo` runs claimcheck on its own example, `make test` runs every check and test.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

# Public evaluation data, where it lies beside the checkout; tests that need it say so when it is missing.
ifeq ($(origin CLAIMCHECK_DATA),undefined)
ifneq ($(wildcard ../shared/data),)
export CLAIMCHECK_DATA := $(abspath ../shared/data)
endif
endif

.PHONY: docs demo test lint browser check clean lock

demo: $(VENV)/run.stamp
	@$(BIN)/claimcheck demo

test: lint browser
	@$(BIN)/python -m pytest -n auto

# The tests of the review page drive Debian's Chromium. Without it they are skipped, but in CI they fail.
browser:
	@command -v chromium >/dev/null 2>&1 && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  echo "Installing chromium (once) ..." >&2; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation; } >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "Chromium is not here and cannot be installed; the tests of the review page need it: apt-get install chromium fonts-liberation" >&2

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

# The pages that the program says of itself are written anew, then the site is built into build/site.
docs: $(VENV)/dev.stamp
	@$(BIN)/python docs/make_pages.py
	@$(BIN)/zensical build --strict --clean

check: $(VENV)/run.stamp
	@$(BIN)/claimcheck check

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "claimcheck needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Say which: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "This Python has no venv module; on Debian and Ubuntu install it with: apt-get install python3-venv" >&2; exit 2; }
	@echo "Setting up $(VENV) (once) ..." >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@$(PIP) install -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
