# What the scripts beside share. Each makes the calls of one CI system, in its way of calling, and stops at the first
# answer that the system could not use. PATCHWORK_URL and PATCHWORK_TOKEN name the server and a maintainer of "harbor".

set -euo pipefail

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

equal() { # WHAT WANTED CAME
    [[ $2 == "$3" ]] || fail "$1: expected '$2', got '$3'"
}

get() {
    curl --silent --show-error --fail --max-time 20 "$@" || fail "no good answer: $*"
}

# The status alone.
status() {
    curl --silent --show-error --max-time 20 --output /dev/null --write-out '%{http_code}' "$@"
}

# An empty branch to apply to.
begin_branch() {
    git checkout --quiet --orphan "$1"
    git rm -rfq --ignore-unmatch .
}
