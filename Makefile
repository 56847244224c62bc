# Every target is a few commands that also work without make: README.md lists them for Windows.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=
ENGINE ?=
# The property tests, which generate their own examples.
FUZZ = $(shell grep -l '@given' tests/*/test_*.py)
VENV := .venv/bin/python
ifeq ($(OS),Windows_NT)
VENV := .venv/Scripts/python.exe
endif

export PORT ENGINE

.DEFAULT_GOAL := help
.PHONY: help serve build pdf one-file test test-browsers fuzz check fix bench reproduce mutants audit sbom lock clean

help: ## list the targets
	@echo 'make TARGET, where TARGET is one of'
	@sed -n 's/^\([a-z-]*\):.* ## /  \1	/p' Makefile

serve: ## serve the site on http://127.0.0.1:8000/ with live reload; PORT=8001 for another port
	@$(PYTHON) -m tools.install site
	@$(VENV) -m tools.serve

build: ## build the site into site/; SITE_URL= for its address, OFFLINE=no to leave out offline use, ENGINE=mkdocs-ng or zensical
	@$(PYTHON) -m tools.install site $(ENGINE)
	@$(VENV) -m tools.build

pdf: build ## build the site and PDFs of its sheets in site/pdf/; SITE_URL= for its address, which they show
	@$(PYTHON) -m tools.install test
	@$(VENV) -m tools.browser
	@$(VENV) -m tools.pdf

one-file: build ## build the site and pack it into one HTML file that works offline; SITE_URL= for its address
	@$(VENV) -m tools.one_file

test: ## run all tests; ARGS= for pytest, as in ARGS='-k checklist'; ENGINE=zensical to test the sites that it builds
	@$(PYTHON) -m tools.install test $(ENGINE)
	@$(VENV) -m tools.browser
	@$(VENV) -m tools.nginx
	@$(VENV) -m pytest -n auto --dist worksteal $(ARGS)

test-browsers: ## test what must hold in Firefox, WebKitGTK and Chromium alike; ARGS= for pytest; Linux only
	@$(PYTHON) -m tools.install engines
	@$(VENV) -m tools.engines
	@$(VENV) -m pytest tests/engines $(ARGS)

fuzz: ## run the property tests with hundreds of new examples
	@$(PYTHON) -m tools.install test
	@$(VENV) -m tools.browser
	@EXAMPLES=nightly $(VENV) -m pytest -n auto --dist worksteal $(FUZZ) $(ARGS)

check: ## check format, types, spelling, content, strict build, HTML, reading time and grade; ARGS=python for some of them
	@$(PYTHON) -m tools.install check
	@$(VENV) -m tools.check $(ARGS)

bench: ## measure long lists and large copies in a browser, and compare pages and builds with stock Material
	@$(PYTHON) -m tools.install test
	@$(VENV) -m tools.browser
	@status=0; for part in bench weigh growth; do $(VENV) -m tools.$$part || status=1; done; exit $$status

reproduce: ## build the last commit twice, in different folders and time zones, and compare the sites byte by byte; ENGINE= for the second
	@$(PYTHON) -m tools.install site $(ENGINE)
	@$(VENV) -m tools.reproduce

fix: ## format, and apply automatic fixes
	@$(PYTHON) -m tools.install check
	@$(VENV) -m tools.fix

mutants: ## test the tests: how many of 200 small changes to macros/ and scripts they notice; ARGS= for another number
	@$(PYTHON) -m tools.install mutants
	@$(VENV) -m tools.mutants $(ARGS)

audit: ## look for known vulnerabilities in dependencies, and unsafe workflows
	@$(PYTHON) -m tools.install audit
	@$(VENV) -m tools.audit

sbom: ## list what a build installs, as CycloneDX, in sbom.cdx.json
	@$(PYTHON) -m tools.install site
	@$(VENV) -m tools.sbom

lock: ## pin the dependencies with hashes; ARGS=--upgrade for the newest versions
	@$(PYTHON) -m tools.install check
	@$(VENV) -m tools.lock $(ARGS)

clean: ## remove everything built or installed
	@$(PYTHON) -m tools.clean
