#!/usr/bin/env bash
#
# PostgreSQL keeps a plan that it made for empty tables while they are filled, though it would plan right if it planned anew.
#
# Seen with     PostgreSQL 15.20 (Debian 15.20-0+deb12u1) and 15.18.
# Behaviour     A prepared statement gets a plan for its values five times, then one for any values if that seems no dearer.
#               What that plan was thought to cost is never reckoned again. Filled tables do not count, nor does a commit: only
#               ANALYZE (autovacuum's too, which came after about a minute), a change of the tables or another connection do.
#               The statement below reads all of 300,000 rows to find 100. Of a million it took 112 ms, planned anew 1.2 ms.
# Why a guess   The known advice is that statistics are missing after a load. They are not what is missing: the planner looks at
# goes wrong    the size of the files, so the same text prepared under another name, in the same transaction and without any
#               ANALYZE, uses the index. And the choice between the two kinds of plan is known to compare costs, so one
#               expects a plan that has become dear to be given up. A program that fills an empty database through
#               one connection, or a pool of them, is slow the longer it runs, and fast when it is started again to see why.
# What to do    While filling from empty: `set plan_cache_mode = force_custom_plan`, or ANALYZE between batches.
# Output        is the text that is compared at the end: how the rows of "series" were found.

set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/debian.sh"

debian postgresql-15 15.

export PATH=$work/root/usr/lib/postgresql/15/bin:$PATH
chmod 711 "$work"
mkdir "$work/db"
# It refuses to run as root.
as_somebody=()
if ((EUID == 0)); then
    chown nobody "$work/db"
    as_somebody=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
fi
cd "$work/db"
"${as_somebody[@]}" initdb --pgdata="$work/db/data" --auth=trust --username=finder >"$work/log"
"${as_somebody[@]}" postgres -D "$work/db/data" -k "$work/db" -c listen_addresses= -c fsync=off -c autovacuum=off \
    2>>"$work/db/log" &
background+=($!)
for ((i = 0; i < 100; i++)); do
    pg_isready --quiet --host="$work/db" && break
    sleep 0.2
done

text='select series.id, series.name
        from reference join series on series.id = reference.series_id
       where reference.message_id = any($1)'

# ask NAME EXPLAIN: the statement for 100 Message-IDs.
ask() {
    cat <<SQL
select format('${2-} execute $1(%L)', array_agg('<' || n || '@example.com>')) from generate_series(1, 100) n \gexec
SQL
}

explain='explain (analyze, costs off, timing off, summary off)'
seen=$(
    {
        echo 'create table series (id bigint primary key, name text not null);'
        echo 'create table reference (message_id text primary key, series_id bigint not null);'
        echo 'begin;'
        echo "prepare find(text[]) as $text;"
        for _ in 1 2 3 4 5 6; do
            ask find
        done
        echo "insert into series select n, 'series ' || n from generate_series(1, 300000) n;"
        echo "insert into reference select '<' || n || '@example.com>', n from generate_series(1, 300000) n;"
        echo '\echo filled, the same statement:'
        ask find "$explain"
        echo '\echo filled, its text prepared again:'
        echo "prepare again(text[]) as $text;"
        ask again "$explain"
        echo 'commit;'
        echo '\echo after the commit:'
        ask find "$explain"
        echo 'analyze series;'
        echo '\echo after analyze:'
        ask find "$explain"
    } | psql --no-psqlrc --quiet --tuples-only --host="$work/db" --username=finder --dbname=postgres |
        sed -n 's/^[ >-]*\(.* on series (actual .*)\)$/    \1/p; /:$/p' | grep -v Cond
)

compare 'filled, the same statement:
    Seq Scan on series (actual rows=300000 loops=1)
filled, its text prepared again:
    Index Scan using series_pkey on series (actual rows=1 loops=100)
after the commit:
    Seq Scan on series (actual rows=300000 loops=1)
after analyze:
    Index Scan using series_pkey on series (actual rows=1 loops=100)' "$seen"
