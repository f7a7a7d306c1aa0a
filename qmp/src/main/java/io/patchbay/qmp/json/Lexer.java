package io.patchbay.qmp.json;

import org.jspecify.annotations.Nullable;

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

    /** What has been read of a token, and which one it is if no further byte belongs to it. */
    private enum State {
        START,
        STRING,
        ESCAPE,
        MINUS,
        ZERO(Token.INTEGER),
        DIGITS(Token.INTEGER),
        POINT,
        FRACTION(Token.FLOAT),
        EXPONENT,
        EXPONENT_SIGN,
        EXPONENT_DIGITS(Token.FLOAT),
        KEYWORD(Token.KEYWORD),
        RECOVERY;

        final Token ends;

        State() {
            this(Token.NONE);
        }

        State(Token ends) {
            this.ends = ends;
        }
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
            case STRING -> string(b);
            case ESCAPE -> forbidden(b) ? stray(b) : go(b, State.STRING);
            case RECOVERY -> recover(b, in);
            default -> numberOrWord(b, in);
        };
    }

    private Token string(byte b) {
        if (b == quote) {
            return finish(b, Token.STRING);
        }
        if (forbidden(b)) {
            return stray(b);
        }
        return go(b, b == '\\' ? State.ESCAPE : State.STRING);
    }

    private Token numberOrWord(byte b, ByteBuffer in) {
        var next = following(b);
        if (next != null) {
            return go(b, next);
        }
        boolean leadingZero = state == State.ZERO && digit(b);
        return state.ends == Token.NONE || leadingZero ? stray(b) : finishBefore(in, state.ends);
    }

    /** The state of the number or word after one more byte; null if that cannot belong to it. */
    private @Nullable State following(byte b) {
        if (digit(b)) {
            return switch (state) {
                case MINUS -> b == '0' ? State.ZERO : State.DIGITS;
                case DIGITS -> State.DIGITS;
                case POINT, FRACTION -> State.FRACTION;
                case EXPONENT, EXPONENT_SIGN, EXPONENT_DIGITS -> State.EXPONENT_DIGITS;
                default -> null;
            };
        }
        if (b == '.' && (state == State.ZERO || state == State.DIGITS)) {
            return State.POINT;
        }
        if (exponent(b) && (state == State.DIGITS || state == State.FRACTION)) {
            return State.EXPONENT;
        }
        if ((b == '+' || b == '-') && state == State.EXPONENT) {
            return State.EXPONENT_SIGN;
        }
        return lowerCase(b) && state == State.KEYWORD ? State.KEYWORD : null;
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
            default -> startNumberOrWord(b);
        };
    }

    private Token startNumberOrWord(byte b) {
        if (digit(b)) {
            return go(b, State.DIGITS);
        }
        return lowerCase(b) ? go(b, State.KEYWORD) : stray(b);
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
