# The vocabulary of the project: hand, hook and integration machine say the same words.
# A machine needs git, make and Python 3.11; everything else is made here.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PORT ?= 8501
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-run
DEV_READY := $(VENV)/.ready-dev
BENCH_READY := $(VENV)/.ready-bench
DATABASE := data/curated/shuangyong.duckdb
INPUTS := data/curated/.inputs
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
TEST_JOBS ?= 2

# One line a file that the build reads, with its checksum: a list that differs is a reason to build.
LIST_INPUTS = find etl data/raw data/reference -type f ! -path '*/__pycache__/*' \
	-print0 | LC_ALL=C sort -z | xargs -0 sha256sum

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.PHONY: run
run: $(RUN_READY) ## Environment, data, dashboard at http://localhost:8501 (PORT= for another port)
	@$(LIST_INPUTS) | cmp -s - $(INPUTS) && [ -f $(DATABASE) ] || $(MAKE) data
	@echo "双拥观察 → http://localhost:$(PORT)   (Ctrl-C stops it)"
	@exec $(BIN)/streamlit run app.py --server.port $(PORT) --server.headless true

.PHONY: data
data: $(RUN_READY) ## Build data/curated from data/raw
	@$(LIST_INPUTS) > $(VENV)/.inputs
	@$(BIN)/python -m etl build
	@mv $(VENV)/.inputs $(INPUTS)

.PHONY: test
test: check browser ## Everything that must hold: check, unit, golden, page and browser tests
	@$(BIN)/pytest -n $(TEST_JOBS) --dist worksteal -m "not browser"
	@$(BIN)/pytest -m browser

.PHONY: check
check: $(DEV_READY) ## Lint, format, types, layers: reads only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
	@$(BIN)/lint-imports --no-cache

.PHONY: fix
fix: $(DEV_READY) ## Let ruff mend and format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: evaluate
evaluate: $(RUN_READY) ## Print the accuracy of the extraction on the labelled corpora
	@echo "The five articles, extraction alone"
	@$(BIN)/python -m etl evaluate tests/corpus/gold --texts data/raw --no-corrections
	@echo; echo "The five articles, as published (with the declared corrections)"
	@$(BIN)/python -m etl evaluate tests/corpus/gold --texts data/raw
	@echo; echo "The practice passages, all and by group"
	@$(BIN)/python -m etl evaluate tests/corpus/practice --by-group

.PHONY: golden
golden: $(DEV_READY) ## Rewrite the golden files; the difference is what is reviewed
	@$(BIN)/pytest tests/golden --rewrite-golden
	@git --no-pager diff --stat -- tests/golden data/curated README.md

.PHONY: bench
bench: $(BENCH_READY) ## Measure speed: extraction beside other tools, server under load
	@$(BIN)/python -m tests.bench

.PHONY: screenshots
screenshots: $(DEV_READY) browser ## Take the pictures of the documents anew
	@$(BIN)/python -m tests.browser.screenshots

.PHONY: browser
browser: # A Chromium and a Chinese font, installed where neither is found
	@bash tests/browser/setup.sh

.PHONY: venv
venv: $(DEV_READY) ## Make the environment with everything that development needs

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 is missing: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null \
		|| { echo "$(PYTHON) is not Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "$(PYTHON) cannot make environments: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt | $(BIN)/python
	@echo "Installing requirements.txt into $(VENV) …"
	@$(PIP) -r requirements.txt
	@touch $@

$(DEV_READY): requirements-dev.txt $(RUN_READY)
	@echo "Installing requirements-dev.txt into $(VENV) …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(BENCH_READY): tests/bench/requirements.txt $(DEV_READY)
	@echo "Installing tests/bench/requirements.txt into $(VENV) …"
	@$(PIP) -r tests/bench/requirements.txt
	@touch $@
