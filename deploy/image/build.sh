#!/bin/sh
# Makes the image of an archive of Meetbot, as `npm pack` makes it: build.sh ARCHIVE [NAME]
# The environment may say
#   ENGINE  what builds: podman (used where it is installed) or docker
#   BASE    on which Debian 13 it stands; without it, Docker Hub's debian:trixie-slim
#   ARCH    for which machines: amd64 or arm64; without it, for this one
# It needs npm 10 or newer.
set -eu

archive=$(realpath "${1:?build.sh ARCHIVE [NAME]: name the archive that \`npm pack\` made}")
name=${2:-meetbot}
base=${BASE:-docker.io/library/debian:trixie-slim}
engine=${ENGINE:-$(command -v podman || command -v docker || true)}
if [ -z "$engine" ]; then
  echo "Neither podman nor docker is here, and one of them builds the image: install one." >&2
  exit 1
fi
arch=${ARCH:-$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')}
cpu=$(echo "$arch" | sed 's/amd64/x64/')

here=$(realpath "$(dirname "$0")")
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT

# What belongs to a machine comes from npm as it is, so no other than this one has to run anything.
npm install --prefix "$context/app" --os=linux --cpu="$cpu" --libc=glibc --no-save --no-audit --no-fund --loglevel=error "$archive"
if [ ! -e "$context/app/node_modules/node-linux-$cpu" ]; then
  echo "npm $(npm --version) installed no Node for $arch: npm 10 or newer does." >&2
  exit 1
fi
# As `meetbot` does where it is installed for the machine it is installed on.
rm -rf "$context/app/node_modules/node-linux-$cpu/include"
# Not every npm links the programs of parts of parts.
ln -sf "../node-linux-$cpu/bin/node" "$context/app/node_modules/.bin/node"
version=$(node -p 'require(process.argv[1]).version' "$context/app/node_modules/meetbot/package.json")

# Podman's own form of images has no health check.
case "$engine" in *podman) form="--format=docker" ;; *) form="" ;; esac
# shellcheck disable=SC2086
"$engine" build $form --platform "linux/$arch" --build-arg "BASE=$base" --build-arg "VERSION=$version" \
  --file "$here/Containerfile" --tag "$name:$version" --tag "$name:latest" "$context"
