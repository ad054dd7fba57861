#!/bin/sh
# Feeds the OSC codec with bytes that libFuzzer makes up, for the given number of seconds (60 by default).
# What it found interesting stays in .build/fuzz/corpus; an input that crashes is left in .build/fuzz.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
build=.build/fuzz
mkdir -p "$build/corpus"
swiftc -O -wmo -sanitize=fuzzer,address -parse-as-library -swift-version 6 -module-name OSCFuzzer \
  Sources/OSC/*.swift Fuzz/OSCFuzzer.swift -o "$build/osc-fuzzer"
echo "Fuzzing the OSC codec for $seconds s"
SWIFT_BACKTRACE=enable=no exec "$build/osc-fuzzer" -max_total_time="$seconds" -max_len=4096 -timeout=5 \
  -dict=Fuzz/osc.dict -artifact_prefix="$build/" -print_final_stats=1 -verbosity="${VERBOSITY:-1}" \
  "$build/corpus" Fuzz/Corpus
