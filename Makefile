# curtain: build, test, demo. Every target installs what it needs on Debian, or says what it cannot.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
RELEASE  = $(SWIFT) build -c release --static-swift-stdlib --product curtain

.PHONY: all build debug test demo demo-reset sanitize lint format bench install uninstall packages packages-bench packages-test python vectors docs clean

all: build

build: packages
	$(RELEASE)

debug: packages
	$(SWIFT) build

test: packages-test python vectors
	scripts/run-tests

sanitize: packages-test python vectors
	scripts/run-sanitizers

demo: packages python build
	.build/release/curtain demo

demo-reset: packages python build
	.build/release/curtain demo --reset

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	scripts/check-text

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: packages-bench python build
	$(SWIFT) build -c release --product ConsoleProbe
	$(SWIFT) build -c release --product AuditProbe
	scripts/build-uncleared
	scripts/run-benchmarks

install: build
	install -D -m 0755 .build/release/curtain $(DESTDIR)$(PREFIX)/bin/curtain
	install -d $(DESTDIR)$(PREFIX)/share/curtain/themes $(DESTDIR)$(PREFIX)/share/curtain/demo
	install -m 0644 Themes/*.toml $(DESTDIR)$(PREFIX)/share/curtain/themes
	cd demo && find . -name '__pycache__' -prune -o -name 'tests' -prune -o -type f \
	  -exec install -D -m 0644 '{}' '$(DESTDIR)$(PREFIX)/share/curtain/demo/{}' ';'

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/curtain
	rm -rf $(DESTDIR)$(PREFIX)/share/curtain

packages:
	scripts/install-packages build

packages-bench:
	scripts/install-packages build test bench

packages-test:
	scripts/install-packages build test

python:
	scripts/python-environment

vectors:
	scripts/fetch-vectors

clean:
	$(SWIFT) package clean
