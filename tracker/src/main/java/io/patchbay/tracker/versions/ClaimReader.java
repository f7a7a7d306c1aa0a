package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the {@link Claim}s of a message. */
final class ClaimReader {

    /** Nobody names so many versions; what does is a list of something else. */
    private static final int MOST = 100;

    private static final int LONGEST = 255;

    private static final String CHANGE_ID = "change-id:";
    private static final String NEEDS = "prerequisite-change-id:";
    private static final String SUPERSEDES = "supersedes:";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\")\\]]+");
    private static final Pattern LINK = Pattern.compile("(?i)\\blink to (?:the )?v\\d");
    private static final Pattern VERSION =
            Pattern.compile("(?i)\\bv(?:er(?:sion)?)?\\s?(\\d{1,6})\\b");
    private static final Pattern BRIDGE =
            Pattern.compile("<pull\\.(\\d+)(?:\\.v\\d+)?\\.((?:[a-z]+\\.)+)\\d+\\.([^>]*)>");
    private static final Pattern VERSIONED = Pattern.compile("(.*):v\\d+");

    private final Set<Claim> claims = new LinkedHashSet<>();

    /** Those of a text, which may be the message or what stands behind the diff. */
    void read(String text) {
        int beforeStart = 0;
        int beforeEnd = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int start = at;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            if (start < end) {
                if (!readTrailer(text, start, end) && text.indexOf("://", start, end) >= 0) {
                    readAddresses(
                            text.substring(start, end), text.substring(beforeStart, beforeEnd));
                }
                beforeStart = start;
                beforeEnd = end;
            }
            at = end + 1;
        }
    }

    private boolean readTrailer(String text, int start, int end) {
        if ("cCpPsS".indexOf(text.charAt(start)) < 0) {
            return false;
        }
        if (text.regionMatches(true, start, CHANGE_ID, 0, CHANGE_ID.length())) {
            return add(Claim.Kind.CHANGE_ID, text.substring(start + CHANGE_ID.length(), end));
        }
        if (text.regionMatches(true, start, NEEDS, 0, NEEDS.length())) {
            var value = text.substring(start + NEEDS.length(), end).strip();
            var versioned = VERSIONED.matcher(value);
            return add(
                    Claim.Kind.NEEDS_CHANGE_ID, versioned.matches() ? versioned.group(1) : value);
        }
        if (text.regionMatches(true, start, SUPERSEDES, 0, SUPERSEDES.length())) {
            var value = text.substring(start + SUPERSEDES.length(), end).strip();
            var id = value.contains("://") ? idIn(value) : bracketed(value);
            if (id != null) {
                add(new Claim(Claim.Kind.SUPERSEDES, id, null));
            }
            return id != null;
        }
        return false;
    }

    private boolean add(Claim.Kind kind, String text) {
        var value = text.strip();
        if (value.isEmpty() || value.indexOf(' ') >= 0) {
            return false;
        }
        add(new Claim(kind, value, null));
        return true;
    }

    private void readAddresses(String line, String before) {
        var addresses = ADDRESS.matcher(line);
        while (addresses.find()) {
            var id = idIn(addresses.group());
            if (id == null) {
                continue;
            }
            var around = line.replace(addresses.group(), "");
            var context = around.isBlank() ? before : around;
            var version = VERSION.matcher(context);
            var named = version.find() ? Integer.valueOf(version.group(1)) : null;
            add(
                    new Claim(
                            named != null && LINK.matcher(context).find()
                                    ? Claim.Kind.LINK
                                    : Claim.Kind.ADDRESS,
                            id,
                            named));
        }
    }

    /** The last part of an address that has an '@'. */
    private static @Nullable String idIn(String address) {
        if (address.indexOf('@') < 0 && !address.contains("%40")) {
            return null;
        }
        String plain;
        try {
            plain = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A bare '%' that begins no escape.
            plain = address;
        }
        var parts = plain.split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            var part = parts[i];
            if (part.indexOf('@') >= 0) {
                int anchor = part.indexOf('#');
                return bracketed(anchor < 0 ? part : part.substring(0, anchor));
            }
        }
        return null;
    }

    private static @Nullable String bracketed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "<>".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "<>.,;:)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var id = text.substring(start, end);
        return id.indexOf('@') < 0 || id.indexOf(' ') >= 0 ? null : "<" + id + ">";
    }

    /** Programs that mail pull requests number the request in the id of the cover letter. */
    void readId(String msgid) {
        if (msgid.startsWith("<pull.")) {
            var bridge = BRIDGE.matcher(msgid);
            if (bridge.matches()) {
                add(
                        Claim.Kind.CHANGE_ID,
                        "pull." + bridge.group(1) + "." + bridge.group(2) + bridge.group(3));
            }
        } else if (msgid.startsWith("<bmm.")) {
            // bmm.HASH.ORGANISATION.REPOSITORY.USER.REQUEST.VERSION.NUMBER
            var parts = msgid.substring(0, Math.max(1, msgid.indexOf('@'))).split("\\.");
            int last = parts.length - 2;
            if (last > 2) {
                add(
                        Claim.Kind.CHANGE_ID,
                        "bmm." + String.join(".", List.of(parts).subList(2, last)));
            }
        }
    }

    void readReferences(List<String> msgids) {
        msgids.forEach(msgid -> add(new Claim(Claim.Kind.REPLY, msgid, null)));
    }

    private void add(Claim claim) {
        if (claims.size() < MOST && claim.value().length() <= LONGEST) {
            claims.add(claim);
        }
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }
}
