# Sourced by ./run and ./test: makes the locked environment in .venv. Needs Python 3.9+ with pip, or uv;
# Python 3.12, on which the program runs, is found or fetched.
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

# The Python that .python-version names: found on the machine, or fetched by uv into its own folder.
find_python() {
    if (cd "$root" && "$uv" python find) >/dev/null 2>&1; then
        return
    fi
    wanted=$(cat "$root/.python-version")
    echo "Fetching Python $wanted …" >&2
    (cd "$root" && "$uv" python install --quiet) >&2 || {
        echo "Python $wanted is needed. It was not found on this machine and could not be fetched." >&2
        echo "Install it (your package manager, pyenv, or https://www.python.org/downloads/) and start again." >&2
        exit 1
    }
}

set_up() {
    stamp="$root/.venv/.express-entry-ready"
    if [ -e "$stamp" ] && [ ! "$root/uv.lock" -nt "$stamp" ] && [ ! "$root/pyproject.toml" -nt "$stamp" ]; then
        return
    fi
    find_uv
    find_python
    echo "Setting up the environment (about 1 GB, once) …" >&2
    (cd "$root" && "$uv" sync --frozen --quiet) >&2
    touch "$stamp"
}
