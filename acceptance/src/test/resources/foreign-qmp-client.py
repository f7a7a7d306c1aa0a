"""QEMU's own QMP client on a Patchbay: plugs a monitor in, sees a patch arrive on it, pulls it out.

Usage: foreign-qmp-client.py FIRST-SOCKET SECOND-SOCKET MAIL, with QEMU's folder "python" on PYTHONPATH.
"""
import asyncio
import base64
import sys

from qemu.qmp import QMPClient
from qemu.qmp.qmp_client import ExecuteError

first_socket, second_socket, mail = sys.argv[1:]


async def main():
    first = QMPClient('first')
    await first.connect(first_socket)
    commands = {command['name'] for command in await first.execute('query-commands')}
    print('commands', 'query-projects' in commands, 'monitor-add' in commands)

    address = {'type': 'unix', 'data': {'path': second_socket}}
    await first.execute('chardev-add', {
        'id': 'watch', 'backend': {'type': 'socket', 'data': {'addr': address}}})
    await first.execute('monitor-add', {
        'id': 'watch', 'chardev': 'watch', 'allow': ['query-*']})

    second = QMPClient('second')
    await second.connect(second_socket)
    try:
        await second.execute('stop')
    except ExecuteError as refusal:
        print('refused', refusal)
    with second.listener('PATCH_CREATED') as patches:
        with open(mail, 'rb') as file:
            content = base64.b64encode(file.read()).decode()
        filed = await first.execute('ingest-mail', {'base64': content})
        print('filed', filed['outcome'])
        event = await asyncio.wait_for(patches.get(), 20)
        print('event', event['data']['project'], event['data']['patch']['msgid'])
    await second.disconnect()

    await first.execute('monitor-remove', {'id': 'watch'})
    await first.execute('chardev-remove', {'id': 'watch'})
    monitors = {monitor.get('id') for monitor in await first.execute('query-monitors')}
    print('left', 'watch' in monitors)
    await first.disconnect()


asyncio.run(main())
