# Sourced by ./run and ./test: makes the locked environment in .venv. Needs Python 3.9+ with pip, or uv.
# Expects $root, the project's folder.

find_uv() {
    if command -v uv >/dev/null 2>&1; then
        uv=uv
        return
    fi
    uv="$root/.tools/bin/uv"
    if [ ! -x "$uv" ]; then
        echo "Installing uv into the project's own folder …" >&2
        python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --target "$root/.tools" --only-binary :all: \
            --require-hashes --requirement "$root/scripts/uv.txt" >&2 || {
            echo "uv could not be installed. Python 3.9 or newer with pip is needed, or uv itself (https://docs.astral.sh/uv/)." >&2
            exit 1
        }
    fi
}

set_up() {
    stamp="$root/.venv/.express-entry-ready"
    if [ -e "$stamp" ] && [ ! "$root/uv.lock" -nt "$stamp" ] && [ ! "$root/pyproject.toml" -nt "$stamp" ]; then
        return
    fi
    find_uv
    echo "Setting up the environment (about 1 GB, once) …" >&2
    (cd "$root" && "$uv" sync --frozen --quiet) >&2
    touch "$stamp"
}
