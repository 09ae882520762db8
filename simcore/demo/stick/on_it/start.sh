#!/bin/sh
# Finds a Python that simwijk is on this stick for, and lets it do the rest.
here=$(cd "$(dirname "$0")" && pwd)
PATH=$PATH:/usr/local/bin:/opt/homebrew/bin
for python in {pythons}; do
    python=python$python
    if "$python" -c 'import sys, venv; sys.exit(sys.maxsize < 2**32)' >/dev/null 2>&1; then
        exec "$python" -B "$here/simwijk/start.py" "$@"
    fi
done
cat <<'END'
Er staat geen geschikte Python op deze computer. Nodig is Python {or_nl}.
  Mac:   kijk in de map python op deze stick, en dubbelklik wat er staat. Staat er niets: www.python.org/downloads
  Linux: vraag wie de computer beheert om het pakket python{best}
Dubbelklik daarna weer. Of open plan_b.html: dat speelt zonder Python.

There is no Python on this computer that fits. It takes Python {or_en}.
  Mac:   look in the folder python on this stick, and double-click what is there. If nothing: www.python.org/downloads
  Linux: ask who looks after the computer for the package python{best}
Then double-click again. Or open plan_b.html, which plays without Python.
END
exit 2
