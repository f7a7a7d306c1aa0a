package io.patchbay.acceptance.fidelity;

import static io.patchbay.acceptance.fidelity.SentSeries.of;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.acceptance.fidelity.MailForm.LineEnds;
import io.patchbay.acceptance.fidelity.MailForm.Transfer;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Files whose bytes are no UTF-8. */
final class ForeignBytes {

    private static final String KIND = "K03";
    private static final String SIGNED = "\n\nSigned-off-by: Ann Quay <ann@example.com>\n";
    private static final String REVIEWED = "Reviewed-by: Łucja Przystań <lucja@example.com>";
    private static final byte[] BINARY_LIKE = {'+', (byte) 0xFF, (byte) 0xFE, (byte) 0x80, '\n'};

    /** Bytes that are no character of the charset, or not the ones that stand for it. */
    private static final byte[] ODD_JAPANESE = "表\u2015①\n".getBytes(charset("windows-31j"));

    private ForeignBytes() {}

    static List<SentSeries> all() {
        var all = new ArrayList<SentSeries>();
        for (var charset : BaseTree.WORDS.keySet()) {
            var declared = changed(charset);
            for (var transfer : transfers(charset)) {
                var form = MailForm.PLAIN.with(transfer).in(charset);
                all.add(of(KIND, "declared-" + charset + "-" + transfer.text(), form, declared));
            }
            var quoted = MailForm.PLAIN.with(Transfer.QUOTED_PRINTABLE);
            all.add(of(KIND, "new-" + charset, quoted.in(charset), added(charset)));
            all.add(of(KIND, "undeclared-" + charset, undeclared(), inAscii(charset)));
            all.add(of(KIND, "called-utf-8-" + charset, MailForm.PLAIN, inUtf8(charset)));
        }
        all.addAll(ofLatin1());
        all.addAll(ofNoCharset());
        return all;
    }

    /** All of them for one charset of a byte a sign, and one of two. */
    private static List<Transfer> transfers(String charset) {
        return charset.equals("iso-8859-1") || charset.equals("shift_jis")
                ? List.of(Transfer.values())
                : List.of(Transfer.QUOTED_PRINTABLE);
    }

    private static List<SentSeries> ofLatin1() {
        var latin1 = MailForm.PLAIN.in("iso-8859-1");
        return List.of(
                of(KIND, "shown-whole", latin1, small("deux étés")),
                of(KIND, "called-ascii", undeclaredAs("us-ascii"), inAscii("iso-8859-1")),
                of(KIND, "called-nothing-known", undeclaredAs("x-unknown"), inAscii("iso-8859-1"))
                        .misreadByGit(),
                of(KIND, "answered", latin1, changed("iso-8859-1"))
                        .answered(
                                "Good.\nReviewed-by: Zoë Pier <zoe@example.com>\n",
                                "Reviewed-by: Zoë Pier <zoe@example.com>"),
                of(KIND, "answered-in-other-letters", latin1, changed("iso-8859-1"))
                        .answered("Good.\n" + REVIEWED + "\n", REVIEWED),
                of(KIND, "series", latin1, changed("iso-8859-1"), inAscii("koi8-r")),
                of(KIND, "part", latin1.asPart(), changed("iso-8859-1")),
                of(
                        KIND,
                        "with-carriage-returns",
                        latin1.with(Transfer.QUOTED_PRINTABLE),
                        Commit.of(
                                "docs: new" + SIGNED,
                                "docs/new.txt",
                                "été\r\nhiver\r\n".getBytes(ISO_8859_1))),
                of(
                                KIND,
                                "every-line-of-base64",
                                latin1.with(Transfer.BASE64).with(LineEnds.CRLF),
                                changed("iso-8859-1"))
                        .misreadByGit(),
                of(KIND, "with-envelope-line", latin1, says("From Håkon, 1 Oct 2026 10:00:00")));
    }

    private static List<SentSeries> ofNoCharset() {
        return List.of(
                of(KIND, "no-charset-8bit", undeclared(), newFile(BINARY_LIKE)),
                of(KIND, "no-charset-utf-8", MailForm.PLAIN, newFile(BINARY_LIKE)),
                of(
                        KIND,
                        "no-charset-base64",
                        MailForm.PLAIN.with(Transfer.BASE64),
                        newFile(BINARY_LIKE)),
                of(
                        KIND,
                        "undefined-in-windows-1252",
                        undeclared(),
                        newFile(new byte[] {'a', (byte) 0x81, (byte) 0xE9, '\n'})),
                of(
                        KIND,
                        "odd-japanese",
                        MailForm.PLAIN.in(charset("windows-31j"), "cp932"),
                        newFile(ODD_JAPANESE)),
                of(
                        KIND,
                        "two-ways-of-a-sign",
                        MailForm.PLAIN.in(charset("windows-31j"), "cp932"),
                        // NOT SIGN stands twice in this charset, and NUMERO SIGN too.
                        newFile(bytesOf(0x81, 0xCA, 0xEE, 0xF9, 0x87, 0x82, 0xFA, 0x59, '\n'))),
                // A program on the way wrote the mail in Latin-1; index lines tell.
                of(KIND, "recoded", recoded(), newFile("Führt das Buch.\n".getBytes(UTF_8)))
                        .misreadByGit(),
                of(
                                KIND,
                                "recoded-and-shown-whole",
                                recoded(),
                                Commit.of(
                                        "docs: deux\n\nÉté." + SIGNED,
                                        "docs/utf8.txt",
                                        "été one\ndeux\n"))
                        .misreadByGit());
    }

    private static MailForm undeclared() {
        return MailForm.PLAIN.in(US_ASCII, null);
    }

    private static MailForm undeclaredAs(String name) {
        return MailForm.PLAIN.in(US_ASCII, name);
    }

    private static MailForm recoded() {
        return MailForm.PLAIN.in("iso-8859-1").recodedOnItsWay();
    }

    private static Charset charset(String name) {
        return Charset.forName(name);
    }

    /** The message is in the charset of the file. */
    private static Commit changed(String charset) {
        var word = BaseTree.WORDS.get(charset);
        return Commit.of(
                "docs: the tenth\n\nSays " + word + "." + SIGNED,
                BaseTree.path(charset),
                BaseTree.changed(charset));
    }

    private static Commit inAscii(String charset) {
        return Commit.of(
                "docs: the tenth" + SIGNED, BaseTree.path(charset), BaseTree.changed(charset));
    }

    private static Commit inUtf8(String charset) {
        return Commit.of(
                "docs: the tenth\n\nThe mélange – всё." + SIGNED,
                BaseTree.path(charset),
                BaseTree.changed(charset));
    }

    private static Commit added(String charset) {
        var word = BaseTree.WORDS.get(charset);
        return Commit.of(
                "docs: more\n\nOf " + word + "." + SIGNED,
                "docs/more.txt",
                BaseTree.inCharset(charset, word + "\nand " + word + "\n"));
    }

    private static Commit small(String line) {
        return Commit.of(
                "docs: deux" + SIGNED,
                "docs/latin1.txt",
                ("café one\n" + line + "\n").getBytes(ISO_8859_1));
    }

    private static Commit says(String words) {
        return Commit.of(
                "docs: the tenth\n\n" + words + SIGNED,
                BaseTree.path("iso-8859-1"),
                BaseTree.changed("iso-8859-1"));
    }

    private static Commit newFile(byte[] content) {
        return Commit.of("docs: new" + SIGNED, "docs/new.txt", content);
    }

    private static byte[] bytesOf(int... values) {
        var bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
