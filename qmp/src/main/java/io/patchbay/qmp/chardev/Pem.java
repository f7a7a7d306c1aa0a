package io.patchbay.qmp.chardev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CRL;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** PEM files (RFC 7468), as openssl and certtool write them. */
final class Pem {

    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

    private Pem() {}

    static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        try (var bytes = Files.newInputStream(file)) {
            var found =
                    CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw new CertificateException("'%s' holds no certificate".formatted(file));
            }
            return found;
        }
    }

    static Collection<? extends CRL> revocations(Path file)
            throws IOException, GeneralSecurityException {
        try (var bytes = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCRLs(bytes);
        }
    }

    static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file);
        int begin = text.indexOf(BEGIN_KEY);
        int end = text.indexOf(END_KEY);
        if (begin < 0 || end < begin) {
            throw new InvalidKeyException(
                    "'%s' expects a key in PKCS #8 without a password ('%s'); 'openssl pkcs8 -topk8 -nocrypt' makes one of other kinds"
                            .formatted(file, BEGIN_KEY));
        }
        var encoded =
                Base64.getMimeDecoder().decode(text.substring(begin + BEGIN_KEY.length(), end));
        // PKCS #8 names its algorithm, but a key factory knows only its own.
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                continue;
            }
        }
        throw new InvalidKeyException(
                "'%s' holds a key of an unknown kind; there are %s"
                        .formatted(file, String.join(", ", ALGORITHMS)));
    }
}
