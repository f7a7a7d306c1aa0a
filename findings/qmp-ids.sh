#!/usr/bin/env bash
#
# QEMU reads the `id` of a request as a number of its own and prints it anew, so a large one comes back as another.
#
# Seen with     qemu-storage-daemon of QEMU 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3); QEMU 10.0 was found equal (qmp §3.4).
# Behaviour     Integers that fit 64 bits come back as sent. Every other number is a double and is printed with %.17g:
#               a fraction of .0 and exponents vanish, 0.1 grows sixteen digits, integers beyond 64 bits are rounded, so that
#               two ids that differ come back equal. 1e400, a number in JSON's grammar, comes back as `inf`, which is
#               no JSON; a client then cannot read the reply at all.
# Why a guess   The description of QMP says that the reply to a request has the request's `id`, any JSON value. So a client
# goes wrong    takes what is unique anyway, such as uuid4().int (128 bits), and compares. Each reply then belongs to no request,
#               and the client waits for ever. With small numbers in tests everything works.
# What to do    Strings as ids, or integers below 2^63; numbers compared as numbers, never as text.
# Output        is the text that is compared at the end.

set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/debian.sh"

command -v python3 >/dev/null || cannot_be_had python3
debian qemu-system-common 1:7.2+dfsg

"$work/root/usr/bin/qemu-storage-daemon" \
    --chardev socket,id=monitor,path="$work/monitor.sock",server=on,wait=off \
    --monitor chardev=monitor &
background+=($!)

seen=$(python3 - "$work/monitor.sock" <<'PYTHON'
import socket, sys, time

deadline = time.monotonic() + 20
client = socket.socket(socket.AF_UNIX)
while True:
    try:
        client.connect(sys.argv[1])
        break
    except OSError:
        if time.monotonic() > deadline:
            raise
        time.sleep(0.1)
client.settimeout(20)
replies = client.makefile("rb")
replies.readline()
client.sendall(b'{"execute": "qmp_capabilities"}')
replies.readline()

for sent in ["7", "7.0", "1e3", "0.1", "18446744073709551615", "18446744073709551616",
             "340282366920938463463374607431768211454", "340282366920938463463374607431768211455",
             "1e400", '"7.0"']:
    client.sendall(('{"execute": "query-version", "id": %s}' % sent).encode())
    reply = replies.readline().decode().rstrip()
    print(sent, "->", reply.rpartition('"id": ')[2][:-1])
PYTHON
)

compare '7 -> 7
7.0 -> 7
1e3 -> 1000
0.1 -> 0.10000000000000001
18446744073709551615 -> 18446744073709551615
18446744073709551616 -> 1.8446744073709552e+19
340282366920938463463374607431768211454 -> 3.4028236692093846e+38
340282366920938463463374607431768211455 -> 3.4028236692093846e+38
1e400 -> inf
"7.0" -> "7.0"' "$seen"
