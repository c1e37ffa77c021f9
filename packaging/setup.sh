#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building, running and testing need, and is missing. Debian and Ubuntu packages only;
# on other systems it says what is missing. Exit status: 0 all there, 3 something is missing still.
. "$(dirname "$0")/steps.sh"

packages=(
    git cmake ninja-build ccache g++ pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-l10n-tools qt6-charts-dev qt6-svg-dev libqt6opengl6-dev libxkbcommon-dev libgl1-mesa-dev
    libqt6sql6-sqlite libsqlite3-dev qt6-qpa-plugins
    libboost-dev libssl-dev libcurl4-openssl-dev qtkeychain-qt6-dev libsecret-1-0 dbus gnome-keyring
    nlohmann-json3-dev libsimdjson-dev libvectorscan-dev libre2-dev libyaml-cpp-dev libsodium-dev libzip-dev
    bubblewrap rsync
    fonts-inter fonts-noto-mono fonts-jetbrains-mono fontconfig
)
tools=(git cmake ninja g++ pkg-config)
modules=(Qt6Core Qt6Sql Qt6Widgets Qt6Svg Qt6Charts Qt6Test yaml-cpp libsodium re2 libhs nlohmann_json simdjson sqlite3 libcrypto libcurl libzip)

# Names of installed packages, and of what they provide, one a line.
installed() {
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/([^)]*)//; s/[[:space:]]//g'
}

missing_packages() {
    printf '%s\n' "${packages[@]}" | grep -vxFf <(installed) || true
}

# Of the packages named, those that this system's archive has: a later release may have merged one.
offered() {
    LC_ALL=C apt-cache policy "$@" | awk '/^[^ ]/ { name = substr($1, 1, length($1) - 1) }
                                          $1 == "Candidate:" && $2 != "(none)" { print name }'
}

# Vectorscan is Hyperscan for every processor; Debian has either one or the other on a machine.
refuse_rival() {
    local rival
    rival=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' libhyperscan5 libhyperscan-dev 2>/dev/null |
        sed -n 's/^installed //p' | paste -sd ' ') || true
    [ -z "$rival" ] && return
    fail 3 "installed here, and in conflict with libvectorscan-dev, which Signalbox needs: $rival;" \
        "remove it first: apt-get remove $rival"
}

may_use_sudo() {
    command -v sudo >/dev/null || fail 3 "packages are missing, and there is no sudo; as root, run: ${1//sudo /}"
    [ -t 0 ] || fail 3 "packages are missing, and there is no terminal to ask on; run: $1"
    local answer
    say "Packages are missing. This installs them:"
    say "  $1"
    read -r -p "Run it? [y/N] " answer
    case "$answer" in y | Y | yes) ;; *) fail 3 "nothing was installed" ;; esac
    sudo true || fail 3 "sudo was refused; nothing was installed"
}

install_missing() {
    local missing as_root=() update install
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -eq 0 ] && return
    case " ${missing[*]} " in *" libvectorscan-dev "*) refuse_rival ;; esac
    if compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        mapfile -t missing < <(offered "${missing[@]}")
        [ ${#missing[@]} -eq 0 ] && return
    fi

    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    # RUNLEVEL=1: no package may start a service of its own.
    as_root+=(env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -q
        -o DPkg::Lock::Timeout=900 -o Acquire::Retries=3)
    update=("${as_root[@]}" update)
    install=("${as_root[@]}" install -y --no-install-recommends --no-remove)
    [ "$(id -u)" -eq 0 ] || may_use_sudo "${update[*]} && ${install[*]} ${missing[*]}"

    say "Installing ${#missing[@]} packages"
    quietly apt-update "${update[@]}"
    mapfile -t missing < <(offered "${missing[@]}")
    quietly apt-install "${install[@]}" "${missing[@]}"
}

# On a system whose packages we do not know.
name_what_is_missing() {
    local lacks=() name
    for name in "${tools[@]}"; do
        command -v "$name" >/dev/null || lacks+=("the program $name")
    done
    for name in "${modules[@]}"; do
        pkg-config --exists "$name" 2>/dev/null || lacks+=("the library $name, with its headers")
    done
    printf '#include <boost/version.hpp>\n' | g++ -E -x c++ - >/dev/null 2>&1 || lacks+=("the library Boost, with its headers")
    # shellcheck disable=SC2046 # several words
    printf '#include <qt6keychain/keychain.h>\n' | g++ -std=c++17 -E -x c++ $(pkg-config --cflags Qt6Core 2>/dev/null) - >/dev/null 2>&1 ||
        lacks+=("the library QtKeychain for Qt 6, with its headers")
    [ ${#lacks[@]} -eq 0 ] && return
    say "This system is neither Debian nor Ubuntu, so nothing is installed here. Missing:"
    printf '  %s\n' "${lacks[@]}" >&2
    fail 3 "install these (Qt 6.4 or later, GCC 12 or later, CMake 3.25 or later) and start again;" \
        "the Debian packages that hold them are listed in packaging/setup.sh"
}

system=$(. /etc/os-release 2>/dev/null && printf '%s' "${ID:-} ${ID_LIKE:-}") || system=
case " $system " in
    *" debian "* | *" ubuntu "*) install_missing ;;
    *) name_what_is_missing ;;
esac
