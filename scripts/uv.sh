#!/bin/sh
# Runs uv; brings it into var/uv first where the machine has none.
set -eu
cd "$(dirname "$0")/.."
if command -v uv >/dev/null 2>&1; then
  exec uv "$@"
fi
if [ ! -x var/uv/bin/uv ]; then
  # A name on the path may be a version manager's shim for a Python that is not there: ask each.
  python=
  for name in python3.13 python3.12 python3.11 python3; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      python=$name
      break
    fi
  done
  if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed, and none was found on the path." >&2
    exit 1
  fi
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
