package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.acceptance.fidelity.MailForm.LineEnds;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;

/** Mails as their senders' programs write them. Lines end with LF. */
final class MailWriter {

    private static final String LIST = "dock@lists.example.com";
    private static final String FORWARDER = "Bo Pier <bo@example.com>";
    private static final String LIST_ID = "<dock.lists.example.com>";

    private MailWriter() {}

    /** A patch of a series. */
    static byte[] patch(SentSeries series, int number, byte[] diff) {
        var form = series.form();
        var commit = series.commits().get(number - 1);
        int total = series.commits().size();
        var mark = total == 1 ? "PATCH" : "PATCH %d/%d".formatted(number, total);
        var body = new ByteArrayOutputStream();
        body.writeBytes(commit.body().getBytes(form.charset()));
        body.writeBytes("---\n".getBytes(US_ASCII));
        body.writeBytes(form.recoded() ? new String(diff, UTF_8).getBytes(form.charset()) : diff);
        body.writeBytes("-- \n2.47.1\n\n".getBytes(US_ASCII));

        boolean attached = form.attachedAs() != null;
        var header = new Header(form);
        header.add("From", attached ? FORWARDER : author(commit));
        header.add("To", LIST);
        header.add("Subject", "[%s] %s".formatted(mark, attached ? "attached" : commit.subject()));
        header.add("Date", "Thu, 1 Oct 2026 10:00:%02d +0000".formatted(number));
        header.add("Message-Id", "<" + series.messageId(number) + ">");
        if (number > 1) {
            header.add("In-Reply-To", "<" + series.messageId(1) + ">");
        }
        header.add("List-Id", LIST_ID);
        return attached
                ? withAttached(header, form, printed(commit, body.toByteArray()))
                : mail(header, form, body.toByteArray());
    }

    private static String author(Commit commit) {
        return "%s <%s>".formatted(commit.author(), commit.email());
    }

    /** As {@code git format-patch} writes it. */
    private static byte[] printed(Commit commit, byte[] body) {
        var printed = new ByteArrayOutputStream();
        printed.writeBytes(
                """
                From 25383812d82a9c884067b291aab72856292c02f9 Mon Sep 17 00:00:00 2001
                From: %s
                Date: Thu, 1 Oct 2026 10:00:00 +0000
                Subject: [PATCH] %s

                """
                        .formatted(author(commit), commit.subject())
                        .getBytes(US_ASCII));
        printed.writeBytes(body);
        return printed.toByteArray();
    }

    private static byte[] withAttached(Header header, MailForm form, byte[] patch) {
        header.add("MIME-Version", "1.0");
        header.add("Content-Type", "multipart/mixed; boundary=\"cut\"");
        var content = new Header(form);
        content.add("Content-Type", String.valueOf(form.attachedAs()));
        content.add("Content-Transfer-Encoding", form.transfer().text());
        return header.with(
                "--cut\n\nPlease apply.\n\n--cut\n%s\n%s\n--cut--\n"
                        .formatted(content.text(), encoded(form, patch)));
    }

    private static byte[] mail(Header header, MailForm form, byte[] body) {
        var content = new Header(form);
        if (form.declared() != null) {
            content.add("Content-Type", "text/plain; charset=" + form.declared());
        }
        content.add("Content-Transfer-Encoding", form.transfer().text());
        header.add("MIME-Version", "1.0");
        var encoded = encoded(form, body);
        if (form.multipart()) {
            header.add("Content-Type", "multipart/mixed; boundary=\"cut\"");
            return header.with("--cut\n" + content.text() + "\n" + encoded + "\n--cut--\n");
        }
        header.lines.append(content.text());
        return header.with(encoded);
    }

    /** A character for each byte. */
    private static String encoded(MailForm form, byte[] body) {
        var text = new String(body, ISO_8859_1);
        var lines = form.lineEnds() == LineEnds.CRLF ? text.replace("\n", "\r\n") : text;
        return switch (form.transfer()) {
            case EIGHT_BIT -> lines;
            case QUOTED_PRINTABLE -> quoted(lines);
            case BASE64 ->
                    Base64.getMimeEncoder(76, new byte[] {'\n'})
                                    .encodeToString(lines.getBytes(ISO_8859_1))
                            + "\n";
        };
    }

    /** As {@code git send-email} does it. */
    private static String quoted(String lines) {
        var quoted = new StringBuilder();
        for (int index = 0; index < lines.length(); index++) {
            char character = lines.charAt(index);
            boolean last = index + 1 == lines.length() || lines.charAt(index + 1) == '\n';
            boolean bare =
                    character == '\n'
                            || character > ' ' && character <= '~' && character != '='
                            || (character == ' ' || character == '\t') && !last;
            quoted.append(bare ? character : "=%02X".formatted((int) character));
        }
        return quoted.toString().replace("\nFrom ", "\n=46rom ");
    }

    /** A cover letter in ASCII. */
    static byte[] cover(String name, String text) {
        var header = new Header(MailForm.PLAIN);
        header.add("From", "%s <%s>".formatted(Commit.AUTHOR, Commit.EMAIL));
        header.add("Subject", "[PATCH 0/1] " + name);
        header.add("Date", "Thu, 1 Oct 2026 10:00:00 +0000");
        header.add("Message-Id", "<%s.0@example.com>".formatted(name.toLowerCase(Locale.ROOT)));
        header.add("List-Id", LIST_ID);
        return header.with(text);
    }

    /** An answer to the last patch of a series. */
    static byte[] reply(SentSeries series, String text) {
        var header = new Header(MailForm.PLAIN);
        var answered = "<" + series.messageId(series.commits().size()) + ">";
        header.add("From", "Bo Pier <bo@example.com>");
        header.add("To", LIST);
        header.add("Subject", "Re: [PATCH] " + series.commits().getLast().subject());
        header.add("Date", "Thu, 1 Oct 2026 12:00:00 +0000");
        int number = series.replies().indexOf(text);
        header.add("Message-Id", "<re.%d.%s".formatted(number, answered.substring(1)));
        header.add("In-Reply-To", answered);
        header.add("List-Id", LIST_ID);
        var type = text.startsWith("<html>") ? "text/html" : "text/plain";
        header.add("Content-Type", type + "; charset=utf-8");
        header.add("Content-Transfer-Encoding", "8bit");
        return header.with(new String(text.getBytes(UTF_8), ISO_8859_1));
    }

    private static final class Header {

        private final MailForm form;
        private final StringBuilder lines = new StringBuilder();

        Header(MailForm form) {
            this.form = form;
        }

        void add(String name, String value) {
            lines.append(form.spelling().apply(name)).append(": ").append(value).append('\n');
        }

        String text() {
            return lines.toString();
        }

        /** A mail whose body has a character for each byte. */
        byte[] with(String body) {
            return (lines + "\n" + body).getBytes(ISO_8859_1);
        }
    }
}
