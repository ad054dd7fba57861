#!/usr/bin/env bash
# The tests of the threads under ThreadSanitizer: in a release build, since in a debug build it finds nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
export TSAN_OPTIONS="report_thread_leaks=0 ignore_noninstrumented_modules=0 ${TSAN_OPTIONS:-}"
# libjack's own threads make it give up: the tests on a JACK server stay out.
swift test -c release --scratch-path .build-tsan --sanitize=thread \
  --filter 'RealTimeTests|RenderTests|ControlTests|StemProtocolTests' "$@"
