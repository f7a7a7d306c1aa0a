# Makes a release of an exported commit: what runs, and the libraries. Sourced by release.bash.
# Commits before this script are packed too, so it asks little of them: that "./patchbay build"
# makes MODULE/target/patchbay/patchbay.jar with lib/ beside it.

# Lays what runs into a new folder. A release tells its number; another commit tells what its poms do.
pack() {
    local tree=$1 folder=$2 number=$3 jar file
    if [[ -n $number ]]; then
        set_version_of_tree "$tree" "$number"
    fi
    # The start-up cache would know the jars by where they lie now.
    PATCHBAY_TRAIN=no "$tree/patchbay" build >&2 || fail "the commit could not be built"
    jar=$(the_file "$tree"/*/target/patchbay/patchbay.jar)
    mkdir -p "$folder/program"
    cp -R "$jar" "${jar%/*}/lib" "$folder/program"
    cp "$(the_file "$tree"/*/src/main/perl/hand-over)" "$folder/program"
    # The options of the JVM are those of its time; 0.1 had them in its script, as they are here.
    cp "$(first_of "$tree/build/running.bash" "$root/build/running.bash")" "$folder/program"
    cp "$(first_of "$tree/build/launcher" "$root/build/launcher")" "$folder/patchbay"
    for file in LICENSE README.md CHANGES.md ARCHITECTURE.md docs corpus; do
        [[ ! -e $tree/$file ]] || cp -R "$tree/$file" "$folder"
    done
    rm -rf "$folder/docs/release-notes"
}

# Before anybody gets it.
try() {
    local told
    told=$("$1/patchbay" --version) || fail "the packed program does not start"
    [[ -z $2 || $told == "patchbay $2" ]] ||
        fail "the packed program should call itself 'patchbay $2', and says '$told'"
}

# The same commit gives the same bytes.
archive() {
    local folder=$1 file=$2 commit=$3
    tar --create --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rw,go=rX \
        --mtime="@$(in_git show -s --format=%ct "$commit")" --format=gnu \
        -C "${folder%/*}" "${folder##*/}" | gzip -9n >"$file"
}

# A module that is of use without the rest: its jar, its sources, its Javadoc. By the JDK's own
# tools, because they ask nothing of the poms of old commits.
pack_library() {
    local name=$1 tree=$2 folder=$3 number=$4 commit=$5 base=patchbay-$1-$4 jar date
    [[ -f $tree/$name/pom.xml ]] || return 0
    jar=$tree/$name/target/$base.jar
    if [[ ! -f $jar ]]; then
        # The program may do without it.
        (root=$tree && maven -q -pl "$name" -am package -Dmaven.test.skip=true) >&2
    fi
    cp "$jar" "$folder/$base.jar"
    date=$(TZ=UTC in_git show -s --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd "$commit")
    "$jdk/bin/jar" --create --no-manifest --date "$date" --file "$folder/$base-sources.jar" \
        -C "$tree/$name/src/main/java" .
    "$jdk/bin/javadoc" -quiet -Xdoclint:none -notimestamp --no-fonts -encoding UTF-8 \
        -d "$work/javadoc-$name" -windowtitle "patchbay-$name $number" \
        -doctitle "patchbay-$name $number" \
        -classpath "$work/patchbay-$number/program/lib/*" \
        -sourcepath "$tree/$name/src/main/java" -subpackages io >&2
    "$jdk/bin/jar" --create --no-manifest --date "$date" --file "$folder/$base-javadoc.jar" \
        -C "$work/javadoc-$name" .
}

# --- Poms ---------------------------------------------------------------------------------------

set_version_of_tree() {
    local tree=$1 number=$2 current pom
    current=$(version_in "$tree/pom.xml")
    for pom in "$tree/pom.xml" "$tree"/*/pom.xml; do
        set_version "$current" "$number" <"$pom" >"$work/pom"
        cp "$work/pom" "$pom"
    done
}

# The version of the project is the only one that stands so far to the left.
version_in() {
    sed -n 's|^  <version>\(.*-SNAPSHOT\)</version>$|\1|p' "$1"
}

set_version() {
    sed "s|<version>$1</version>|<version>$2</version>|"
}

# --- Files --------------------------------------------------------------------------------------

the_file() {
    (($# == 1)) && [[ -f $1 ]] || fail "one file '$1' was expected, and there are: $*"
    echo "$1"
}

first_of() {
    [[ -f $1 ]] && echo "$1" || echo "$2"
}

jdk_version() {
    sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"$/\1/p' "$jdk/release"
}
