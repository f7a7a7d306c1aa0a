# Releases: "./patchbay release VERSION" makes one, "./patchbay release --at COMMIT [FOLDER]" builds
# an earlier one, or any commit, from history. Sourced by "patchbay"; docs/operating/releases.md
# tells what a release is and what it promises.

. "$root/build/packing.bash"

releases=$root/bench/releases.txt
fragments=docs/release-notes
# Raised when what is packed changes, so that folders packed otherwise are not taken for this.
form=1

release() {
    case ${1-} in
        --at)
            shift
            (($# == 1 || $# == 2)) ||
                fail "'release --at' takes a commit or a version, and a folder if you like; it got $#" \
                    "words: ./patchbay release --at 0.1 /tmp/patchbay-0.1"
            release_from_history "$@"
            ;;
        *)
            (($# == 1)) && [[ $1 != -* ]] ||
                fail "'release' takes a version, or --at and a commit or version:" \
                    "./patchbay release 0.2, ./patchbay release --at 0.1"
            make_release "$1"
            ;;
    esac
}

# --- A new release ------------------------------------------------------------------------------

# Everything is made beside the tree, out of git's objects, and tried; the branch moves last, in one
# step. Whoever interrupts this before that finds everything as it was.
make_release() {
    local version=$1 number base release record
    may_be_released "$version"
    number=$(three_numbers "$version")
    find_jdk
    make_work_folder
    base=$(in_git rev-parse HEAD)
    release=$(commit_release "$version" "$base")
    record=$(commit_record "$version" "$release")

    export_commit "$release" "$work/tree"
    pack "$work/tree" "$work/patchbay-$number" "$number"
    try "$work/patchbay-$number" "$number"
    mkdir "$work/done"
    archive "$work/patchbay-$number" "$work/done/patchbay-$number.tar.gz" "$release"
    pack_library qmp "$work/tree" "$work/done" "$number" "$release"
    pack_library diff "$work/tree" "$work/done" "$number" "$release"
    (cd "$work/done" && sha256sum -- * >SHA256SUMS)

    local target=$root/target/release/$number
    rm -rf "$target"
    mkdir -p "${target%/*}"
    mv "$work/done" "$target"
    if [[ $(in_git rev-parse HEAD) != "$base" ]] || ! in_git merge --quiet --ff-only "$record"; then
        rm -rf "$target"
        fail "the branch or the tree changed meanwhile: nothing is released; commit what you have" \
            "and call this again"
    fi
    in_git tag -a "v$version" -m "Patchbay $version" "$release" ||
        say "there is no tag v$version; nothing depends on it"
    say "released $version, commit $release. Push the branch, and the tag v$version." \
        "What to publish is in the folder that follows:"
    echo "$target"
}

may_be_released() {
    local version=$1 newest changes
    [[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(\.[1-9][0-9]*)?$ ]] ||
        fail "a version is MAJOR.MINOR or, for corrections, MAJOR.MINOR.FIX, such as 0.2 or 0.2.1;" \
            "'$version' is neither"
    in_repository ||
        fail "a release is made in a git repository, and $root is none; clone one"
    if [[ -n $(commit_of_version "$version") ]]; then
        fail "$version is released already, as commit $(commit_of_version "$version");" \
            "choose a version after $(newest_version)"
    fi
    newest=$(newest_version)
    [[ $(printf '%s\n' "$newest" "$version" | sort -V | tail -n 1) == "$version" ]] ||
        fail "the newest release here is $newest, and '$version' is before it; choose a later version"
    ! in_git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null ||
        fail "there is a tag v$version, but no release of that version in bench/releases.txt;" \
            "remove the tag ('git tag -d v$version') or choose another version"
    in_git symbolic-ref --quiet HEAD >/dev/null ||
        fail "a release is made on a branch, and none is checked out; 'git switch' to one"
    changes=$(in_git status --porcelain)
    [[ -z $changes ]] ||
        fail "the tree has changes that are in no commit; commit or stash them:"$'\n'"$changes"
    [[ -n $(fragment_files) ]] ||
        fail "there is nothing to tell of $version: $fragments/ holds no fragments;" \
            "write one for each change that a user can see"
}

# The commit that is released: CHANGES.md tells what is new, and the fragments it was told in are
# gone. Prints its id; no branch knows it yet.
commit_release() {
    local version=$1 base=$2 file
    in_git show "$base:CHANGES.md" >"$work/changes" 2>/dev/null ||
        printf '# Changes\n\nWhat a user can see, the newest release first.\n' >"$work/changes"
    section_of "$version" "$(date -u +%F)" >"$work/section"
    awk -v section="$work/section" '
        function tell() { while ((getline line < section) > 0) print line; told = 1 }
        /^## / && !told { tell(); print "" }
        { print }
        END { if (!told) { print ""; tell() } }' "$work/changes" >"$work/changes.new"
    begin_commit "$base"
    put CHANGES.md "$work/changes.new"
    while IFS= read -r file; do
        in_index update-index --force-remove "$file"
    done < <(fragment_files)
    end_commit "$base" "Release $version"
}

# The commit behind it: no commit can hold its own id. From here on the poms tell the next version.
commit_record() {
    local version=$1 release=$2 next file current
    current=$(version_in "$root/pom.xml")
    next=$(next_version "$version")-SNAPSHOT
    begin_commit "$release"
    cp "$releases" "$work/releases"
    echo "$version $release $(date -u +%F)" >>"$work/releases"
    put bench/releases.txt "$work/releases"
    while IFS= read -r file; do
        set_version "$current" "$next" <"$root/$file" >"$work/pom"
        put "$file" "$work/pom"
    done < <(in_git ls-files -- pom.xml '*/pom.xml')
    end_commit "$release" "$version is commit ${release:0:12}; next is ${next%-SNAPSHOT}"
}

begin_commit() {
    rm -f "$work/index"
    in_index read-tree "$1"
}

put() {
    local blob
    blob=$(in_git hash-object -w --stdin <"$2")
    in_index update-index --add --cacheinfo "100644,$blob,$1"
}

end_commit() {
    in_git commit-tree -p "$1" -m "$2" "$(in_index write-tree)"
}

in_index() {
    GIT_INDEX_FILE=$work/index in_git "$@"
}

# --- What is new --------------------------------------------------------------------------------

fragment_files() {
    in_git ls-files -- "$fragments/*.md" | grep -v '/README\.md$' | LC_ALL=C sort || true
}

# One bullet a fragment, in the order of their names.
section_of() {
    local files=()
    mapfile -t files < <(fragment_files)
    printf '## %s (%s)\n\n' "$1" "$2"
    (cd "$root" && awk '
        FNR == 1 { begun = 0; gap = 0 }
        /^[ \t]*$/ { gap = begun; next }
        { if (gap) print ""; print (begun ? "  " : "* ") $0; begun = 1; gap = 0 }' "${files[@]}")
}

# --- Versions -----------------------------------------------------------------------------------

# "0.2" is short for 0.2.0, which is what the program and the names of files tell.
three_numbers() {
    [[ $1 == *.*.* ]] && echo "$1" || echo "$1.0"
}

next_version() {
    local major minor fix
    IFS=. read -r major minor fix <<<"$1"
    [[ -n $fix ]] && echo "$major.$minor.$((fix + 1))" || echo "$major.$((minor + 1)).0"
}

newest_version() {
    awk '!/^#/ && NF { newest = $1 } END { print newest }' "$releases"
}

commit_of_version() {
    awk -v version="$1" '$1 == version { print $2 }' "$releases"
}

version_of_commit() {
    awk -v commit="$1" '!/^#/ && $2 == commit { print $1; exit }' "$releases"
}

# --- From history -------------------------------------------------------------------------------

# Prints the folder. Status 2 tells that this clone does not have the commit, which is no failure of
# whoever wants to compare with it.
release_from_history() {
    local wanted=$1 folder=${2-} commit version number='' marker
    commit=$(find_commit "$wanted")
    find_jdk
    folder=$(realpath -m -- "${folder:-${XDG_CACHE_HOME:-$HOME/.cache}/patchbay/releases/$commit}")
    [[ $folder/ != "$(realpath -- "$root")"/* ]] ||
        fail "a release of history lies outside the source folder, and $folder is inside; name another"
    marker="$form $commit $(jdk_version)"
    open_release_folder "$folder" "$commit"
    if [[ ! -f $folder/.release || $(<"$folder/.release") != "$marker" ]]; then
        version=$(version_of_commit "$commit")
        [[ -z $version ]] || number=$(three_numbers "$version")
        say "building commit ${commit:0:12}${version:+, release $version} (a minute or two) …"
        make_work_folder
        export_commit "$commit" "$work/tree"
        pack "$work/tree" "$work/packed" "$number"
        find "$folder" -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
        cp -R "$work/packed/." "$folder"
        "$folder/patchbay" build
        try "$folder" "$number"
        echo "$marker" >"$folder/.release"
    fi
    echo "$folder"
}

find_commit() {
    local wanted=$1 named commit
    in_repository ||
        skip "'$wanted' is built from history, and $root is no git repository; clone one"
    named=$(commit_of_version "$wanted")
    if commit=$(in_git rev-parse --quiet --verify "${named:-$wanted}^{commit}"); then
        echo "$commit"
    elif [[ -z $named && ! $wanted =~ ^[0-9a-f]{7,40}$ ]]; then
        fail "'$wanted' is neither a commit nor a release; releases are" \
            "$(awk '!/^#/ && NF { print $1 }' "$releases" | paste -sd ' ')"
    elif [[ $(in_git rev-parse --is-shallow-repository) == true ]]; then
        skip "commit ${named:-$wanted}${named:+ of release $wanted} is not in this clone, which is" \
            "shallow; 'git fetch --unshallow' brings it"
    else
        skip "commit ${named:-$wanted}${named:+ of release $wanted} is not in this clone;" \
            "'git fetch' it"
    fi
}

skip() {
    say "*** SKIPPED: $* ***"
    exit 2
}

# Takes the folder for this process alone. What is not of ours is never removed.
open_release_folder() {
    local folder=$1 commit=$2
    mkdir -p "$folder"
    [[ -f $folder/.lock || -z $(ls -A "$folder") ]] ||
        fail "a release is laid into a new or empty folder, and $folder holds other files;" \
            "name another"
    exec 8>"$folder/.lock"
    if command -v flock >/dev/null && ! flock --nonblock 8; then
        say "waiting for another who fills $folder …"
        flock 8
    fi
    [[ ! -f $folder/.release || $(<"$folder/.release") == *" $commit "* ]] ||
        fail "$folder holds another release; name another folder or remove this one"
}

# --- Git ----------------------------------------------------------------------------------------

in_git() {
    git -C "$root" "$@"
}

# An unpacked archive may lie inside of somebody's repository, which is not ours.
in_repository() {
    local prefix
    prefix=$(in_git rev-parse --show-prefix 2>&1) && [[ -z $prefix ]]
}

# As it was committed, and nothing else; whatever is under way in the tree.
export_commit() {
    mkdir "$2"
    in_git archive --format=tar "$1" | tar -x -C "$2"
}

# $work, which is gone when the script ends, however that is.
make_work_folder() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/patchbay-release-XXXXXX")
    trap 'rm -rf "$work"' EXIT
}
