package io.patchbay.qmp.json;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * Finds messages in a client's bytes (spec §3.2). No separator is needed: a message ends with the
 * token that closes its outermost bracket.
 */
public final class MessageReader {

    private final Limits limits;
    private final Lexer lexer;
    private final Parser parser = new Parser();
    private int braces;
    private int brackets;
    private int tokens;
    private long bytes;

    public MessageReader(Limits limits) {
        this.limits = limits;
        this.lexer = new Lexer(limits.bytes());
    }

    /** The next message or fault, or null once all bytes given (in a heap buffer) are used up. */
    public @Nullable Incoming next(ByteBuffer in) {
        while (true) {
            var token = lexer.next(in);
            switch (token) {
                case NONE -> {
                    return null;
                }
                case STRAY -> {
                    reset();
                    return new Incoming.Fault(
                            "JSON parse error, stray '%s'"
                                    .formatted(
                                            Utf8Cursor.quotable(lexer.text(), 0, lexer.length())));
                }
                case ENDLESS -> {
                    return exceeded("token size");
                }
                case LEFT_BRACE -> braces++;
                case RIGHT_BRACE -> braces--;
                case LEFT_BRACKET -> brackets++;
                case RIGHT_BRACKET -> brackets--;
                default -> {}
            }
            if (bytes + lexer.length() + 1 > limits.bytes()) {
                return exceeded("token size");
            }
            if (tokens + 1 > limits.tokens()) {
                return exceeded("token count");
            }
            if (braces + brackets > limits.depth()) {
                return exceeded("nesting depth");
            }
            bytes += lexer.length();
            tokens++;
            parser.take(token, lexer);
            if (braces < 0 || brackets < 0 || braces == 0 && brackets == 0) {
                var message = parser.finish();
                reset();
                return message;
            }
        }
    }

    /** Whether blanks would mean nothing now: no message, token or recovery is under way. */
    public boolean betweenMessages() {
        return tokens == 0 && lexer.atStart();
    }

    private Incoming exceeded(String limit) {
        reset();
        return new Incoming.Fault("JSON " + limit + " limit exceeded");
    }

    private void reset() {
        parser.reset();
        braces = 0;
        brackets = 0;
        tokens = 0;
        bytes = 0;
    }
}
