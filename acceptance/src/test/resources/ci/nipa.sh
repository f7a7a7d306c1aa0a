#!/usr/bin/env bash
#
# NIPA, the CI of netdev. API 1.1 through python-requests; pages are followed by splitting the Link header at commas and
# taking all but the first and last character of what stands before the semicolon.

. "$(dirname "$0")/lib.sh"

api=$PATCHWORK_URL/api/1.1
headers=$(mktemp)

get_all() { # PATH: the objects of all pages, one a line
    local url=$api/$1
    while [[ -n $url ]]; do
        get --compressed --dump-header "$headers" "$url" | jq -c '.[]'
        url=$(next_page)
    done
}

next_page() {
    local links link address rel
    links=$(tr -d '\r' <"$headers" | sed -n 's/^Link: //p')
    while IFS=';' read -r address rel; do
        if [[ ${rel# } == 'rel="next"' ]]; then
            echo "${address:1:-1}"
        fi
    done <<<"${links//,/$'\n'}"
}

# The project is found by its name, not by its link name.
project=$(get_all 'projects/?' | jq -r 'select(.name == "Harbor") | .id')
equal "project" 1 "$project"

# New series, oldest first, from the last date on.
since=2020-01-01T00:00:00
events=$(get_all "events/?project=$project&since=$since&order=date&category=series-completed&")
(($(wc -l <<<"$events") > 30)) || fail "one page of events only: $events"
equal "order of dates" "$(jq -r .date <<<"$events")" "$(jq -r .date <<<"$events" | sort)"
[[ $(jq -r .date <<<"$events" | tail -1) =~ ^[0-9-]{10}T[0-9:]{8}\.[0-9]{6}$ ]] || fail "a date has another form"
last=$(jq -r .date <<<"$events" | tail -1)
equal "again from the last date" 1 \
    "$(get_all "events/?project=$project&since=$last&order=date&category=series-completed&" | wc -l)"

series=$(jq -r 'select(.payload.series.name == "harbor: a ledger of berths") | .payload.series.id' <<<"$events")
body=$(get --compressed "$api/series/$series/")
equal "complete" "true 3" "$(jq -r '"\(.received_all) \(.total)"' <<<"$body")"
equal "version" 1 "$(jq -r .version <<<"$body")"

# The mails come by number, from the site and not from the API.
begin_branch nipa
get --location "$PATCHWORK_URL/cover/$(jq -r .cover_letter.id <<<"$body")/mbox/" | grep >/dev/null '^Subject: \[PATCH 0/3\]'
for patch in $(jq -r '.patches[].id' <<<"$body"); do
    get --location --compressed "$PATCHWORK_URL/patch/$patch/mbox/" >mail
    git am --quiet --keep-cr mail
done
equal "commits" 3 "$(git log --oneline | wc -l)"

# What is to be done: states by number.
open=$(get_all "patches/?project=$project&state=1&state=2&archived=false&")
equal "states" "new" "$(jq -r .state <<<"$open" | sort -u)"
equal "nobody's" "" "$(get_all "patches/?project=$project&delegate=nobody&state=1&state=2&archived=false&")"

# By Message-ID, without a version and without brackets, quoted once.
first=$(jq -c '.patches[0]' <<<"$body")
msgid=$(jq -r '.msgid[1:-1] | @uri' <<<"$first")
equal "patch by Message-ID" "$(jq .id <<<"$first")" \
    "$(get "$PATCHWORK_URL/api/patches/?msgid=$msgid&project=$project" | jq '.[].id')"
msgid=$(jq -r '.cover_letter.msgid[1:-1] | @uri' <<<"$body")
equal "cover by Message-ID" "$(jq .cover_letter.id <<<"$body")" \
    "$(get "$PATCHWORK_URL/api/covers/?msgid=$msgid&project=$project" | jq '.[].id')"

# Results: forms with the user, who may be left empty, and 201 is what counts.
for patch in $(jq -r '.patches[].id' <<<"$body"); do
    for user in 1 ''; do
        equal "check" 201 "$(status -H "Authorization: Token $PATCHWORK_TOKEN" --data-urlencode "user=$user" \
            --data-urlencode state=success --data-urlencode "target_url=https://ci.example.org/nipa/$patch" \
            --data-urlencode "context=netdev-build_${user:-0}" --data-urlencode "description=Errors 0 & warnings: 0" \
            "$api/patches/$patch/checks/")"
    done
    equal "state" 200 "$(status -X PATCH -H "Authorization: Token $PATCHWORK_TOKEN" -d state=changes-requested \
        "$api/patches/$patch/")"
done
checks=$(jq -r '.patches[0].id' <<<"$body")
checks=$(get "$(get "$api/patches/$checks/" | jq -r .checks)" | jq -c '.[]')
equal "contexts" $'netdev-build_1\nnetdev-build_0' "$(jq -r .context <<<"$checks")"
equal "check date" 2 "$(jq -r .date <<<"$checks" | grep -cE '^[0-9-]{10}T[0-9:]{8}\.[0-9]{6}$')"
equal "repeated" 2 "$(for patch in 1 1; do
    status -H "Authorization: Token $PATCHWORK_TOKEN" -d state=success -d context=retried "$api/patches/$patch/checks/"
    echo
done | grep -c 201)"
