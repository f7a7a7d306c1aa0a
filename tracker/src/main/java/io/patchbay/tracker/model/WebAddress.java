package io.patchbay.tracker.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a text is an address with scheme and host that a browser can follow. */
public final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+]");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private WebAddress() {}

    public static boolean isValid(String text) {
        int colon = text.indexOf("://");
        if (colon < 0
                || !SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))
                || text.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        var rest = text.substring(colon + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        var authority = rest.substring(0, end);
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        if (port > host.lastIndexOf(']')) {
            return PORT.matcher(host.substring(port + 1)).matches()
                    && isHost(host.substring(0, port));
        }
        return isHost(host);
    }

    private static boolean isHost(String host) {
        if (host.equalsIgnoreCase("localhost")
                || IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches()) {
            return true;
        }
        var labels = host.split("\\.", -1);
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        var last = labels[labels.length - 1];
        return labels.length > 1 && last.length() > 1 && !Character.isDigit(last.charAt(0));
    }
}
