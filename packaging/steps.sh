# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scripts beside it: moves to the project's folder, and runs a step with its noise
# in a log file, shown only when the step fails.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
logs=$PWD/build/logs
mkdir -p "$logs"

say() { printf '%s\n' "$*" >&2; }

# fail STATUS WORDS...
fail() {
    local status=$1
    shift
    say "$(basename "$0"): $*"
    exit "$status"
}

# quietly NAME COMMAND...: the command's output goes to build/logs/NAME.log.
quietly() {
    local log=$logs/$1.log
    shift
    "$@" >"$log" 2>&1 </dev/null && return
    tail -n 40 "$log" >&2
    fail 3 "\"$1\" failed; the whole output is in $log"
}

# build PRESET [TARGET...]: everything where no target is named.
build() {
    local preset=$1 targets=("${@:2}") werror=OFF
    # Newer compilers know warnings that nobody here has met: they are errors on the floor only.
    case "$(g++ -dumpversion)" in 12 | 12.*) werror=ON ;; esac
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring build/$preset"
        quietly "configure-$preset" cmake --preset "$preset" -D SIGNALBOX_WERROR=$werror
    fi
    say "Building build/$preset (the first time takes some minutes)"
    quietly "build-$preset" ninja -C "build/$preset" "${targets[@]}"
}
