#!/bin/sh
# Opens the lessons on macOS and Linux: sh start.sh
cd "$(dirname "$0")" || exit 1
for python in python{python} python3; do
  command -v "$python" >/dev/null 2>&1 && exec "$python" start.py "$@"
done
echo "Cần cài Python {python}. / Python {python} is needed: install it first." >&2
exit 2
