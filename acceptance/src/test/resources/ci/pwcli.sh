#!/usr/bin/env bash
#
# pwcli, with which wireless patches are sorted: API 1.2, pages of 100, PATCH with JSON and a delegate by number.

. "$(dirname "$0")/lib.sh"

api=$PATCHWORK_URL/api/1.2
token="Authorization: Token $PATCHWORK_TOKEN"

patches=$(get -H "$token" "$api/patches/?project=harbor&per_page=100&state=new&state=under-review")
patch=$(jq '.[0].id' <<<"$patches")
user=$(get -H "$token" "$api/users/?q=ann" | jq '.[0].id')

changed=$(get -X PATCH -H "$token" -H 'Content-Type: application/json' \
    -d "{\"state\": \"accepted\", \"commit_ref\": \"0123456789ab\", \"delegate\": $user}" "$api/patches/$patch/")
equal "changed" "accepted 0123456789ab ann" "$(jq -r '[.state, .commit_ref, .delegate.username] | join(" ")' <<<"$changed")"
equal "by its delegate" "$patch" \
    "$(get -H "$token" "$api/patches/?project=harbor&per_page=100&state=accepted&delegate=$user" | jq '.[].id')"
