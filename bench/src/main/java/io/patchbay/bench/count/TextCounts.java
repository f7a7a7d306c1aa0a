package io.patchbay.bench.count;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts, charsets and transfer encodings (mail-ingest §10, §22). */
final class TextCounts implements Counter {

    private static final String CHARSETS = "charsets that text parts name";
    private static final String TEXTS = "texts";
    private static final String PARTS = "parts";

    private static final Set<String> KNOWN_TEXTS =
            Set.of("text/plain", "text/html", "text/x-patch", "text/x-diff", "text/calendar");

    private static final Pattern STUFFED = Pattern.compile("(?m)^ (?: |From |>)");
    private static final Pattern FROM = Pattern.compile("(?m)^From ");
    private static final Pattern QUOTED_FROM = Pattern.compile("(?m)^>From ");

    @Override
    public void count(CountedMail mail, Tally tally) {
        var texts = mail.parts().stream().filter(CountedPart::isText).toList();
        for (var part : texts) {
            countText(part, tally);
        }
        tally.countIf(
                !CountedPart.isOf(
                        mail.head().getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.US_ASCII),
                TEXTS,
                "mails with bare bytes in the header");
        tally.countIf(FROM.matcher(mail.text()).find(), TEXTS, "mails with a line `From `");
        tally.countIf(QUOTED_FROM.matcher(mail.text()).find(), TEXTS, "mails with a line `>From `");
        countParts(mail, texts, tally);
        if (mail.isPatch()) {
            countPatch(texts, tally);
        }
    }

    private static void countText(CountedPart part, Tally tally) {
        var label = part.parameter("charset").orElse("none").toLowerCase(Locale.ROOT);
        tally.word(CHARSETS, label);
        tally.count(TEXTS, "text parts");
        boolean named = !label.equals("none");
        tally.countIf(named && part.charset().isEmpty(), TEXTS, "the charset is not known to Java");
        tally.countIf(
                part.charset().isPresent() && !part.decodes(),
                TEXTS,
                "the bytes are not of the charset");
        tally.countIf(
                !named && !CountedPart.isOf(part.bytes(), StandardCharsets.US_ASCII),
                TEXTS,
                "no charset, and not ASCII");
    }

    private static void countParts(CountedMail mail, List<CountedPart> texts, Tally tally) {
        tally.countIf(mail.parts().size() > 1, PARTS, "mails of several parts");
        tally.countIf(
                texts.stream().anyMatch(part -> part.type().equals("text/html"))
                        && texts.stream().noneMatch(part -> part.type().equals("text/plain")),
                PARTS,
                "HTML and no plain text");
        tally.countIf(
                mail.parts().stream().anyMatch(TextCounts::isPatchFile),
                PARTS,
                "a patch attached (x-patch, x-diff, or a name in .patch or .diff)");
        tally.countIf(
                texts.stream().anyMatch(part -> !KNOWN_TEXTS.contains(part.type())),
                PARTS,
                "a text of another kind");
        tally.countIf(has(mail, "application/pgp-signature"), PARTS, "signed with OpenPGP (MIME)");
        tally.countIf(
                mail.text().contains("-----BEGIN PGP SIGNED MESSAGE-----"),
                PARTS,
                "signed with OpenPGP (clear text)");
        tally.countIf(
                mail.parts().stream()
                        .anyMatch(part -> part.type().matches("application/(x-)?pkcs7-.*")),
                PARTS,
                "S/MIME");
        tally.countIf(mail.headers().has("X-Developer-Signature"), PARTS, "signed with patatt");
        tally.countIf(mail.headers().has("DKIM-Signature"), PARTS, "signed with DKIM");
    }

    private static boolean has(CountedMail mail, String type) {
        return mail.parts().stream().anyMatch(part -> part.type().equals(type));
    }

    private static boolean isPatchFile(CountedPart part) {
        return part.type().matches(".*/x-(patch|diff)")
                || part.fileName().matches("(?i).*\\.(patch|diff)");
    }

    private static void countPatch(List<CountedPart> texts, Tally tally) {
        var first = texts.getFirst();
        tally.count(
                "transfer encoding of patch mails",
                first.encoding().isEmpty() ? "none" : first.encoding());
        boolean flowed =
                first.parameter("format")
                        .filter(format -> format.equalsIgnoreCase("flowed"))
                        .isPresent();
        tally.countIf(flowed, TEXTS, "patch mails that are format=flowed");
        tally.countIf(
                flowed && STUFFED.matcher(first.text()).find(), TEXTS, "… and have stuffed lines");
    }
}
