package io.patchbay.mail.header;

import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Lines;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message or part. What a lenient reader must decide is decided like
 * Python's email package does, which Patchwork stands on.
 */
public final class HeaderSection {

    private static final String ENVELOPE = "From ";

    private final List<Header> headers;
    private final String misplacedEnvelope;

    private HeaderSection(List<Header> headers, String misplacedEnvelope) {
        this.headers = List.copyOf(headers);
        this.misplacedEnvelope = misplacedEnvelope;
    }

    public List<Header> headers() {
        return headers;
    }

    /** An envelope line at the very end of the section: it belongs in front of the body. */
    String misplacedEnvelope() {
        return misplacedEnvelope;
    }

    public @Nullable Header first(String name) {
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header;
            }
        }
        return null;
    }

    public Optional<String> firstValue(String name) {
        return Optional.ofNullable(first(name)).map(Header::value);
    }

    /** Of several headers the last. */
    Optional<String> lastValue(String name) {
        for (int index = headers.size() - 1; index >= 0; index--) {
            if (headers.get(index).name().equalsIgnoreCase(name)) {
                return Optional.of(headers.get(index).value());
            }
        }
        return Optional.empty();
    }

    public List<Header> all(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).toList();
    }

    /** Reads up to and with the empty line, or up to the first line that is no header. */
    public static HeaderSection read(Lines lines, Limits limits) {
        return new Reader(lines, limits).read();
    }

    /** The colon after a name of printable ASCII, which may be empty; -1 if there is none. */
    static int colon(String text, int start, int end) {
        for (int index = start; index < end; index++) {
            char character = text.charAt(index);
            if (character == ':') {
                return index;
            }
            if (character <= ' ' || character > '~') {
                return -1;
            }
        }
        return -1;
    }

    private static final class Reader {

        private final Lines lines;
        private final Limits limits;
        private final String text;
        private final int sectionStart;
        private final List<Header> headers = new ArrayList<>();
        private @Nullable String name;
        private int valueStart;

        /** What of the value stands before an empty line that a server put into it. */
        private String cutOff = "";

        Reader(Lines lines, Limits limits) {
            this.lines = lines;
            this.limits = limits;
            this.text = lines.text();
            this.sectionStart = lines.end();
        }

        HeaderSection read() {
            String misplacedEnvelope = "";
            boolean first = true;
            boolean rest = false;
            int lineBefore = sectionStart;
            while (lines.next()) {
                int start = lines.start();
                char character = text.charAt(start);
                int colon = -1;
                boolean continuation = rest || character == ' ' || character == '\t';
                boolean envelope = !continuation && text.startsWith(ENVELOPE, start);
                if (!continuation && !envelope) {
                    colon = colon(text, start, lines.end());
                    if (colon < 0) {
                        if (name != null && BrokenHeader.goesOn(text, lineBefore, start)) {
                            cutOff += text.substring(valueStart, withoutLineEnd(start));
                            valueStart = lines.end();
                            rest = true;
                            continue;
                        }
                        finish(start);
                        if (character != '\n' && character != '\r') {
                            lines.back();
                        }
                        return new HeaderSection(headers, misplacedEnvelope);
                    }
                }
                checkSize(start);
                if (!continuation) {
                    finish(start);
                }
                misplacedEnvelope = envelope && !first ? text.substring(start, lines.end()) : "";
                if (colon > start) {
                    name = text.substring(start, colon);
                    valueStart = colon + 1;
                }
                first = false;
                rest = false;
                lineBefore = start;
            }
            finish(lines.end());
            return new HeaderSection(headers, misplacedEnvelope);
        }

        private void checkSize(int lineStart) {
            limits.checkLineLength(lines.end() - lineStart);
            limits.checkHeaderSize(lines.end() - sectionStart);
        }

        private void finish(int fieldEnd) {
            if (name == null) {
                return;
            }
            int from = valueStart;
            int to = Math.max(from, withoutLineEnd(fieldEnd));
            if (cutOff.isEmpty()) {
                from = afterBlanks(text, from, to);
                headers.add(new Header(name, text.substring(from, to)));
            } else {
                var value = cutOff + text.substring(from, to);
                headers.add(
                        new Header(name, value.substring(afterBlanks(value, 0, value.length()))));
                cutOff = "";
            }
            limits.checkHeaders(headers.size());
            name = null;
        }

        private int withoutLineEnd(int end) {
            int to = end;
            while (to > sectionStart
                    && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
                to--;
            }
            return to;
        }

        private static int afterBlanks(String text, int start, int end) {
            int index = start;
            while (index < end && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
                index++;
            }
            return index;
        }
    }
}
