# Everything a user or a developer runs. `make PYTHON=python3.12 run` takes another Python.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LINK := .links/protokollgraf

.PHONY: help run test lint quality bench docs clean

help:
	@echo "make run      build a graph from examples/ and show it (out/)"
	@echo "make test     run the tests"
	@echo "make lint     ruff and mypy"
	@echo "make quality  measure how much is found and right; RECORD=1 records it"
	@echo "make bench    measure the speed; RECORD=1 records it"
	@echo "make docs     write what is generated in docs/ and README.md"
	@echo "make clean    remove what make made"

# The stamps: nothing is installed again while pyproject.toml stays as it is.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "protokollgraf needs Python 3.11 or newer; $(PYTHON) is older or missing. Try: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# The repository root is the package: the link lets pytest and mypy find it by its name.
$(LINK):
	@mkdir -p .links && ln -sfn .. $@

run: $(VENV)/.installed
	$(BIN)/protokollgraf build examples --graph out/graph
	$(BIN)/protokollgraf query seats --graph out/graph
	$(BIN)/protokollgraf export --graph out/graph -o out/graph.ttl
	$(BIN)/protokollgraf view --graph out/graph -o out/network.html

test: $(VENV)/.installed-dev | $(LINK)
	$(BIN)/python -m pytest -q -n auto --dist loadgroup

lint: $(VENV)/.installed-dev | $(LINK)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p protokollgraf

quality: $(VENV)/.installed-dev | $(LINK)
	$(BIN)/python -m protokollgraf.tests.measure.quality $(if $(RECORD),--record)

bench: $(VENV)/.installed-dev | $(LINK)
	$(BIN)/python -m protokollgraf.tests.measure.bench $(if $(RECORD),--record)

docs: $(VENV)/.installed-dev | $(LINK)
	$(BIN)/python -m protokollgraf.docs.generate

clean:
	rm -rf $(VENV) .links out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
