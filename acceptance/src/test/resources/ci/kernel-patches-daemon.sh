#!/usr/bin/env bash
#
# kernel-patches-daemon, the CI of BPF. API 1.2 through aiohttp, which parses Link properly but adds all parameters once
# more to the address of the next page. States are numbers, two of them kernel.org's own; False is Python's.

. "$(dirname "$0")/lib.sh"

api=$PATCHWORK_URL/api/1.2
headers=$(mktemp)
parameters='since=2020-01-01T00:00:00&archived=False&state=1&state=2&state=5&state=7&state=13&state=15&project=1'

patches=
url="$api/patches/?$parameters"
while [[ -n $url ]]; do
    patches+=$(get --compressed --dump-header "$headers" "$url" | jq -c '.[]')$'\n'
    url=$(tr -d '\r' <"$headers" | sed -nE 's/^Link: .*<([^>]*)>; rel="next".*/\1/p')
    url=${url:+$url&$parameters}
done
equal "each patch once" "" "$(jq .id <<<"$patches" | sort | uniq -d)"
(($(jq .id <<<"$patches" | wc -l) > 30)) || fail "one page of patches only"
equal "an RFC counts" 1 "$(jq 'select(.state == "rfc") | .id' <<<"$patches" | wc -l)"

# The series of each, then all patches of each at once.
series=$(jq -r '.series[] | select(.name == "harbor: know the tide" and .version == 2) | .id' <<<"$patches" | sort -u)
body=$(get "$api/series/$series/")
equal "submitter" amina.diallo@example.org "$(jq -r .submitter.email <<<"$body")"
equal "fields" "" "$(jq -r '(["id","name","date","url","web_url","version","mbox","patches","cover_letter"] - keys)[]' \
    <<<"$body")"
jq -r '.patches[].id' <<<"$body" | xargs -P 8 -I ID curl -sSf -o /dev/null "$api/patches/ID/" || fail "patches at once"

# Older versions are found by the name of the series, which also finds others.
named=$(get -G "$api/series/" --data-urlencode 'q=harbor: know the tide' | jq -c '.[]')
equal "versions" "1 2 3" "$(jq -r 'select(.name == "harbor: know the tide") | .version' <<<"$named" | sort | xargs)"

# The whole series is one download.
begin_branch kpd
get --location "$(jq -r .mbox <<<"$body")" >mails
equal "mails" 2 "$(grep -c '^From patchwork ' mails)"

# Each write is preceded by a look at the last check of that context, in whatever case.
patch=$(jq -r '.patches[0].id' <<<"$body")
check() { # STATE
    get -H "Authorization: Token $PATCHWORK_TOKEN" -d context=bpf-PR -d target_url=https://ci.example.org/kpd \
        -d description=PR -d "state=$1" "$api/patches/$patch/checks/" >/dev/null
}
latest() {
    get "$api/patches/$patch/checks/?context=BPF-pr&order=-date&per_page=1" | jq -r '.[] | .state + " " + .target_url'
}
equal "no check yet" "" "$(latest)"
check pending
check fail
equal "the last check" "fail https://ci.example.org/kpd" "$(latest)"
equal "combined" fail "$(get "$api/patches/$patch/" | jq -r .check)"
