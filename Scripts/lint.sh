#!/usr/bin/env bash
# Holds the house style: what `make format` would change is told, with its place.
set -euo pipefail
cd "$(dirname "$0")/.."
# The V3 units are a link to the same files.
found=$(swift format lint --recursive Sources Tests Fuzz Package.swift 2>&1 | grep -v '^Sources/UnitsV3/' || true)
if [ -n "$found" ]; then
  printf '%s\n' "$found"
  echo 'lint: `make format` mends what is about white space; long lines want a hand'
  exit 1
fi
