#!/usr/bin/env bash
# Installs what Syrinx needs from the system, and says what and why. Does nothing when all is there.
#
#   Scripts/bootstrap.sh          what is needed to build and play
#   Scripts/bootstrap.sh test     also the peers that the tests and benchmarks compare with
set -euo pipefail
cd "$(dirname "$0")/.."

need_test=false
[ "${1:-}" = test ] && need_test=true

say() { printf 'bootstrap: %s\n' "$*"; }

# name on Debian | name for brew | why
build_packages='
pkg-config|pkg-config|finds the libraries below
libsndfile1-dev|libsndfile|reads and writes sound files
libebur128-dev|libebur128|measures loudness
portaudio19-dev|portaudio|plays on ALSA, CoreAudio and the like
libjack-jackd2-dev|jack|plays on JACK
librubberband-dev|rubberband|stretches time without changing pitch, for key-lock
libfftw3-dev|fftw|transforms between time and frequency, for the spectral units
libedit-dev|libedit|edits lines at the prompt
libboost-dev|boost|lays out the shared memory that clients of SuperCollider open
'
test_packages='
jackd2|jack|a JACK server with a dummy device, for the tests of the devices
liblo-tools|liblo|another OSC implementation, to exchange every type with
python3-pip|python|installs python-osc, a third one
binutils|binutils|looks into the object files for what must not be shared
flac|flac|another FLAC decoder, for files that break off
libsoxr-dev|libsoxr|a resampler, to compare interpolation with
supercollider-server|-|scsynth, to compare sound, answers and speed with
supercollider-common|-|its class library, for the language below
supercollider-language|-|sclang, a client that boots our scsynth
'

run_as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "cannot install without root: run this as root, or install sudo"; exit 1; fi
}

install_debian() {
  local missing=() package why updated=false
  while IFS='|' read -r package _ why; do
    [ -n "$package" ] || continue
    if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
      if [ "$package" = python3-pip ] && python3 -m pip --version >/dev/null 2>&1; then continue; fi
      say "installing $package: $why"
      missing+=("$package")
    fi
  done <<<"$1"
  [ ${#missing[@]} -gt 0 ] || return 0
  export DEBIAN_FRONTEND=noninteractive
  run_as_root apt-get update -qq
  run_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

install_brew() {
  local package why
  while IFS='|' read -r _ package why; do
    [ -n "$package" ] && [ "$package" != - ] || continue
    brew list "$package" >/dev/null 2>&1 && continue
    say "installing $package: $why"
    brew install --quiet "$package"
  done <<<"$1"
}

packages=$build_packages
if $need_test; then packages+=$test_packages; fi
case "$(uname -s)" in
  Darwin)
    command -v brew >/dev/null || { say "Homebrew is missing: see https://brew.sh"; exit 1; }
    install_brew "$packages" ;;
  *)
    command -v apt-get >/dev/null || {
      say "this is no Debian: install these yourself, then try again:"
      sed -n 's/^\([^|]\+\)|[^|]*|\(.*\)$/  \1 (\2)/p' <<<"$packages"
      exit 1
    }
    install_debian "$packages" ;;
esac

command -v swift >/dev/null || { say "Swift is missing: install Swift 6.1 or later, see https://swift.org/install"; exit 1; }

if $need_test && ! PYTHONPATH=.build/peers python3 -c 'import supriya' 2>/dev/null; then
  say "installing supriya into .build/peers: a Python client of SuperCollider's server"
  python3 -m pip install --quiet --disable-pip-version-check --target .build/peers supriya ||
    say "supriya was not installed: its test will say so"
fi

if $need_test && ! PYTHONPATH=.build/peers python3 -c 'import pythonosc' 2>/dev/null; then
  say "installing python-osc into .build/peers: the OSC library that most scripts use"
  python3 -m pip install --quiet --disable-pip-version-check --target .build/peers 'python-osc==1.*'
fi
