#!/bin/sh
# Feeds the OSC codec, then the reader of SynthDef files, with bytes that libFuzzer makes up, each for the given number of
# seconds (60 by default). What it found interesting stays in .build/fuzz; an input that crashes is left there, too.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
build=.build/fuzz
mkdir -p "$build/corpus" "$build/synthdefs"

# name, what is fed, further options
run() {
  name=$1 what=$2
  shift 2
  echo "Fuzzing $what for $seconds s"
  SWIFT_BACKTRACE=enable=no "$build/$name" -max_total_time="$seconds" -max_len=4096 -timeout=5 \
    -artifact_prefix="$build/" -print_final_stats=1 -verbosity="${VERBOSITY:-1}" "$@"
}

swiftc -O -wmo -sanitize=fuzzer,address -parse-as-library -swift-version 6 -module-name OSCFuzzer \
  Sources/OSC/*.swift Fuzz/OSCFuzzer.swift -o "$build/osc-fuzzer"
run osc-fuzzer "the OSC codec" -dict=Fuzz/osc.dict "$build/corpus" Fuzz/Corpus

# The reader needs the definitions' types alone: they are compiled with it as one module.
merged="$build/synthdef-sources"
rm -rf "$merged"
mkdir -p "$merged"
for file in Sources/Control/SynthDefs/SynthDef.swift Sources/Control/SynthDefs/SynthDef+ControlUnits.swift \
  Sources/Control/SynthDefs/SynthDefError.swift Sources/RealTime/Rate.swift \
  Sources/ScsynthProtocol/SynthDefs/SynthDefReader.swift Sources/ScsynthProtocol/SynthDefs/SynthDefWriter.swift; do
  sed -E '/^(public )?import (Control|RealTime)$/d' "$file" >"$merged/$(basename "$file")"
done
echo 'enum RenderContext { static var blockFrames: Int { 64 } }' >"$merged/RenderContext.swift"
swiftc -O -wmo -sanitize=fuzzer,address -parse-as-library -swift-version 6 -module-name SynthDefFuzzer \
  "$merged"/*.swift Fuzz/SynthDefFuzzer.swift -o "$build/synthdef-fuzzer"
run synthdef-fuzzer "the reader of SynthDef files" "$build/synthdefs" Fuzz/SynthDefs
