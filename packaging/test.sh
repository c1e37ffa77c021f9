#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors, and runs the tests.
# --all adds the slow ones, and everything again under the address and thread sanitizers.
. "$(dirname "$0")/steps.sh"

presets=(dev)
leave_out=(--label-exclude '^slow$')
case "${1:-}" in
    "") ;;
    --all) presets=(dev asan tsan) leave_out=() ;;
    -h | --help) say "usage: packaging/test.sh [--all]    --all: slow tests and sanitizers too" && exit ;;
    *) fail 2 "unknown argument $1; there is --all" ;;
esac

packaging/setup.sh
for preset in "${presets[@]}"; do
    build "$preset"
    ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error "${leave_out[@]}" </dev/null
done
