package io.patchbay.intake.mirror;

import io.patchbay.tracker.mails.ListMirror;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a mirror is: a URL that git understands, or a folder of this machine. */
public sealed interface MirrorAddress {

    /** As it is kept: may hold a password. */
    String location();

    /** As people are shown it. */
    String shown();

    /**
     * @param path absolute
     */
    record Folder(Path path) implements MirrorAddress {

        @Override
        public String location() {
            return path.toString();
        }

        @Override
        public String shown() {
            return location();
        }
    }

    /**
     * @param location without a slash at its end
     */
    record Url(String location) implements MirrorAddress {

        private static final Pattern EPOCH =
                Pattern.compile("(.*?)(?:/git)?/(\\d{1,4})(?:\\.git)?");

        @Override
        public String shown() {
            return ListMirror.shown(location);
        }

        /**
         * Where public-inbox's own server shows the mails, if this looks like one.
         *
         * @param isEpoch whether this is a repository, and not what has several
         */
        public Optional<String> pages(boolean isEpoch) {
            if (!location.startsWith("http")) {
                return Optional.empty();
            }
            var epoch = EPOCH.matcher(shown());
            if (!isEpoch) {
                return Optional.of(shown() + "/");
            }
            return epoch.matches() ? Optional.of(epoch.group(1) + "/") : Optional.empty();
        }
    }

    Set<String> SCHEMES = Set.of("http", "https", "git");

    /**
     * @throws IllegalArgumentException if it is a URL of a kind that cannot be followed
     */
    static MirrorAddress parse(String text) {
        int colon = text.indexOf("://");
        if (colon > 0) {
            var scheme = text.substring(0, colon);
            if (scheme.equals("file")) {
                return folder(text.substring(colon + 3));
            }
            if (!SCHEMES.contains(scheme)) {
                throw new IllegalArgumentException(
                        ("a mirror is named by a folder or a URL that begins with https://, http:// or"
                                        + " git://, but this is '%s'")
                                .formatted(ListMirror.shown(text)));
            }
            return new Url(withoutSlash(text));
        }
        if (text.matches("[\\w.-]+@[\\w.-]+:.*")) {
            throw new IllegalArgumentException(
                    "'%s' needs SSH, which Patchbay does not speak; give the https:// address, or clone it and give the folder"
                            .formatted(text));
        }
        return folder(text);
    }

    private static Folder folder(String path) {
        return new Folder(Path.of(path).toAbsolutePath().normalize());
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? withoutSlash(url.substring(0, url.length() - 1)) : url;
    }
}
