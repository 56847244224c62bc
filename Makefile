# Every target is one or two commands that work without make too: README.md has them for Windows.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=
ENGINE ?=
# The tests of properties: they make their examples themselves.
FUZZ = $(shell grep -l '@given' tests/*/test_*.py)
VENV := .venv/bin/python
ifeq ($(OS),Windows_NT)
VENV := .venv/Scripts/python.exe
endif

export PORT ENGINE

.DEFAULT_GOAL := help
.PHONY: help serve build pdf one-file test test-browsers fuzz check fix bench reproduce mutants audit sbom lock clean

help: ## this list
	@echo 'make TARGET, where TARGET is one of'
	@sed -n 's/^\([a-z-]*\):.* ## /  \1	/p' Makefile

serve: ## show the site on http://127.0.0.1:8000/ and follow every edit; PORT=8001 for another port
	@$(PYTHON) -m tools.install site
	@$(VENV) -m tools.serve

build: ## build the site into site/; SITE_URL= for its address, OFFLINE=no for none that opens without a connection, ENGINE=mkdocs-ng or zensical
	@$(PYTHON) -m tools.install site $(ENGINE)
	@$(VENV) -m tools.build

pdf: build ## build the site, and add PDFs of its sheets in site/pdf/; SITE_URL= for its address, which they show
	@$(PYTHON) -m tools.install test
	@$(VENV) -m tools.browser
	@$(VENV) -m tools.pdf

one-file: build ## build the site, and make one HTML file of it that opens from a stick; SITE_URL= for its address
	@$(VENV) -m tools.one_file

test: ## run all tests; ARGS= for pytest, as in ARGS='-k checklist'; ENGINE=zensical for sites that it builds
	@$(PYTHON) -m tools.install test $(ENGINE)
	@$(VENV) -m tools.browser
	@$(VENV) -m tools.nginx
	@$(VENV) -m pytest -n auto --dist worksteal $(ARGS)

test-browsers: ## what must hold in Firefox, WebKitGTK and Chromium alike; ARGS= for pytest; Linux only
	@$(PYTHON) -m tools.install engines
	@$(VENV) -m tools.engines
	@$(VENV) -m pytest tests/engines $(ARGS)

fuzz: ## try the loader, addresses, copies and two tabs with hundreds of examples that no run had before
	@$(PYTHON) -m tools.install test
	@$(VENV) -m tools.browser
	@EXAMPLES=nightly $(VENV) -m pytest -n auto --dist worksteal $(FUZZ) $(ARGS)

check: ## format, types, spelling, content, strict build, valid HTML, reading time and grade; ARGS= for some of them, as in ARGS=python
	@$(PYTHON) -m tools.install check
	@$(VENV) -m tools.check $(ARGS)

bench: ## measure long lists and large copies in a browser, and weigh pages beside stock Material
	@$(PYTHON) -m tools.install test
	@$(VENV) -m tools.browser
	@$(VENV) -m tools.bench
	@$(VENV) -m tools.weigh

reproduce: ## build the last commit twice, in other places and time zones, and compare the sites byte by byte; ENGINE=mkdocs-ng or zensical for the second one
	@$(PYTHON) -m tools.install site $(ENGINE)
	@$(VENV) -m tools.reproduce

fix: ## format, and mend what tools can mend by themselves
	@$(PYTHON) -m tools.install check
	@$(VENV) -m tools.fix

mutants: ## test the tests of macros/ and of scripts: how many of 200 small changes they notice; ARGS= for another number
	@$(PYTHON) -m tools.install mutants
	@$(VENV) -m tools.mutants $(ARGS)

audit: ## known weaknesses of what is installed, and unsafe workflows
	@$(PYTHON) -m tools.install audit
	@$(VENV) -m tools.audit

sbom: ## list what a release is made of, as CycloneDX, in sbom.cdx.json
	@$(PYTHON) -m tools.install site
	@$(VENV) -m tools.sbom

lock: ## pin the dependencies with hashes; ARGS=--upgrade for the newest versions
	@$(PYTHON) -m tools.install check
	@$(VENV) -m tools.lock $(ARGS)

clean: ## remove everything that was built or installed
	@$(PYTHON) -m tools.clean
