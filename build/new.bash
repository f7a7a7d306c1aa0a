# Begins files that have a form: "./patchbay new migration NAME". Sourced by "patchbay".

new() {
    case ${1-} in
        migration)
            (($# == 2)) ||
                fail "'new migration' takes a name; it got $(($# - 1)) words:" \
                    "./patchbay new migration patch_notes"
            new_migration "$2"
            ;;
        *) fail "'new' knows migration, not '${1-}': ./patchbay new migration patch_notes" ;;
    esac
}

# One text for both databases, so one file (docs/adr/0007-one-schema-text.md).
new_migration() {
    local name=$1 folders=() folder number=0 file taken
    [[ $name =~ ^[a-z][a-z0-9]*(_[a-z0-9]+)*$ ]] ||
        fail "a migration is named in small letters and digits, its words joined by _, such as" \
            "patch_notes; '$name' is not"
    mapfile -t folders < <(find "$root"/*/src/main/resources -type d -name migrations)
    ((${#folders[@]} == 1)) ||
        fail "one folder src/main/resources/…/migrations was expected, and there are ${#folders[@]}:" \
            "${folders[*]}"
    folder=${folders[0]}
    for file in "$folder"/V*__*.sql; do
        taken=${file##*/V}
        taken=${taken%%__*}
        ((taken <= number)) || number=$taken
        [[ ${file##*__} != "$name.sql" ]] ||
            fail "there is a migration of that name, ${file#"$root/"}; choose another"
    done
    file=$folder/V$((++number))__$name.sql
    # No file of another is written over.
    set -o noclobber
    cat >"$file" <<'TEXT'
-- What this is for, in a sentence or two.
--
-- One text for SQLite and PostgreSQL; words that differ are placeholders (docs/adr/0007). Never
-- edited once it is on the main branch: somebody's data folder has been through it, so a mistake is
-- mended by the next migration. It must take the folder of every release (docs/operating/releases.md).
TEXT
    say "next: write its statements, and why in its first lines; set Schema.VERSION of the module" \
        "store to \"$number\"; run store's tests, which try both databases. An ADR tells what a" \
        "successor would ask, a release note that opening a large folder takes long. The new file:"
    echo "${file#"$root/"}"
}
