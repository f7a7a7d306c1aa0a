#!/usr/bin/env bash
#
# U-Boot's patman: API 1.2, words of a name joined by plus signs, and up to fifty requests at once.

. "$(dirname "$0")/lib.sh"

api=$PATCHWORK_URL/api/1.2

project=$(get "$api/projects/" | jq -r '.[] | select(.link_name == "harbor") | .id')
found=$(get "$api/series/?project=$project&q=know+the+tide")
equal "versions" "1 2 3" "$(jq -r '.[].version' <<<"$found" | sort | xargs)"

series=$(get "$api/series/$(jq '.[0].id' <<<"$found")/")
cover=$(jq .cover_letter.id <<<"$series")
equal "cover" "$cover" "$(get "$api/covers/$cover/" | jq .id)"
get "$api/covers/$cover/comments/" | jq -e 'type == "array"' >/dev/null

# All patches with their comments, fifty at a time.
ids=$(get "$api/patches/?project=$project&per_page=250" | jq -r '.[].id')
for id in $ids; do
    echo "$api/patches/$id/"
    echo "$api/patches/$id/comments/"
done | xargs -P 50 -I URL curl -sSf --max-time 20 -o /dev/null -w '%{http_code}\n' URL >statuses
equal "answers" $(($(wc -w <<<"$ids") * 2)) "$(grep -c 200 statuses)"

commented=$(get "$api/series/$(jq '.[1].id' <<<"$found")/" | jq '.patches[0].id')
get "$api/patches/$commented/comments/" |
    jq -e 'all(.[]; (.content | type) == "string" and (.headers | type) == "object" and .submitter.email)' >/dev/null ||
    fail "comments"
