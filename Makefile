# Everything Jalon needs is set up by the two main targets: `make run` and `make test`.
VENV   ?= .venv
PYTHON ?= python3
PORT   ?= 8501
BIN    := $(VENV)/bin
PIP    := $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes

# A server that compiles every module anew starts ten seconds later.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test bench fuzz sbom check fmt lock screenshots clean

run: $(VENV)/.run
	@echo "Jalon: http://localhost:$(PORT)"
	@$(BIN)/python -m jalon serve --port $(PORT) --open

test: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m jalon check
	$(BIN)/python tools/find_browser.py
	$(BIN)/python tools/find_nginx.py
	$(BIN)/pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder

bench: $(VENV)/.dev
	$(BIN)/python tools/find_browser.py
	$(BIN)/python tools/find_nginx.py
	$(BIN)/python -m tools.find_pango
	$(BIN)/python -m benchmarks

# Ten thousand inputs for each parser of what comes from outside; `make test` tries a hundred.
fuzz: $(VENV)/.dev
	JALON_FUZZ=10000 $(BIN)/pytest tests/fuzz

# What a server is made of, for a scanner of known weaknesses: build/sbom.cdx.json.
sbom: $(VENV)/.dev
	$(BIN)/python -m tools.sbom

check: $(VENV)/.run
	$(BIN)/python -m jalon check

fmt: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Pictures of every screen in build/screenshots, to be looked at.
screenshots: $(VENV)/.dev
	$(BIN)/python tools/find_browser.py
	$(BIN)/python -m tools.screenshots

# Exact versions with their hashes, for every platform; run after a change of pyproject.toml.
LOCK := --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock: $(VENV)/.uv
	$(BIN)/uv pip compile $(LOCK) pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile $(LOCK) --group dev -c requirements.txt pyproject.toml -o requirements-dev.txt

$(VENV)/.uv: requirements-bootstrap.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.txt
	@touch $@

$(VENV)/.run: $(VENV)/.uv requirements.txt
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.uv requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
