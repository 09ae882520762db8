#!/bin/sh
# Give the project its own Python in .venv; when that is ready already, start nothing.
# PYTHON names the interpreter to build with; without it, the first that fits is taken.
set -eu
cd "$(dirname "$0")/.."

python=.venv/bin/python
ready=.venv/ready

stop() {
    echo "simwijk: $1" >&2
    exit 4
}

# Print what an interpreter is: "fits", "bare" (it cannot make a venv), "old" or "absent"; then its version.
# The question is put in words that Python 2 understands as well.
judge() {
    "$1" -c '
import sys
word = "fits"
try:
    import ensurepip, venv
except ImportError:
    word = "bare"
if sys.version_info < (3, 11):
    word = "old"
print("%s %d.%d.%d" % ((word,) + tuple(sys.version_info[:3])))
' 2>/dev/null || echo absent
}

advise() {
    case $2 in
        fits*) ;;
        bare*) stop "$1 cannot make a virtual environment; install its venv module (on Debian and Ubuntu: apt install python3-venv)." ;;
        old*) stop "$1 is Python ${2#old }; simwijk needs 3.11 or newer: install one, or name the one you have: make run PYTHON=python3.12" ;;
        *) stop "no Python answers to '$1'; install Python 3.11 or newer, or name the one you have: make run PYTHON=python3.12" ;;
    esac
}

# Set $chosen to the first interpreter that fits; if none does, advise on the one that came nearest.
choose() {
    bare='' old=''
    for chosen in python3 python3.13 python3.12 python3.11 python; do
        case $(judge "$chosen") in
            fits*) return ;;
            bare*) bare=${bare:-$chosen} ;;
            old*) old=${old:-$chosen} ;;
        esac
    done
    chosen=${bare:-${old:-python3}}
    advise "$chosen" "$(judge "$chosen")"
}

asked=''
if [ -n "${PYTHON:-}" ]; then
    asked=$(judge "$PYTHON")
    advise "$PYTHON" "$asked"
fi

# Contents, not dates: a checkout of the same files is no news. The folder too: .venv knows where it lies.
recipe=$(
    pwd -P
    cksum pyproject.toml setup.py constraints.txt
)

whole=no
if [ -x "$python" ] && { [ -z "$asked" ] || [ "$(judge "$python")" = "$asked" ]; }; then
    [ "$(cat "$ready" 2>/dev/null)" = "$recipe" ] && exit 0
    case $(judge "$python") in
        fits*) "$python" -m pip --version >/dev/null 2>&1 && whole=yes ;;
    esac
fi

if [ $whole = no ]; then
    chosen=${PYTHON:-}
    [ -n "$chosen" ] || choose
    echo "simwijk: building .venv with $chosen; the first time, this takes some minutes" >&2
    "$chosen" -m venv --clear .venv || stop "$chosen could not make .venv; the lines above say why."
fi

rm -f "$ready"
install() {
    PIP_USER=0 "$python" -m pip install --quiet --no-input --disable-pip-version-check \
        --constraint constraints.txt "$@" ||
        stop "installing stopped; the lines above say why. It needs the network once; run make again to go on."
}
# setuptools first, then no build isolation: a later change of pyproject.toml needs no network.
install setuptools
install --no-build-isolation --editable '.[test]'
echo "$recipe" >"$ready"
