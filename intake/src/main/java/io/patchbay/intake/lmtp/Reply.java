package io.patchbay.intake.lmtp;

import java.nio.charset.StandardCharsets;

/**
 * An answer of one line.
 *
 * @param status the enhanced code of RFC 3463
 */
record Reply(int code, String status, String text) {

    // A line has 512 bytes with its end (RFC 5321 §4.5.3.1.5).
    private static final int LONGEST_TEXT = 400;

    static final Reply OK = new Reply(250, "2.0.0", "OK");
    static final Reply BYE = new Reply(221, "2.0.0", "Bye");
    static final Reply HELP =
            new Reply(214, "2.0.0", "LHLO MAIL RCPT DATA RSET NOOP VRFY HELP QUIT; see RFC 2033");
    static final Reply NOT_VERIFIED =
            new Reply(252, "2.0.0", "Every recipient is taken; the headers of a mail decide");
    static final Reply SENDER_OK = new Reply(250, "2.1.0", "Sender OK");
    static final Reply RECIPIENT_OK = new Reply(250, "2.1.5", "Recipient OK");
    static final Reply GO_AHEAD =
            new Reply(354, "", "Send the mail, and end it with a line that is a dot");

    static final Reply UNKNOWN = new Reply(500, "5.5.1", "No such command; HELP lists them");
    static final Reply NOT_SMTP = new Reply(500, "5.5.1", "This is LMTP, which begins with LHLO");
    static final Reply LINE_TOO_LONG = new Reply(500, "5.5.2", "The line is too long");
    static final Reply NO_ARGUMENT = new Reply(501, "5.5.4", "This command takes no argument");
    static final Reply NAME_MISSING = new Reply(501, "5.5.4", "Expected LHLO and your name");
    static final Reply MAIL_SYNTAX = new Reply(501, "5.5.4", "Expected MAIL FROM:<address>");
    static final Reply RCPT_SYNTAX = new Reply(501, "5.5.4", "Expected RCPT TO:<address>");
    static final Reply LHLO_FIRST = new Reply(503, "5.5.1", "Say LHLO first");
    static final Reply MAIL_FIRST = new Reply(503, "5.5.1", "Say MAIL first");
    static final Reply MAIL_AGAIN =
            new Reply(503, "5.5.1", "A mail was begun already; RSET gives it up");
    static final Reply NO_RECIPIENTS = new Reply(503, "5.5.1", "There are no recipients");
    static final Reply NOT_ASCII =
            new Reply(553, "5.6.7", "Such an address needs the parameter SMTPUTF8");
    static final Reply UNKNOWN_PARAMETER =
            new Reply(555, "5.5.4", "A parameter is unknown; LHLO tells those that there are");
    static final Reply BAD_SIZE = new Reply(501, "5.5.4", "Expected a number after SIZE=");
    static final Reply TOO_LARGE = new Reply(552, "5.3.4", "The mail is larger than LHLO told");

    static final Reply TOO_MANY_ERRORS = new Reply(421, "4.7.0", "Too many errors");
    static final Reply TOO_MANY_CONNECTIONS =
            new Reply(421, "4.3.2", "Too many connections; try again later");
    static final Reply IDLE = new Reply(421, "4.4.2", "Nothing came for too long");
    static final Reply ENDING = new Reply(421, "4.3.2", "The server is ending; try again later");
    static final Reply STOPPED =
            new Reply(451, "4.3.2", "The intake is stopped; try again when it is open");
    static final Reply TOO_MANY_RECIPIENTS =
            new Reply(452, "4.5.3", "Too many recipients; send the rest in another mail");
    static final Reply NO_MEMORY =
            new Reply(452, "4.3.1", "Too many large mails at once; try again later");
    static final Reply BROKEN =
            new Reply(451, "4.3.0", "Something went wrong here and was logged; try again later");

    boolean isError() {
        return code >= 500;
    }

    byte[] line() {
        var line = new StringBuilder().append(code).append(' ');
        if (!status.isEmpty()) {
            line.append(status).append(' ');
        }
        return line.append(printable(text))
                .append("\r\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A reason may quote a mail: nothing in it may end the line or begin another. */
    private static String printable(String text) {
        var printable = new StringBuilder(Math.min(text.length(), LONGEST_TEXT));
        for (int at = 0; at < text.length() && at < LONGEST_TEXT; at++) {
            char letter = text.charAt(at);
            printable.append(letter < ' ' ? ' ' : letter > '~' ? '?' : letter);
        }
        return printable.toString();
    }
}
