package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;

/** A mail system that hands in mails of 8 bits over a connection. */
final class LmtpConversation {

    private final BufferedReader answers;
    private final OutputStream commands;

    LmtpConversation(Socket socket) throws IOException {
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        commands = socket.getOutputStream();
        expect("220");
        say("LHLO sender.example.org", "250");
    }

    /**
     * @param mail a character for each byte, lines end with LF
     */
    void deliver(String mail) throws IOException {
        say("MAIL FROM:<sender@example.org> BODY=8BITMIME", "250");
        say("RCPT TO:<patches@example.org>", "250");
        say("DATA", "354");
        var lines = ("\n" + mail.stripTrailing()).replace("\n.", "\n..").substring(1);
        say(lines.replace("\n", "\r\n") + "\r\n.", "250");
    }

    private void say(String words, String expected) throws IOException {
        commands.write((words + "\r\n").getBytes(ISO_8859_1));
        commands.flush();
        expect(expected);
    }

    private void expect(String code) throws IOException {
        String line;
        do {
            line = answers.readLine();
        } while (line != null && line.startsWith(code + "-"));
        if (line == null || !line.startsWith(code)) {
            throw new IOException("expected %s, got %s".formatted(code, line));
        }
    }
}
