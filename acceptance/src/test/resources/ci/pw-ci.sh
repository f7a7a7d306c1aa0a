#!/usr/bin/env bash
#
# pw-ci, the CI of Open vSwitch and DPDK: shell, curl and jq, without a version in the address. Asks series for states,
# which they do not have, and takes dates with a blank. DPDK's own poller asks for pages until it gets no list.

. "$(dirname "$0")/lib.sh"

api=$PATCHWORK_URL/api

# New series since a moment; curl is given an empty argument where there is no password.
since=$(sed 's@ @%20@' <<<'2026-01-10 00:00:00')
new=$(get -s "$api/series/?project=harbor&since=$since" |
    jq -rc '.[] | (.id|tostring) + ";" + .url + ";" + .submitter.name + ";" + .submitter.email + ";" + (.received_all|tostring)')
[[ -n $new ]] || fail "no series since $since"
equal "none of before" "" "$(grep ingrid <<<"$new" | head -0)"
events=$(get "$api/events/?category=series-created&project=harbor&since=$since")
equal "category" series-created "$(jq -r '.[].category' <<<"$events" | sort -u)"

IFS=';' read -r id url name email all <<<"$(grep ';amina.diallo' <<<"$new" | head -1)"
equal "received" true "$all"
equal "submitter" "Amina Diallo" "$name"
equal "complete" true "$(get "$url" | jq -rc '.received_all')"
last=$(get "$url" | jq -rc '.patches[-1].url')
equal "state of the last patch" new "$(get "$last" | jq -rc '.state')"

# Requests to check again stand in comments; the address of these is without a version.
list=$(get "$api/series/?project=harbor&state=new&state=rfc&state=under-review&archived=false&order=-id")
equal "newest first" "$(jq -rc '.[].id' <<<"$list")" "$(jq -rc '.[].id' <<<"$list" | sort -rn)"
equal "states are passed over" "$(get "$api/series/?project=harbor&order=-id" | jq -c '[.[].id]')" \
    "$(jq -c '[.[].id]' <<<"$list")"
commented=$(get "$api/events/?category=patch-comment-created&project=harbor" | jq -r '.[-1].payload.patch.url')
comments=$(get "$(get "$commented" | jq -rc '.comments')")
(($(jq length <<<"$comments") > 0)) || fail "no comments"
jq -e 'all(.[]; (.content | type) == "string" and (.msgid | startswith("<")))' <<<"$comments" >/dev/null

# Results are posted as JSON, unless the same address is there already.
patch=$(get "$last" | jq -r .id)
post() {
    local checks
    checks=$(get -X GET --header 'Content-Type: application/json' "$api/patches/$patch/checks/")
    if ! jq -e '[.[].target_url] | contains(["ci.example.org/pw-ci/1"])' <<<"$checks" >/dev/null; then
        get -A '(pw-ci) pw-post' -X POST -H "Authorization: Token $PATCHWORK_TOKEN" \
            --header 'Content-Type: application/json' \
            --data '{ "state": "warning", "target_url": "https://ci.example.org/pw-ci/1", "context": "github-robot_build",
                "description": "test: warning" }' "$api/patches/$patch/checks/" >/dev/null
    fi
}
post
post
equal "posted once" 1 "$(get "$api/patches/$patch/checks/" | jq length)"

# The series is applied from its mbox.
begin_branch pw-ci
for series in "harbor: a ledger of berths"; do
    get --location "$(get -G "$api/series/" -d project=harbor --data-urlencode "q=$series" | jq -r '.[0].mbox')" | git am -q
done
equal "commits" 3 "$(git log --oneline | wc -l)"

# DPDK: pages until the answer is no list; a series without the last slash; a mail by its number.
pages=0
while [[ $(curl -s "$api/events/?category=patch-completed&page=$((pages + 1))" | jq -r type) == array ]]; do
    pages=$((pages + 1))
    ((pages < 50)) || fail "pages without end"
done
equal "past the end" '{"detail":"Invalid page."}' "$(curl -s "$api/events/?category=patch-completed&page=$((pages + 1))")"
equal "without a slash" "$id" "$(get --location "$api/series/$id" | jq .id)"
get --location "$PATCHWORK_URL/project/harbor/list/?series=$id&archive=both&state=*" | grep >/dev/null "tide"
