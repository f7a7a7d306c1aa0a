#!/usr/bin/env bash
#
# In searches of public-inbox a day alone means two days, and a month means "from now on", without an error.
#
# Seen with     public-inbox 1.9.0 (Debian 1.9.0-1, Xapian 1.4.22), over HTTP, on a list of six made mails.
# Behaviour     `d:20260301` finds the mails of that day and of the next; `d:20260301..20260301` finds those of the day.
#               `d:2026-03..` and `d:2026..` find nothing of 2026: what the date parser cannot read is taken as now, so they
#               find a mail dated 2099 and no other. `d:nonsense..` does the same. The answer is 200 or "no results" (404),
#               never "I do not understand".
# Why a guess   The help says that `d:` takes dates and ranges, also open ones, and that git's date formats are understood. A
# goes wrong    closed range has whole days, both ends included, so a day alone looks like the same day twice; and a year or
#               month looks like a prefix of a date, as it is in most search boxes. A script that collects a month that way
#               reports an empty month; one that collects day by day gets every mail twice.
# What to do    Write both ends, as YYYYMMDD: `d:20260301..20260331`.
# Output        is the text that is compared at the end.

set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/debian.sh"

command -v python3 >/dev/null && command -v git >/dev/null || cannot_be_had "python3 and git"
debian public-inbox 1.9.0 libsearch-xapian-perl libdbd-sqlite3-perl libplack-perl

export HOME=$work TZ=UTC PI_CONFIG=$work/config PATH=$work/root/usr/bin:$PATH
PERL5LIB=$work/root/usr/share/perl5:$(echo "$work"/root/usr/lib/*-linux-gnu/perl5/5.*)
export PERL5LIB
git config --global user.name Nobody
git config --global user.email nobody@example.com
git config -f "$PI_CONFIG" publicinboxmda.spamcheck none

public_inbox() {
    perl "$work/root/usr/bin/public-inbox-$1" "${@:2}"
}

public_inbox init -V2 --indexlevel full harbor "$work/harbor" http://127.0.0.1/harbor harbor@lists.example.com
export ORIGINAL_RECIPIENT=harbor@lists.example.com
for day in "Sat, 28 Feb 2026" "Sun, 01 Mar 2026" "Mon, 02 Mar 2026" "Tue, 03 Mar 2026" "Wed, 01 Apr 2026" \
    "Thu, 01 Jan 2099"; do
    public_inbox mda --no-precheck <<MAIL
From: Ann <ann@example.com>
To: harbor@lists.example.com
Subject: ${day#*, }
Date: $day 12:00:00 +0000
Message-ID: <$(tr -d ' ,' <<<"$day")@example.com>

A mail.
MAIL
done

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
perl "$work/root/usr/bin/public-inbox-httpd" -l "127.0.0.1:$port" >"$work/log" 2>&1 &
background+=($!)

seen=$(python3 - "$port" <<'PYTHON'
import re, sys, time, urllib.error, urllib.request

def ask(query):
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/harbor/?x=A&q={query}", timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return ""
            raise
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)

for query in ["d:20260301", "d:20260301..20260301", "d:20260301..20260331", "d:2026-03..", "d:2026..", "d:nonsense.."]:
    titles = re.findall(r"<title>(\d\d \w{3} \d{4})</title>|<title[^>]*>(\d\d \w{3} \d{4})<", ask(query))
    print(f"{query:22}", ", ".join(sorted(a or b for a, b in titles)) or "nothing")
PYTHON
)

compare 'd:20260301             01 Mar 2026, 02 Mar 2026
d:20260301..20260301   01 Mar 2026
d:20260301..20260331   01 Mar 2026, 02 Mar 2026, 03 Mar 2026
d:2026-03..            01 Jan 2099
d:2026..               01 Jan 2099
d:nonsense..           01 Jan 2099' "$seen"
