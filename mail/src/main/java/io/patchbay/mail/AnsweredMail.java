package io.patchbay.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text quotes the mail that it answers without marking its lines, as Outlook and its like
 * do: {@code -----Original Message-----}, or the answered mail's {@code From:}, {@code Sent:} and
 * {@code To:}, with the answer above them (mail-ingest §22).
 */
final class AnsweredMail {

    /** What the name of the sender stands behind, in the languages of mail programs. */
    private static final Set<String> FROM =
            Set.of(
                    "from",
                    "von",
                    "de",
                    "da",
                    "van",
                    "från",
                    "fra",
                    "od",
                    "от",
                    "від",
                    "feladó",
                    "lähettäjä",
                    "kimden",
                    "gönderen",
                    "από",
                    "expéditeur",
                    "发件人",
                    "寄件者",
                    "寄件人",
                    "差出人",
                    "送信者",
                    "보낸 사람",
                    "보낸사람",
                    "מאת",
                    "من",
                    "จาก",
                    "từ");

    /** Of the receiver or of when it was sent; {@code Date} alone git writes too. */
    private static final Set<String> SENT_OR_TO =
            Set.of(
                    "sent",
                    "to",
                    "gesendet",
                    "an",
                    "envoyé",
                    "à",
                    "a",
                    "enviado",
                    "enviado el",
                    "enviada em",
                    "enviado em",
                    "para",
                    "inviato",
                    "verzonden",
                    "aan",
                    "verstuurd",
                    "skickat",
                    "till",
                    "sendt",
                    "til",
                    "wysłano",
                    "wysłane",
                    "do",
                    "отправлено",
                    "кому",
                    "надіслано",
                    "odesláno",
                    "komu",
                    "elküldve",
                    "címzett",
                    "lähetetty",
                    "vastaanottaja",
                    "gönderme tarihi",
                    "gönderildi",
                    "kime",
                    "στάλθηκε",
                    "προς",
                    "发送时间",
                    "发送日期",
                    "收件人",
                    "寄件日期",
                    "收件者",
                    "送信日時",
                    "宛先",
                    "보낸 날짜",
                    "받는 사람",
                    "נשלח",
                    "אל",
                    "تم الإرسال",
                    "إلى",
                    "cc");

    private static final Pattern DASHED =
            Pattern.compile("\\s*-{3,}\\s*(\\p{L}[^-]{2,60}?)\\s*-{3,}\\s*");

    private static final Pattern FORWARDED =
            Pattern.compile(
                    "forward|weitergeleitet|transf[ée]r|reenviad|encaminhad|inoltrat|doorgestuurd|vidarebefordra|videresend"
                            + "|przekazan|пересл|переслан|转发|轉寄|転送|전달|begin |end ",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** How many lines of the answered mail's header are looked at. */
    private static final int HEADER = 5;

    private final String[] lines;

    private AnsweredMail(String text) {
        lines = text.split("\n", -1);
    }

    static boolean isIn(String text) {
        return new AnsweredMail(text).isThere();
    }

    private boolean isThere() {
        boolean said = false;
        for (int line = 0; line < lines.length; line++) {
            if (isDashed(line) || said && isHeader(line)) {
                return true;
            }
            said |= !lines[line].isBlank();
        }
        return false;
    }

    /** A line between dashes that does not forward, and the sender below it. */
    private boolean isDashed(int line) {
        if (!lines[line].startsWith("---") || line + 1 >= lines.length) {
            return false;
        }
        var dashed = DASHED.matcher(lines[line]);
        if (!dashed.matches() || FORWARDED.matcher(dashed.group(1)).find()) {
            return false;
        }
        int next = line + 1;
        while (next < lines.length - 1 && next < line + 3 && lines[next].isBlank()) {
            next++;
        }
        return FROM.contains(label(next)) || isHeader(next);
    }

    /** The sender, and within the next lines the receiver or when it was sent. */
    private boolean isHeader(int line) {
        if (!FROM.contains(label(line))) {
            return false;
        }
        for (int next = line + 1; next < Math.min(lines.length, line + HEADER); next++) {
            var label = label(next);
            if (label.isEmpty()) {
                return false;
            }
            if (SENT_OR_TO.contains(label)) {
                return true;
            }
        }
        return false;
    }

    /** The name of the field on that line in lower case; empty if it is none. */
    private String label(int line) {
        var text = lines[line];
        int colon = -1;
        for (int at = 0; at < Math.min(text.length(), 24) && colon < 0; at++) {
            if (text.charAt(at) == ':' || text.charAt(at) == '：') {
                colon = at;
            }
        }
        if (colon <= 0) {
            return "";
        }
        return text.substring(0, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
    }
}
