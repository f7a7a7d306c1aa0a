package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.QmpError;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates of one end of a TLS connection, from a folder of PEM files named as QEMU's
 * {@code tls-creds-x509} names them: {@code ca-cert.pem}, {@code server-cert.pem} and {@code
 * server-key.pem} or {@code client-cert.pem} and {@code client-key.pem}, and, if there, {@code
 * ca-crl.pem}. The peer always has to show a certificate that the CA signed.
 */
public record TlsCredentials(Endpoint endpoint, SSLContext context) {

    /** Which end of a connection. */
    public enum Endpoint {
        CLIENT,
        SERVER
    }

    private static final char[] NO_PASSWORD = {};
    private static final int CONNECT_MILLIS = 5_000;

    /** Refuses, with a {@link QmpError}, files that cannot be used and a peer left unverified. */
    public static TlsCredentials load(Path folder, Endpoint endpoint, boolean verifyPeer) {
        if (!verifyPeer) {
            throw new QmpError(
                    "verify-peer=off would let in whoever connects, and a monitor has no other sign-in; leave it on, and give each peer a certificate that the CA of %s signed"
                            .formatted(folder.resolve("ca-cert.pem")));
        }
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    own(folder, endpoint).getKeyManagers(), peers(folder).getTrustManagers(), null);
            return new TlsCredentials(endpoint, context);
        } catch (IOException unreadable) {
            throw new QmpError(
                    "Unable to load the certificates of '%s': %s: %s"
                            .formatted(
                                    folder, unreadable.getMessage(), SystemError.text(unreadable)));
        } catch (GeneralSecurityException unusable) {
            throw new QmpError(
                    "The certificates of '%s' cannot be used: %s"
                            .formatted(folder, unusable.getMessage()));
        }
    }

    /** Connects and shows our certificate; the other's must be for the host of the address. */
    public SSLSocket connect(InetSocketAddress address) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(address, CONNECT_MILLIS);
            var secured =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(
                                            plain,
                                            address.getHostString(),
                                            address.getPort(),
                                            true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    /** What we show. A client may have nothing to show; then servers that ask refuse it. */
    private static KeyManagerFactory own(Path folder, Endpoint endpoint)
            throws IOException, GeneralSecurityException {
        var name = endpoint == Endpoint.SERVER ? "server" : "client";
        var keys = emptyStore();
        var certificate = folder.resolve(name + "-cert.pem");
        if (endpoint == Endpoint.SERVER || Files.exists(certificate)) {
            var chain = Pem.certificates(certificate);
            keys.setKeyEntry(
                    name,
                    Pem.privateKey(folder.resolve(name + "-key.pem")),
                    NO_PASSWORD,
                    chain.toArray(X509Certificate[]::new));
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, NO_PASSWORD);
        return factory;
    }

    /** Whom we trust: peers with a certificate of the CA that was not revoked. */
    private static TrustManagerFactory peers(Path folder)
            throws IOException, GeneralSecurityException {
        var trusted = emptyStore();
        for (var authority : Pem.certificates(folder.resolve("ca-cert.pem"))) {
            trusted.setCertificateEntry("ca" + trusted.size(), authority);
        }
        var rules = new PKIXBuilderParameters(trusted, new X509CertSelector());
        var revoked = folder.resolve("ca-crl.pem");
        rules.setRevocationEnabled(Files.exists(revoked));
        if (rules.isRevocationEnabled()) {
            rules.addCertStore(
                    CertStore.getInstance(
                            "Collection",
                            new CollectionCertStoreParameters(Pem.revocations(revoked))));
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(rules));
        return factory;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
