#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the translations up to date with the texts of ui: new ones come in as unfinished, those no longer used go.
# Then every unfinished one wants its German and Japanese; English holds plural forms only. Another FOLDER than
# translations is for the test.
here=$PWD
. "$(dirname "$0")/steps.sh"

folder=translations
case "${1:-}" in
    "") ;;
    /*) folder=$1 ;;
    *) folder=$here/$1 ;;
esac
lupdate=$(PATH=$PATH:/usr/lib/qt6/bin command -v lupdate) || fail 3 "lupdate is missing; run packaging/setup.sh"
update() {
    "$lupdate" -silent -I . -locations none -no-obsolete ui -source-language en_US -target-language "$1" "${@:3}" \
        -ts "$folder/signalbox_$2.ts"
}
update en_US en -pluralonly
update de_DE de
update ja_JP ja
