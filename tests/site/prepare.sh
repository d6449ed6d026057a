#!/usr/bin/env bash
# Puts in place what the browser tests need: Chromium, axe-core, vnu and what they run on. Says nothing where all is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly axe_version=4.14.1 vnu_version=26.9.27
readonly folder=build/browser

has_package() {
  grep --quiet --no-messages "\"version\": *\"$2\"" "$folder/node_modules/$1/package.json"
}

packages_missing=false
has_package axe-core "$axe_version" && has_package vnu-jar "$vnu_version" || packages_missing=true

debian=()
test -x /usr/bin/chromium || debian+=(chromium)
command -v java > /dev/null || debian+=(default-jre-headless)
if "$packages_missing" && ! command -v npm > /dev/null; then debian+=(npm); fi

if ((${#debian[@]})); then
  as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" apt-get -qq update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "${debian[@]}" > /dev/null
fi

if "$packages_missing"; then
  mkdir -p "$folder"
  # Both at once: npm takes out what it finds there and was not asked for.
  npm install --no-save --prefix "$folder" --loglevel=error --no-audit --no-fund --ignore-scripts \
    "axe-core@$axe_version" "vnu-jar@$vnu_version" > /dev/null
fi
