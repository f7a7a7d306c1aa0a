package io.patchbay.intake.lmtp;

import io.patchbay.intake.Delivered;
import io.patchbay.intake.Delivery;
import io.patchbay.intake.Gate;
import io.patchbay.intake.source.Arrival;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The dialogue with one client: commands in, answers out, several mails one after another. */
final class Session {

    private static final int MOST_ERRORS = 20;

    private final Wire wire;
    private final String host;
    private final Delivery delivery;
    private final Gate gate;
    private final LmtpLimits limits;
    private final Semaphore kilobytes;
    private volatile boolean ending;
    private volatile boolean inMail;
    private boolean greeted;
    private boolean left;
    private int errors;
    private @Nullable Envelope envelope;

    /**
     * @param host what we call ourselves
     * @param kilobytes left for the mails of all sessions
     */
    Session(
            Wire wire,
            String host,
            Delivery delivery,
            Gate gate,
            LmtpLimits limits,
            Semaphore kilobytes) {
        this.wire = wire;
        this.host = host;
        this.delivery = delivery;
        this.gate = gate;
        this.limits = limits;
        this.kilobytes = kilobytes;
    }

    /** Returns when the client has left or was sent away. */
    void run() throws IOException, InterruptedException {
        wire.say("220 %s LMTP Patchbay".formatted(host));
        while (!left) {
            switch (wire.line()) {
                case Wire.Line.Text(var text) -> obey(text);
                case Wire.Line.TooLong _ -> say(Reply.LINE_TOO_LONG);
                case null -> {
                    return;
                }
            }
            if (ending && !left) {
                leave(Reply.ENDING);
            } else if (errors > MOST_ERRORS && !left) {
                leave(Reply.TOO_MANY_ERRORS);
            }
        }
        wire.flush();
    }

    /** Will end after the mail that is on its way; true if there is none. */
    boolean end() {
        ending = true;
        return !inMail;
    }

    private void obey(String line) throws IOException, InterruptedException {
        int space = line.indexOf(' ');
        var verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        var argument = space < 0 ? "" : line.substring(space + 1).strip();
        switch (verb) {
            case "LHLO" -> greet(argument);
            case "MAIL" -> say(beginMail(argument));
            case "RCPT" -> say(addRecipient(argument));
            case "DATA" -> takeMail(argument);
            case "RSET" -> say(reset(argument));
            case "NOOP" -> say(Reply.OK);
            case "VRFY" -> say(Reply.NOT_VERIFIED);
            case "HELP" -> say(Reply.HELP);
            case "QUIT" -> leave(Reply.BYE);
            case "HELO", "EHLO" -> say(Reply.NOT_SMTP);
            default -> say(Reply.UNKNOWN);
        }
    }

    private void say(Reply reply) {
        if (reply.isError()) {
            errors++;
        }
        wire.say(reply);
    }

    private void leave(Reply reply) {
        wire.say(reply);
        left = true;
    }

    private void greet(String name) {
        if (name.isEmpty()) {
            say(Reply.NAME_MISSING);
            return;
        }
        greeted = true;
        envelope = null;
        wire.say("250-" + host);
        wire.say("250-PIPELINING");
        wire.say("250-SIZE " + limits.mailBytes());
        wire.say("250-8BITMIME");
        wire.say("250-SMTPUTF8");
        wire.say("250 ENHANCEDSTATUSCODES");
    }

    private Reply beginMail(String argument) {
        if (!greeted) {
            return Reply.LHLO_FIRST;
        }
        if (envelope != null) {
            return Reply.MAIL_AGAIN;
        }
        var path = PathArgument.parse(argument, "FROM:");
        if (path == null) {
            return Reply.MAIL_SYNTAX;
        }
        boolean utf8 = false;
        for (var parameter : path.parameters()) {
            var word = parameter.toUpperCase(Locale.ROOT);
            if (word.startsWith("SIZE=")) {
                var refusal = refusalOfSize(word.substring("SIZE=".length()));
                if (refusal != null) {
                    return refusal;
                }
            } else if (word.equals("SMTPUTF8")) {
                utf8 = true;
            } else if (!word.equals("BODY=8BITMIME") && !word.equals("BODY=7BIT")) {
                return Reply.UNKNOWN_PARAMETER;
            }
        }
        if (!utf8 && !path.isAscii()) {
            return Reply.NOT_ASCII;
        }
        if (!gate.isOpen()) {
            return Reply.STOPPED;
        }
        envelope = new Envelope(path.address(), utf8);
        return Reply.SENDER_OK;
    }

    private @Nullable Reply refusalOfSize(String digits) {
        try {
            return Long.parseUnsignedLong(digits) > limits.mailBytes() ? Reply.TOO_LARGE : null;
        } catch (NumberFormatException e) {
            return Reply.BAD_SIZE;
        }
    }

    private Reply addRecipient(String argument) {
        if (envelope == null) {
            return Reply.MAIL_FIRST;
        }
        var path = PathArgument.parse(argument, "TO:");
        if (path == null || path.address().isEmpty()) {
            return Reply.RCPT_SYNTAX;
        }
        if (!path.parameters().isEmpty()) {
            return Reply.UNKNOWN_PARAMETER;
        }
        if (!envelope.utf8() && !path.isAscii()) {
            return Reply.NOT_ASCII;
        }
        if (envelope.recipients().size() == limits.recipients()) {
            return Reply.TOO_MANY_RECIPIENTS;
        }
        envelope.add(path.address());
        return Reply.RECIPIENT_OK;
    }

    private Reply reset(String argument) {
        if (!argument.isEmpty()) {
            return Reply.NO_ARGUMENT;
        }
        envelope = null;
        return Reply.OK;
    }

    private void takeMail(String argument) throws IOException, InterruptedException {
        var mail = envelope;
        if (!argument.isEmpty()) {
            say(Reply.NO_ARGUMENT);
        } else if (mail == null) {
            say(Reply.MAIL_FIRST);
        } else if (mail.recipients().isEmpty()) {
            say(Reply.NO_RECIPIENTS);
        } else {
            inMail = true;
            try {
                wire.say(Reply.GO_AHEAD);
                takeMail(mail);
                wire.flush();
            } finally {
                inMail = false;
            }
            envelope = null;
        }
    }

    private void takeMail(Envelope mail) throws IOException, InterruptedException {
        try (var content = new Content(limits.mailBytes(), kilobytes)) {
            wire.read(content);
            if (content.isTooLarge() || content.lacksMemory()) {
                var reply = content.isTooLarge() ? Reply.TOO_LARGE : Reply.NO_MEMORY;
                mail.recipients().forEach(_ -> wire.say(reply));
            } else {
                deliver(mail, content.bytes());
            }
        }
    }

    /**
     * Files it once for each list that its recipients name, and answers each recipient in its turn
     * (RFC 2033 §4.2).
     */
    private void deliver(Envelope envelope, byte[] bytes) throws InterruptedException {
        var mail =
                new Arrival.Raw(
                        "LMTP from <%s>".formatted(envelope.sender()),
                        bytes,
                        Arrival.Form.DELIVERED);
        Map<@Nullable String, Reply> ofList = new HashMap<>();
        for (var recipient : envelope.recipients()) {
            var listId = Envelope.listNamedBy(recipient);
            var reply = ofList.get(listId);
            if (reply == null) {
                reply = reply(delivery.deliver(mail, listId));
                ofList.put(listId, reply);
            }
            wire.say(reply);
        }
    }

    private static Reply reply(Delivered delivered) {
        return switch (delivered) {
            case Delivered.Taken(var fate) -> new Reply(250, "2.0.0", fate.told());
            case Delivered.PutOff(var reason) -> new Reply(451, "4.3.0", reason);
        };
    }
}
