# `make run` shows the site, `make test` proves it: a fresh Debian 12 needs only
# `apt-get install make python3-venv` before either. `make` alone lists everything.

PYTHON ?= python3
PORT ?= 8000
# Some shells export HOST as the machine's name; the site is shown to others only on request.
HOST = 127.0.0.1
# Which site `make look` looks at, and where it puts the pictures.
URL = http://$(HOST):$(PORT)/
TO = look
# Passed on to pytest: make test ARGS="-k byline"
ARGS ?=

BIN := .venv/bin
READY := .venv/synced
APPS := $(filter-out tests,$(patsubst %/__init__.py,%,$(wildcard */__init__.py)))
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
CHECKS := format lint templates types imports dependencies messages migrations django

# The interpreter is the one the environment was made with; nothing is downloaded in its place.
export UV_PYTHON_DOWNLOADS := never

.DELETE_ON_ERROR:
.PHONY: help setup run test test-sqlite test-postgres look check format messages clean \
	$(CHECKS:%=check-%)

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 24

setup: $(READY) $(MESSAGES) ## make the environment in .venv

# An environment knows by its full path where it is: one that was moved is made anew, and so is
# one that is half made or whose Python is gone.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif
$(READY): pyproject.toml uv.lock
	@test "$$(cat $@ 2>/dev/null || echo '$(CURDIR)')" = '$(CURDIR)' && test -x $(BIN)/uv && \
		$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear .venv && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check uv; }
	$(BIN)/uv sync --frozen --quiet
	@echo '$(CURDIR)' >$@

%.mo: %.po | $(READY)
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@

run: setup ## show the site with demonstration content on http://127.0.0.1:8000 (HOST=, PORT=)
	$(BIN)/python manage.py migrate --noinput
	$(BIN)/python manage.py demo
	SITE_URL=$${SITE_URL:-http://$(HOST):$(PORT)} \
		$(BIN)/python manage.py serve --host $(HOST) --port $(PORT)

test: test-sqlite test-postgres ## run every test on SQLite and on PostgreSQL (ARGS="-k byline")

test-sqlite: setup ## run every test on SQLite, those in a browser too
	DATABASE_URL=sqlite://:memory: $(BIN)/pytest $(ARGS)

# When ARGS picks browser tests only, none is left for this run: pytest's exit code 5.
test-postgres: ACCEPT_NONE = $(if $(strip $(ARGS)),|| test $$? -eq 5)
test-postgres: setup ## run every test but those in a browser on PostgreSQL
	$(BIN)/python -m tests.postgres $(BIN)/pytest -m "not browser" $(ARGS) $(ACCEPT_NONE)

look: setup ## take pictures of every kind of page of a running site (URL=, TO=look)
	$(BIN)/python -m tests.look $(URL) $(TO)

check: setup ## everything a machine can say about the code; all of it, even after a complaint
	@$(MAKE) --no-print-directory --keep-going --jobs=4 --output-sync=target $(CHECKS:%=check-%)
	@echo "make check: no complaints"

check-format:
	$(BIN)/ruff format --check .

check-lint:
	$(BIN)/ruff check .

check-templates:
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +

check-types:
	$(BIN)/mypy $(APPS) $(wildcard locale/*.py)

check-imports:
	$(BIN)/lint-imports

check-dependencies:
	$(BIN)/deptry .

check-messages:
	$(BIN)/python locale/check.py

check-migrations:
	DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run

check-django:
	DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py check --fail-level WARNING

format: $(READY) ## write the code and the templates in the one form that `check` accepts
	$(BIN)/ruff check --fix --exit-zero --quiet .
	$(BIN)/ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} +

messages: $(READY) ## bring locale/*/LC_MESSAGES/django.po up to date with the code
	$(BIN)/python locale/extract.py

clean: ## remove everything that can be made again; never the database or the pictures
	rm -rf .venv static-built .coverage .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache $(MESSAGES)
	find . -name __pycache__ -prune -exec rm -rf {} +
