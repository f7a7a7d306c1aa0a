"""Makes signed mails, and says which of those that come back still verify.

make FOLDER     writes keys and the mails FOLDER/mails/N.eml, signed by patatt with ed25519 and OpenPGP
                keys and by DKIM in turn
verify FOLDER   reads mboxes (mboxrd) from FOLDER/mboxes and prints "N OK" or "N why not" for each mail
"""

import base64
import email.utils
import os
import pathlib
import re
import subprocess
import sys

import dkim
import nacl.signing
import patatt

ENVELOPE = b'From mboxrd@z Thu Jan  1 00:00:00 1970\n'
IDENTITY = 'ann@example.org'
KINDS = ['ed25519', 'openpgp', 'dkim']
COUNT = 40


def mail(number):
    """Each has something that is easily lost on the way. b4 wants a date near the signature's."""
    oddities = [
        'From the sea it comes.\n',
        '>From the quay it comes.\n',
        'Stones of Köln, 5 €\n',
        'Blanks at the end:   \n\n\n',
        '-- \nAnn\n',
    ]
    # b4 0.12 stumbles over a folded one, which is for DKIM alone.
    subject = ' =?utf-8?q?=C3=BCber?= a\n folded line' if number % len(KINDS) == 2 else ''
    return ('''From: Ann <ann@example.org>
To: quay@lists.example.com
Subject: [PATCH] quay: number %(n)d%(subject)s
Date: %(date)s
Message-ID: <signed-%(n)d@example.org>
List-Id: <quay.lists.example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Why.
%(oddity)s
Signed-off-by: Ann <ann@example.org>
---
 quay.txt | 2 +-

diff --git a/quay.txt b/quay.txt
--- a/quay.txt
+++ b/quay.txt
@@ -1 +1 @@
-wood
+stone %(n)d
''' % {'n': number, 'subject': subject, 'date': email.utils.formatdate(), 'oddity': oddities[number % len(oddities)]}).encode()


def gpg(*words):
    return subprocess.run(['gpg', '--batch', '--quiet', *words], check=True, capture_output=True).stdout


def use(folder):
    os.environ['GNUPGHOME'] = str(folder / 'gpg')


def make(folder):
    (folder / 'mails').mkdir(parents=True)
    (folder / 'gpg').mkdir(mode=0o700)
    use(folder)
    key = nacl.signing.SigningKey.generate()
    secret = base64.b64encode(bytes(key))
    public = base64.b64encode(bytes(key.verify_key))
    (folder / 'secret.key').write_bytes(secret)
    ring = folder / 'keyring/ed25519/example.org/ann'
    ring.mkdir(parents=True)
    (ring / 'default').write_bytes(public)
    (folder / 'dkim.public').write_bytes(public)
    gpg('--passphrase', '', '--quick-gen-key', 'Ann <%s>' % IDENTITY, 'ed25519', 'sign', 'never')
    print_of_key = re.search(rb'(?m)^fpr:+(\w+):', gpg('--with-colons', '--fingerprint')).group(1).decode()
    keys = {'ed25519': 'ed25519:%s' % (folder / 'secret.key'), 'openpgp': 'openpgp:' + print_of_key}
    for number in range(COUNT):
        signed = sign(secret, keys, KINDS[number % len(KINDS)], mail(number))
        (folder / 'mails' / ('%d.eml' % number)).write_bytes(signed)


def sign(secret, keys, kind, text):
    if kind == 'dkim':
        header = dkim.sign(text.replace(b'\n', b'\r\n'), b'test', b'example.org', secret,
                           canonicalize=(b'relaxed', b'simple'), signature_algorithm=b'ed25519-sha256',
                           include_headers=[b'from', b'subject', b'date', b'message-id', b'list-id'])
        return header.replace(b'\r\n', b'\n') + text
    patatt.KEYCACHE.clear()
    return patatt.rfc2822_sign(text, {'identity': IDENTITY, 'selector': 'default', 'signingkey': keys[kind]})


def mails(mbox):
    for one in mbox.split(ENVELOPE)[1:]:
        yield re.sub(rb'(?m)^>(>*From )', rb'\1', one[:-1])


def verify(folder):
    use(folder)
    public = (folder / 'dkim.public').read_bytes()
    for file in sorted((folder / 'mboxes').iterdir()):
        for text in mails(file.read_bytes()):
            number = re.search(rb'(?i)message-id: <signed-(\d+)@', text).group(1).decode()
            print(number, verdict(folder, public, KINDS[int(number) % len(KINDS)], text))


def verdict(folder, public, kind, text):
    if kind == 'dkim':
        passed = dkim.verify(text.replace(b'\n', b'\r\n'),
                             dnsfunc=lambda name, **_: b'v=DKIM1; k=ed25519; p=' + public)
        return 'OK' if passed else 'DKIM fails'
    found = patatt.validate_message(text, [str(folder / 'keyring')])
    return 'OK' if [each[0] for each in found] == [patatt.RES_VALID] else str(found)


{'make': make, 'verify': verify}[sys.argv[1]](pathlib.Path(sys.argv[2]))
