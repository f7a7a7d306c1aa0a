package io.patchbay.mail.header;

import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of a header value after decoding: neighbouring encoded words of one charset, or text
 * between such words, whose charset is null.
 */
record HeaderRun(byte[] bytes, @Nullable String charset) {

    private static final class Word {

        final String text;
        final byte[] bytes;
        final @Nullable String charset;

        Word(String text, byte[] bytes, @Nullable String charset) {
            this.text = text;
            this.bytes = bytes;
            this.charset = charset;
        }

        boolean isEncoded() {
            return charset != null;
        }

        boolean isBlank() {
            return !text.isEmpty() && Space.isAll(text);
        }
    }

    /** The runs of a value that has encoded words; null if one is broken base64. */
    static @Nullable List<HeaderRun> of(String value) {
        var words = new ArrayList<Word>();
        int start = 0;
        while (start < value.length()) {
            int end = Space.endOfLine(value, start);
            if (!addLine(value, start, end, words)) {
                return null;
            }
            start = Space.afterLineEnd(value, end);
        }
        return merged(withoutBlanksBetween(words));
    }

    private static boolean addLine(String value, int start, int end, List<Word> words) {
        int from = Space.skip(value, start, end);
        var scanner = new EncodedWordScanner(value, start, end);
        while (scanner.next()) {
            addPlain(value, from, scanner.start(), words);
            var bytes = scanner.decoded();
            if (bytes == null) {
                return false;
            }
            words.add(
                    new Word(scanner.encoded(), bytes, scanner.charset().toLowerCase(Locale.ROOT)));
            from = scanner.end();
        }
        addPlain(value, from, end, words);
        return true;
    }

    private static void addPlain(String value, int from, int to, List<Word> words) {
        if (from < to) {
            var text = value.substring(from, to);
            words.add(new Word(text, text.getBytes(StandardCharsets.ISO_8859_1), null));
        }
    }

    private static List<Word> withoutBlanksBetween(List<Word> words) {
        var kept = new ArrayList<Word>(words.size());
        for (int index = 0; index < words.size(); index++) {
            var word = words.get(index);
            boolean between =
                    index > 0
                            && index + 1 < words.size()
                            && words.get(index - 1).isEncoded()
                            && words.get(index + 1).isEncoded();
            if (!between || !word.isBlank()) {
                kept.add(word);
            }
        }
        return kept;
    }

    private static List<HeaderRun> merged(List<Word> words) {
        var runs = new ArrayList<HeaderRun>();
        int first = 0;
        while (first < words.size()) {
            var charset = words.get(first).charset;
            var bytes = new ByteArrayOutputStream();
            int index = first;
            while (index < words.size() && sameCharset(words.get(index).charset, charset)) {
                if (charset == null && index > first) {
                    bytes.write(' ');
                }
                bytes.writeBytes(words.get(index).bytes);
                index++;
            }
            runs.add(new HeaderRun(bytes.toByteArray(), charset));
            first = index;
        }
        return runs;
    }

    private static boolean sameCharset(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
