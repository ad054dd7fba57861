# The two commands that matter: `make play` and `make test`.

DEMO ?= demo
PLAN ?= $(DEMO)/plans/energetic.json
MIX ?= mix.wav
SYRINX = .build/release/syrinx
SWIFT_BUILD = swift build -c release

.PHONY: help play demo build bootstrap test unit-test format lint fuzz peers bench soak docs tsan clean

help:
	@echo 'make play [PLAN=…]   build, make the demo, play a plan and record it to $(MIX)'
	@echo 'make test            everything that must hold'
	@echo 'make demo            the demo songs and plans, into $(DEMO)/'
	@echo 'make bench           what our sound costs, and what it costs scsynth (BENCHMARKS=stems: these only)'
	@echo 'make peers           what differs between our units and scsynth'"'"'s (UNITS=…: of these only)'
	@echo 'make docs            the reference pages, into Documentation/'
	@echo 'make soak            ten minutes of everything at once, through JACK (MINUTES=10)'
	@echo 'make format          put the source into the house style'
	@echo 'make fuzz            feed the OSC codec with rubbish (SECONDS=60)'
	@echo 'make tsan            the tests of the threads under ThreadSanitizer'

bootstrap:
	@Scripts/bootstrap.sh

build: bootstrap
	$(SWIFT_BUILD) --product syrinx

# The demo is made once; `make clean` forgets it.
$(DEMO)/plans/energetic.json: | build
	$(SYRINX) demo $(DEMO)

demo: build $(DEMO)/plans/energetic.json

play: demo
	$(SYRINX) play "$(PLAN)" --record "$(MIX)"
	@echo "recorded to $(MIX)"

test:
	@Scripts/bootstrap.sh test
	@Scripts/lint.sh
	swift build -c release --build-tests
	$(MAKE) unit-test
	Scripts/fuzz.sh 20

unit-test:
	swift test -c release --skip-build --no-parallel

lint:
	@Scripts/lint.sh

format:
	swift format format --in-place --parallel --recursive Sources Tests Fuzz Package.swift

bench:
	@Scripts/bootstrap.sh test
	$(SWIFT_BUILD) --product Benchmarks
	$(SWIFT_BUILD) --product scsynth
	.build/release/Benchmarks $(BENCHMARKS)

peers:
	@Scripts/bootstrap.sh test
	$(SWIFT_BUILD) --product peers
	.build/release/peers --page Documentation/NullTest.md $(UNITS)

# Written from the command table and the catalogue; a test holds that the committed pages say the same.
docs:
	$(SWIFT_BUILD) --product syrinx
	$(SYRINX) docs Documentation

soak:
	@Scripts/bootstrap.sh test
	swift build -c release --build-tests
	SYRINX_SOAK_MINUTES=$(or $(MINUTES),10) swift test -c release --skip-build --filter SoakTests

fuzz:
	Scripts/fuzz.sh $(or $(SECONDS),60)

tsan:
	Scripts/tsan.sh

clean:
	rm -rf .build $(DEMO)
