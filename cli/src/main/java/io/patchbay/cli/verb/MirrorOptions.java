package io.patchbay.cli.verb;

import io.patchbay.intake.mirror.MirrorAddress;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.regex.Pattern;

/** Which mirror a project follows, and how. */
@Command // a mixin of options only
final class MirrorOptions {

    private static final Pattern PAUSE = Pattern.compile("(\\d{1,5})([smhd])");

    @Option(
            names = "--from",
            paramLabel = "URL|FOLDER",
            description =
                    "fills the project from this public-inbox, and has 'serve' take what comes to it:"
                            + " the URL of a list or of one of its git repositories, or a folder")
    private @Nullable String from;

    @Option(
            names = "--newest",
            paramLabel = "N",
            description = "begins with the newest N mails of it (default: all)")
    private @Nullable Long newest;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "how often 'serve' looks at it, such as 30s, 5m or 1h (default: 5m)")
    private @Nullable String every;

    boolean isGiven() {
        return from != null;
    }

    boolean isEmpty() {
        return from == null && newest == null && every == null;
    }

    MirrorAddress address() {
        if (from == null) {
            throw new Refusal("--newest needs --from: it is about what is fetched from there");
        }
        try {
            return MirrorAddress.parse(from);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--from: " + e.getMessage(), e);
        }
    }

    @Nullable Long newest() {
        if (newest != null && newest < 1) {
            throw new Refusal("--newest expects a number of mails from 1, but this is " + newest);
        }
        return newest;
    }

    Duration pause(Duration usual) {
        if (every == null) {
            return usual;
        }
        var time = PAUSE.matcher(every);
        if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
            throw new Refusal(
                    "--every expects a time, such as 30s, 5m or 1h, but this is '%s'"
                            .formatted(every));
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** As it is given. */
    static String shown(Duration pause) {
        long seconds = pause.toSeconds();
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
