# What it takes to run the program, in the source folder and in a release alike; sourced by
# "patchbay" and by the launcher of a release. Both say where it lies: $root is the folder that
# people call ours, $home holds patchbay.jar, $hand_over_program is the Perl that hands mails over.

java_options=(-Dpatchbay.home="$root")
# Work that ends by itself wants little memory and no processor time for short pauses: the default
# collector takes twice as long for an archive, and gigabytes. A third of all processor time of an
# archive of 50,000 mails is the compiler's, so it takes less trouble (docs/performance.md).
batch_options=(-XX:+UseParallelGC -Xmx400m -Xmn280m)
batch_options+=(-XX:MaxInlineLevel=6 -XX:InlineSmallCode=1500 -XX:FreqInlineSize=200)
batch_options+=(-XX:LoopMaxUnroll=0 -XX:LoopOptsCount=10)
batch_options+=(-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000)
batch_options+=(-XX:Tier4CompileThreshold=40000 -XX:Tier4BackEdgeThreshold=120000)

run() {
    local options=("${java_options[@]}")
    if [[ -f $home/patchbay.aot ]]; then
        options+=(-XX:AOTCache="$home/patchbay.aot")
    fi
    case ${1-} in
        # Half a server is worse than none: whoever started it starts it again
        # (docs/operating/README.md).
        serve | demo) options+=(-XX:+ExitOnOutOfMemoryError) ;;
        *) options+=("${batch_options[@]}") ;;
    esac
    exec "$jdk/bin/java" "${options[@]}" -jar "$home/patchbay.jar" "$@"
}

# A start without this cache takes twice as long (docs/performance.md).
train() {
    "$jdk/bin/java" -XX:AOTCacheOutput="$home/patchbay.aot" "${java_options[@]}" \
        -jar "$home/patchbay.jar" rehearse
}

# --- Mail to a running server -------------------------------------------------------------------

# A mail system starts this once a mail. Beside a server that runs on the data folder, the mail goes
# to it through a socket and no Java is started; does not return then (docs/operating/pipe.md).
hand_over() {
    local data=${PATCHBAY_DATA:-data} list='' file=- words=("$@")
    [[ ${PATCHBAY_HAND_OVER-} != no ]] || return 0
    shift
    while (($# > 0)); do
        case $1 in
            --data=*) data=${1#*=} ;;
            --list-id=*) list=${1#*=} ;;
            --database=*) ;;
            --data | --list-id | --database)
                (($# > 1)) || return 0
                case $1 in
                    --data) data=$2 ;;
                    --list-id) list=$2 ;;
                esac
                shift
                ;;
            -) ;;
            -*) return 0 ;;
            *) file=$1 ;;
        esac
        shift
    done
    if [[ -S $data/mail.sock && -x /usr/bin/perl ]]; then
        exec /usr/bin/perl "$hand_over_program" \
            "$data/mail.sock" "$list" "$file" "$root/patchbay" "${words[@]}"
    fi
}

# --- The JDK ------------------------------------------------------------------------------------

find_jdk() {
    local candidate
    jdk=
    for candidate in "${JAVA_HOME-}" "${JAVA25_HOME-}" "${JAVA_HOME_25_X64-}" \
        /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* /opt/java/* /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk_25 "$candidate"; then
            jdk=$candidate
            return
        fi
    done
    candidate=$(command -v javac || true)
    if [[ -n $candidate ]]; then
        candidate=$(dirname "$(dirname "$(readlink -f "$candidate")")")
        if is_jdk_25 "$candidate"; then
            jdk=$candidate
            return
        fi
    fi
    fail "no JDK 25 found in JAVA_HOME, /usr/lib/jvm, ~/.sdkman or ~/.jdks." \
        "Install one ('apt install openjdk-25-jdk-headless' or 'sdk install java 25-tem')" \
        "or set JAVA_HOME to it."
}

# The file "release" tells the version without starting anything.
is_jdk_25() {
    local line
    [[ -n $1 && -x $1/bin/javac && -r $1/release ]] || return 1
    while IFS= read -r line || [[ -n $line ]]; do
        if [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]]; then
            ((BASH_REMATCH[1] >= 25))
            return
        fi
    done <"$1/release"
    return 1
}

# --- Words --------------------------------------------------------------------------------------

say() {
    printf 'patchbay: %s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}
