package io.patchbay.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits an mbox into its mails; a quoted {@code >From } loses one bracket. */
final class Mboxrd {

    private static final Pattern QUOTED = Pattern.compile("(?m)^>(>*From )");

    private Mboxrd() {}

    static List<byte[]> split(byte[] mbox) {
        var text = new String(mbox, ISO_8859_1);
        var mails = new ArrayList<byte[]>();
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf("\n\nFrom ", start);
            int end = next < 0 ? text.length() : next + 1;
            var mail = text.substring(start, end);
            var plain = mail.contains("\n>") ? QUOTED.matcher(mail).replaceAll("$1") : mail;
            mails.add(plain.getBytes(ISO_8859_1));
            start = next < 0 ? text.length() : next + 2;
        }
        return mails;
    }
}
