#!/usr/bin/env bash
#
# snowpatch, the CI of powerpc. API 1.2 without the last slash, followed with its credentials; a parser with types, so
# that null and "" are not the same, and addresses are addresses.

. "$(dirname "$0")/lib.sh"

api=$PATCHWORK_URL/api/1.2
token="Authorization: Token $PATCHWORK_TOKEN"

series=$(get --location -H "$token" "$api/series?order=-id&per_page=20&project=harbor")
equal "twenty" 20 "$(jq length <<<"$series")"
equal "newest first" "$(jq '.[].id' <<<"$series")" "$(jq '.[].id' <<<"$series" | sort -rn)"
one=$(get --location -H "$token" "$api/series/$(jq '.[0].id' <<<"$series")")
patch=$(get --location -H "$token" "$api/patches/$(jq '.patches[0].id' <<<"$one")")

jq -e '(.project.list_email | contains("@"))
    and (.tags | type) == "object"
    and (.mbox | test("^http://.*/mbox/$"))
    and (.pull_url == null or (.pull_url | test("^[a-z]+://")))
    and (.commit_ref == null or (.commit_ref | length) > 0)
    and (.delegate == null or (.delegate.id | type) == "number")
    and (.date | test("^[0-9-]{10}T[0-9:]{8}$"))
    and (.archived | type) == "boolean"
    and (.series | type) == "array"' <<<"$patch" >/dev/null || fail "types: $patch"

id=$(jq .id <<<"$patch")
equal "checks without a slash" "[]" "$(get --location -H "$token" "$api/patches/$id/checks" | jq -c .)"
equal "a check" 201 "$(status -H "$token" -H 'Content-Type: application/json' \
    -d '{"state":"success","target_url":null,"context":"snowpatch-ppc64le","description":null}' "$api/patches/$id/checks/")"
get --location -H "$token" "$api/patches/$id/checks" |
    jq -e '.[0] | .target_url == null and .description == null and .state == "success"' >/dev/null ||
    fail "null became something"
