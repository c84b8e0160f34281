# The two commands of the README: `make demo` and `make test`. They need Python 3.11 or later, make and the registries.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DOSSIER := demo/dossier.html

.PHONY: demo test check quality bench docs format clean

demo: $(READY)
	@mkdir -p demo
	@$(BIN)/riwaya tell src/riwaya/example/reports -o $(DOSSIER)
	@echo
	@echo "The dossier of the example story: $(CURDIR)/$(DOSSIER)"
	@echo "Open it in any browser; it needs no network. Without a screen:"
	@echo "  $(BIN)/riwaya add src/riwaya/example/reports --store demo/riwaya.db"
	@echo "  $(BIN)/riwaya show timeline --store demo/riwaya.db"

test: $(READY)
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/commands.py --check

quality: $(READY)
	$(BIN)/python quality/gate.py

bench: $(READY)
	$(BIN)/python bench/throughput.py

docs: $(READY)
	$(BIN)/python docs/commands.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Riwaya needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Riwaya and its tools into $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) demo build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
