package io.patchbay.qmp.chardev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Makes folders of certificates for one test run, with the JDK's keytool. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path store;

    private Certificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("keys.p12");
    }

    /** In the folder: {@code server} and {@code client}, signed by one CA, and a stranger's. */
    public static void makeIn(Path folder) throws Exception {
        var keys = new Certificates(folder);
        keys.make("ca", "CN=Our CA", "-ext", "bc:c");
        keys.make(
                "server", "CN=monitor", "-signer", "ca", "-ext", "san=ip:127.0.0.1,dns:localhost");
        keys.make("client", "CN=operator", "-signer", "ca");
        keys.make("stranger-ca", "CN=Another CA", "-ext", "bc:c");
        keys.make("stranger", "CN=operator", "-signer", "stranger-ca");
        keys.make("lost", "CN=lost laptop", "-signer", "ca");
        keys.write("server", "server", "server");
        keys.write("lost", "client", "lost");
        keys.write("client", "client", "client");
        keys.write("stranger", "client", "stranger");
    }

    /** Has our CA take the certificate of "lost" back, as the server's folder is to know. */
    public static void revokeLostIn(Path folder) throws Exception {
        var keys = new Certificates(folder);
        var known = KeyStore.getInstance(keys.store.toFile(), PASSWORD.toCharArray());
        var lost = (X509Certificate) known.getCertificate("lost");
        keys.keytool(
                "-gencrl",
                "-alias",
                "ca",
                "-id",
                lost.getSerialNumber().toString(),
                "-rfc",
                "-file",
                folder.resolve("server/ca-crl.pem").toString());
    }

    private void make(String alias, String name, String... more)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-validity",
                                "2",
                                "-alias",
                                alias,
                                "-dname",
                                name));
        command.addAll(List.of(more));
        keytool(command.toArray(String[]::new));
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
    }

    /** A folder as QEMU's tls-creds-x509 expects it; all of them trust our CA. */
    private void write(String alias, String role, String name)
            throws IOException, GeneralSecurityException {
        var to = Files.createDirectory(folder.resolve(name));
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var key = keys.getKey(alias, PASSWORD.toCharArray());
        Files.writeString(
                to.resolve("ca-cert.pem"),
                pem("CERTIFICATE", keys.getCertificate("ca").getEncoded()));
        Files.writeString(
                to.resolve(role + "-cert.pem"),
                pem("CERTIFICATE", keys.getCertificate(alias).getEncoded()));
        Files.writeString(to.resolve(role + "-key.pem"), pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
    }
}
