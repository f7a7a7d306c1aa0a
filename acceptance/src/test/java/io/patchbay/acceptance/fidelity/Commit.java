package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an author has made, before any mail tells of it.
 *
 * @param message its first line becomes the subject of the mail
 * @param files their new content by path
 */
record Commit(String author, String email, String message, Map<String, byte[]> files) {

    static final String AUTHOR = "Ann Quay";
    static final String EMAIL = "ann@example.com";

    Commit {
        files = new TreeMap<>(files);
    }

    /** Of a file that is ASCII. */
    static Commit of(String message) {
        return of(message, "src/berth.c", BaseTree.BERTHS.replace("berth_7;", "berth_7 = 70;"));
    }

    static Commit of(String message, String path, String content) {
        return of(message, path, content.getBytes(UTF_8));
    }

    static Commit of(String message, String path, byte[] content) {
        return new Commit(AUTHOR, EMAIL, message, Map.of(path, content));
    }

    String subject() {
        return message.substring(0, message.indexOf('\n'));
    }

    /** The message below the subject and the empty line. */
    String body() {
        return message.substring(message.indexOf('\n') + 2);
    }
}
