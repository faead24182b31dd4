# Everything a developer or a new user types. Each target sets up what it needs by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BUNDLER := $(VENV)/.bundler
AT_ONCE ?= -n 2 --dist loadfile

.PHONY: help setup run demo test test-long check bench bundle translations screenshots clean
help:           ## this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/ -/'

setup: $(READY) ## the virtual environment in .venv, with everything in it

$(READY): pyproject.toml constraints.txt packaging/linux-libraries.sh packaging/venv.sh
	@packaging/linux-libraries.sh
	@packaging/venv.sh $(PYTHON) $(VENV)
	@echo "Installing Annotrain and what it stands on (some minutes the first time)"
	@$(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip setuptools
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: $(READY)   ## opens the program
	@$(BIN)/annotrain

demo: $(READY)  ## runs the whole loop through the real window on a generated project
	@$(BIN)/annotrain demo --output demo-output

test: $(READY)  ## style, types, layers and every test
	@$(MAKE) --no-print-directory lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(AT_ONCE) -m 'not long'

test-long: $(READY) ## tests that train several models, or in several processes: ten minutes more
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(AT_ONCE) -m long

check: $(READY) ## the same without the tests that train a model
	@$(MAKE) --no-print-directory lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(AT_ONCE) -m 'not slow and not long'

.PHONY: lint
lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

translations: $(READY) ## brings the translation files up to date with the texts in desktop/
	@$(BIN)/python packaging/translations.py

screenshots: $(READY) ## takes the pictures in docs/screens, of the project that `make demo` left
	@test -d demo-output/parts || $(MAKE) --no-print-directory demo
	@$(BIN)/python packaging/screenshots.py demo-output

bench: $(READY) ## performance figures (not part of the tests)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

$(BUNDLER): $(READY)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,bundle]'
	@touch $@

bundle: $(BUNDLER) ## freezes the program into dist/annotrain
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build packaging/annotrain.spec

clean:          ## removes what was built, the environment included
	rm -rf $(VENV) build dist demo-output *.egg-info .mypy_cache .ruff_cache .import_linter_cache
