package io.patchbay.qmp.json;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a client's bytes into tokens (spec §3.1), however they are spread over reads. After an error
 * it skips to the next byte that can start afresh.
 */
final class Lexer {

    enum Token {
        LEFT_BRACE,
        RIGHT_BRACE,
        LEFT_BRACKET,
        RIGHT_BRACKET,
        COLON,
        COMMA,
        STRING,
        INTEGER,
        FLOAT,
        KEYWORD,
        /** Bytes that start no token; {@link #text} holds the unfinished token up to the last. */
        STRAY,
        /** A token that outgrew the limit; it was thrown away. */
        ENDLESS,
        /** No token ends in the bytes given; all were taken in. */
        NONE
    }

    private enum State {
        START,
        STRING,
        ESCAPE,
        MINUS,
        ZERO,
        DIGITS,
        POINT,
        FRACTION,
        EXPONENT,
        EXPONENT_SIGN,
        EXPONENT_DIGITS,
        KEYWORD,
        RECOVERY
    }

    private static final int KEPT = 64 * 1024;

    private final int longest;
    private State state = State.START;
    private byte quote;
    private byte[] text = new byte[64];
    private int length;

    /** A token of more bytes than {@code longest} is given up. */
    Lexer(int longest) {
        this.longest = longest;
    }

    /** The bytes of the token last returned, valid up to {@link #length()} until the next call. */
    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    boolean atStart() {
        return state == State.START;
    }

    Token next(ByteBuffer in) {
        if (state == State.START || state == State.RECOVERY) {
            forget();
        }
        while (in.hasRemaining()) {
            if (state == State.STRING) {
                takePlainRun(in);
                if (length > longest) {
                    return endless();
                }
                if (!in.hasRemaining()) {
                    break;
                }
            }
            var token = step(in);
            if (token != Token.NONE) {
                return token;
            }
            if (length > longest) {
                return endless();
            }
        }
        return Token.NONE;
    }

    private Token step(ByteBuffer in) {
        byte b = in.get();
        return switch (state) {
            case START -> start(b);
            case STRING ->
                    b == quote
                            ? finish(b, Token.STRING)
                            : forbidden(b)
                                    ? stray(b)
                                    : go(b, b == '\\' ? State.ESCAPE : State.STRING);
            case ESCAPE -> forbidden(b) ? stray(b) : go(b, State.STRING);
            case MINUS -> b == '0' ? go(b, State.ZERO) : digit(b) ? go(b, State.DIGITS) : stray(b);
            case ZERO ->
                    b == '.'
                            ? go(b, State.POINT)
                            : digit(b) ? stray(b) : finishBefore(in, Token.INTEGER);
            case DIGITS ->
                    digit(b)
                            ? go(b, State.DIGITS)
                            : b == '.'
                                    ? go(b, State.POINT)
                                    : exponent(b)
                                            ? go(b, State.EXPONENT)
                                            : finishBefore(in, Token.INTEGER);
            case POINT -> digit(b) ? go(b, State.FRACTION) : stray(b);
            case FRACTION ->
                    digit(b)
                            ? go(b, State.FRACTION)
                            : exponent(b) ? go(b, State.EXPONENT) : finishBefore(in, Token.FLOAT);
            case EXPONENT ->
                    digit(b)
                            ? go(b, State.EXPONENT_DIGITS)
                            : b == '+' || b == '-' ? go(b, State.EXPONENT_SIGN) : stray(b);
            case EXPONENT_SIGN -> digit(b) ? go(b, State.EXPONENT_DIGITS) : stray(b);
            case EXPONENT_DIGITS ->
                    digit(b) ? go(b, State.EXPONENT_DIGITS) : finishBefore(in, Token.FLOAT);
            case KEYWORD -> lowerCase(b) ? go(b, State.KEYWORD) : finishBefore(in, Token.KEYWORD);
            case RECOVERY -> recover(b, in);
        };
    }

    private Token start(byte b) {
        return switch (b) {
            case ' ', '\t', '\r', '\n' -> Token.NONE;
            case '{' -> finish(b, Token.LEFT_BRACE);
            case '}' -> finish(b, Token.RIGHT_BRACE);
            case '[' -> finish(b, Token.LEFT_BRACKET);
            case ']' -> finish(b, Token.RIGHT_BRACKET);
            case ':' -> finish(b, Token.COLON);
            case ',' -> finish(b, Token.COMMA);
            case '"', '\'' -> {
                quote = b;
                yield go(b, State.STRING);
            }
            case '-' -> go(b, State.MINUS);
            case '0' -> go(b, State.ZERO);
            default ->
                    digit(b) ? go(b, State.DIGITS) : lowerCase(b) ? go(b, State.KEYWORD) : stray(b);
        };
    }

    private Token recover(byte b, ByteBuffer in) {
        boolean fresh =
                switch (b) {
                    case '{', '}', '[', ']', ':', ',' -> true;
                    case '\t' -> false;
                    default -> forbidden(b);
                };
        if (fresh) {
            state = State.START;
            unread(in);
        }
        return Token.NONE;
    }

    /** Takes the bytes of a string up to one that needs a look: a quote, a backslash, an error. */
    private void takePlainRun(ByteBuffer in) {
        byte[] source = in.array();
        int from = in.arrayOffset() + in.position();
        int end = in.arrayOffset() + in.limit();
        int at = from;
        while (at < end) {
            byte b = source[at];
            if (b == quote || b == '\\' || forbidden(b)) {
                break;
            }
            at++;
        }
        room(at - from);
        System.arraycopy(source, from, text, length, at - from);
        length += at - from;
        in.position(in.position() + at - from);
    }

    private Token go(byte b, State next) {
        room(1);
        text[length++] = b;
        state = next;
        return Token.NONE;
    }

    private Token finish(byte b, Token token) {
        go(b, State.START);
        return token;
    }

    /** The byte just read showed that the token had ended before it. */
    private Token finishBefore(ByteBuffer in, Token token) {
        unread(in);
        state = State.START;
        return token;
    }

    private Token stray(byte b) {
        go(b, State.RECOVERY);
        return Token.STRAY;
    }

    private Token endless() {
        forget();
        state = State.START;
        return Token.ENDLESS;
    }

    private void forget() {
        length = 0;
        if (text.length > KEPT) {
            text = new byte[64];
        }
    }

    private void room(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
        }
    }

    private static void unread(ByteBuffer in) {
        in.position(in.position() - 1);
    }

    /** Control characters, 0xFE and 0xFF, which no token may contain. */
    private static boolean forbidden(byte b) {
        return b >= 0 ? b < 0x20 : b >= (byte) 0xFE;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean lowerCase(byte b) {
        return b >= 'a' && b <= 'z';
    }

    private static boolean exponent(byte b) {
        return b == 'e' || b == 'E';
    }
}
