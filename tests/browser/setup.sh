#!/usr/bin/env bash
# Make sure that a Chromium and a Chinese font are there for the browser tests.
# What is installed already is used; root gets the rest from Debian; others are told the names.
set -euo pipefail

find_chromium() {
    if [[ -n "${CHROMIUM:-}" ]]; then
        command -v "$CHROMIUM"
        return
    fi
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    return 1
}

has_chinese_font() {
    command -v fc-list >/dev/null && [[ -n "$(fc-list :lang=zh family)" ]]
}

missing=()
find_chromium >/dev/null || missing+=(chromium)
has_chinese_font || missing+=(fontconfig fonts-noto-cjk)

if ((${#missing[@]})); then
    if [[ "$(id -u)" != 0 ]] || ! command -v apt-get >/dev/null; then
        echo "The browser tests need: ${missing[*]}." >&2
        echo "Install them, e.g. sudo apt-get install ${missing[*]}" >&2
        echo "(a browser elsewhere: set CHROMIUM=/path/to/it)." >&2
        exit 1
    fi
    echo "Installing ${missing[*]} …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
fi

find_chromium
