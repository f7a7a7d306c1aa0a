# Sourced by findings: unpacks Debian packages below $work/root, without touching the system.

work=$(mktemp -d)
background=()

clean_up() {
    local process
    for process in "${background[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT

cannot_be_had() {
    echo "cannot be had: $*" >&2
    exit 2
}

# debian NAME VERSION [NAME ...]: a package in a version that begins so, what it needs, and more packages.
debian() {
    local name=$1 version=$2 apt wanted=() package offered
    shift 2
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root"
    apt=(-qq -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)")
    timeout 120 apt-get "${apt[@]}" update >/dev/null 2>&1 || cannot_be_had "the package lists of Debian"
    offered=$(apt-cache "${apt[@]}" policy "$name" | sed -n 's/^  Candidate: //p')
    [[ $offered == "$version"* ]] || cannot_be_had "$name $version (offered: ${offered:-none})"
    # What the system has already is used from there.
    while read -r _ package _; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            wanted+=("$package")
    done < <(apt-get "${apt[@]}" install -s --no-install-recommends "$name" "$@" 2>/dev/null | grep '^Inst ')
    [[ " ${wanted[*]} " == *" $name "* ]] || wanted+=("$name")
    (cd "$work/debs" && timeout 300 apt-get "${apt[@]}" download "${wanted[@]}" >/dev/null 2>&1) ||
        cannot_be_had "${wanted[*]}"
    for package in "$work"/debs/*.deb; do
        dpkg -x "$package" "$work/root"
    done
    LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-gnu "$work"/root/lib/*-linux-gnu | tr ' ' :)
    export LD_LIBRARY_PATH
    echo "$name $offered"
}

# compare EXPECTED SEEN: shows what was seen, and fails where it is not what is written in the finding.
compare() {
    local expected=$1 seen=$2
    printf '%s\n' "$seen"
    if [[ $seen != "$expected" ]]; then
        echo "changed; this is how it was:" >&2
        diff <(printf '%s\n' "$expected") <(printf '%s\n' "$seen") >&2 || true
        exit 1
    fi
}
