# Everything goes through these targets; `make` alone runs the marketplace.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
HOLDOUT := .venv/bin/python -m local

.PHONY: run test test-long bench shell env reset setup requirements

run: setup ## the whole marketplace on this machine; PORT=8000 RELOAD=
	@exec $(HOLDOUT) run

test: setup ## every check and test, as CI runs them
	@exec $(HOLDOUT) test

test-long: setup ## those, and the tests that take minutes
	@exec $(HOLDOUT) test-long

bench: setup ## how fast money moves, what pages, finding and jobs cost, beside others
	@.venv/bin/python -m bench.ledger
	@.venv/bin/python -m bench.pages
	@.venv/bin/python -m bench.search
	@.venv/bin/python -m bench.behind

shell: setup ## a shell in which pytest and manage.py find the stack
	@exec $(HOLDOUT) shell

env: setup ## the stack's environment as exports
	@exec $(HOLDOUT) env

reset: setup ## stop what runs here and delete its data
	@exec $(HOLDOUT) reset

setup: ## the virtual environment with the pinned requirements
	@test -n "$(PYTHON)" || { echo "✗ Holdout needs Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -I local/install.py

requirements: setup ## compile the ranges of pyproject.toml to exact versions
	@.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 \
		pyproject.toml -o requirements.txt
	@.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 \
		pyproject.toml --group local --group test -c requirements.txt -o requirements-dev.txt
	@.venv/bin/python -m uv pip compile --quiet --no-deps --python-version 3.12 \
		--group files -o requirements-files.txt
