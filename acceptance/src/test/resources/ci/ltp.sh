#!/usr/bin/env bash
#
# The CI of the Linux Test Project: curl -F, which is multipart, for PATCH and POST; dates with a Z; parameters that there
# are not.

. "$(dirname "$0")/lib.sh"

token="Authorization: Token $PATCHWORK_TOKEN"

series=$(get -k -G "$PATCHWORK_URL/api/events/" --data category=series-completed --data project=harbor \
    --data state=new --data since=2026-01-01T00:00:00Z --data archive=no |
    jq -r '.[] | "\(.payload.series.id) \(.payload.series.mbox)"')
[[ -n $series ]] || fail "no series"
read -r id mbox <<<"$(tail -1 <<<"$series")"

patches=$(get -k -G "$PATCHWORK_URL/api/patches/" --data project=harbor --data "series=$id" | jq -r '.[] | "\(.id)"')
equal "mails" "$(wc -l <<<"$patches")" "$(get --location "$mbox" | grep -c '^From patchwork ')"

for patch in $patches; do
    equal "no checks yet" "" "$(get -k -G "$PATCHWORK_URL/api/patches/$patch/checks/" | jq -r '.[] | "\(.id)"')"
    equal "state" under-review "$(get -k -X PATCH -H "$token" -F state=under-review \
        "$PATCHWORK_URL/api/patches/$patch/" | jq -r .state)"
    equal "check" 201 "$(status -k -X POST -H "$token" -F state=success -F context=debian_stable \
        -F target_url=https://ci.example.org/ltp -F 'description=all "good", 100 %' \
        "$PATCHWORK_URL/api/patches/$patch/checks/")"
    equal "description" 'all "good", 100 %' \
        "$(get "$PATCHWORK_URL/api/patches/$patch/checks/" | jq -r '.[0].description')"
done
