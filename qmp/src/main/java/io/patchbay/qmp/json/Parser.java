package io.patchbay.qmp.json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the value of one message from its tokens as they come. The first fault wins and is kept
 * until the message is complete; what follows it is not looked at.
 */
final class Parser {

    private enum Expected {
        KEY_OR_END,
        KEY,
        COLON,
        MEMBER,
        COMMA_OR_END,
        ITEM_OR_END,
        ITEM
    }

    /** An object or array whose closing bracket has not come yet. */
    private static final class Open {
        Expected expected = Expected.KEY;
        @Nullable JsonObject object;
        @Nullable List<Json> items;
        String key = "";
    }

    private final TextToken texts = new TextToken();
    private Open[] open = new Open[4];
    private int depth;
    private @Nullable Json result;
    private @Nullable String fault;

    /** Takes the next token of the message. */
    void take(Lexer.Token token, Lexer lexer) {
        if (fault != null) {
            return;
        }
        try {
            accept(token, lexer);
        } catch (JsonFault found) {
            fault = found.description();
            depth = 0;
            Arrays.fill(open, null);
        }
    }

    /** What the tokens since the last message amount to. */
    Incoming finish() {
        var value = result;
        var broken = fault;
        reset();
        if (broken != null) {
            return new Incoming.Fault("JSON parse error, " + broken);
        }
        if (value == null) {
            throw new IllegalStateException("a message was finished before its value");
        }
        return new Incoming.Value(value);
    }

    void reset() {
        for (int at = 0; at < depth; at++) {
            open[at].object = null;
            open[at].items = null;
        }
        depth = 0;
        result = null;
        fault = null;
    }

    private void accept(Lexer.Token token, Lexer lexer) throws JsonFault {
        if (depth == 0) {
            value(token, lexer);
            return;
        }
        var top = open[depth - 1];
        switch (top.expected) {
            case KEY_OR_END -> {
                if (token == Lexer.Token.RIGHT_BRACE) {
                    close(top);
                } else {
                    top.expected = Expected.KEY;
                    value(token, lexer);
                }
            }
            case ITEM_OR_END -> {
                if (token == Lexer.Token.RIGHT_BRACKET) {
                    close(top);
                } else {
                    top.expected = Expected.ITEM;
                    value(token, lexer);
                }
            }
            case KEY, MEMBER, ITEM -> value(token, lexer);
            case COLON -> {
                if (token != Lexer.Token.COLON) {
                    throw new JsonFault("missing : in object pair");
                }
                top.expected = Expected.MEMBER;
            }
            case COMMA_OR_END -> separator(token, top);
        }
    }

    private void separator(Lexer.Token token, Open top) throws JsonFault {
        boolean inObject = top.object != null;
        if (token == Lexer.Token.COMMA) {
            top.expected = inObject ? Expected.KEY : Expected.ITEM;
        } else if (token == (inObject ? Lexer.Token.RIGHT_BRACE : Lexer.Token.RIGHT_BRACKET)) {
            close(top);
        } else {
            throw new JsonFault("expected separator in " + (inObject ? "dict" : "list"));
        }
    }

    private void value(Lexer.Token token, Lexer lexer) throws JsonFault {
        switch (token) {
            case LEFT_BRACE -> {
                var opened = open();
                opened.expected = Expected.KEY_OR_END;
                opened.object = new JsonObject();
            }
            case LEFT_BRACKET -> {
                var opened = open();
                opened.expected = Expected.ITEM_OR_END;
                opened.items = new ArrayList<>();
            }
            case STRING -> text(texts.decode(lexer.text(), lexer.length()));
            case INTEGER -> deliver(NumberToken.integer(lexer.text(), lexer.length()));
            case FLOAT -> deliver(NumberToken.real(lexer.text(), lexer.length()));
            case KEYWORD -> deliver(keyword(lexer));
            default -> throw new JsonFault("expecting value");
        }
    }

    private void text(String text) throws JsonFault {
        if (depth > 0 && open[depth - 1].expected == Expected.KEY) {
            open[depth - 1].key = text;
            open[depth - 1].expected = Expected.COLON;
        } else {
            deliver(new Json.Text(text));
        }
    }

    private static Json keyword(Lexer lexer) throws JsonFault {
        var word = Utf8Cursor.quotable(lexer.text(), 0, lexer.length());
        return switch (word) {
            case "true" -> new Json.Bool(true);
            case "false" -> new Json.Bool(false);
            case "null" -> Json.Null.NULL;
            default -> throw new JsonFault("invalid keyword '" + word + "'");
        };
    }

    /** A value is complete: it goes into what is open around it. */
    private void deliver(Json value) throws JsonFault {
        if (depth == 0) {
            result = value;
            return;
        }
        var top = open[depth - 1];
        if (top.items != null) {
            top.items.add(value);
        } else if (top.expected == Expected.KEY) {
            throw new JsonFault("key is not a string in object");
        } else if (top.object != null && !top.object.add(top.key, value)) {
            throw new JsonFault("duplicate key");
        }
        top.expected = Expected.COMMA_OR_END;
    }

    private Open open() {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        var next = open[depth];
        if (next == null) {
            next = open[depth] = new Open();
        }
        depth++;
        return next;
    }

    private void close(Open top) throws JsonFault {
        Json value = top.object != null ? top.object : new Json.Items(itemsOf(top));
        top.object = null;
        top.items = null;
        depth--;
        deliver(value);
    }

    private static List<Json> itemsOf(Open array) {
        return array.items == null ? List.of() : array.items;
    }
}
