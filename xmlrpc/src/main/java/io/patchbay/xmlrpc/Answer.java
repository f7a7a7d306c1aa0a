package io.patchbay.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes what a call returned, laid out as Python's library does. Values are {@link Integer},
 * {@link Long}, {@link Boolean}, {@link String}, {@link Binary}, {@link List} and {@link Map}.
 */
final class Answer {

    private static final String START = "<?xml version='1.0'?>\n<methodResponse>\n";
    private static final String END = "</methodResponse>\n";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private final StringBuilder out = new StringBuilder(1024);

    /** Text that clients expect as {@code <base64>} of its UTF-8 bytes (xmlrpc §2). */
    record Binary(String text) {}

    private Answer() {}

    static String returning(Object value) {
        var answer = new Answer();
        answer.out.append(START).append("<params>\n<param>\n");
        answer.value(value);
        return answer.out.append("</param>\n</params>\n").append(END).toString();
    }

    static String failing(Fault fault) {
        var answer = new Answer();
        answer.out.append(START).append("<fault>\n");
        // Patchwork sends 1 for every fault, and clients print the text only.
        answer.struct(orderedFault(fault));
        return answer.out.append("</fault>\n").append(END).toString();
    }

    private static Map<String, Object> orderedFault(Fault fault) {
        var members = new java.util.LinkedHashMap<String, Object>();
        members.put("faultCode", 1);
        members.put("faultString", fault.text());
        return members;
    }

    private void value(Object value) {
        switch (value) {
            case Integer number -> scalar("int", number.toString());
            case Long number -> scalar("int", number.toString());
            case Boolean truth -> scalar("boolean", truth ? "1" : "0");
            case String text -> scalar("string", escaped(text));
            case Binary(var text) ->
                    scalar("base64", "\n" + LINES.encodeToString(text.getBytes(UTF_8)) + "\n");
            case List<?> items -> array(items);
            case Map<?, ?> members -> struct(members);
            default -> throw new IllegalStateException("no XML-RPC type for " + value.getClass());
        }
    }

    private void scalar(String type, String text) {
        out.append("<value><").append(type).append('>').append(text);
        out.append("</").append(type).append("></value>\n");
    }

    private void array(List<?> items) {
        out.append("<value><array><data>\n");
        for (var item : items) {
            value(item);
        }
        out.append("</data></array></value>\n");
    }

    private void struct(Map<?, ?> members) {
        out.append("<value><struct>\n");
        members.forEach((name, member) -> {
            out.append("<member>\n<name>").append(escaped(name.toString())).append("</name>\n");
            value(member);
            out.append("</member>\n");
        });
        out.append("</struct></value>\n");
    }

    /** Characters that XML cannot hold at all are left out. */
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\t', '\n' -> escaped.append(character);
                // A parser would read a bare one as a line feed.
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (character >= ' ' && character != '\uFFFE' && character != '\uFFFF') {
                        escaped.append(character);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
