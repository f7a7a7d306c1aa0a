package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files that every author begins with. */
final class BaseTree {

    /** Twenty lines, so that a diff shows but some of them. */
    static final String BERTHS = lines("int berth_%d;\n");

    static final String LIST = "line %d of a list\n";

    /** A word for each charset that a file is in, which it does not share with ASCII. */
    static final Map<String, String> WORDS = words();

    private BaseTree() {}

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("iso-8859-1", "Häfen");
        words.put("iso-8859-2", "przystań łodzi");
        words.put("iso-8859-15", "cinq œufs à 3 €");
        words.put("windows-1252", "“Café” – naïve");
        words.put("windows-1251", "Причал");
        words.put("koi8-r", "Причал");
        words.put("shift_jis", "岸壁の表");
        words.put("euc-jp", "岸壁の表");
        words.put("iso-2022-jp", "岸壁の表");
        words.put("gb2312", "码头");
        words.put("gb18030", "碼頭€");
        words.put("big5", "碼頭");
        words.put("euc-kr", "부두");
        return words;
    }

    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("src/berth.c", BERTHS.getBytes(UTF_8));
        files.put("docs/dos.txt", crlf(lines(LIST)).getBytes(UTF_8));
        files.put("docs/latin1.txt", "café one\ntwo\n".getBytes(ISO_8859_1));
        files.put("docs/utf8.txt", "été one\ntwo\n".getBytes(UTF_8));
        WORDS.forEach((charset, word) ->
                files.put(path(charset), inCharset(charset, lines(LIST.replace("line", word)))));
        return files;
    }

    static String path(String charset) {
        return "docs/" + charset + ".txt";
    }

    /** The same file with its tenth line changed. */
    static byte[] changed(String charset) {
        var word = WORDS.get(charset);
        return inCharset(
                charset,
                lines(LIST.replace("line", word)).replace(" 10 of", " 10, " + word + ", of"));
    }

    static byte[] inCharset(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    static String lines(String format) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(number -> format.formatted(number))
                .collect(Collectors.joining());
    }
}
