package io.patchbay.cli;

import io.patchbay.notify.SmtpMailSender;
import io.patchbay.notify.SmtpServer;
import io.patchbay.notify.SmtpServer.Encryption;
import io.patchbay.notify.SmtpServer.Login;
import io.patchbay.server.Address;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** The options of a server about mail that goes out. */
@Command // a mixin of options only
final class PostOptions {

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description =
                    "the mail server that takes confirmations and notifications (default: none, and"
                            + " no mail is sent)")
    private @Nullable Address server;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            description = "whom that mail is from, such as 'Patchbay <patchbay@example.org>'")
    private @Nullable String from;

    @Option(
            names = "--smtp-encryption",
            paramLabel = "HOW",
            description =
                    "if-offered (without asking for a certificate), starttls, or tls from the first"
                            + " byte (default: if-offered; with --smtp-login: starttls)")
    private @Nullable String encryption;

    @Option(
            names = "--smtp-login",
            paramLabel = "FILE",
            description = "a file with a name in its first line and a password in its second")
    private @Nullable Path login;

    /** Null if no mail is sent. */
    @Nullable SmtpMailSender postman(InstantSource clock) throws IOException {
        if (server == null) {
            if (from != null || encryption != null || login != null) {
                throw new Refusal("no mail is sent without --smtp=HOST:PORT");
            }
            return null;
        }
        if (from == null) {
            throw new Refusal("--smtp needs --mail-from too: whom the mail is from");
        }
        try {
            var smtp = new SmtpServer(server.host(), server.port(), encryption(), login());
            return new SmtpMailSender(smtp, from, clock);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.reason(e), e);
        }
    }

    private Encryption encryption() {
        if (encryption == null) {
            return login == null ? Encryption.IF_OFFERED : Encryption.STARTTLS;
        }
        return switch (encryption) {
            case "if-offered" -> Encryption.IF_OFFERED;
            case "starttls" -> Encryption.STARTTLS;
            case "tls" -> Encryption.TLS;
            default ->
                    throw new Refusal(
                            "--smtp-encryption is one of if-offered, starttls, tls, but this is"
                                    + " '%s'".formatted(encryption));
        };
    }

    private @Nullable Login login() throws IOException {
        if (login == null) {
            return null;
        }
        var lines = Files.readAllLines(login);
        if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isBlank()) {
            throw new Refusal(
                    "expected a name and a password in two lines of %s, but there are %d lines"
                            .formatted(login, lines.size()));
        }
        return new Login(lines.get(0).strip(), lines.get(1).strip());
    }
}
