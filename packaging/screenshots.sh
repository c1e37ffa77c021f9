#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders every screen of the finished demo to OUT, in both themes, off screen; first run, the wall, the palette and
# windows of their own too. Each picture is named after its screen with "dark" or "light"; the pictures of the gallery
# have both. Uses the build folder in SIGNALBOX_BUILD where set.
here=$PWD
. "$(dirname "$0")/steps.sh"

if [ $# -ne 1 ] || [ -z "$1" ]; then fail 2 "usage: packaging/screenshots.sh OUT"; fi

# Paths that the caller gave are relative to the caller's folder.
absolute() { case "$1" in /*) printf '%s' "$1" ;; *) printf '%s' "$here/$1" ;; esac; }
out=$(absolute "$1")
if [ -n "${SIGNALBOX_BUILD:-}" ]; then
    programs=$(absolute "$SIGNALBOX_BUILD")/bin
else
    packaging/setup.sh
    build dev signalbox signalboxctl
    programs=build/dev/bin
fi
console=$programs/signalbox
ctl=$programs/signalboxctl
for program in "$console" "$ctl"; do
    [ -x "$program" ] || fail 2 "$program is missing; build it, or unset SIGNALBOX_BUILD"
done

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export XDG_DATA_HOME=$data/share XDG_CONFIG_HOME=$data/config XDG_CACHE_HOME=$data/cache
export QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8
mkdir -p "$out"
quietly screenshots-demo "$ctl" --store "$data/signalbox.db" demo --dir "$data/demo"
quietly screenshots "$console" --store "$data/signalbox.db" --screenshots "$out"
for theme in dark light; do
    quietly screenshots-first-run "$console" --store "$data/new.db" --theme $theme --page overview \
        --grab "$out/first-run-$theme.png"
done
quietly screenshots-gallery "$console" --gallery --screenshots "$out"
