#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the console on the demo workspace.
# With no display, the demo runs in the terminal instead.
. "$(dirname "$0")/steps.sh"

case "${1:-}" in
    "") ;;
    -h | --help) say "usage: packaging/run.sh    sets up, builds, and opens the console on the demo workspace" && exit ;;
    *) fail 2 "unknown argument $1; there are none" ;;
esac

packaging/setup.sh
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build dev signalbox signalboxctl
    exec build/dev/bin/signalbox --demo
fi
build dev signalboxctl
say "There is no display: running the demo in the terminal instead"
exec build/dev/bin/signalboxctl demo
