package io.patchbay.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on a free port that keeps what it is given. */
final class SmtpSink implements AutoCloseable {

    /** What it was told, with the envelope. */
    record Taken(String from, String to, String mail) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();

    /** Every command it heard. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** What it says to RCPT. */
    volatile String toRecipients = "250 fine";

    private final @Nullable SSLContext tls;
    private final ServerSocket socket;

    /** It offers no encryption. */
    SmtpSink() throws IOException {
        this(null);
    }

    /** It offers encryption, and knows everybody who tells it a password. */
    SmtpSink(@Nullable SSLContext tls) throws IOException {
        this.tls = tls;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                serve(client);
            } catch (IOException left) {
                // A client may leave as it likes; whether we are to leave, the loop knows.
            }
        }
    }

    private String offer(Socket client) {
        if (client instanceof SSLSocket) {
            return "250 AUTH PLAIN";
        }
        return tls == null ? "250 8BITMIME" : "250 STARTTLS";
    }

    private void serveEncrypted(Socket client) throws IOException {
        var sockets = Objects.requireNonNull(tls).getSocketFactory();
        try (var encrypted =
                (SSLSocket) sockets.createSocket(client, null, client.getPort(), true)) {
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            serve(encrypted);
        }
    }

    private void serve(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        var out = client.getOutputStream();
        if (!(client instanceof SSLSocket)) {
            say(out, "220 sink");
        }
        var from = "";
        var to = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            var command = line.split("[ :]", 2)[0];
            switch (command) {
                case "EHLO" -> say(out, "250-sink\r\n" + offer(client));
                case "STARTTLS" -> {
                    say(out, "220 go on");
                    serveEncrypted(client);
                    return;
                }
                case "AUTH" -> say(out, "235 known");
                case "MAIL" -> {
                    from = line.substring("MAIL FROM:".length());
                    say(out, "250 fine");
                }
                case "RCPT" -> {
                    to = line.substring("RCPT TO:".length());
                    say(out, toRecipients);
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    taken.add(new Taken(from, to, mail(lines)));
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 fine");
            }
        }
    }

    private static String mail(BufferedReader lines) throws IOException {
        var mail = new ArrayList<String>();
        for (var line = lines.readLine(); line != null && !line.equals("."); ) {
            mail.add(line.startsWith(".") ? line.substring(1) : line);
            line = lines.readLine();
        }
        return String.join("\n", mail);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
