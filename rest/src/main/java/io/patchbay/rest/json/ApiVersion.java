package io.patchbay.rest.json;

import java.util.stream.Stream;

/** A version of the API; the newest is also what is served without a version in the path. */
public enum ApiVersion {
    V1_0("1.0"),
    V1_1("1.1"),
    V1_2("1.2"),
    V1_3("1.3"),
    V1_4("1.4");

    public static final ApiVersion NEWEST = V1_4;

    private final String number;

    ApiVersion(String number) {
        this.number = number;
    }

    /** Such as {@code 1.2}. */
    public String number() {
        return number;
    }

    /** The version of this number. */
    public static ApiVersion of(String number) {
        for (var version : values()) {
            if (version.number.equals(number)) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "there is no version '%s' of the API; there are %s"
                        .formatted(number, Stream.of(values()).map(ApiVersion::number).toList()));
    }

    public boolean atLeast(ApiVersion other) {
        return compareTo(other) >= 0;
    }
}
