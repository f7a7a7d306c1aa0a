package io.patchbay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Patchbay this is, as the build wrote it down. */
public final class Version {

    public static final String NUMBER = read();

    private static String read() {
        var build = new Properties();
        try (var file = Version.class.getResourceAsStream("build.properties")) {
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the program file is damaged; build it again", e);
        }
        return build.getProperty("version");
    }

    /** As the greeting of a monitor tells it. */
    static io.patchbay.qmp.Version ofMonitors() {
        var numbers = NUMBER.split("[^0-9]+");
        return io.patchbay.qmp.Version.of(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                "patchbay " + NUMBER);
    }
}
