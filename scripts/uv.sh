#!/bin/sh
# Runs uv; brings it into var/uv first where the machine has none.
set -eu
cd "$(dirname "$0")/.."
if command -v uv >/dev/null 2>&1; then
  exec uv "$@"
fi
if [ ! -x var/uv/bin/uv ]; then
  python=$(command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
  echo "Getting uv, the package manager …" >&2
  mkdir -p var
  if "$python" -m venv var/uv >/dev/null 2>&1; then
    var/uv/bin/python -m pip install --quiet "uv>=0.13,<0.14" >&2
  else
    # Debian's Python without python3-venv: pip installs into a folder of ours.
    rm -rf var/uv
    "$python" -m pip install --quiet --target var/uv "uv>=0.13,<0.14" >&2
  fi
fi
exec var/uv/bin/uv "$@"
